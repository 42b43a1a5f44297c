"""What the program knows beforehand: its files keep their rules, and its look-ups find it."""

from __future__ import annotations

import gzip
import json
import random
import re
import tomllib
import unicodedata
from collections import defaultdict
from importlib.resources import files
from zlib import crc32

import pytest

from riwaya.lexicon.knowledge import (
    ORGANISATION_KINDS,
    organisation_by_id,
    organisation_phrases,
    organisations,
    person_by_id,
    person_phrases,
    persons,
)
from riwaya.lexicon.load import PACKED, data_files, read_toml
from riwaya.lexicon.nationalities import countries, country_by_id, inflect, nationality_phrases
from riwaya.lexicon.places import PLACE_KINDS, kept_places
from riwaya.lexicon.world import place_phrases
from riwaya.text.fold import fold
from riwaya.text.words import tokenize

FILES = (*data_files("people"), *data_files("organisations"), "nationalities.toml", "places.toml")
ODD = re.compile("[\u06cc\u06a9\u0640\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb50-\ufdff\ufe70-\ufeff]")
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@pytest.mark.parametrize("name", FILES)
def test_letters_are_plain(name: str) -> None:
    text = files("riwaya").joinpath("data", name).read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert not ODD.search(text)


def test_ids_are_plain_and_countries_known() -> None:
    for entry in (*persons(), *organisations()):
        assert ID.fullmatch(entry.id), entry.id
        assert entry.country is None or entry.country in country_by_id(), entry


def test_every_body_has_a_form_and_a_known_kind() -> None:
    for body in organisations():
        assert body.kind in ORGANISATION_KINDS, body
        assert body.forms or body.short or body.ambiguous, body


def test_no_two_people_share_a_form() -> None:
    owners = defaultdict(set)
    for person in persons():
        for form in person.forms:
            if not person.ambiguous:
                owners[fold(form)].add(person.id)
    assert {form: ids for form, ids in owners.items() if len(ids) > 1} == {}


def test_no_two_people_share_a_family_name() -> None:
    owners = defaultdict(set)
    for person in persons():
        if person.family:
            owners[fold(person.family)].add(person.id)
    assert {family: ids for family, ids in owners.items() if len(ids) > 1} == {}


def test_no_two_kept_bodies_share_a_sure_form() -> None:
    owners = defaultdict(set)
    for body in organisations():
        for form in (*body.forms, *body.short):
            owners[fold(form)].add(body.id)
    assert {form: ids for form, ids in owners.items() if len(ids) > 1} == {}


def test_forms_are_found_behind_a_proclitic() -> None:
    chosen = random.Random(11)
    for person in chosen.sample(persons(), 60):
        for form in person.forms:
            text = f"قال إن و{form}، وصل"
            hits = [hit for hit in person_phrases().find(tokenize(text)) if hit.value.entry is person]
            assert [hit.span.of(text) for hit in hits] == [form]
    for body in chosen.sample(organisations(), 60):
        for form in body.forms:
            text = f"بيان «{form}» أمس"
            hits = [hit for hit in organisation_phrases().find(tokenize(text)) if hit.value.entry is body]
            assert [hit.span.of(text) for hit in hits] == [form]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("أعلنت وزارة الخارجية الأميركية", "us-ministry-foreign"),
        ("قالت الخارجية المصرية", "eg-ministry-foreign"),
        ("المنتخب الجزائري", "dz-football-team"),
        ("السفارة الليبية في روما", "ly-embassy"),
    ],
)
def test_bodies_made_from_patterns(text: str, found: str) -> None:
    assert found in {hit.value.entry.id for hit in organisation_phrases().find(tokenize(text))}


@pytest.mark.parametrize(
    ("text", "country", "number", "definite"),
    [
        ("ليبيون", "ly", "many", False),
        ("الروس", "ru", "many", True),
        ("الأميركية", "us", "one", True),
        ("مصريتان", "eg", "two", False),
        ("المغاربة", "ma", "many", True),
        ("الكورية الجنوبية", "kr", "one", True),
    ],
)
def test_nationality_words(text: str, country: str, number: str, definite: bool) -> None:
    found = {(n.country, n.number, n.definite) for n in (h.value for h in nationality_phrases().find(tokenize(text)))}
    assert (country, number, definite) in found


def test_every_country_has_a_name_or_an_adjective() -> None:
    assert all(country.forms or country.adjective for country in countries())
    assert inflect("جنوب أفريقي", "ة", definite=True) == "الجنوب أفريقية"


def test_ids_give_entries() -> None:
    assert person_by_id()["khalifa-haftar"].family == "حفتر"
    assert organisation_by_id()["ly-army"].kind == "force"


def test_places_kept_by_hand_are_plausible() -> None:
    for place in kept_places():
        assert ID.fullmatch(place.id), place.id
        assert place.kind in PLACE_KINDS, place
        assert place.country is None or len(place.country) == 2, place
        assert (place.latitude is None) == (place.longitude is None), place
        assert place.latitude is None or (abs(place.latitude) <= 90 and abs(place.longitude or 0) <= 180), place


def test_every_place_kept_by_hand_is_found() -> None:
    for place in random.Random(5).sample(kept_places(), 80):
        for form in place.forms:
            text = f"في {form} أمس"
            hits = [hit for hit in place_phrases().find(tokenize(text)) if hit.value.id == f"place-{place.id}"]
            assert [hit.span.of(text) for hit in hits] == [form]


@pytest.mark.parametrize("name", FILES)
def test_packed_data_is_the_toml(name: str) -> None:
    content = files("riwaya").joinpath("data", name).read_bytes()
    packed = json.loads(gzip.decompress(files("riwaya").joinpath("data", PACKED).read_bytes()))
    if name in packed and packed[name]["crc32"] == crc32(content):  # else the file has changed since and is read itself
        assert packed[name]["tables"] == tomllib.loads(content.decode("utf-8"))
    assert read_toml(name) == tomllib.loads(content.decode("utf-8"))


def test_adjectives_that_are_common_words_are_marked() -> None:
    hits = nationality_phrases().find(tokenize("الأزمة المالية الليبية"))
    assert {(hit.value.country, hit.value.sure) for hit in hits} == {("ml", False), ("ly", True)}
    assert "وزارة الدفاع المالية" in organisation_by_id()["ml-ministry-defence"].ambiguous
