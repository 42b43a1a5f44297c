"""Which short lines are a photo's words: credited to an agency or archive, or printed twice beside each other.

Goes in: the pieces and the place of one. Comes out: the reason why it is a caption, or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from riwaya.page.furniture import caption_end, word_count
from riwaya.page.pieces import Piece

__all__ = ["caption_reason"]

_STOP = re.compile(r"[.!؟?…:][\s\")'\]]*$")
_CREDIT = re.compile(r"(?:\s-\s?|-\s|\(|\||/|,|،)(?=[^-(|/,،]*$)")
_LONGEST = 200  # letters: longer than any caption that stands alone
_NEAR = 2  # lines: how near its twin stands


def caption_reason(pieces: Sequence[Piece], index: int) -> str | None:
    """Give why the piece is a caption, or None."""
    piece = pieces[index]
    if len(piece) > _LONGEST or word_count(piece.form) < 3:
        return None
    if _is_credited(piece.form):
        return "a line that ends in a photo's credit"
    if _STOP.search(piece.form):
        return None
    around = [p for p in pieces[max(0, index - _NEAR) : index + _NEAR + 1] if p is not piece]
    if any(_twins(piece, other) for other in around):
        return "a photo's words printed twice"
    return None


def _twins(one: Piece, other: Piece) -> bool:
    """Tell whether one line repeats the other or a part of it."""
    if _STOP.search(other.form) or len(other) > _LONGEST or word_count(other.form) < 3:
        return False
    left, right = "".join(one.form.split()), "".join(other.form.split())
    short, long = sorted((left, right), key=len)
    return long.startswith(short) or long.endswith(short)


def _is_credited(form: str) -> bool:
    """Tell whether a line ends in a photo credit: "… - archive", "… (agency)"."""
    cut = max(_CREDIT.finditer(form), key=lambda found: found.start(), default=None)
    if cut is None or cut.start() < 10 or word_count(form[cut.end() :]) > 4:
        return False
    bare = form[: cut.start()]
    return bool(caption_end().match(form, cut.end())) and not _STOP.search(bare) and word_count(bare) >= 2
