"""An HTML page as labelled pieces: the article labelled as a text page is, everything else by where it stands.

Goes in: decoded HTML. Comes out: `Reading`: the text, every piece of it with its role, and what the page states
of itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from riwaya.model import Span
from riwaya.page.furniture import mark, word_count
from riwaya.page.label import label
from riwaya.page.label_types import Label
from riwaya.page.main_part import MainPart, find_main_part
from riwaya.page.metadata import read_metadata
from riwaya.page.paging import linked_next
from riwaya.page.pieces import Piece, Stretch, cut_pieces
from riwaya.page.reading import Reading
from riwaya.page.tree import Tree, is_prose_run, parse_html, read_tree

__all__ = ["read_html"]

_HEAD_TITLE = "/html/head/title"


def read_html(html: str, *, given_title: str | None = None) -> Reading:
    """Give the labelled pieces of an HTML page; `given_title` is known from outside."""
    parser = parse_html(html)
    metadata = read_metadata(parser)
    next_links = tuple(linked_next(parser))
    tree = read_tree(parser)
    headlines = [*([given_title] if given_title else []), *(stated.value for stated in metadata.titles)]
    part = find_main_part(tree, headlines)
    head = headlines[0] if headlines and part and part.title is None else None
    text, stretches = _text(tree, part, head)
    pieces = cut_pieces(text, stretches)
    return Reading(text, tuple(_labels(tree, part, pieces, head is not None)), metadata, next_links)


def _text(tree: Tree, part: MainPart | None, head: str | None) -> tuple[str, list[Stretch]]:
    """Give the page's text and its stretches; a title that only the page's head states stands in the first line."""
    lines, stretches, at = [], [], 0
    if head:
        lines.append(head)
        stretches.append(Stretch(Span(0, len(head)), _HEAD_TITLE, "title", run=-1))
        at = len(head) + 1
    for index, run in enumerate(tree.runs):
        zone = tree.boxes[run.box].zone if run.box >= 0 else ""
        hint = zone or run.hint
        lines.append(run.text)
        span = Span(at, at + len(run.text))
        stretches.append(Stretch(span, run.path, hint, run.links, run.heading, index, run.stamp))
        at += len(run.text) + 1
    return "\n".join(lines), stretches


def _labels(tree: Tree, part: MainPart | None, pieces: Sequence[Piece], headed: bool) -> Iterator[Label]:
    """Give the label of every piece in reading order."""
    if part is None:
        yield from (_outside(piece) for piece in pieces)
        return
    title = next((p for p in pieces if p.stretch.run == (part.title if part.title is not None else -1)), None)
    inside = [p for p in pieces if part.first <= p.stretch.run < part.last and not _in_others(part, p)]
    if headed and title is not None:
        inside.insert(0, title)
    last = max((p.stretch.run for p in inside if is_prose_run(tree.runs[p.stretch.run]) and p.stretch.run >= 0
                and not tree.boxes[tree.runs[p.stretch.run].box].zone), default=-1)  # fmt: skip
    labelled = {id(row.piece): row for row in label(inside, title=title, structured=True, last_run=last)}
    for piece in pieces:
        if id(piece) in labelled:
            yield labelled[id(piece)]
        elif _in_others(part, piece):
            yield _other(piece)
        elif part.last <= piece.stretch.run < part.tail and (row := _in_tail(piece)):
            yield row
        else:
            yield _outside(piece, title.form if title else None)


def _in_tail(piece: Piece) -> Label | None:
    """Label a source line or key words that stand below the article's box."""
    found = mark(piece.form)
    if found and found.kind == "source":
        return Label(piece, "source_line", found.rule)
    if (found and found.kind == "keywords") or piece.stretch.hint == "tags":
        return Label(piece, "keywords", found.rule if found else "in a box of kind tags")
    return None


def _in_others(part: MainPart, piece: Piece) -> bool:
    return any(first <= piece.stretch.run < last for first, last in part.others)


def _other(piece: Piece) -> Label:
    """Label a piece of another article printed on the page."""
    stretch = piece.stretch
    if stretch.heading in (1, 2):
        return Label(piece, "related_title", "the heading of another article on the page")
    if stretch.hint or stretch.links >= 0.5 or word_count(piece.form) < 5:
        return Label(piece, "furniture", "beside another article on the page")
    return Label(piece, "related_body", "another article on the page")


def _outside(piece: Piece, title: str | None = None) -> Label:
    """Label a piece outside the article: other articles' headlines and teasers, else furniture."""
    stretch, words = piece.stretch, word_count(piece.form)
    if title and piece.form == title:
        return Label(piece, "furniture", "the title again")
    if stretch.hint in ("comments", "menu", "footer", "share", "hidden", "tags", "date", "counter"):
        return Label(piece, "furniture", f"outside the article, in a box of kind {stretch.hint}")
    if words >= 4 and (stretch.links >= 0.5 or stretch.heading or stretch.hint == "related"):
        return Label(piece, "similar_title", "a headline outside the article")
    return Label(piece, "furniture", "outside the article")
