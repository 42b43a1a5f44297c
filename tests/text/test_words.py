"""Words, sentences, clitics and names keep their laws on any text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.model import Span
from riwaya.text.fold import fold, folded
from riwaya.text.segments import segment
from riwaya.text.tagger import tag_names
from riwaya.text.words import sentences, stems, tokenize

ARABIC = "ابتثجحخدرزسشصطعغفقكلمنهويةىأإآءؤئ"
PIECES = st.sampled_from(
    [*ARABIC, " ", " ", "\n", ".", "،", "«", "»", "ـ", "\u064b", "\u0651", "\u200f", "\ufefb", "\ufdfa", "9", "٣", "a", "É",
     "\ud800", "\udfff", "😀", "ﷺ", "#", "_", "@", "'", "-", "/", "\u2028", "ی", "ک"]
)  # fmt: skip
TEXTS = st.one_of(st.lists(PIECES, max_size=60).map("".join), st.text(max_size=60))
HARD = {
    "empty": "",
    "one letter": "و",
    "only marks": "\u064b" * 500,
    "a mountain of marks": "ب" + "\u0301" * 100_000 + " قال",
    "a word of a million letters": "قال " + "سلام" * 250_000 + ".",
    "a million letters, then a stop": "ب" * 1_000_000 + " ت. ث",
    "no space": "قالالوزيرمحمدسالمفيبيروتإنالحكومة" * 300,
    "dots": "a.b" * 10_000 + "@",
    "stops": "." * 10_000,
    "lone surrogates": "قال \ud800 سالم \udfff في بيروت",
    "OCR garbage": "ا ل ح ک و مة|ق1ل ~ا7ـوز|ر §ﻻ ﷲ ﻣﺤـ مد :؛؛ -- ٬٫ \x0c\x00" * 40,
    "mixed scripts": "قال John Smith لـ CNN إن Пётр و東京 وصلا إلى beiروت",
    "English": "The minister said on Monday in Beirut.",
}


@given(TEXTS)
def test_folding_has_an_exact_way_back(text: str) -> None:
    way = folded(text)
    origin = way.origin.tolist()
    assert len(origin) == len(way.text) + 1
    assert origin == sorted(origin)
    assert origin[-1] == len(text)
    assert all(0 <= place < len(text) for place in origin[:-1])
    assert fold(fold(text)) == fold(text)
    for start in range(len(way.text)):
        span = way.span(start, start + 1)
        assert 0 <= span.start < span.end <= len(text)
        assert way.text[start] in fold(span.of(text))


@given(TEXTS)
def test_words_stand_in_order_and_cover_their_letters(text: str) -> None:
    tokens = tokenize(text)
    end = 0
    for index, word in enumerate(tokens.words):
        assert word.index == index
        assert word.span.start < word.span.end <= len(text)
        assert word.span.start >= end  # a ligature of two words lends its span to both
        assert fold(word.span.of(text))
        end = word.span.start


@given(TEXTS)
def test_sentences_are_trimmed_and_in_order(text: str) -> None:
    end = 0
    for span in sentences(text, Span(0, len(text))):
        assert end <= span.start < span.end <= len(text)
        assert span.of(text).strip() == span.of(text)
        end = span.end


@settings(max_examples=60)
@given(TEXTS)
def test_segments_and_names_lie_inside(text: str) -> None:
    words = tokenize(text).words
    cut = segment(text)
    assert [part.word for part in cut] == list(words)
    for part in cut:
        inside = [*part.proclitics, part.stem, *([part.enclitic] if part.enclitic else [])]
        assert all(part.word.span.start <= span.start <= span.end <= part.word.span.end for span in inside)
        assert len(part.stem) > 0
    for name in tag_names(text):
        assert 0 <= name.start < name.end <= len(text)
        assert 0 <= name.score <= 1


@pytest.mark.parametrize("text", HARD.values(), ids=HARD.keys())
def test_hard_texts_are_read(text: str) -> None:
    spans = sentences(text, Span(0, len(text)))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert len(segment(text)) == len(tokenize(text).words)
    assert all(0 <= name.start < name.end <= len(text) for name in tag_names(text))


SPLITS = [
    ("قال د. سامي نعم. ثم مضى", ["قال د. سامي نعم.", "ثم مضى"]),
    ("حضر أ.د. منير والسيدة ل. كريم اللقاء. انتهى", ["حضر أ.د. منير والسيدة ل. كريم اللقاء.", "انتهى"]),
    ("انتهى الاجتماع.وقال الناطق إنه مثمر", ["انتهى الاجتماع.", "وقال الناطق إنه مثمر"]),
    ("اشتد الصراع.وجاء الرد «سريعا».وبقي الوضع", ["اشتد الصراع.", "وجاء الرد «سريعا».", "وبقي الوضع"]),
    ("انتهت القصة.«هكذا» قال", ["انتهت القصة.", "«هكذا» قال"]),
    ("بدأ عام 2019.وقال سامي", ["بدأ عام 2019.", "وقال سامي"]),
    ("أعلنت إس.سي.إل وسي.بي.مدار صفقة.ثم", ["أعلنت إس.سي.إل وسي.بي.مدار صفقة.", "ثم"]),
    ("شاهد إيه.بي.سي. ثم دي.إتش.إل", ["شاهد إيه.بي.سي.", "ثم دي.إتش.إل"]),
    ("نقلت (أ.ف.ب) الخبر", ["نقلت (أ.ف.ب) الخبر"]),
    ("قال: «لن نرحل. هذه أرضنا.» وأضاف أنه باق", ["قال: «لن نرحل.", "هذه أرضنا.»", "وأضاف أنه باق"]),
    ("المطالب:\n1. خفض الأسعار\n2. رفع الأجور", ["المطالب:", "1. خفض الأسعار", "2. رفع الأجور"]),
    ("عنوان بلا نقطة\nوصل الوفد أمس", ["عنوان بلا نقطة", "وصل الوفد أمس"]),
    ("بلغ السعر 3.5 دولار. ارتفع بعدها", ["بلغ السعر 3.5 دولار.", "ارتفع بعدها"]),
    ("هل يعود؟ لا أحد يعلم!", ["هل يعود؟", "لا أحد يعلم!"]),
    ("أعلن موقع صباح.نت ذلك", ["أعلن موقع صباح.نت ذلك"]),
    ("وقع الاتفاق عام 2019. ثم ألغي", ["وقع الاتفاق عام 2019.", "ثم ألغي"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "parts"), SPLITS)
def test_sentences(text: str, parts: list[str]) -> None:
    assert [span.of(text) for span in sentences(text, Span(0, len(text)))] == parts


CUTS = [
    ("راسلونا على news@sabah.example.org", ["راسلونا", "علي", "news@sabah.example.org"]),
    ("https://sabah.example/a?b=1،", ["https://sabah.example/a?b=1", "،"]),
    ("#بيروت_الآن", ["#", "بيروت", "_", "الان"]),
    ("١٢٬٥٠٠ و3.5%", ["12,500", "و", "3.5", "%"]),
    ("«المُـشير»", ['"', "المشير", '"']),
]


@pytest.mark.parametrize(("text", "forms"), CUTS)
def test_words(text: str, forms: list[str]) -> None:
    assert [word.form for word in tokenize(text).words] == forms


SEGMENTS = [
    ("وبالمدينة", "و ب المدينة"),
    ("وسيكتبونها", "و س يكتبون ها"),
    ("للجيش", "ل لجيش"),
    ("وزير", "وزير"),
    ("كتابهم", "كتاب هم"),
    ("باريس", "باريس"),
    ("فاطمة", "فاطمة"),
    ("مدرسة", "مدرسة"),
]


@pytest.mark.parametrize(("text", "parts"), SEGMENTS)
def test_segments(text: str, parts: str) -> None:
    (cut,) = segment(text)
    spans = [*cut.proclitics, cut.stem, *([cut.enclitic] if cut.enclitic else [])]
    assert " ".join(span.of(text) for span in spans) == parts


NAMES = [
    ("وصل وزير الخارجية المصري سامح كريم إلى بيروت", [("سامح كريم", "PERSON"), ("بيروت", "PLACE")]),
    ("بحث الملك حسين بن طلال الوضع مع وزارة الدفاع في لندن", [("حسين بن طلال", "PERSON"), ("وزارة الدفاع", "ORGANIZATION"), ("لندن", "PLACE")]),
    ("سافر من القاهرة لموسكو", [("القاهرة", "PLACE"), ("موسكو", "PLACE")]),
    ("لا أسماء في هذه الجملة", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_names(text: str, names: list[tuple[str, str]]) -> None:
    assert [(name.span.of(text), name.type) for name in tag_names(text)] == names


def test_stems_is_cheap_and_whole_first() -> None:
    assert stems("وللمشير")[0] == ("وللمشير", 0)
    assert stems("و" * 50)[0] == ("و" * 50, 0)
