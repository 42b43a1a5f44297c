"""A copied text with its edits marked, as HTML: what the copy added, what it cut, what it altered.

Goes in: the first page and the copy. Comes out: the copy's text as <ins>, <del> and plain words, long unchanged
stretches shortened, and what the edits are about, with how many there are of each.
"""

from __future__ import annotations

from collections import Counter

from markupsafe import Markup, escape

from riwaya.gather.edits import edits
from riwaya.model import Record

__all__ = ["marked_copy"]

#: Code points of unchanged text shown before and after an edit, and of one edit; longer ones are cut in the middle.
AROUND, LONGEST = 90, 320
#: Edits shown; a text with more is no copy that anybody reads word by word.
MOST = 60


def marked_copy(first: Record, copy: Record) -> tuple[tuple[tuple[str, int], ...], Markup]:
    """Give what the edits are about, with counts, and the copy's text with them."""
    text = copy.document.text
    out: list[Markup] = []
    at, pending_cut = -1, None
    made = edits(first, copy)
    for edit in made[:MOST]:
        if edit.right and edit.right.span.start < at:  # the headline, told once
            continue
        if edit.right is None:
            pending_cut = _join(pending_cut, edit.left.text if edit.left else "")
            continue
        start, end = edit.right.span.start, edit.right.span.end
        out.append(_plain(text[at:start] if at >= 0 else text[max(0, start - AROUND) : start], opened=at < 0))
        if pending_cut:
            out.append(_change("del", pending_cut))
            pending_cut = None
        if edit.left:
            out.append(_change("del", edit.left.text))
        out.append(_change("ins", edit.right.text))
        at = end
    if pending_cut:
        out.append(_change("del", pending_cut))
    if at >= 0:
        out.append(_plain(text[at : at + AROUND], opened=False) + ("…" if at + AROUND < len(text) else ""))
    return tuple(Counter(edit.what for edit in made).most_common()), Markup("").join(out)


def _join(before: str | None, words: str) -> str:
    return f"{before} … {words}" if before else words


def _plain(words: str, *, opened: bool) -> Markup:
    """Give unchanged words, the middle of a long stretch left out."""
    words = " ".join(words.split("\n")) if words.strip() else " "
    if opened:
        return escape("… " + words)
    if len(words) > 2 * AROUND:
        words = f"{words[:AROUND]} … {words[-AROUND:]}"
    return escape(words)


def _change(tag: str, words: str) -> Markup:
    words = " ".join(words.split())
    if len(words) > LONGEST:
        words = f"{words[: LONGEST // 2]} … {words[-LONGEST // 2 :]}"
    return Markup(f"<{tag}>{{}}</{tag}> ").format(words)
