"""Every entry of bodies of state and of given names proves itself by its examples."""

from __future__ import annotations

import pytest

from riwaya.lexicon.load import load_entries
from riwaya.lexicon.name_given import Apart, One, are_apart, are_one
from riwaya.lexicon.name_state import Spelling, StateBody, one_name, state_bodies
from riwaya.lexicon.name_words import Native, name_word
from riwaya.text.fold import fold


def _bare(name: str) -> list[str]:
    return [word[2:] if len(word) > 4 and word.startswith("ال") else word for word in fold(name).split()]


@pytest.mark.parametrize("body", state_bodies(), ids=lambda body: body.id)
def test_every_name_of_a_body_of_state_is_one(body: StateBody) -> None:
    first = one_name(_bare(body.names[0]), "", national=True)
    for name in (*body.names, *body.national, *body.examples):
        assert one_name(_bare(name), "", national=True) == first


@pytest.mark.parametrize("row", load_entries("state_bodies.toml", "spelling", Spelling), ids=lambda row: row.id)
def test_spellings_are_one(row: Spelling) -> None:
    assert len({tuple(one_name([fold(form)], "", national=False)) for form in (*row.forms, *row.examples)}) == 1


@pytest.mark.parametrize("row", load_entries("given_names.toml", "apart", Apart), ids=lambda row: row.id)
def test_names_that_look_alike_are_apart(row: Apart) -> None:
    assert are_apart(*map(fold, row.examples)) and not are_apart(fold(row.examples[0]), fold(row.examples[0]))


@pytest.mark.parametrize("row", load_entries("given_names.toml", "one", One), ids=lambda row: row.id)
def test_forms_of_one_name_are_one(row: One) -> None:
    assert all(are_one(fold(row.forms[0]), fold(form)) for form in (*row.forms, *row.examples))


@pytest.mark.parametrize("row", load_entries("given_names.toml", "native", Native), ids=lambda row: row.id)
def test_native_names_are_given_names(row: Native) -> None:
    assert all(name_word(fold(form)).given and name_word(fold(form)).native for form in row.forms)
