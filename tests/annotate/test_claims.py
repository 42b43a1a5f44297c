"""Every entry of the attribution lexicon proves itself, and the laws of claims hold on any text."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.annotate import claim_words as w
from riwaya.annotate.claim_voice import voice_of
from riwaya.annotate.claims import find_claims
from riwaya.annotate.mentions import find_mentions
from riwaya.lexicon.load import load_entries
from riwaya.model import Block, Claim, Document, Span
from riwaya.text.words import sentences

MARK = re.compile(r"\{(?:(\d) )?|[}\[\]]")


def document(text: str) -> Document:
    lines = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    blocks = tuple(Block(line, "body") for line in lines)
    return Document("d0", "t", text, blocks, tuple(s for line in lines for s in sentences(text, line)))


def read(text: str) -> tuple[Claim, ...]:
    doc = document(text)
    return find_claims(doc, find_mentions(doc))


def unmark(example: str) -> tuple[str, list[str], str]:
    """Give an example's plain text, its sources outermost first, and the reported words."""
    plain, places, last, sources, content = "", [], 0, [], [0, 0]
    opened = (0, 0)
    for mark in MARK.finditer(example):
        plain += example[last : mark.start()]
        last = mark.end()
        sign = mark.group()[0]
        if sign == "{":
            opened = (int(mark.group(1) or 1), len(plain))
        elif sign == "}":
            sources.append((opened[0], plain[opened[1] :]))
        else:
            content["[]".index(sign)] = len(plain)
    plain += example[last:]
    del places
    return plain, [text for _, text in sorted(sources, key=lambda pair: pair[0])], plain[content[0] : content[1]]


def entries() -> Iterator[tuple[str, object]]:
    for name, table, kind in (
        ("speech.toml", "verb", w.Verb), ("speech.toml", "evidential", w.Evidential),
        ("speech.toml", "statement", w.Statement), ("speech.toml", "saying", w.Saying),
        ("unnamed_sources.toml", "unnamed", w.Unnamed), ("unnamed_sources.toml", "modifier", w.Unnamed),
        ("media.toml", "platform", w.Platform),
        ("speakers.toml", "speaker", w.Speaker), ("speakers.toml", "silent", w.Silent),
        ("speakers.toml", "complement", w.Silent),
    ):  # fmt: skip
        for entry in load_entries(name, table, kind):
            yield f"{table} {entry.id}", entry  # type: ignore[attr-defined]


EXAMPLES = [(name, e) for name, entry in entries() for e in entry.examples]  # type: ignore[attr-defined]
TRAPS = [(name, t) for name, entry in entries() for t in getattr(entry, "traps", ())]


@pytest.mark.parametrize(("entry", "example"), EXAMPLES, ids=[f"{n} {i}" for i, (n, _) in enumerate(EXAMPLES)])
def test_an_example_is_read_exactly(entry: str, example: str) -> None:
    text, sources, content = unmark(example)
    found = [([s.span.of(text) for s in claim.sources], claim.span.of(text)) for claim in read(text)]
    assert found == [(sources, content)]


@pytest.mark.parametrize(
    ("text", "detail", "country"),
    [
        ("وذكر مسؤول أمريكي أن القرار اتخذ.", "official", "us"),
        ("وقالت مصادر أمنية عراقية إن الطريق مغلق.", "security", "iq"),
        ("وقال مصدر دبلوماسي عربي إن الموعد قريب.", "diplomatic", "arab"),
        ("وقال مصدر مطلع إن الموعد قريب.", "well-informed", ""),
    ],
)
def test_an_unnamed_source_is_typed_and_has_its_country(text: str, detail: str, country: str) -> None:
    sources = [source for claim in read(text) for source in claim.sources]
    assert [(s.kind, s.detail, s.country) for s in sources] == [("unnamed", detail, country)]


