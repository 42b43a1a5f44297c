"""The language data of comparing: every entry is found in its own examples."""

from __future__ import annotations

import pytest

from riwaya.compare.deeds import CountedAs, Deed, counted_phrases, deed_phrases
from riwaya.compare.figures import Measure, measure_phrases
from riwaya.compare.kinds import KINDS
from riwaya.compare.wording import (
    Form,
    Label,
    Marker,
    Outcome,
    Site,
    kind_words,
    label_phrases,
    marker_phrases,
    outcome_phrases,
    site_phrases,
)
from riwaya.gather.happening_reports import Series
from riwaya.lexicon.load import load_entries
from riwaya.lexicon.phrases import Phrases
from riwaya.text.words import tokenize

LABELS = load_entries("labels.toml", "label", Label)
MEASURES = load_entries("measures.toml", "measure", Measure)
SITES = load_entries("sites.toml", "site", Site)
OUTCOMES = load_entries("causes.toml", "outcome", Outcome)
MARKERS = load_entries("causes.toml", "marker", Marker)
TABLES = ("honour", "office", "modifier", "organ", "body", "time_noun", "synonym")
ADDITIONS = load_entries("causes.toml", "addition", Form)
FORMS = [entry for table in TABLES for entry in load_entries("labels.toml", table, Form)]


@pytest.mark.parametrize("entry", LABELS, ids=lambda entry: entry.id)
def test_a_label_is_found_in_its_examples(entry: Label) -> None:
    assert entry.said_of in ("group", "people", "event")
    for example in entry.examples:
        assert entry in {hit.value for hit in label_phrases().find(tokenize(example))}


@pytest.mark.parametrize("entry", MARKERS, ids=lambda entry: entry.id)
def test_a_marker_is_found_in_its_examples(entry: Marker) -> None:
    assert entry.kind in ("cause", "unknown", "claim", "noun")
    for example in entry.examples:
        assert entry in {hit.value for hit in marker_phrases().find(tokenize(example))}


@pytest.mark.parametrize("entry", ADDITIONS, ids=lambda entry: entry.id)
def test_an_addition_stands_in_its_examples(entry: Form) -> None:
    phrases = Phrases((form, entry.id) for form in entry.forms)
    for example in entry.examples:
        assert phrases.find(tokenize(example))


@pytest.mark.parametrize("entry", load_entries("causes.toml", "ending", Form), ids=lambda entry: entry.id)
def test_an_ending_ends_its_examples(entry: Form) -> None:
    assert all(example.endswith(entry.forms) for example in entry.examples)


@pytest.mark.parametrize("entry", FORMS, ids=lambda entry: entry.id)
def test_a_form_is_found_in_its_examples(entry: Form) -> None:
    phrases = Phrases((form, entry.id) for bare in entry.forms for form in (bare, f"ال{bare}"))
    for example in entry.examples:
        assert phrases.find(tokenize(example))


@pytest.mark.parametrize("entry", SITES, ids=lambda entry: entry.id)
def test_a_site_is_found_in_its_examples(entry: Site) -> None:
    assert entry.kind in ("site", "in", "end", "near", "to", "from")
    for example in entry.examples:
        assert entry in {hit.value for hit in site_phrases().find(tokenize(example))}


@pytest.mark.parametrize("entry", OUTCOMES, ids=lambda entry: entry.id)
def test_an_outcome_is_found_in_its_examples(entry: Outcome) -> None:
    for example in entry.examples:
        assert entry in {hit.value for hit in outcome_phrases().find(tokenize(example))}


@pytest.mark.parametrize("entry", MEASURES, ids=lambda entry: entry.id)
def test_a_measure_is_found_in_its_examples(entry: Measure) -> None:
    assert entry.of in ("story", "event", "thing")
    for example in entry.examples:
        assert entry in {hit.value for hit in measure_phrases().find(tokenize(example))}


@pytest.mark.parametrize("entry", load_entries("labels.toml", "deed", Deed), ids=lambda entry: entry.id)
def test_a_word_for_an_attack_is_found_in_its_examples(entry: Deed) -> None:
    assert entry.part in ("noun", "adjective")
    for example in entry.examples:
        assert entry in {hit.value for hit in deed_phrases().find(tokenize(example))}


@pytest.mark.parametrize("entry", load_entries("labels.toml", "counted_as", CountedAs), ids=lambda entry: entry.id)
def test_a_noun_of_a_count_is_found_in_its_examples(entry: CountedAs) -> None:
    for example in entry.examples:
        assert entry in {hit.value for hit in counted_phrases().find(tokenize(example))}


@pytest.mark.parametrize("entry", load_entries("event_distance.toml", "series", Series), ids=lambda entry: entry.id)
def test_words_of_a_series_are_found_in_their_examples(entry: Series) -> None:
    phrases = Phrases((form, entry.id) for form in entry.forms)
    for example in entry.examples:
        assert phrases.find(tokenize(example))


def test_every_kind_has_its_wording() -> None:
    assert set(kind_words()) == {kind.__name__ for kind in KINDS}
