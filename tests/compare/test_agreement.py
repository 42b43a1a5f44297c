"""Headlines that agree or not; every entry of the opposites is found in its own examples."""

from __future__ import annotations

import pytest

from riwaya.compare.agreement import Negation, Opposite, agreement
from riwaya.lexicon.load import load_entries
from riwaya.lexicon.phrases import Phrases
from riwaya.text.words import tokenize


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("ارتفاع أسعار القمح في سلمونة", "انخفاض أسعار القمح في سلمونة", "disagree"),
        ("غرق 12 بحارا قرب الميناء", "غرق 15 بحارا قرب الميناء", "disagree"),
        ("البلدية تبني الجسر", "البلدية لن تبني الجسر", "disagree"),
        ("فريق سلمونة يواجه فريق المرسى", "فريق سلمونة يواجه فريق الوادي", "disagree"),
        ("افتتاح جسر النهر في سلمونة", "سلمونة تفتتح جسر النهر", "agree"),
        ("غرق 12 بحارا قرب الميناء", "قرب الميناء غرق ١٢ بحارا", "agree"),
        ("أمطار في الوادي", "وزير النقل يستقيل", "other"),
        ("", "", "other"),
    ],
)
def test_headlines(left: str, right: str, verdict: str) -> None:
    assert agreement(left, right).verdict == agreement(right, left).verdict == verdict


@pytest.mark.parametrize("entry", load_entries("opposites.toml", "opposite", Opposite), ids=lambda entry: entry.id)
def test_opposites_are_found_in_their_examples(entry: Opposite) -> None:
    for example in entry.examples:
        text, side = example.split(" = ")
        assert Phrases((form, side) for form in getattr(entry, side)).find(tokenize(text))


@pytest.mark.parametrize("entry", load_entries("opposites.toml", "negation", Negation), ids=lambda entry: entry.id)
def test_negations_are_found_in_their_examples(entry: Negation) -> None:
    assert all(Phrases((form, entry) for form in entry.forms).find(tokenize(example)) for example in entry.examples)
