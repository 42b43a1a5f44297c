"""Title: a rank, an honour or an office that one page gives a person and another withholds or gives otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from riwaya.compare.namesakes import namesakes
from riwaya.compare.scope import Finding, Saying, Scope, differ, values_of
from riwaya.compare.wording import honours, office_of, office_start, rank_in, rank_of, same_words
from riwaya.lexicon.name_entries import title_phrases
from riwaya.model import Entity, Evidence, Mention, Span
from riwaya.text.words import tokenize

__all__ = ["title"]

#: A rank says more of how an outlet sees a person than an office, of which people have several.
_RANK, _HONOUR, _OFFICE = 0.9, 0.5, 0.45


def title(scope: Scope) -> Iterator[Finding]:
    """Give the persons whom two pages title differently: another rank, an honour withheld, another office."""
    for entity in scope.entities:
        if entity.type == "PERSON":
            yield from _titled(scope, entity.id, list(_phrases(scope, entity)))
    for one, other in namesakes(scope):
        if one.type == "PERSON":
            yield from _titled(scope, one.id, [*_phrases(scope, one), *_phrases(scope, other)])


def _titled(scope: Scope, about: str, phrases: Sequence[Evidence]) -> Iterator[Finding]:
    for weight, what, sayings in (
        (_RANK, "rank", _ranks(phrases)),
        (_HONOUR, "honour", _honours(phrases)),
        (_OFFICE, "office", _offices(scope, phrases)),
    ):
        if differ(sayings):
            count = len({saying.evidence.document for saying in sayings})
            why = f"another {what} for one person, in {count} documents"
            yield Finding("title", about, values_of(sayings), weight, why)


def _phrases(scope: Scope, entity: Entity) -> Iterator[Evidence]:
    """Give the titles of a person's mentions; titles that touch (`اللواء` `المتقاعد`) are one phrase."""
    for document, mention in scope.mentions[entity.id]:
        text = scope.records[document].document.text
        for span in _joined(mention, text):
            yield scope.words(document, span)


def _joined(mention: Mention, text: str) -> list[Span]:
    joined: list[Span] = []
    for span in sorted(mention.titles):
        if joined and not text[joined[-1].end : span.start].strip() and _kind(joined[-1].of(text)) != "office":
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _kind(text: str) -> str:
    """Give the kind of the first known title in a phrase, "" where none is known."""
    hits = title_phrases().find(tokenize(text))
    return hits[0].value.kind if hits else ""


def _ranks(phrases: Sequence[Evidence]) -> list[Saying]:
    found = []
    for words in phrases:
        if key := rank_of(words.text):
            found.append(Saying(key, rank_in(words.text), words))
    return found


def _honours(phrases: Sequence[Evidence]) -> list[Saying]:
    """Give the honours, and the plain titles of the documents that grant none."""
    granted = [words for words in phrases if honours().find(tokenize(words.text))]
    polite = {words.document for words in granted}
    plain = [w for w in phrases if w.document not in polite and _kind(w.text) in ("honorific", "rank", "office")]
    return [Saying("granted", words.text, words) for words in granted] + [Saying("", w.text, w) for w in plain]


def _offices(scope: Scope, phrases: Sequence[Evidence]) -> list[Saying]:
    """Give the offices in the story's own documents: between stories years apart people change office."""
    found = []
    for words in phrases:
        if words.document in scope.home and _kind(words.text) in ("office", "") and same_words(words.text):
            whole = _with_deputy(scope, words)
            found.append(Saying(office_of(whole.text), whole.text, whole))
    return found


def _with_deputy(scope: Scope, words: Evidence) -> Evidence:
    """Give an office with the word of office directly before it: a deputy minister is no minister."""
    tokens = tokenize(scope.records[words.document].document.text)
    before = tokens.index_at(words.span.start) - 1
    if before >= 0 and (start := office_start(tokens, before)) is not None:
        return scope.words(words.document, Span(start, words.span.end))
    return words
