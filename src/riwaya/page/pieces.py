"""A page's text in pieces: the lines, and parts of lines where something else begins in the middle of one.

Goes in: the text, folded once, and the places where lines lie. Comes out: `Piece`s in reading order, each with its
span, its folded form and what the page's structure says of it. Every visible letter is in one piece.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from riwaya.model import Span
from riwaya.page.credits import closing_credit
from riwaya.page.furniture import cuts, glued_section
from riwaya.text.fold import Folded, folded

__all__ = ["Piece", "Stretch", "cut_pieces", "text_lines"]

#: A line longer than this is cut nowhere inside but at its sign-off: no printed line is so long.
_LONGEST_LINE = 20_000
_SHORT = 120  # letters: a line that may come again
_STOPS = (".", "!", "؟", "?", "…", '"', ")")
_PARAGRAPH = 150  # letters: a sign-off closes a paragraph; after a shorter line without a stop it is a photo's credit
#: Joiners, marks of direction, byte-order mark: nobody sees them at the edge of a line.
_INVISIBLE = frozenset(
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c\ufeff\u00ad"
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of text with one place in the page. `hint` is what the page's structure says of it, `links` (0..1) how much
    of it is link text, `heading` its level as a heading, `run` its number on an HTML page, `stamp` a machine's time."""

    span: Span
    place: str
    hint: str = ""
    links: float = 0.0
    heading: int = 0
    run: int = 0
    stamp: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a stretch, trimmed, with its folded form; `opens` is true for the part that begins the stretch
    and `printed` is the page's own spelling."""

    span: Span
    form: str
    stretch: Stretch
    opens: bool = True
    printed: str = ""

    def __len__(self) -> int:
        return self.span.end - self.span.start


def text_lines(text: str) -> Iterator[Stretch]:
    """Give each line of a plain text that holds anything."""
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        if len(trimmed(line, 0, len(line))):
            yield Stretch(Span(start, start + len(line)), f"line {number}")
        start += len(line) + 1


def cut_pieces(text: str, stretches: Iterable[Stretch]) -> tuple[Piece, ...]:
    """Give the pieces of all stretches in order."""
    way = folded(text)
    return tuple(piece for stretch in stretches for piece in _cut(text, way, stretch))


def _cut(text: str, way: Folded, stretch: Stretch) -> Iterator[Piece]:
    first, last = way.at(stretch.span.start), way.at(stretch.span.end)
    form = way.text[first:last]
    places = _short_places(form) if len(form) <= _SHORT else _places(form)
    offsets = [stretch.span.start, *(int(way.origin[first + place]) for place in places[1:]), stretch.span.end]
    for number, (start, end) in enumerate(pairwise(offsets)):
        span = trimmed(text, start, end)
        if len(span):
            yield Piece(span, way.text[way.at(span.start) : way.at(span.end)], stretch, number == 0,
                        span.of(text))  # fmt: skip


def _places(form: str) -> tuple[int, ...]:
    """Give where the pieces of a folded line begin."""
    places = [0, glued] if (glued := glued_section(form)) else [0]
    if len(form) <= _LONGEST_LINE:
        places += [place for place in cuts(form) if place > places[-1]]
        closing = closing_credit(form[places[-1] :])
        before = form[places[-1] : places[-1] + closing].rstrip()
        if closing < len(form[places[-1] :].rstrip()) and (before.endswith(_STOPS) or len(before) > _PARAGRAPH):
            places.append(places[-1] + closing)
    return tuple(places)


#: Menus and headlines come again on every page of an outlet.
_short_places = lru_cache(maxsize=8192)(_places)


def trimmed(text: str, start: int, end: int) -> Span:
    """Give the span without blank space and invisible signs at its ends."""
    while start < end and (text[start].isspace() or text[start] in _INVISIBLE):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _INVISIBLE):
        end -= 1
    return Span(start, end)
