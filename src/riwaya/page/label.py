"""What each piece of a page is: one pass from the top, by the words and the order of the pieces.

Goes in: the pieces in reading order. Comes out: `Label`s (a piece, its role, the rule). The pass knows five zones: the
top (until the body begins), the body, the after (source and key words stand there), a list of other headlines, another
article, and the comments, after which nothing of the article comes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from riwaya.page.boxes import box_role
from riwaya.page.captions import caption_reason
from riwaya.page.credits import credit_line
from riwaya.page.furniture import Mark, mark, word_count
from riwaya.page.pieces import Piece
from riwaya.page.published import day_in, is_date_line, says_when

__all__ = ["ABOVE_TITLE", "DATED", "Label", "is_prose", "label"]

_LONG = 110  # letters: a headline is shorter, a paragraph of an article mostly longer
_LONGEST_HEADLINE = 150
_SHORT_HEADING = 70
_STOPS = (".", "؟", "?", "!", "…", '"', ":", "،")
_TOP_LINES = 8  # lines among which the title is looked for
_SHORT_NAME = 4  # words: an outlet's or section's name is no longer
_ARTICLE = re.compile(r"^[وفبلك]?(?:ال)?")
_SIGNS = "\"'.,:،()!؟?-"
_SHORT_DATED = 10  # words: a line beside the title that gives its day is no longer
ABOVE_TITLE = "above the title"
DATED = "a short line with a date"
_LEAD = 90  # letters: a line that says when and is longer is a lead
_HEADLINE_STOP = re.compile(r":|\.\.")
_TWO_SENTENCES = re.compile(r"[^.][.]\s+\w[^.]{20}")
_BULLET = re.compile(r"\s*[•·▪●◦*■□►▶»\-]\s")
_ENDS = re.compile(r"[.!؟?…۔][\s\")'\]]*$")


@dataclass(frozen=True, slots=True)
class Label:
    """A piece with its role and the rule that gave it."""

    piece: Piece
    role: str
    why: str


@dataclass(slots=True)
class _State:
    zone: str = "top"
    title: Piece | None = None
    bodies: int = 0
    pending: str = ""  # the role that the next line has: the headline under "read also"
    structured: bool = False  # an HTML page: boxes tell more than the order of lines
    last_prose: int = -1  # on an HTML page: the run of the article's last paragraph
    labels: list[Label] = field(default_factory=list)

    def add(self, piece: Piece, role: str, why: str) -> None:
        self.labels.append(Label(piece, role, why))


def is_prose(piece: Piece) -> bool:
    """Tell whether a piece reads as a paragraph: it ends as a sentence does, or is longer than any headline."""
    if len(piece) > _LONGEST_HEADLINE:
        return True
    return bool(_ENDS.search(piece.form)) and word_count(piece.form) >= 5


def label(
    pieces: Sequence[Piece], *, title: Piece | None = None, structured: bool = False, last_prose: int = -1
) -> tuple[Label, ...]:
    """Give every piece its role. On an HTML page (`structured`) the title and the last paragraph's run are known."""
    state = _State(title=title, structured=structured, last_prose=last_prose)
    if not structured:
        state.title = _first_line_title(pieces)
    for index, piece in enumerate(pieces):
        _step(state, pieces, index, piece)
    if not structured:
        _empty_heading(state.labels)
    return tuple(state.labels)


def _empty_heading(labels: list[Label]) -> None:
    """Label as furniture a heading at the end of the body with nothing under it."""
    body = [index for index, row in enumerate(labels) if row.role == "body"]
    if len(body) < 4:
        return
    last = labels[body[-1]]
    stopped = sum(bool(_ENDS.search(labels[index].piece.form)) for index in body[:-1])
    if stopped * 5 < (len(body) - 1) * 4 or len(last.piece) > _SHORT_HEADING or last.piece.form[-1:] in _STOPS:
        return
    labels[body[-1]] = replace(last, role="furniture", why="a heading with nothing under it")


