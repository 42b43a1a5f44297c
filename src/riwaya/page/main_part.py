"""Which part of an HTML page is the article: its title and the box that holds its prose.

Goes in: the page's runs and boxes and the headlines it states. Comes out: `MainPart`: the title's run, the first
and last run of the article, and other articles printed on the page; or nothing where the page is a list of articles.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from riwaya.page.tree import Box, Run, Tree, is_prose_run
from riwaya.text.fold import fold

__all__ = ["MainPart", "find_main_part"]

_SHARE = 0.85  # a box is entered while it holds this share of the prose around it
_SAME = 0.8  # a box inside that holds this share of the prose is the same body, closer cut
_STATED = 0.15  # a box called "article body" is believed if it holds this share of the page's prose
_LEAST = 25  # letters of prose below which a page has no article
_WORD = re.compile(r"\w+")
_FAR = 60  # runs: how far above the body the title may stand
_ENTRIES = 3  # entries of the shortest live blog
_CLOCK = re.compile(r"(?<!\d)\d{1,2}:\d{2}(?!\d)")
_LIST = 5  # linked headlines that make a list


@dataclass(frozen=True, slots=True)
class MainPart:
    """The article's place: runs `first` up to, not including, `last`; `title` is a run's index or None.

    `tail` is the end of the box around title and body, where the source and the key words may stand; `others` are the
    run ranges of other articles printed whole on the page.
    """

    title: int | None
    first: int
    last: int
    tail: int = 0
    others: tuple[tuple[int, int], ...] = ()


def find_main_part(tree: Tree, headlines: Sequence[str]) -> MainPart | None:
    """Give the article's place, or None where the page holds none."""
    if not tree.boxes or tree.boxes[0].prose < _LEAST:
        return None
    forms = [_form(headline) for headline in headlines]
    box = _stated_body(tree) or _descend(tree)
    others = _other_articles(tree, box, forms)
    if others:
        box, rest = others[0], others[1:]
        box = _descend(tree, box)
    else:
        rest = ()
    first = next((i for i in range(box.first, box.last) if is_prose_run(tree.runs[i])), box.first)
    title = _title(tree, forms, box, first)
    if _is_list(tree, box, title):
        return None
    start = box.first if title is None else min(title, box.first)
    around = (b for b in reversed(tree.boxes) if b.first <= start and b.last >= box.last)
    tail = min((b.last for b in around), default=box.last)
    return MainPart(title, _start(tree, start, title), box.last, tail, tuple((b.first, b.last) for b in rest))


def _form(text: str) -> str:
    return " ".join(_WORD.findall(fold(text)))


def _stated_body(tree: Tree) -> Box | None:
    """Give the box that calls itself the article's body, if it holds enough of the page's prose."""
    named = [box for box in tree.boxes if box.hint == "body" and not box.zone and box.prose]
    if not named:
        return None
    best = max(named, key=lambda box: box.prose)
    inner = [box for box in named if best.first <= box.first and box.last <= best.last]
    best = [box for box in inner if box.prose >= _SAME * best.prose][-1]
    return best if best.prose >= _STATED * tree.boxes[0].prose else None


def _descend(tree: Tree, start: Box | None = None) -> Box:
    """Give the smallest box that holds nearly all the prose of the boxes around it."""
    current = tree.boxes.index(start) if start else 0
    children: dict[int, list[int]] = {}
    for index, box in enumerate(tree.boxes):
        children.setdefault(box.parent, []).append(index)
    while True:
        inside = [index for index in children.get(current, ()) if tree.boxes[index].prose]
        best = max(inside, key=lambda index: tree.boxes[index].prose, default=None)
        if best is None or tree.boxes[best].prose < _SHARE * tree.boxes[current].prose or tree.boxes[best].tag == "p":
            return tree.boxes[current]
        current = best


