"""What a piece of an HTML page is by the box it stands in, where the box alone tells.

Goes in: a piece inside the article's part of the page. Comes out: a role and the rule, or None: its words decide.
"""

from __future__ import annotations

import re

from riwaya.page.furniture import word_count
from riwaya.page.pieces import Piece

__all__ = ["box_role"]

_FURNITURE = ("hidden", "share", "menu", "footer", "counter", "comments", "date")
_LINKED = 0.8  # share of link letters above which a run is a link and not a sentence with one
_SENTENCE = re.compile(r"[.!؟?…۔][\s\"')\]]*$")
_BYLINE = 14  # words: more than any byline has
_CAPTION = 60  # words: more than any photo's caption has
_HEADLINE = 4  # words: fewer make no headline


def box_role(piece: Piece, *, below: bool, below_title: bool) -> tuple[str, str] | None:
    """Give (role, rule) by structure; `below`: the article's last paragraph stands above the piece; `below_title`: the
    body has begun."""
    hint, words = piece.stretch.hint, word_count(piece.form)
    if hint in _FURNITURE and (hint != "date" or words <= _BYLINE):
        return "furniture", f"in a box of kind {hint}"
    if hint == "caption" and words <= _CAPTION:
        return "caption", "in a box of kind caption"
    if hint == "tags":
        return "keywords", "in a box of kind tags"
    if hint == "byline":
        short = words <= _BYLINE and not (words > 6 and _SENTENCE.search(piece.form))
        if short or below_title:
            return ("byline", "in a box of kind byline") if short else ("furniture", "a note on the author")
    linked = piece.stretch.links >= _LINKED and not (_SENTENCE.search(piece.form) and words > 12)
    if hint != "related" and not linked:
        return None
    why = "in a box of kind related" if hint == "related" else "a link on a line of its own"
    if words < _HEADLINE:
        return "furniture", why
    return ("similar_title" if below else "inline_link"), why