@pytest.mark.parametrize(
    ("words", "detail", "number"),
    [
        ("مصدر مطلع", "well-informed", "one"),
        ("مصدران أمنيان", "security", "two"),
        ("ثلاثة مسؤولين محليين", "local", "3"),
        ("3 مصادر طبية", "medical", "3"),
        ("عدد من الشهود", "witness", "several"),
        ("خمسة من السكان", "witness", "5"),
        ("أحد المراقبين", "observer", "one"),
        ("محللون", "analyst", "several"),
        ("مصدر طلب عدم الكشف عن هويته", "asked-not-to-be-named", "one"),
    ],
)
def test_how_many_an_unnamed_source_is(words: str, detail: str, number: str) -> None:
    (claim,) = read(f"وقال {words} إن الطريق مغلق.")
    assert [(s.kind, s.detail, s.number) for s in claim.sources] == [("unnamed", detail, number)]


@pytest.mark.parametrize(("entry", "trap"), TRAPS, ids=[f"{n} {i}" for i, (n, _) in enumerate(TRAPS)])
def test_what_only_looks_like_attribution_is_none(entry: str, trap: str) -> None:
    assert [claim.span.of(trap) for claim in read(trap)] == []


def named(text: str) -> list[tuple[list[str], str]]:
    return [([s.span.of(text) for s in c.sources], c.span.of(text)) for c in read(text)]


#: Speakers that go on: each row is a page (lines are its paragraphs) and, for each claim, its sources and its words.
PAGES = [
    (
        "قال وزير الري سامر الهادي إن السد ممتلئ.\nوأضاف أن القرى آمنة.",
        [(["وزير الري سامر الهادي"], "السد ممتلئ"), (["وزير الري سامر الهادي"], "القرى آمنة")],
    ),
    (  # past an interrupting speaker, by gender
        "قالت وزارة الصحة إن اللقاح وصل.\nوقال الطبيب إن الناس خائفون.\nولفتت إلى أن الجرعات مجانية.",
        [(["وزارة الصحة"], "اللقاح وصل"), (["الطبيب"], "الناس خائفون"), (["وزارة الصحة"], "الجرعات مجانية")],
    ),
    (  # a name shows no gender, its verb does
        "قالت كروفيت إن الجسر قديم.\nوقال الوالي إن الجسر آمن.\nوأضافت أن الناس خائفون.",
        [(["كروفيت"], "الجسر قديم"), (["الوالي"], "الجسر آمن"), (["كروفيت"], "الناس خائفون")],
    ),
    (  # two on one line: the connector ends the first report
        "قالت مصادر محلية إن الجسر سقط، فيما ذكر موقع المدينة أن المارة نجوا.",
        [(["مصادر محلية"], "الجسر سقط"), (["موقع المدينة"], "المارة نجوا")],
    ),
    (  # the subject of the sentence before
        "وتجمع متظاهرون أمام البلدية.\nوطالبوا برحيل المحافظ.",
        [(["متظاهرون"], "برحيل المحافظ")],
    ),
    (  # a medium goes on to quote
        "قالت وكالة الساحل إن المركب غرق.\nونقلت عن صياد قوله إن الموج عال.",
        [(["وكالة الساحل"], "المركب غرق"), (["وكالة الساحل", "صياد"], "الموج عال")],
    ),
    (  # a source after the report joins a medium's chain
        "وذكر تلفزيون المدينة أن الحافلة احترقت وفقا لشهود.",
        [(["تلفزيون المدينة", "شهود"], "الحافلة احترقت")],
    ),
    ("وبحسب وكالة الساحل، قال القبطان إن المركب قديم.", [(["وكالة الساحل", "القبطان"], "المركب قديم")]),
    (
        "وذكرت وكالة الساحل نقلا عن مصدر أمني أن الطريق مغلق.",
        [(["وكالة الساحل", "مصدر أمني"], "الطريق مغلق")],
    ),
    ("وفي تصريح نشرته وكالة الساحل، قال الوالي إن المطر نعمة.", [(["وكالة الساحل", "الوالي"], "المطر نعمة")]),
    ("وقال الوالي إن المطر نعمة. وفق وكالة الساحل.", [(["وكالة الساحل", "الوالي"], "المطر نعمة")]),
    ("أغلق الميناء صباحا. وفقا لوكالة الساحل.", [(["وكالة الساحل"], "أغلق الميناء صباحا")]),
    ("«لن أترك البيت مهما حدث»، قالت العجوز.", []),  # nobody knows that the noun speaks
    ("«لن أترك البيت مهما حدث»، قالت المديرة.", [(["المديرة"], "لن أترك البيت مهما حدث")]),
    ("وأنهى المدير حديثه بالقول: «العلم أول الطريق إلى الحرية».", [(["المدير"], "العلم أول الطريق إلى الحرية")]),
    ("يقول المدير:\n«العلم أول الطريق إلى الحرية»", [(["المدير"], "العلم أول الطريق إلى الحرية")]),
    (  # the subject of the sentence's own verb, and not whom it wrote to
        "بعث الوزير برسالة إلى نظيره جابر الساري، داعيا إلى فتح المعبر.",
        [(["الوزير"], "فتح المعبر")],
    ),
    (  # a medium between a speaker and the report
        "وأضاف الوزير، بحسب ما نقلت عنه وكالة الساحل، أن السد آمن.",
        [(["وكالة الساحل", "الوزير"], "السد آمن")],
    ),
    (  # a medium passes on somebody named before
        "قال الوزير إن السد ممتلئ.\nونقلت عنه وكالة الساحل أن القرى آمنة.",
        [(["الوزير"], "السد ممتلئ"), (["وكالة الساحل", "الوزير"], "القرى آمنة")],
    ),
    ("أعلن تلفزيون المدينة أن الوالي قال إن الماء نقي.", [(["تلفزيون المدينة", "الوالي"], "الماء نقي")]),
    ("وأصدر المجلس بيانا اتهم فيه الشركة بالتقصير.", [(["المجلس"], "الشركة بالتقصير")]),
    ("وقال الوالي إن السد آمن، وذلك بعد يوم من السيل.", [(["الوالي"], "السد آمن")]),
    ("ونفى الوالي، في تصريح لوكالة الساحل، وجود تسرب.", [(["وكالة الساحل", "الوالي"], "وجود تسرب")]),
    ("بلغت المشاركة النصف، بحسب نتائج أولية.", [(["نتائج أولية"], "بلغت المشاركة النصف")]),
    ("وزع المقاعد وفق مراكزها السابقة.", []),  # a measure, and nobody's words
    ("المديرة: «لن نغلق المدرسة هذا العام»", [(["المديرة"], "لن نغلق المدرسة هذا العام")]),
    ("وقال اللاعب: «لن أرحل عن النادي أبدا». أعتقد أن القرار صائب.", [(["اللاعب"], "لن أرحل عن النادي أبدا")]),
    ("ورأى في الأمر خطأ.", []),
    ("قال إن المطر قادم.", []),  # nobody before: no source, no claim
]


