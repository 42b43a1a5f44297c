"""Names found with exact boundaries, their titles and labels; sentences are made up."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.annotate.mentions import find_mentions
from riwaya.model import Block, Document, Mention, Span
from riwaya.text.words import sentences


def document(text: str) -> Document:
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(Span(at, at + len(line)), "body"))
        at += len(line) + 1
    body = tuple(s for block in blocks for s in sentences(text, block.span))
    return Document("d", "made-up", text, tuple(blocks), body)


def found(text: str, kind: str) -> list[str]:
    return [m.span.of(text) for m in find_mentions(document(text)) if m.type == kind]


def only(text: str, kind: str) -> Mention:
    (mention,) = (m for m in find_mentions(document(text)) if m.type == kind)
    return mention


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("استقبل المشير سالم الورفلي الوفد.", ["المشير سالم الورفلي"]),
        ("قال اللواء الليبي المتقاعد سالم الورفلي إن القوات جاهزة.", ["اللواء الليبي المتقاعد سالم الورفلي"]),
        ("التقى وزير الدفاع الروسي سيرغي شويغو نظيره.", ["سيرغي شويغو"]),
        ("وصل الرئيس جوكو ويدودو إلى جاكرتا.", ["الرئيس جوكو ويدودو"]),
        ("وأكد الدكتور خالد بن سعيد المطيري ذلك.", ["الدكتور خالد بن سعيد المطيري"]),
        ("قال أبو سامر الحمصي إنه باق.", ["أبو سامر الحمصي"]),
        ("دعا عبد الرحمن التميمي إلى الحوار.", ["عبد الرحمن التميمي"]),
        ("استقبل الملك عبد الله الثاني الضيوف.", ["الملك عبد الله الثاني"]),
        ("وقال بوتين إن بلاده مستعدة.", ["بوتين"]),
        ("رحب البيان باللواء المتقاعد سالم الورفلي.", ["اللواء المتقاعد سالم الورفلي"]),
        ("وقال قائد الفريق سالم الورفلي إن المباراة صعبة.", ["سالم الورفلي"]),
        ("اتهمت نويرت موسكو بدعم الجيش.", ["نويرت"]),
        ("قالت سامسونغ إن هاتف غالاكسي متوفر.", []),
    ],
)
def test_persons_have_exact_boundaries(text: str, persons: list[str]) -> None:
    assert found(text, "PERSON") == persons


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("أعلنت وزارة الزراعة التونسية النتائج.", ["وزارة الزراعة التونسية"]),
        ("أصدرت القيادة العامة للقوات المسلحة الليبية بيانا.", ["القيادة العامة للقوات المسلحة الليبية"]),
        ('تبنى تنظيم "داعش" الهجوم.', ['تنظيم "داعش"']),
        ("نقلت وكالة مدار للأنباء الخبر.", ["وكالة مدار للأنباء"]),
        ("قال الدفاع المدني إن الحريق أخمد.", ["الدفاع المدني"]),
        ("اجتمع مجلس إدارة الشركة أمس.", ["مجلس إدارة الشركة"]),
        ("تصدر المنتخب مجموعة مصر في التصفيات.", []),
        ("أطلقت شركة سامسونغ هاتفها غالاكسي نوت.", ["شركة سامسونغ"]),
    ],
)
def test_bodies_have_exact_boundaries(text: str, bodies: list[str]) -> None:
    assert found(text, "ORGANIZATION") == bodies


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("سافر إلى القاهرة ثم عاد.", ["القاهرة"]),
        ("وقع الحادث في محافظة البليدة.", ["محافظة البليدة"]),
        ("وقع الحادث بمدينة درنة.", ["درنة"]),
        ("هبطت الطائرة في مطار بوفاريك.", ["مطار بوفاريك", "بوفاريك"]),
        ("أدان المسؤول الليبي الهجوم.", []),
        ("زار فرنسا وألمانيا.", ["فرنسا", "ألمانيا"]),
        ("سلك الوفد أقصر طريق.", []),
        ("زار الوفد الأقصر وأسوان.", ["الأقصر", "أسوان"]),
        ("سئلت الوزيرة عن الأمر.", []),
    ],
)
def test_places_have_exact_boundaries(text: str, places: list[str]) -> None:
    assert found(text, "PLACE") == places


def test_an_office_of_a_body_is_a_title_and_no_part_of_the_name() -> None:
    text = "التقى نائب وزير الدفاع الروسي، يونس بك يفكوروف، الوفد."
    person = only(text, "PERSON")
    assert person.span.of(text) == "يونس بك يفكوروف"
    assert [title.of(text) for title in person.titles] == ["نائب وزير الدفاع الروسي"]


def test_an_office_between_two_names_is_of_the_one_before() -> None:
    text = "والتقى يونس بك يفكوروف نائب وزير الدفاع الروسي، حفتر في بنغازي."
    people = [m for m in find_mentions(document(text)) if m.type == "PERSON"]
    assert [[t.of(text) for t in m.titles] for m in people] == [["نائب وزير الدفاع الروسي"], []]


def test_an_office_after_the_subject_of_a_meeting_is_the_object() -> None:
    text = "ويلتقي سامر الزغروتي رئيس مجلس الأعيان غدا."
    assert only(text, "PERSON").titles == ()


def test_an_office_after_the_name_is_a_title() -> None:
    text = "قال هادي المرزوقي، المتحدث باسم الحكومة التونسية، إن الوضع مستقر."
    assert [t.of(text) for t in only(text, "PERSON").titles] == ["المتحدث باسم الحكومة التونسية"]


def test_a_label_stands_before_the_name_of_a_force() -> None:
    text = "اتهم البيان مرتزقة فاغنر بالقصف."
    body = only(text, "ORGANIZATION")
    assert (body.span.of(text), body.name.of(text)) == ("مرتزقة فاغنر", "فاغنر")
    assert [label.of(text) for label in body.labels] == ["مرتزقة"]


def test_a_family_name_alone_is_found_where_the_page_gives_it_whole() -> None:
    text = "عين سامر الزغروتي مديرا.\nوقال الزغروتي إنه سعيد، كما زار الوفد الزغروتي."
    assert found(text, "PERSON") == ["سامر الزغروتي", "الزغروتي", "الزغروتي"]


def test_a_head_alone_goes_to_the_name_before_it() -> None:
    text = "أعلنت المفوضية العليا للانتخابات النتائج.\nوقالت المفوضية إن الاقتراع نزيه."
    whole, alone = (m for m in find_mentions(document(text)) if m.type == "ORGANIZATION")
    assert (alone.kind, alone.antecedent) == ("nominal", whole.span)


def test_a_person_stands_inside_the_government_named_after_him() -> None:
    text = "عين هاني الملقي رئيسا للوزراء.\nواستقالت حكومة الملقي أمس."
    assert found(text, "PERSON") == ["هاني الملقي", "الملقي"]


ODD = [
    "",
    "ا",
    "\u064b" * 500,
    "ا" * 5000,
    "\ud800 قال",
    "Hello world, no Arabic.",
    "قال " * 300,
    "«»\"'()[]",
    "١٢٣ ١٢",
]


def descriptions(text: str) -> dict[str, str]:
    return {
        m.span.of(text): m.antecedent.of(text)
        for m in find_mentions(document(text))
        if m.type == "PERSON" and m.kind == "nominal" and m.antecedent
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "التقى وزير الدفاع سامي زغروتة السفير خالد الحداد. وقال الوزير إن اللقاء مثمر، ورحب السفير به.",
            {"الوزير": "سامي زغروتة", "السفير": "السفير خالد الحداد"},
        ),
        ("سامي الحداد، الرجل القوي في المدينة، عاد. وأكد الرجل القوي أنه باق.", {"الرجل القوي": "سامي الحداد"}),
        ("استقبل سامي الحداد الوزير خالد زغروتة. وقال الأخير إن الزيارة ناجحة.", {"الأخير": "الوزير خالد زغروتة"}),
        ("وصل الوزير سامي الحداد والوزير خالد زغروتة. وقال الوزير إن الطريق مفتوح.", {}),
        ("وصل سامي الحداد في الأسبوع الأخير.", {}),
    ],
)
def test_a_description_stands_for_a_person_where_the_page_makes_it_sure(text: str, said: dict[str, str]) -> None:
    assert descriptions(text) == said


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("ومرضت دون زغرتيس (44 عاما) مساء السبت.", "دون زغرتيس"),
        ("وقالت إن المرأة تدعى دون زغرتيس وتعمل هناك.", "دون زغرتيس"),
        ("وقال عمدة المدينة، سامي زغرتيف، إن العائلات ستعوض.", "سامي زغرتيف"),
        ("قال الوزير سامي #الحداد إن الأمر انتهى.", "سامي"),
    ],
)
def test_a_name_is_introduced(text: str, person: str) -> None:
    assert person in " ".join(found(text, "PERSON"))


def test_a_town_is_told_in_apposition() -> None:
    assert "زغرتبيري" in found("وقع الحادث في زغرتبيري، البلدة الصغيرة على النهر.", "PLACE")


def test_a_body_stands_without_its_head() -> None:
    text = "أعلنت شركة سواحل للطاقة وصحيفة الزغروتة الخبر. وقالت الزغروتة إنه صحيح."
    assert found(text, "ORGANIZATION").count("الزغروتة") == 1


def test_an_adverb_with_its_mark_is_no_name() -> None:
    assert found("عاد باكرًا إلى بيته.", "PLACE") == []


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_odd_text_is_no_error(text: str) -> None:
    for mention in find_mentions(document(text)):
        assert 0 <= mention.span.start < mention.span.end <= len(text)


WORDS = st.sampled_from(
    ["قال", "الرئيس", "محمد", "بن", "وزير", "الدفاع", "الليبي", "في", "طرابلس", "مجلس", "النواب", "،", "\"", "\n",
     "وحفتر", "قوات", "للأمم", "المتحدة", "ال", "لل", "و", "علي", "على", "مطار", "٣", "CNN", "عبد", "آل", "."]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_mentions_are_inside_the_text_and_ordered(text: str) -> None:
    mentions = find_mentions(document(text))
    assert list(mentions) == sorted(mentions, key=lambda m: (m.span.start, -m.span.end, m.type))
    for mention in mentions:
        assert mention.span.holds(mention.name)
        assert mention.span.of(text).strip() == mention.span.of(text) != ""
