"""What each piece of a page is: one pass from the top, by the words and the order of the pieces.

Goes in: the pieces in reading order. Comes out: `Label`s (a piece, its role, the rule). The pass knows five zones: the
top (until the body begins), the body, the after (source and key words stand there), a list of other headlines, another
article, and the comments, after which nothing of the article comes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from riwaya.page.boxes import box_role
from riwaya.page.captions import caption_reason
from riwaya.page.credits import credit_line, unknown_credit
from riwaya.page.endings import mend_endings
from riwaya.page.furniture import Mark, mark, word_count
from riwaya.page.headline import find_title
from riwaya.page.label_types import ABOVE_TITLE, DATED, Label
from riwaya.page.pieces import Piece
from riwaya.page.prose import LONGEST_HEADLINE, content_words, is_headline_like, is_prose, last_prose
from riwaya.page.published import day_in, is_date_line

__all__ = ["label"]

_LONG = 110  # letters: a headline is shorter, a paragraph of an article mostly longer
_LONGEST_LINK = 260  # letters of a "read also" line with its headline
_LONGEST_SOURCE = 10  # words: a longer sentence after the word for "source" is a quotation of one
_SHORT_NAME = 4  # words: an outlet's or section's name is no longer
_SHORT_DATED = 10  # words: a line beside the title that gives its day is no longer
_SAME_STORY = 0.6  # share of a headline's words that its own article repeats in the first paragraph
_ARABIC = re.compile("[\u0620-\u064a]")
_BULLET = re.compile(r"\s*[•·▪●◦*■□►▶»\-]\s")


@dataclass(slots=True)
class _State:
    zone: str = "top"
    title: Piece | None = None
    bodies: int = 0
    pending: str = ""  # the role that the next line has: the headline under "read also"
    again: bool = False  # more than one headline stands under "read also"
    structured: bool = False  # an HTML page: boxes tell more than the order of lines
    last_run: int = -1  # on an HTML page: the run of the article's last paragraph
    last_index: int = -1  # the last piece that reads as a paragraph
    labels: list[Label] = field(default_factory=list)

    def add(self, piece: Piece, role: str, why: str) -> None:
        self.labels.append(Label(piece, role, why))


def label(
    pieces: Sequence[Piece], *, title: Piece | None = None, structured: bool = False, last_run: int = -1
) -> tuple[Label, ...]:
    """Give every piece its role. On an HTML page (`structured`) the title and the last paragraph's run are known."""
    state = _State(title=title, structured=structured, last_run=last_run, last_index=last_prose(pieces))
    if not structured:
        state.title = find_title(pieces)
    for index, piece in enumerate(pieces):
        _step(state, pieces, index, piece)
    if not structured:
        mend_endings(state.labels)
    return tuple(state.labels)


def _step(state: _State, pieces: Sequence[Piece], index: int, piece: Piece) -> None:
    if piece is state.title:
        state.add(piece, "title", "first headline-like line" if not piece.stretch.hint else "the page's title")
        return
    if state.structured and _by_box(state, piece):
        return
    if state.zone == "comments":
        state.add(piece, "furniture", "below the comments")
        return
    found = mark(piece.form) if piece.opens or len(piece) < 400 else None
    if found is None and is_date_line(piece.form) and state.zone in ("top", "after"):
        found = Mark("published", "a line that is a date", len(piece.form))
    if state.zone == "top" and state.title and piece.form.strip() == state.title.form.strip():
        state.add(piece, "furniture", "the title again")
        return
    if found and _marked(state, pieces, index, piece, found):
        return
    if state.pending and _under_read_also(state, pieces, index, piece):
        return
    _ZONES[state.zone](state, pieces, index, piece)


def _by_box(state: _State, piece: Piece) -> bool:
    """Label a piece by its box; false where its words decide."""
    found = mark(piece.form)
    if found and found.kind in ("read_also", "source", "keywords", "published", "updated"):
        return False
    below = piece.stretch.run > state.last_run
    if _links_to_author(state, piece):
        state.add(piece, "byline", "a name alone, linked, under the title")
        return True
    if known := box_role(piece, below=below, below_title=state.bodies > 0):
        state.pending = ""
        state.add(piece, *known)
        return True
    above = state.zone == "top" and state.title and piece.span < state.title.span
    if above and not is_prose(piece):
        state.add(piece, "furniture", ABOVE_TITLE)
        return True
    if below and _beside_the_body(state, piece):
        return False
    if below and not is_prose(piece) and not credit_line(piece.form, last=True):
        headline = piece.stretch.heading and word_count(piece.form) >= 4
        state.add(piece, "similar_title" if headline else "furniture", "below the last paragraph")
        return True
    return False


