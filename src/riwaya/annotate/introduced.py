"""Names that the text introduces as such, whatever their words: by an age behind them, by `called`, by kin, by apposition.

Goes in: a `View`. Comes out: person and place candidates for words that no table and no tagger knows as names:
`دون ستورغيس (44 عاما)`, `تدعى دون ستورغيس`, `في امزبيري، البلدة الصغيرة`.
"""

from __future__ import annotations

from collections import Counter

from riwaya.annotate.candidates import Candidate
from riwaya.annotate.name_view import View
from riwaya.annotate.persons import grow
from riwaya.annotate.titles import titles_around
from riwaya.lexicon.name_entries import context_words
from riwaya.lexicon.name_words import name_word

__all__ = ["find_introduced"]

_OPENERS = frozenset(("(", "،", ",", "-"))
_COMMAS = frozenset(("،", ","))
_ARTICLE = "ال"
_LONGEST = 4  # words of a name before an age
_LEAST = 4  # letters of an unknown word that is taken for a place


def find_introduced(view: View) -> list[Candidate]:
    """Give the candidates that their introduction makes names."""
    found = []
    for index in range(view.first, view.last):
        form = view.form(index)
        if form[:1].isdigit() and view.form(index + 1) in context_words("years_of_age"):
            found += _before_age(view, index)
        elif form in context_words("called") or (form[:1] == "و" and form[1:] in context_words("called")):
            found += _called(view, index + 1)
        elif form in context_words("place_before"):
            found += _apposed_place(view, index + 1)
    return found + _repeated_places(view)


def _before_age(view: View, number: int) -> list[Candidate]:
    """Give the name that ends before an age: name + (44 عاما); its last word is one that names can have."""
    last = number - 1
    if view.form(last) not in _OPENERS:
        return []
    if view.form(last - 1) in _COMMAS:
        last -= 1
    first = last
    while last - first < _LONGEST and _may_be_name(view, first - 1) and not (first < last and view.is_joined(first)):
        first -= 1
    words = last - first
    if words == 1 and not view.is_joined(first) and view.form(first - 1) in context_words("word_or_name"):
        first, words = first - 1, 2
    if words < 2:
        return []
    return [_person(view, first, last, "age behind")]


def _may_be_name(view: View, index: int) -> bool:
    kind = view.kind(index)
    return not view.stops(index) and not view.form(index).startswith(_ARTICLE) and (
        kind.unknown or kind.likeness > 0 or index in view.known
    )  # fmt: skip


def _called(view: View, first: int) -> list[Candidate]:
    """Give the name behind a word that says so: تدعى + name."""
    last = grow(view, first)
    if view.form(first) in context_words("word_or_name") and view.kind(first + 1).unknown:
        last = max(last, first + 2)
    if last <= first or (last - first == 1 and not view.kind(first).likeness > 0):
        return []
    return [_person(view, first, last, "called so")]


def _person(view: View, first: int, last: int, evidence: str) -> Candidate:
    cut = view.stem(first)[1] if not view.kind(first).given else 0
    form = view.form(first)
    if form[0] == "و" and len(form) > 3 and not name_word(form).given:
        cut = max(cut, 1)
    name = view.span_of(first, last, cut)
    around = titles_around(view, first, last)
    one = Candidate(first, last, name, name, "PERSON", titles=around.spans)
    if around.joined is not None and not cut:
        one.first, one.span = around.joined, view.span_of(around.joined, last, around.cut)
    one.add(evidence)
    return one


def _apposed_place(view: View, index: int) -> list[Candidate]:
    """Give the unknown word that is said to be a town: في امزبيري، البلدة الصغيرة."""
    if not _may_be_place(view, index) or view.form(index + 1) not in _COMMAS:
        return []
    if view.form(index + 2) not in context_words("town_noun"):
        return []
    return [_place(view, index, "town in apposition")]


def _repeated_places(view: View) -> list[Candidate]:
    """Give the unknown words that stand behind a preposition of place several times on the block."""
    places = [i + 1 for i in range(view.first, view.last - 1) if view.form(i) in context_words("place_before")]
    places = [index for index in places if _may_be_place(view, index) and view.form(index) in view.repeated]
    counts = Counter(view.form(index) for index in places)
    return [_place(view, index, "preposition of place before") for index in places if counts[view.form(index)] > 1]


def _may_be_place(view: View, index: int) -> bool:
    form = view.form(index)
    return (
        len(form) >= _LEAST and form[0].isalpha() and not form.isascii() and name_word(form).unknown
        and index not in view.tags and index not in view.places and not view.is_joined(index)
        and not view.is_verb(index) and index not in view.known and index not in view.peoples
    )  # fmt: skip


def _place(view: View, index: int, evidence: str) -> Candidate:
    span = view.span_of(index, index + 1)
    one = Candidate(index, index + 1, span, span, "PLACE")
    one.add(evidence)
    one.add("unknown word behind a preposition of place")
    return one