@pytest.mark.parametrize(("text", "wanted"), PAGES, ids=range(len(PAGES)))
def test_speakers_go_on(text: str, wanted: list[tuple[list[str], str]]) -> None:
    assert named(text) == wanted


def test_one_line_of_one_source_is_one_claim_with_its_parts() -> None:
    text = "قال الوزير إن السد ممتلئ، مضيفا أن القرى آمنة، ولفت إلى أن الطرق سالكة."
    (claim,) = read(text)
    assert [part.of(text) for part in claim.parts] == ["السد ممتلئ", "القرى آمنة", "الطرق سالكة"]
    assert [cue.of(text) for cue in claim.cues] == ["قال", "مضيفا", "لفت"]


def test_what_is_said_of_an_unnamed_source_types_it() -> None:
    kinds = {}
    for words in ("مصدر عسكري", "مصادر دبلوماسية", "شهود عيان", "مسؤول محلي", "مصادر"):
        (claim,) = read(f"قال {words} إن الطريق مغلق.")
        kinds[words] = (claim.sources[0].kind, claim.sources[0].detail)
    assert kinds == {
        "مصدر عسكري": ("unnamed", "military"), "مصادر دبلوماسية": ("unnamed", "diplomatic"),
        "شهود عيان": ("unnamed", "witness"), "مسؤول محلي": ("unnamed", "local"), "مصادر": ("unnamed", "source"),
    }  # fmt: skip