def _links_to_author(state: _State, piece: Piece) -> bool:
    """Tell whether a link between title and text is a person's name and nothing more, as links to authors are."""
    if state.zone != "top" or not state.title or piece.span < state.title.span or state.bodies or piece.stretch.hint:
        return False
    return piece.stretch.links > 0 and credit_line(piece.form) == ("byline", "a name alone")


def _beside_the_body(state: _State, piece: Piece) -> bool:
    """Tell whether a line without a stop stands as the paragraphs of the body do, so that it is one of them."""
    if piece.stretch.links > 0 or piece.stretch.heading or word_count(piece.form) < _SHORT_NAME:
        return False
    body = next((row.piece.stretch.place for row in reversed(state.labels) if row.role == "body"), "")
    return piece.stretch.place == body


def _marked(state: _State, pieces: Sequence[Piece], index: int, piece: Piece, found: Mark) -> bool:
    """Label a piece by its mark; false where the mark means nothing at this place."""
    kind, why = found.kind, found.rule
    rest = piece.form[found.end :].strip(" :|-/\\.")
    if kind == "read_also":
        return _read_also(state, pieces, index, piece, rest, why)
    if kind == "source" and is_prose(piece) and word_count(piece.form) > _LONGEST_SOURCE:
        return False
    if kind == "source":
        state.add(piece, "source_line", why)
        state.zone = "after" if state.bodies else state.zone
    elif why == "only hashtags" and index < state.last_index:
        return False
    elif kind == "keywords":
        state.add(piece, "keywords", why)
        state.zone = "after" if state.bodies else state.zone
    elif kind == "similar":
        state.add(piece, "furniture", why)
        state.zone = "similar" if state.bodies else state.zone
    elif kind == "similar_cut":
        state.add(piece, "similar_title" if rest else "furniture", why)
        state.zone = "similar"
    elif kind == "comments":
        if is_prose(piece) and state.zone in ("top", "body") and word_count(piece.form) > 12:
            return False
        state.add(piece, "furniture", why)
        state.zone = "comments" if state.bodies else state.zone
    elif kind == "counter" and state.zone == "body" and index < state.last_index:
        return False
    elif kind in ("published", "updated", "counter", "share", "furniture"):
        if kind == "furniture" and state.zone == "body" and len(piece) > 250:
            return False
        state.add(piece, "furniture", why)
    elif kind == "section":
        if state.bodies and state.zone == "body" and index < state.last_index:
            return False
        state.add(piece, "furniture", why)
    elif kind == "caption":
        if (is_prose(piece) and len(piece) > _LONG) or state.zone not in ("top", "body"):
            return False
        if state.title is None and not state.labels:
            return False
        state.add(piece, "caption", why)
    else:
        return False
    state.pending = ""
    return True


def _read_also(state: _State, pieces: Sequence[Piece], index: int, piece: Piece, rest: str, why: str) -> bool:
    if rest:
        if len(piece) > _LONGEST_LINK:
            return False
        after = state.zone in ("after", "related", "similar")
        state.add(piece, "similar_title" if after else "inline_link", why)
        return True
    state.add(piece, "furniture", why)
    state.pending = "related_title" if state.zone in ("after", "related") else "inline_link"
    if state.zone == "similar":
        state.pending = ""
    return True


def _under_read_also(state: _State, pieces: Sequence[Piece], index: int, piece: Piece) -> bool:
    """Label the headline under a "read also" line; where its own article follows, that article is another one's."""
    role, state.pending = state.pending, ""
    again, state.again = state.again, False
    if role == "inline_link" and is_prose(piece) and len(piece) > _LONG + 60:
        return False
    if role == "inline_link" and _own_article_follows(pieces, index):
        role = "related_title"
    state.add(piece, role, "the headline under the line above")
    if role == "related_title":
        state.zone = "related"
    elif again or _link_goes_on(state, pieces, index + 1):
        state.again = index + 1 < len(pieces) and is_headline_like(pieces[index + 1])
        state.pending = role if state.again else ""
    return True


