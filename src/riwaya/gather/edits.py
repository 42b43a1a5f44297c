"""What a copy changed: words added, cut or altered against the page it was copied from, and what they are about.

Goes in: two records. Comes out: `Edit`s in the text's order, the headline's first: a headline, a whole sentence, an
agency's credit, a title before a name, a number, a date, a name, an adjective, or other words. Stretches that are the
same in both are found first (`alignment`); only what stands between them is compared word by word, so that a long
page costs no more than its words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from riwaya.across import Edit, Evidence
from riwaya.gather.alignment import Stretch, chain, evidence_of, stretches
from riwaya.gather.shingles import Words, words_of
from riwaya.model import Record, Span
from riwaya.text.fold import fold
from riwaya.text.segments import segment

__all__ = ["changes", "edits"]

#: Words that make what was added or cut a sentence.
SENTENCE_WORDS = 8
#: Longer changes are no more "an adjective" or "a number" but new words that hold one.
FEW_WORDS = 4
#: Words left times words right between two common stretches that are still compared word by word; more is one change.
MOST_CELLS = 250_000
#: Changes shown of one copy.
MOST_EDITS = 60
#: Code points around a change in which its part of speech is read.
AROUND = 60
_KINDS = {"insert": "added", "delete": "cut", "replace": "altered"}


def edits(left: Record, right: Record) -> tuple[Edit, ...]:
    """Give what the right page added, cut or altered against the left one."""
    words = words_of(left.document), words_of(right.document)
    return changes(left, right, words, stretches(*words))


def changes(left: Record, right: Record, words: tuple[Words, Words], found: Sequence[Stretch]) -> tuple[Edit, ...]:
    """Give the edits of two pages whose words and common stretches are known."""
    out = list(_headline(left, right))
    for kind, one, other in _apart(words, found):
        sides = (
            evidence_of(left.document, words[0], one.start, len(one)) if one else None,
            evidence_of(right.document, words[1], other.start, len(other)) if other else None,
        )
        out.append(Edit(kind, _what(left, right, *sides), *sides))
    return tuple(out[:MOST_EDITS])


def _headline(left: Record, right: Record) -> Iterator[Edit]:
    one, other = left.document, right.document
    if one.title and other.title and fold(one.title.of(one.text)) != fold(other.title.of(other.text)):
        sides = [Evidence(doc.id, doc.title, doc.title.of(doc.text)) for doc in (one, other) if doc.title]
        yield Edit("altered", "headline", sides[0], sides[1])


def _apart(words: tuple[Words, Words], found: Sequence[Stretch]) -> Iterator[tuple[str, range, range]]:
    """Give the changes between the common stretches, as word numbers on both sides."""
    ends = (len(words[0].numbers), len(words[1].numbers))
    left = right = 0
    for start, at, length in [*chain(found), (*ends, 0)]:
        yield from _between(words, range(left, start), range(right, at))
        left, right = start + length, at + length


def _between(words: tuple[Words, Words], one: range, other: range) -> Iterator[tuple[str, range, range]]:
    if not one and not other:
        return
    if len(one) * len(other) > MOST_CELLS or not one or not other:
        yield "altered" if one and other else "cut" if one else "added", one, other
        return
    sides = (words[0].numbers[one.start : one.stop].tolist(), words[1].numbers[other.start : other.stop].tolist())
    for tag, start, end, at, to in SequenceMatcher(None, *sides, autojunk=False).get_opcodes():
        if tag != "equal":
            yield (_KINDS[tag], range(one.start + start, one.start + end), range(other.start + at, other.start + to))


def _what(left: Record, right: Record, one: Evidence | None, other: Evidence | None) -> str:
    """Say what a change is about: the first of its kinds that either side shows."""
    sides = [(record, words) for record, words in ((left, one), (right, other)) if words]
    most = max(len(words.text.split()) for _, words in sides)
    if most >= SENTENCE_WORDS:
        return "sentence"
    if any(span.meets(words.span) for record, words in sides for span in record.document.agencies):
        return "credit"
    if most > FEW_WORDS:
        return "words"
    for what in ("title", "number", "date", "name"):
        if any(span.meets(words.span) for record, words in sides for span in _spans(record, what)):
            return what
    return "adjective" if all(_is_adjective(record, words.span) for record, words in sides) else "words"


def _spans(record: Record, what: str) -> Iterator[Span]:
    """Give where a page says such a thing."""
    if what == "title":
        yield from (title for mention in record.mentions for title in mention.titles)
    elif what == "number":
        yield from (amount.number for amount in record.amounts)
    elif what == "date":
        yield from (time.span for time in record.times)
    else:
        yield from (mention.name for mention in record.mentions if mention.kind == "name")


def _is_adjective(record: Record, span: Span) -> bool:
    """Tell whether all words of a change are adjectives as they stand."""
    text = record.document.text
    start, end = max(span.start - AROUND, 0), min(span.end + AROUND, len(text))
    found = [
        one.upos for one in segment(text[start:end]) if Span(span.start - start, span.end - start).holds(one.word.span)
    ]
    return bool(found) and all(upos == "ADJ" for upos in found)
