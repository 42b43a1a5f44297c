"""The language data of comparing: every entry is found in its own examples."""

from __future__ import annotations

import pytest

from riwaya.compare.kinds import KINDS
from riwaya.compare.wording import Form, Label, Marker, kind_words, label_phrases, marker_phrases
from riwaya.lexicon.load import load_entries
from riwaya.lexicon.phrases import Phrases
from riwaya.text.words import tokenize

LABELS = load_entries("labels.toml", "label", Label)
MARKERS = load_entries("causes.toml", "marker", Marker)
FORMS = [entry for table in ("honour", "office", "modifier") for entry in load_entries("labels.toml", table, Form)]


@pytest.mark.parametrize("entry", LABELS, ids=lambda entry: entry.id)
def test_a_label_is_found_in_its_examples(entry: Label) -> None:
    assert entry.said_of in ("group", "people", "event")
    for example in entry.examples:
        assert entry in {hit.value for hit in label_phrases().find(tokenize(example))}


@pytest.mark.parametrize("entry", MARKERS, ids=lambda entry: entry.id)
def test_a_marker_is_found_in_its_examples(entry: Marker) -> None:
    assert entry.kind in ("cause", "unknown", "claim")
    for example in entry.examples:
        assert entry in {hit.value for hit in marker_phrases().find(tokenize(example))}


@pytest.mark.parametrize("entry", FORMS, ids=lambda entry: entry.id)
def test_a_form_is_found_in_its_examples(entry: Form) -> None:
    phrases = Phrases((form, entry.id) for bare in entry.forms for form in (bare, f"ال{bare}"))
    for example in entry.examples:
        assert phrases.find(tokenize(example))


def test_every_kind_has_its_wording() -> None:
    assert set(kind_words()) == {kind.__name__ for kind in KINDS}