def _first_line_title(pieces: Sequence[Piece]) -> Piece | None:
    """Give the first line that can be a headline: short, no sentence's end, with an article below it.

    A line that could be a byline is taken only where no other line above the article can be the headline, and a very
    short line (an outlet's name, a section's) only where no fuller line follows it.
    """
    second: Piece | None = None
    for index, piece in enumerate(pieces[:_TOP_LINES]):
        if (found := mark(piece.form)) and found.kind not in ("caption", "byline", "read_also"):
            continue
        if is_date_line(piece.form):
            continue
        if len(piece) > _LONGEST_HEADLINE or _reads_as_lead(piece):
            break
        if credit := credit_line(piece.form):
            second = second or (piece if index == 0 and _may_be_headline(piece, *credit) else None)
            continue
        if found and found.kind == "caption" and second:
            continue
        if fuller := _fuller(pieces, index):
            return fuller
        return piece if len(pieces) == 1 or len(pieces) > index + 3 or _has_article(pieces, index) else None
    return second if second and len(pieces) > 1 else None


def _fuller(pieces: Sequence[Piece], index: int) -> Piece | None:
    """Give the headline below a very short line that shares no word with the article, where there is one."""
    if word_count(pieces[index].form) > _SHORT_NAME:
        return None
    for at in range(index + 1, min(index + 4, len(pieces))):
        piece = pieces[at]
        if mark(piece.form) or is_date_line(piece.form) or (credit_line(piece.form) and ":" not in piece.form):
            continue
        if is_prose(piece) or _reads_as_lead(piece) or word_count(piece.form) < 5 or caption_reason(pieces, at):
            return None
        article = {word for below in pieces[at + 1 : at + 4] for word in _content(below.form)}
        return piece if _content(piece.form) & article and not _content(pieces[index].form) & article else None
    return None


def _content(form: str) -> frozenset[str]:
    """Give the words of a line without their article, the shortest left out."""
    return frozenset(stem for word in form.split() if len(stem := _ARTICLE.sub("", word.strip(_SIGNS))) > 3)


def _has_article(pieces: Sequence[Piece], index: int) -> bool:
    """Tell whether prose, or a longer line, stands soon below the line at `index`."""
    below = pieces[index + 1 : index + 12]
    return any(is_prose(piece) or len(piece) > len(pieces[index]) for piece in below)


def _may_be_headline(piece: Piece, role: str, why: str) -> bool:
    """Tell whether a line read as a credit could as well be a headline: "place: what happened", a bare name."""
    if role != "byline" or "agency" in why:
        return False
    return "beside" not in why or bool(_HEADLINE_STOP.search(piece.form))


def _reads_as_lead(piece: Piece) -> bool:
    """Tell whether a line reads as the first sentence of an article: it ends with one full stop, holds two sentences,
    or is long and says when in words that headlines leave out."""
    form = piece.form.rstrip(' "')
    if len(piece) > 60 and form.endswith((".", "۔")) and not form.endswith(".."):
        return True
    return len(piece) > _LEAD and (says_when(form) or bool(_TWO_SENTENCES.search(form)))


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
    if state.pending:
        role, state.pending = state.pending, ""
        if not (role == "inline_link" and is_prose(piece) and len(piece) > _LONG + 60):
            state.add(piece, role, "the headline under the line above")
            state.zone = "related" if role == "related_title" else state.zone
            return
    _ZONES[state.zone](state, pieces, index, piece)


def _by_box(state: _State, piece: Piece) -> bool:
    """Label a piece by its box; false where its words decide."""
    found = mark(piece.form)
    if found and found.kind in ("read_also", "source", "keywords", "published", "updated"):
        return False
    below = piece.stretch.run > state.last_prose
    if known := box_role(piece, below=below):
        state.pending = ""
        state.add(piece, *known)
        return True
    above = state.zone == "top" and state.title and piece.span < state.title.span
    if above and not is_prose(piece):
        state.add(piece, "furniture", ABOVE_TITLE)
        return True
    if below and not is_prose(piece) and not credit_line(piece.form, last=True):
        headline = piece.stretch.heading and word_count(piece.form) >= 4
        state.add(piece, "similar_title" if headline else "furniture", "below the last paragraph")
        return True
    return False


