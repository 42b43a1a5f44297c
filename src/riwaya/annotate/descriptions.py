"""Descriptions of people that stand for a name of the page: `الوزير`, `الرئيس الروسي`, `وزير الدفاع`, `الأخير`.

Goes in: the page's views and its chosen names. Comes out: nominal candidates with their antecedent. A description is
taken only where the page makes it sure: one person of the page bears that office, rank or epithet, in words that do not
speak against it; `الأخير` stands for the person named last. Two sides together (`الجانبان`) are left to the events.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from riwaya.annotate.candidates import Candidate
from riwaya.annotate.name_view import View
from riwaya.annotate.titles import post_end
from riwaya.lexicon.name_entries import context_words
from riwaya.model import Span
from riwaya.text.words import stems

__all__ = ["find_descriptions"]

_ARTICLE = "ال"
_KINDS = frozenset(("office", "rank", "occupation"))
_ADJECTIVES = 3  # after a title: الرئيس الروسي السابق
_FAR = 60  # words from a name to `the latter`
_CERTAIN = 3.0


@dataclass(frozen=True, slots=True)
class Bearer:
    """A person of the page (`name`: his id or family name) and the bare words of a title; `country`: its nationality."""

    one: Candidate
    name: str
    words: frozenset[str]
    country: str


def find_descriptions(views: Sequence[View], chosen: Sequence[Candidate]) -> list[Candidate]:
    """Give the descriptions that stand for one person of the page each."""
    people = [one for one in chosen if one.type == "PERSON" and one.kind == "name"]
    taken = {index for one in chosen for index in range(one.first, one.last)}
    firsts = [view.first for view in views]
    homes = ((views[bisect_right(firsts, one.first) - 1], one) for one in people)
    holders = _Holders([bearer for view, one in homes for bearer in _titles(view, one)])
    starts = [one.first for one in people]
    for view in views[:1]:
        taken |= {i for one in chosen for span in one.titles for i in range(*_words_of(view, span))}
    found = []
    others: set[tuple[frozenset[str], str]] = set()  # descriptions of people whom the page does not name
    for view in views:
        index = view.first
        while index < view.last:
            last, cut = _description(view, index)
            if last > index and taken.isdisjoint(range(index, last)):
                span = view.span_of(index, last, cut)
                words, country = _bare(view, index, last)
                home = holders.only(words, country, span.start)
                if home is None:
                    others.add((words, country))
                elif country or not any(words <= more and land for more, land in others):
                    found.append(_nominal(index, last, span, home, "office that one person of the page holds"))
                index = last
                continue
            if home := _latter(view, index, people[bisect_left(starts, index - _FAR) : bisect_left(starts, index)]):
                found.append(_nominal(index, index + 1, view.span_of(index, index + 1), home, "the person named last"))
            index += 1
    return found


def _nominal(first: int, last: int, span: Span, home: Candidate, why: str) -> Candidate:
    one = Candidate(first, last, span, span, "PERSON", kind="nominal", antecedent=home.span)
    one.why[why] = _CERTAIN
    return one


def _description(view: View, index: int) -> tuple[int, int]:
    """Give the word after a description that begins here, and its proclitic letters; the word itself where none does."""
    title = view.title_starts.get(index)
    if title is not None and title.value.kind in _KINDS and title.last <= view.last:
        form = view.form(index)
        if form[len(title.proclitic) :].startswith(_ARTICLE) or form.startswith("لل"):
            last = title.last
            while last < min(view.last, title.last + _ADJECTIVES) and _is_adjective(view, last):
                last += 1
            return last, len(title.proclitic)
    if index in view.posts:
        last = post_end(view, index)
        cut = next((cut for rest, cut in stems(view.form(index)) if rest in context_words("post")), 0)
        if last > view.posts[index] and view.form(last - 1) not in context_words("link"):
            return last, cut
    return index, 0


def _is_adjective(view: View, index: int) -> bool:
    form = view.form(index)
    return form.startswith(_ARTICLE) and (index in view.peoples or form in context_words("former"))


def _titles(view: View, one: Candidate) -> list[Bearer]:
    """Give a person's titles in this view as bearers."""
    if not view.first <= one.first < view.last:
        return []
    name = one.entity or view.tokens.words[view.tokens.index_at(one.name.end) - 1].form
    return [Bearer(one, name, *_bare(view, *_words_of(view, span))) for span in one.titles]


def _words_of(view: View, span: Span) -> tuple[int, int]:
    """Give the first word that a span is in, proclitics or not, and the word after its last."""
    return view.tokens.index_at(span.start + 1) - 1, view.tokens.index_at(span.end)


def _bare(view: View, first: int, last: int) -> tuple[frozenset[str], str]:
    """Give the telling words of a title without articles, and the country that its adjective names."""
    words, country = set(), ""
    for index in range(first, last):
        if index in view.peoples:
            country = country or view.peoples[index].value.country
            continue
        form = min(
            (rest for rest, _ in stems(view.form(index))[:2] if rest.startswith(_ARTICLE)), default=view.form(index)
        )
        form = form[2:] if form.startswith(_ARTICLE) and len(form) > 4 else form
        if form not in context_words("link"):
            words.add(form)
    return frozenset(words), country


class _Holders:
    """The people of a page by what their titles say; each question is worked out once."""

    def __init__(self, bearers: list[Bearer]) -> None:
        self.bearers = sorted(bearers, key=lambda b: b.one.span)
        self.answers: dict[tuple[frozenset[str], str], tuple[list[int], list[Candidate]]] = {}

    def only(self, words: frozenset[str], country: str, at: int) -> Candidate | None:
        """Give the one person named before `at` whose title says all the words, and no other country."""
        if (words, country) not in self.answers:
            self.answers[words, country] = self._answer(words, country)
        starts, people = self.answers[words, country]
        place = bisect_left(starts, at)
        return people[place - 1] if place else None

    def _answer(self, words: frozenset[str], country: str) -> tuple[list[int], list[Candidate]]:
        fits = [b for b in self.bearers if words and words <= b.words and (not country or b.country in ("", country))]
        exact = [b for b in fits if b.words == words and (not country or b.country == country)] or fits
        if len({b.name for b in exact}) != 1:
            return [], []
        return [b.one.span.start for b in exact], [b.one for b in exact]


def _latter(view: View, index: int, people: list[Candidate]) -> Candidate | None:
    """Give the person named last before `the latter`, which stands behind a verb, a preposition or `this`."""
    if view.form(index) not in context_words("latter") or not _leads_to_latter(view, index - 1):
        return None
    return max((one for one in people if one.last < index), key=lambda one: one.last, default=None)


def _leads_to_latter(view: View, index: int) -> bool:
    return view.says(index) or view.form(index) in context_words("before_latter")
