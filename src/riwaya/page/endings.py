"""What stands at the end of a plain-text page that no word marks: a heading with nothing under it, other headlines.

Goes in: the labels of the whole page. Comes out: the same list, some roles changed.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from riwaya.page.furniture import word_count
from riwaya.page.label_types import Label
from riwaya.page.prose import ENDS, content_words, is_prose

__all__ = ["mend_endings"]

_SHORT_HEADING = 70  # letters
_OPEN = (".", "؟", "?", "!", "…", '"', ":", "،")
_LEAST = 3  # lines that make a list of other headlines
_LEAST_LIST = 5  # lines of a page that is only a list
_SHARED = 0.25  # share of a line's words that stand in the article, from which it is no foreign headline


def mend_endings(labels: list[Label]) -> None:
    """Change the roles of the last lines of the body where they are none of it."""
    _only_headlines(labels)
    _other_headlines(labels)
    _empty_heading(labels)


def _only_headlines(labels: list[Label]) -> None:
    """Label a page without one paragraph, whose lines share hardly a word, as a list of headlines without article."""
    lines = [index for index, row in enumerate(labels) if row.role in ("title", "body")]
    if len(lines) < _LEAST_LIST or any(is_prose(row.piece) for row in labels):
        return
    words = [content_words((labels[index].piece,)) for index in lines]
    seen = Counter(word for own in words for word in own)
    foreign = sum(sum(seen[word] > 1 for word in own) <= _SHARED * len(own) for own in words)
    long = sum(word_count(labels[index].piece.form) >= 4 for index in lines)
    if foreign * 4 < len(lines) * 3 or long * 3 < len(lines) * 2:
        return
    for index in lines:
        labels[index] = replace(labels[index], role="similar_title", why="a list of headlines without article")


def _empty_heading(labels: list[Label]) -> None:
    """Label as furniture a heading at the end of the body with nothing under it."""
    body = [index for index, row in enumerate(labels) if row.role == "body"]
    if len(body) < 4:
        return
    last = labels[body[-1]]
    stopped = sum(bool(ENDS.search(labels[index].piece.form)) for index in body[:-1])
    if stopped * 5 < (len(body) - 1) * 4 or len(last.piece) > _SHORT_HEADING or last.piece.form[-1:] in _OPEN:
        return
    labels[body[-1]] = replace(last, role="furniture", why="a heading with nothing under it")


def _other_headlines(labels: list[Label]) -> None:
    """Label a run of lines below the last paragraph that share hardly a word with the article: other headlines."""
    body = [index for index, row in enumerate(labels) if row.role == "body"]
    tail: list[int] = []
    while body and not is_prose(labels[body[-1]].piece):
        tail.append(body.pop())
    if len(tail) < _LEAST or len(body) < 2:
        return
    article = content_words(labels[index].piece for index in body)
    words = [content_words((labels[index].piece,)) for index in tail]
    foreign = sum(len(own & article) <= _SHARED * len(own) for own in words)
    long = sum(word_count(labels[index].piece.form) >= 5 for index in tail)
    numbered = any(labels[index].piece.form[:1].isdigit() for index in tail)
    if numbered or foreign * 4 < len(tail) * 3 or long * 3 < len(tail) * 2:
        return
    for index in tail:
        role = "similar_title" if word_count(labels[index].piece.form) >= 4 else "furniture"
        labels[index] = replace(labels[index], role=role, why="a list of headlines below the article")