def _marked(state: _State, pieces: Sequence[Piece], index: int, piece: Piece, found: Mark) -> bool:
    """Label a piece by its mark; false where the mark means nothing at this place."""
    kind, why = found.kind, found.rule
    rest = piece.form[found.end :].strip(" :|-/\\.")
    if kind == "read_also":
        return _read_also(state, pieces, index, piece, rest, why)
    if kind == "source":
        state.add(piece, "source_line", why)
        state.zone = "after" if state.bodies else state.zone
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
    elif kind == "counter" and state.zone == "body" and not _near_end(pieces, index):
        return False
    elif kind in ("published", "updated", "counter", "share", "furniture"):
        if kind == "furniture" and state.zone == "body" and len(piece) > 250:
            return False
        state.add(piece, "furniture", why)
    elif kind == "section":
        if state.bodies and state.zone == "body" and not _near_end(pieces, index):
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


def _near_end(pieces: Sequence[Piece], index: int) -> bool:
    return not any(is_prose(piece) for piece in pieces[index + 1 :])


def _read_also(state: _State, pieces: Sequence[Piece], index: int, piece: Piece, rest: str, why: str) -> bool:
    if rest:
        if len(piece) > 260:
            return False
        after = state.zone in ("after", "related", "similar")
        state.add(piece, "similar_title" if after else "inline_link", why)
        return True
    state.add(piece, "furniture", why)
    state.pending = "related_title" if state.zone in ("after", "related") else "inline_link"
    if state.zone == "similar":
        state.pending = ""
    return True


def _top(state: _State, pieces: Sequence[Piece], index: int, piece: Piece) -> None:
    if state.title and piece.span < state.title.span and word_count(piece.form) <= _SHORT_NAME:
        state.add(piece, "furniture", ABOVE_TITLE)
        return
    if word_count(piece.form) <= _SHORT_DATED and not is_prose(piece) and day_in(piece.form):
        state.add(piece, "furniture", DATED)
        return
    if credit := credit_line(piece.form):
        state.add(piece, *credit)
        return
    if why := caption_reason(pieces, index):
        state.add(piece, "caption", why)
        return
    state.zone = "body"
    state.bodies += 1
    state.add(piece, "body", "the first paragraph")


def _body(state: _State, pieces: Sequence[Piece], index: int, piece: Piece) -> None:
    if _near_end(pieces, index) and (credit := credit_line(piece.form, last=True)):
        state.add(piece, *credit)
        return
    if not is_prose(piece) and (why := caption_reason(pieces, index)):
        state.add(piece, "caption", why)
        return
    state.bodies += 1
    state.add(piece, "body", "a paragraph of the body")


def _after(state: _State, pieces: Sequence[Piece], index: int, piece: Piece) -> None:
    if is_prose(piece):
        state.add(piece, "related_body", "prose below the source and key words")
    else:
        role = "similar_title" if word_count(piece.form) >= 4 else "furniture"
        state.add(piece, role, "below the source and key words")


def _related(state: _State, pieces: Sequence[Piece], index: int, piece: Piece) -> None:
    state.add(piece, "related_body", "the other article below its title")


def _similar(state: _State, pieces: Sequence[Piece], index: int, piece: Piece) -> None:
    resumes = is_prose(piece) and (state.structured or len(piece) > _LONGEST_HEADLINE)
    resumes = resumes and not _BULLET.match(piece.form)
    keywords_seen = any(row.role in ("keywords", "source_line") for row in state.labels)
    if resumes and not keywords_seen:
        state.zone = "body"
        _body(state, pieces, index, piece)
        return
    state.add(piece, "similar_title", "in a list of other headlines")


_ZONES = {"top": _top, "body": _body, "after": _after, "related": _related, "similar": _similar}
