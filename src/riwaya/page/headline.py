"""Which line of a plain-text page is its title, if any.

Goes in: the pieces in order. Comes out: one of them, or None where the page begins with its first paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from riwaya.page.captions import caption_reason
from riwaya.page.credits import credit_line
from riwaya.page.furniture import mark, word_count
from riwaya.page.pieces import Piece
from riwaya.page.prose import LONGEST_HEADLINE, content_words, is_prose, reads_as_lead
from riwaya.page.published import is_date_line

__all__ = ["find_title"]

_TOP = 80  # lines among which the first paragraph is looked for
_SHORT_NAME = 4  # words: an outlet's or section's name is no longer
_MENU = 5  # unmarked lines above the first paragraph: more of them are a menu
_LEAST_MENU = 3  # lines that stand above a title found below a menu
_HEADLINE_STOP = re.compile(r":|\.\.")


def find_title(pieces: Sequence[Piece]) -> Piece | None:
    """Give the line that is the headline: short, no sentence's end, with an article below it.

    A line that could be a byline is taken only where no other line above the article can be the headline, and a very
    short line (an outlet's name, a section's) only where no fuller line follows it.
    """
    lines = _above_the_body(pieces)
    if len(lines) > _MENU and (best := _best_of_menu(pieces, lines)) is not None:
        return best
    second: Piece | None = None
    for index in lines:
        piece = pieces[index]
        if credit := credit_line(piece.form):
            second = second or (piece if index == 0 and _may_be_headline(piece, *credit) else None)
            continue
        if (found := mark(piece.form)) and found.kind == "caption" and second:
            continue
        if fuller := _fuller(pieces, index):
            return fuller
        return piece if len(pieces) == 1 or len(pieces) > index + 3 or _has_article(pieces, index) else None
    return second if second and len(pieces) > 1 else None


def _above_the_body(pieces: Sequence[Piece]) -> list[int]:
    """Give the lines above the first paragraph that are neither furniture nor dates."""
    lines: list[int] = []
    for index, piece in enumerate(pieces[:_TOP]):
        if (found := mark(piece.form)) and found.kind not in ("caption", "byline", "read_also"):
            continue
        if is_date_line(piece.form):
            continue
        if len(piece) > LONGEST_HEADLINE or reads_as_lead(piece):
            break
        lines.append(index)
        if is_prose(piece):
            break
    return lines


def _best_of_menu(pieces: Sequence[Piece], lines: Sequence[int]) -> Piece | None:
    """Give the line below a menu that shares most words with the first paragraphs, the lowest of equals."""
    first = lines[-1] + 1
    paragraphs = [piece for piece in pieces[first : first + 12] if is_prose(piece)][:3]
    article = content_words(paragraphs)
    best: tuple[float, int] | None = None
    for index in lines:
        words = content_words((pieces[index],))
        shared = len(words & article)
        if shared >= 2 and (best is None or (shared / len(words), index) >= best):
            best = (shared / len(words), index)
    return pieces[best[1]] if best and best[1] >= _LEAST_MENU and best[0] >= 0.5 else None


def _fuller(pieces: Sequence[Piece], index: int) -> Piece | None:
    """Give the headline below a very short line that shares no word with the article, where there is one."""
    if word_count(pieces[index].form) > _SHORT_NAME:
        return None
    for at in range(index + 1, min(index + 4, len(pieces))):
        piece = pieces[at]
        if mark(piece.form) or is_date_line(piece.form) or (credit_line(piece.form) and ":" not in piece.form):
            continue
        if is_prose(piece) or reads_as_lead(piece) or word_count(piece.form) < 5 or caption_reason(pieces, at):
            return None
        article = content_words(pieces[at + 1 : at + 4])
        own, name = content_words((piece,)), content_words((pieces[index],))
        return piece if own & article and not name & article else None
    return None


def _has_article(pieces: Sequence[Piece], index: int) -> bool:
    """Tell whether prose, or a longer line, stands soon below the line at `index`."""
    below = pieces[index + 1 : index + 12]
    return any(is_prose(piece) or len(piece) > len(pieces[index]) for piece in below)


def _may_be_headline(piece: Piece, role: str, why: str) -> bool:
    """Tell whether a line read as a credit could as well be a headline: "place: what happened", a bare name."""
    if role != "byline" or "agency" in why:
        return False
    return "beside" not in why or bool(_HEADLINE_STOP.search(piece.form))