def _other_articles(tree: Tree, box: Box, forms: Sequence[str]) -> tuple[Box, ...]:
    """Give the <article> boxes inside where there are several with a heading and prose, the page's own first."""
    inside = [b for b in tree.boxes if b.tag == "article" and b.prose >= 200 and not b.zone
              and box.first <= b.first and b.last <= box.last]  # fmt: skip
    outer = [b for b in inside if not any(o is not b and o.first <= b.first and b.last <= o.last for o in inside)]
    headed = [b for b in outer if any(run.heading in (1, 2) and run.links < 0.5 for run in tree.runs[b.first : b.last])]
    if len(headed) < 2 or _are_entries(tree, headed, forms):
        return ()
    own = next((b for b in headed if any(_is_headline(run, forms) for run in tree.runs[b.first : b.last])), headed[0])
    return (own, *(b for b in headed if b is not own))


def _are_entries(tree: Tree, boxes: Sequence[Box], forms: Sequence[str]) -> bool:
    """Tell whether <article> boxes are the entries of a live blog: the page's headline stands above them all, and each
    has its time of day and a heading below the first level."""
    above = tree.runs[: boxes[0].first]
    if len(boxes) < _ENTRIES or not any(run.heading == 1 and _is_headline(run, forms) for run in above):
        return False
    inside = [tree.runs[box.first : box.last] for box in boxes]
    return all(any(run.stamp and _CLOCK.search(run.text) for run in runs) and all(run.heading != 1 for run in runs)
               for runs in inside)  # fmt: skip


def _is_headline(run: Run, forms: Sequence[str]) -> bool:
    """Tell whether a run is one of the headlines the page states of itself, the outlet's name after it left out."""
    form = _form(run.text)
    if len(form) < 8:
        return form in forms
    whole = len(form.split()) >= 3  # the outlet's name may stand before or after it
    return any(form == other or (whole and (other.startswith(form) or other.endswith(form))) for other in forms)


def _title(tree: Tree, forms: Sequence[str], box: Box, first: int) -> int | None:
    """Give the run that is the title: the stated headline nearest above the prose, else the nearest first heading."""
    top = max(0, first - _FAR)
    above = [i for i in range(first, -1, -1) if i < len(tree.runs)]
    near = [i for i in above if i >= top and tree.runs[i].hint not in ("menu", "related", "footer")]
    stated = [i for i in above if _is_headline(tree.runs[i], forms) and not _is_crumb(tree, i)]
    headed = [i for i in stated if tree.runs[i].heading or tree.runs[i].hint == "title"]
    if headed or stated:
        return (headed or stated)[0]
    for level in (1, 2):
        found = [i for i in near if tree.runs[i].heading == level and len(_WORD.findall(tree.runs[i].text)) >= 3
                 and not tree.boxes[tree.runs[i].box].zone]  # fmt: skip
        if found:
            return found[0]
    return None


def _is_crumb(tree: Tree, index: int) -> bool:
    """Tell whether a run is a step of a path of sections, or a linked headline of a list."""
    run = tree.runs[index]
    return tree.boxes[run.box].zone in ("menu", "related", "comments", "hidden") and run.heading != 1


def _start(tree: Tree, start: int, title: int | None) -> int:
    """Give where the article starts: a little above the title, where its section and byline may stand in its box."""
    if title is None:
        return start
    parent = tree.boxes[tree.runs[title].box]
    while parent.parent >= 0 and parent.last - parent.first < 2:
        parent = tree.boxes[parent.parent]
    return min(start, title) if parent.last - parent.first > 40 else min(start, parent.first)


def _is_list(tree: Tree, box: Box, title: int | None) -> bool:
    """Tell whether the box is a list of other articles: linked headlines, each with a short teaser at most."""
    linked = teasers = long = 0
    prose = [i for i in range(box.first, box.last) if is_prose_run(tree.runs[i])]
    for run in tree.runs[max(box.first, prose[0] - 2) : prose[-1] + 1] if prose else ():
        if run.links >= 0.8 and len(_WORD.findall(run.text)) >= 4:
            linked += 1
        elif is_prose_run(run) and not tree.boxes[run.box].zone:
            teasers += 1
            long += len(run.text) > 250
    return linked >= _LIST and linked >= teasers - 1 and (long <= 1 or long * 3 < linked)