def test_a_headline_names_its_speaker() -> None:
    text = "الوزير سامر الهادي: «لن نرفع سعر الخبز»\nوأضاف أن القمح كاف."
    first, second = Span(0, text.index("\n")), Span(text.index("\n") + 1, len(text))
    doc = Document("d0", "t", text, (Block(first, "title"), Block(second, "body")), (second,), title=first)
    (claim,) = find_claims(doc, find_mentions(doc))
    assert claim.span.of(text) == "لن نرفع سعر الخبز"
    assert claim.sources[0].span.of(text).startswith("الوزير سامر")


CREDITS = [
    ("انهيار جسر قديم ومقتل عامل – رويترز", ["رويترز"], "انهيار جسر قديم ومقتل عامل"),
    ("الوزير سامر الهادي: «لن نرفع سعر الخبز» (أ ف ب)", ["أ ف ب", "الوزير سامر الهادي"], "لن نرفع سعر الخبز"),
    ("انهيار جسر قديم قرب مقر رويترز", [], ""),
]


@pytest.mark.parametrize(("text", "sources", "said"), CREDITS)
def test_a_headline_rests_on_the_agency_at_its_end(text: str, sources: list[str], said: str) -> None:
    title = Span(0, len(text))
    doc = Document("d0", "t", text, (Block(title, "title"),), (), title=title)
    found = find_claims(doc, find_mentions(doc))
    assert [[s.span.of(text) for s in claim.sources] for claim in found] == ([sources] if sources else [])
    assert [claim.span.of(text) for claim in found] == ([said] if said else [])
    assert voice_of(doc, found).credited == tuple(sources[:1])


def test_media_and_modes() -> None:
    rows = [
        ("وقالت النقابة في بيان على فيسبوك إن الإضراب قائم.", "statement", "indirect", "asserts"),
        ("وكتب الوزير على تويتر: «الطريق مفتوح أمام الجميع منذ الصباح».", "x", "direct", "asserts"),
        ("وأكد الوزير أن «الطريق مفتوح أمام الجميع» منذ الصباح.", None, "mixed", "asserts"),
        ("ونفى المدير خلال مؤتمر صحفي أن تكون الشركة أفلست.", "press-conference", "indirect", "denies"),
        ("وطالب السكان بإصلاح الطريق.", None, "indirect", "asks"),
    ]
    for text, medium, mode, stance in rows:
        (claim,) = read(text)
        assert (claim.medium, claim.mode, claim.stance) == (medium, mode, stance), text


def test_every_verb_has_past_present_feminine_and_plural() -> None:
    table = w.verb_forms()
    assert len(w.verbs()) >= 150
    forms = {"قال", "قالت", "قالوا", "يقول", "تقول", "يقولون", "قايلا", "قايله", "نفت", "تنفي", "دعوا", "يدعون"}
    assert forms <= table.keys()


def test_the_share_of_each_voice_makes_one() -> None:
    text = "هطل المطر على المدينة طوال الليل.\nوقالت مصادر محلية إن الشوارع غرقت.\nوقال الوالي إن المدارس مغلقة."
    doc = document(text)
    voice = voice_of(doc, read(text))
    assert voice.own + voice.named + voice.unnamed == pytest.approx(1)
    assert 0 < voice.unnamed < voice.own and 0 < voice.named < voice.own
    assert [s.name for s in voice.sources] == ["الوالي", "مصادر محلية"]
    assert voice.rests_on is None


LETTERS = st.text(alphabet=st.sampled_from('قالوزيرإنأضتَم ،:«»"().\n#_-ـ١2a\ud800'), max_size=200)


@settings(max_examples=150, deadline=None)
@given(LETTERS)
def test_claims_lie_inside_any_text(text: str) -> None:
    doc = document(text)
    claims = find_claims(doc, ())
    assert claims == find_claims(doc, ())
    for claim in claims:
        for span in (claim.span, claim.cue, *claim.parts, *(s.span for s in claim.sources)):
            assert 0 <= span.start < span.end <= len(text)


ODD = [
    "",
    "ق",
    "قال",
    "قال إن",
    "وفقا ل",
    "«" * 50,
    "قال " * 2_000,
    "وفق " * 6_000,
    "الذي قال " * 3_000,
    "The minister said that it rains.",
]


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_raise_nothing(text: str) -> None:
    read(text)
