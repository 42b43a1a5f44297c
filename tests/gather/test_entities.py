"""Who is who, within a page and across pages; names of private people are made up."""

from __future__ import annotations

import random

import pytest

from riwaya.across import Entity
from riwaya.annotate.mentions import find_mentions
from riwaya.gather.entities import gather_entities
from riwaya.gather.names import compare_persons, name_parts
from riwaya.model import Block, Document, Record, Span
from riwaya.text.fold import fold
from riwaya.text.likeness import ALIKE, likeness
from riwaya.text.words import sentences


def record(key: str, text: str) -> Record:
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(Span(at, at + len(line)), "body"))
        at += len(line) + 1
    doc = Document(key, key, text, tuple(blocks), tuple(s for b in blocks for s in sentences(text, b.span)))
    return Record(doc, find_mentions(doc))


def gathered(*texts: str) -> tuple[Entity, ...]:
    return gather_entities([record(f"d{number}", text) for number, text in enumerate(texts)])


def of_type(entities: tuple[Entity, ...], kind: str) -> list[str]:
    return sorted(entity.name for entity in entities if entity.type == kind)


PAIRS = [
    ("يونس بك يفكيروف", "يونس بيك يوفكيورف", "same"),
    ("يفغيني بريغوجين", "يفغيني بريجوزين", "same"),
    ("دميتري بيسكوف", "ديميتري بيكسوف", "same"),
    ("عبد الفتاح السيسي", "عبدالفتاح السيسى", "same"),
    ("فيصل بن خالد", "فيصل بن خالد بن عبدالعزيز", "same"),
    ("خليفة حفتر", "خليفة أبوالقاسم حفتر", "same"),
    ("مارين لوبان", "مارين لو بان", "same"),
    ("خليفة حفتر", "بالقاسم حفتر", "never"),
    ("عبد الفتاح السيسي", "عبد الفتاح البرهان", "never"),
    ("سالم الدوسري", "سليم الدوسري", "never"),
    ("حسن روحاني", "حسين روحاني", "never"),
    ("جمال الدين حسين", "كمال الدين حسين", "never"),
    ("سيرغي لافروف", "سيرغي شويغو", "never"),
    ("أحمد قايد صالح", "أحمد علي عبد الله صالح", "maybe"),
    ("حفتر", "خليفة حفتر", "maybe"),
]


@pytest.mark.parametrize(("one", "other", "verdict"), PAIRS)
def test_two_names_are_compared_with_a_reason(one: str, other: str, verdict: str) -> None:
    said, why = compare_persons(fold(one), fold(other))
    assert said == verdict == compare_persons(fold(other), fold(one))[0]
    assert why


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("عبد الله بن سالم آل نعيم", ("عبدالله", "سالم", "نعيم")),
        ("أسامة بن لادن", ("اسامه", "لادن")),
        ("بن لادن", ("لادن",)),
        ("سعد الدين العثماني", ("سعدالدين", "عثماني")),
    ],
)
def test_names_are_cut_into_what_tells_persons_apart(name: str, parts: tuple[str, ...]) -> None:
    assert name_parts(fold(name)) == parts


def test_likeness_is_symmetric_and_of_letters() -> None:
    assert likeness("يفكيروف", "يوفكيورف") == likeness("يوفكيورف", "يفكيروف") >= ALIKE
    assert likeness("فاغنر", "فاجنر") >= ALIKE > likeness("بوتين", "حفتر")


def test_a_family_name_alone_is_the_full_name_of_its_page() -> None:
    (one,) = (e for e in gathered("عين سامر الزغروتي مديرا.\nوقال الزغروتي إنه سعيد.") if e.type == "PERSON")
    assert one.name == "سامر الزغروتي" and len(one.mentions) == 2 and one.why


def test_spellings_join_across_pages_and_reasons_are_kept() -> None:
    (one,) = (e for e in gathered("وصل يونس بك يفكيروف.", "قال يونس بيك يوفكيورف ذلك.") if e.type == "PERSON")
    assert len(one.mentions) == 2 and one.why


def test_namesakes_stay_apart() -> None:
    entities = gathered("استقبل اللواء سامر الزغروتي الوفد.", "استقبل اللواء ماجد الزغروتي الوفد.")
    assert of_type(entities, "PERSON") == ["سامر الزغروتي", "ماجد الزغروتي"]


def test_the_pages_own_man_is_not_the_famous_one() -> None:
    (one,) = (e for e in gathered("قال النائب سامر القذافي إنه مستقيل.\nوأضاف القذافي أنه متعب.") if e.type == "PERSON")
    assert one.links == () and one.name_en is None


def test_a_government_is_not_the_one_before_it() -> None:
    entities = gathered("قالت حكومة الوفاق الوطني في ليبيا ذلك.", "قالت حكومة الوحدة الوطنية في ليبيا ذلك.")
    assert len(of_type(entities, "ORGANIZATION")) == 2


