"""Title: a rank, an honour or an office that one page gives a person and another withholds or gives otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from riwaya.across import Evidence
from riwaya.compare.calling import kind_of, phrases_for
from riwaya.compare.namesakes import namesakes
from riwaya.compare.offices import honours, office_of, rank_in, rank_of
from riwaya.compare.scope import Finding, Saying, Scope, differ, values_of
from riwaya.text.words import tokenize

__all__ = ["title"]

#: A rank says more of how an outlet sees a person than an office, of which people have several.
_RANK, _HONOUR, _OFFICE = 0.9, 0.6, 0.45
#: Leaving a title out says less than choosing another.
_WITHHELD = 0.2


def title(scope: Scope) -> Iterator[Finding]:
    """Give the persons whom two pages title differently: another rank, an honour withheld, another office."""
    for entity in scope.entities:
        if entity.type == "PERSON":
            yield from _titled(scope, entity.id, list(phrases_for(scope, entity)))
    for one, other in namesakes(scope):
        if one.type == "PERSON":
            yield from _titled(scope, one.id, [*phrases_for(scope, one), *phrases_for(scope, other)])


def _titled(scope: Scope, about: str, phrases: Sequence[Evidence]) -> Iterator[Finding]:
    for weight, what, sayings in (
        (_RANK, "rank", _ranks(phrases)),
        (_HONOUR, "honour", _honours(phrases)),
        (_OFFICE, "office", _offices(scope, phrases)),
    ):
        if differ(sayings):
            count = len({saying.evidence.document for saying in sayings})
            withheld = len({saying.key for saying in sayings if saying.key}) < 2
            why = f"{what} given and withheld in" if withheld else f"another {what} for one person in"
            why, weight = f"{why} {count} documents", weight - (_WITHHELD if withheld else 0)
            yield Finding("title", about, values_of(sayings), weight, why)


def _ranks(phrases: Sequence[Evidence]) -> list[Saying]:
    """Give the ranks, and the offices of the documents that grant a person's rank nowhere."""
    found = []
    for words in phrases:
        if key := rank_of(words.text):
            found.append(Saying(key, rank_in(words.text), words))
    ranked = {saying.evidence.document for saying in found}
    plain = [w for w in phrases if w.document not in ranked and office_of(w.text)]
    return found + [Saying("", words.text, words) for words in plain]


def _honours(phrases: Sequence[Evidence]) -> list[Saying]:
    """Give the honours, and the plain titles of the documents that grant none."""
    granted = [words for words in phrases if honours().find(tokenize(words.text))]
    polite = {words.document for words in granted}
    plain = [w for w in phrases if w.document not in polite and kind_of(w.text) in ("honorific", "rank", "office")]
    return [Saying("granted", words.text, words) for words in granted] + [Saying("", w.text, w) for w in plain]


def _offices(scope: Scope, phrases: Sequence[Evidence]) -> list[Saying]:
    """Give the offices in the story's own documents: between stories years apart people change office."""
    return [
        Saying(office_of(words.text), words.text, words)
        for words in phrases
        if words.document in scope.home and office_of(words.text)
    ]