def _own_article_follows(pieces: Sequence[Piece], index: int) -> bool:
    """Tell whether the paragraph under a headline repeats most of its words, as an article under its title does."""
    words = content_words((pieces[index],))
    below = pieces[index + 1 : index + 2]
    if len(words) < 3 or not below or not is_prose(below[0]):
        return False
    return len(words & content_words(below)) >= _SAME_STORY * len(words)


def _link_goes_on(state: _State, pieces: Sequence[Piece], index: int) -> bool:
    """Tell whether the line after a linked headline is another: one more line that is no paragraph follows it, or
    nothing of the article does."""
    two = pieces[index : index + 2]
    return index > state.last_index or (len(two) == 2 and all(map(is_headline_like, two)))


def _top(state: _State, pieces: Sequence[Piece], index: int, piece: Piece) -> None:
    if state.title and piece.span < state.title.span and word_count(piece.form) <= _SHORT_NAME:
        state.add(piece, "furniture", ABOVE_TITLE)
        return
    if state.title and piece.span < state.title.span and not is_prose(piece):
        state.add(piece, "furniture", "above the headline")
        return
    if word_count(piece.form) <= _SHORT_DATED and not is_prose(piece) and day_in(piece.form):
        found = mark(piece.form)
        state.add(piece, "byline" if found and found.kind == "byline" else "furniture", DATED)
        return
    if credit := credit_line(piece.form):
        state.add(piece, *credit)
        return
    if state.title and not _ARABIC.search(piece.form) and word_count(piece.form) <= _SHORT_NAME:
        state.add(piece, "furniture", "no Arabic letter")
        return
    if why := caption_reason(pieces, index):
        state.add(piece, "caption", why)
        return
    if state.title and index < state.last_index and (credit := unknown_credit(piece.form)):
        state.add(piece, *credit)
        return
    state.zone = "body"
    state.bodies += 1
    state.add(piece, "body", "the first paragraph")


def _body(state: _State, pieces: Sequence[Piece], index: int, piece: Piece) -> None:
    if state.bodies == 1 and (credit := credit_line(piece.form)) and credit[0] == "dateline":
        state.add(piece, *credit)
        return
    if (index >= state.last_index or _ends_here(pieces, index)) and (credit := credit_line(piece.form, last=True)):
        state.add(piece, *credit)
        return
    if not is_prose(piece) and (why := caption_reason(pieces, index)):
        state.add(piece, "caption", why)
        return
    state.bodies += 1
    state.add(piece, "body", "a paragraph of the body")


def _ends_here(pieces: Sequence[Piece], index: int) -> bool:
    """Tell whether the next line is one that stands below articles: a source, key words, other headlines, comments."""
    below = mark(pieces[index + 1].form) if index + 1 < len(pieces) else None
    return below is not None and below.kind in ("source", "keywords", "similar", "comments")


def _after(state: _State, pieces: Sequence[Piece], index: int, piece: Piece) -> None:
    if state.labels[-1].role == "keywords" and word_count(piece.form) <= _SHORT_NAME and _lone_keywords(state):
        state.add(piece, "keywords", "a key word under its heading")
    elif is_prose(piece) and not any(row.role == "keywords" for row in state.labels):
        state.zone = "body"  # a photo's or a quotation's source stood between two paragraphs
        _body(state, pieces, index, piece)
    elif is_prose(piece):
        state.add(piece, "related_body", "prose below the source and key words")
    else:
        role = "similar_title" if word_count(piece.form) >= 4 else "furniture"
        state.add(piece, role, "below the source and key words")


def _lone_keywords(state: _State) -> bool:
    """Tell whether the key words' heading stands on a line of its own, so that they stand below it."""
    first = next(row for row in state.labels if row.role == "keywords")
    return word_count(first.piece.form) <= 2


def _related(state: _State, pieces: Sequence[Piece], index: int, piece: Piece) -> None:
    state.add(piece, "related_body", "the other article below its title")


def _similar(state: _State, pieces: Sequence[Piece], index: int, piece: Piece) -> None:
    resumes = is_prose(piece) and (state.structured or len(piece) > LONGEST_HEADLINE)
    resumes = resumes and not _BULLET.match(piece.form)
    keywords_seen = any(row.role in ("keywords", "source_line") for row in state.labels)
    if resumes and not keywords_seen:
        state.zone = "body"
        _body(state, pieces, index, piece)
        return
    state.add(piece, "similar_title", "in a list of other headlines")


_ZONES = {"top": _top, "body": _body, "after": _after, "related": _related, "similar": _similar}