def test_a_place_name_of_two_countries_is_read_by_its_page() -> None:
    libya = gathered("شهدت ليبيا هدوءا.\nوقال مسؤول ليبي إن طرابلس آمنة في ليبيا.")
    lebanon = gathered("شهد لبنان هدوءا.\nوقال مسؤول لبناني إن طرابلس آمنة في لبنان.")
    where = [e.country for entities in (libya, lebanon) for e in entities if e.name == "طرابلس"]
    assert where == ["ly", "lb"]
    assert all(e.coordinates for e in libya if e.name == "طرابلس")


def test_a_ministry_without_a_country_is_its_pages_own() -> None:
    text = "قال مسؤول {0} في {1} إن وزارة الداخلية {0}ة حققت.\nوأكدت وزارة الداخلية ذلك في {1}."
    entities = gathered(text.format("تونسي", "تونس"), text.format("أردني", "الأردن"))
    assert sorted(e.country or "" for e in entities if e.type == "ORGANIZATION") == ["jo", "tn"]


def test_one_force_under_several_heads_and_its_leaders_name() -> None:
    entities = gathered(
        "وصل سالم الزغروتي، قائد قوات درع الوادي.",
        "التقى زعيم ميليشيا درع الوادي، سالم الزغروتي، الوفد.\nواتهمت المنظمة قوات الزغروتي بالقتل.",
        "قال قائد درع الوادي ذلك.\nوأكدت قوات درع الوادي الأمر.",
    )
    (force,) = (e for e in entities if e.type == "ORGANIZATION" and len(e.mentions) > 1)
    assert len(force.mentions) == 5 and force.why


def test_an_army_is_of_its_pages_country() -> None:
    text = "قال الجيش الوطني {0} في {1} إنه تقدم.\nوأكد الجيش الوطني ذلك في {1}."
    pairs = (("الليبي", "ليبيا"), ("اليمني", "اليمن"), ("التشادي", "تشاد"))
    entities = gathered(*(text.format(*pair) for pair in pairs))
    assert sorted(e.country or "" for e in entities if e.type == "ORGANIZATION") == ["ly", "td", "ye"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("قالت الشرطة الوطنية في ليبيا", "قالت قوات الشرطة في ليبيا"),
        ("وصل الجيش المصري إلى سيناء", "وصلت القوات المسلحة المصرية إلى سيناء"),
        ("قالت الشرطة الفيدرالية في البرازيل", "قالت الشرطة الفدرالية في البرازيل"),
        ("ضرب مطار زغروتة العسكري", "ضربت قاعدة زغروتة الجوية"),
    ],
)
def test_one_body_of_state_or_site_under_two_names(one: str, other: str) -> None:
    kinds = {"ORGANIZATION"} if "زغروتة" not in one else {"PLACE"}
    entities = [e for e in gathered(one + " أمس.", other + " أمس.") if e.type in kinds and len(e.mentions) > 1]
    assert len(entities) == 1


def test_the_army_of_the_place_behind_it() -> None:
    text = "انتشر الجيش الفرنسي أمس.\nوقال مسؤول في السنغال إن الجيش في السنغال انسحب."
    armies = {e.country for e in gathered(text) if e.type == "ORGANIZATION"}
    assert {"fr", "sn"} <= armies


def test_given_names_that_look_alike_are_never_one() -> None:
    assert compare_persons(fold("مارين زغرتيف"), fold("ماريون زغرتيف"))[0] == "never"
    assert compare_persons(fold("أوسمان زغرتيف"), fold("عثمان زغرتيف"))[0] == "same"


def test_a_description_belongs_to_its_person() -> None:
    text = "قال وزير الدفاع سامي زغروتة إن الأمر انتهى. وأضاف الوزير أنه راض."
    (person,) = (e for e in gathered(text) if e.type == "PERSON")
    assert [mention.kind for _, mention in person.mentions] == ["name", "nominal"]


def test_order_does_not_matter_and_ids_are_stable() -> None:
    texts = ["وصل يونس بك يفكيروف إلى موسكو.", "قال يونس بيك يوفكيورف ذلك.", "وصل سامر الزغروتي إلى طرابلس.",
             "قال الزغروتي إن وزارة الدفاع الروسية بلغته.", "التقى ماجد الزغروتي بوتين في بنغازي."]  # fmt: skip
    records = [record(f"d{number}", text) for number, text in enumerate(texts)]
    first = gather_entities(records)
    for seed in range(5):
        shuffled = records[:]
        random.Random(seed).shuffle(shuffled)
        assert gather_entities(shuffled) == first
    assert len({entity.id for entity in first}) == len(first)


def test_nothing_comes_of_nothing() -> None:
    assert gather_entities([]) == () == gather_entities([record("d", "")])
