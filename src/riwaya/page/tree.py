"""An HTML page as a list of stretches of text in reading order, and the boxes that hold them.

Goes in: decoded HTML. Comes out: `Tree`: the text (stretches joined by line breaks), the stretches with their DOM path,
and the boxes with how much prose each holds. Every visible letter is in one stretch. Time is linear in the page's size;
nesting is bounded before the page is parsed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from riwaya.page.structure import box_hint

__all__ = ["FOREIGN", "Box", "Run", "Tree", "is_prose_run", "parse_html", "read_tree"]

#: Elements whose text nobody sees.
_UNSEEN = frozenset(("script", "style", "noscript", "template", "svg", "iframe", "object", "head", "math", "canvas",
                     "audio", "video", "map", "-comment", "datalist", "textarea"))  # fmt: skip
#: Elements that stand on lines of their own.
_BLOCKS = frozenset(
    ("html", "body", "div", "p", "section", "article", "main", "header", "footer", "nav", "aside", "ul", "ol", "li",
     "dl", "dt", "dd", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "figure", "figcaption",
     "blockquote", "pre", "form", "fieldset", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "address", "center", "details",
     "summary", "button", "option", "select", "label", "picture", "time", "legend", "amp-story", "font-block")
)  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_SPACE = re.compile(r"[ \t\r\n\f\u00a0]+")
_DEEPEST = 400  # levels of nesting: real pages stay under 60; parsing time grows with the square of it
_HELD = ("caption", "byline", "date", "deck", "title")  # hints that hold for a run; the foreign ones go by zone
_NEAR = 3  # boxes around a run whose hints hold for it
_PATH = 6  # how many levels a stretch's path shows
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b[^<>]*>")
#: Elements that need no end tag, or that the parser closes itself, so that they do not nest.
_FLAT = frozenset(("p", "li", "td", "tr", "th", "dt", "dd", "option", "br", "img", "meta", "link", "input", "hr",
                   "source", "a", "col", "area", "base", "embed", "wbr", "param", "track"))  # fmt: skip


@dataclass(slots=True)
class Box:
    """One element that stands on lines of its own. `first` and `last` bound its runs, `prose` counts letters of prose
    inside, all levels, and `zone` is the foreign hint it lies in ("" in the article)."""

    tag: str
    hint: str
    parent: int
    name: str
    first: int
    last: int = -1
    prose: int = 0
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text without a line break: its text, box, share of link letters, heading level and the hint on it."""

    text: str
    box: int
    links: float
    heading: int
    hint: str
    path: str
    stamp: str = ""


@dataclass(slots=True)
class Tree:
    """The runs in reading order and the boxes; `stamps` are machine-readable times by run."""

    runs: list[Run] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)


def parse_html(html: str) -> LexborHTMLParser:
    """Parse a page; nesting beyond any real page's is cut flat first."""
    html = html.replace("\0", " ")
    if html.count("<") > 2 * _DEEPEST:
        html = _flattened(html)
    return LexborHTMLParser(html)


def _flattened(html: str) -> str:
    """Give the page without the tags that nest deeper than any real page does."""
    depth, parts, last = 0, [], 0
    for tag in _TAG.finditer(html):
        if tag.group(2).lower() in _FLAT or tag.group().endswith("/>"):
            continue
        depth = max(0, depth - 1) if tag.group(1) else depth + 1
        if depth > _DEEPEST:
            parts.append(html[last : tag.start()])
            last = tag.end()
    return " ".join([*parts, html[last:]]) if parts else html


class _Walk:
    """The walk through the elements: what is open, and the letters gathered since the last line break."""

    def __init__(self) -> None:
        self.tree = Tree()
        self.open: list[int] = []
        self.letters: list[str] = []
        self.linked = 0
        self.in_link = 0
        self.stamp = ""
        self.inline_hint = ""

    def enter_box(self, node: LexborNode, tag: str) -> None:
        self.flush()
        parent = self.open[-1] if self.open else -1
        attributes = node.attributes
        hint = box_hint(tag, attributes)
        box = Box(tag, hint, parent, _name(tag, attributes), len(self.tree.runs))
        if tag == "time":
            self.stamp = attributes.get("datetime") or ""
        self.tree.boxes.append(box)
        self.open.append(len(self.tree.boxes) - 1)

    def leave_box(self) -> None:
        self.flush()
        box = self.tree.boxes[self.open.pop()]
        box.last = len(self.tree.runs)

    def flush(self) -> None:
        """End the run that was being gathered."""
        if not self.letters:
            return
        text = _SPACE.sub(" ", "".join(self.letters)).strip()
        if text:
            index = self.open[-1] if self.open else -1
            links = min(1.0, self.linked / max(1, len(text)))
            heading = self._heading()
            hint = self.inline_hint or self._hint()
            self.tree.runs.append(Run(text, index, links, heading, hint, self._path(), self.stamp))
        self.letters, self.linked, self.stamp, self.inline_hint = [], 0, "", ""

    def _hint(self) -> str:
        """Give the hint of the nearest box that has one: a caption or a name may stand in paragraphs of its own."""
        near = (self.tree.boxes[index].hint for index in reversed(self.open[-_NEAR:]))
        return next((hint for hint in near if hint in _HELD), "")

    def _heading(self) -> int:
        for index in reversed(self.open[-3:]):
            if level := _HEADINGS.get(self.tree.boxes[index].tag):
                return level
        return 0

    def _path(self) -> str:
        return "/" + "/".join(self.tree.boxes[index].name for index in self.open[-_PATH:])

    def text(self, value: str) -> None:
        self.letters.append(value)
        if self.in_link:
            self.linked += len(value.strip())


def _name(tag: str, attributes: dict[str, str | None]) -> str:
    if mark := attributes.get("id"):
        return f"{tag}#{mark[:30]}"
    names = (attributes.get("class") or "").split()
    return f"{tag}.{names[0][:30]}" if names else tag


def read_tree(parser: LexborHTMLParser) -> Tree:
    """Give the runs of text and the boxes of a parsed page."""
    walk = _Walk()
    node: LexborNode | None = parser.body
    root = node.mem_id if node is not None else 0
    while node is not None:
        tag = node.tag or ""
        child = _enter(walk, node, tag)
        if child is not None:
            node = child
            continue
        _leave(walk, tag)
        while node is not None and node.mem_id != root and node.next is None:
            node = node.parent
            if node is not None:
                _leave(walk, node.tag or "")
        node = node.next if node is not None and node.mem_id != root else None
    while walk.open:
        walk.leave_box()
    _sum_prose(walk.tree)
    return walk.tree


def _enter(walk: _Walk, node: LexborNode, tag: str) -> LexborNode | None:
    """Open an element and give its first child, None where it has none or its inside is unseen."""
    if tag == "-text":
        walk.text(node.text_content or "")
        return None
    if tag == "br":
        walk.flush()
        return None
    if tag in _BLOCKS:
        walk.enter_box(node, tag)
    elif tag == "a":
        walk.in_link += 1
    elif tag == "span" and (hint := box_hint(tag, node.attributes)) in ("byline", "date", "counter", "caption"):
        walk.flush()
        walk.inline_hint = hint
    if tag in _UNSEEN:
        return None
    return node.child


def _leave(walk: _Walk, tag: str) -> None:
    if tag in _BLOCKS:
        walk.leave_box()
    elif tag == "a":
        walk.in_link = max(0, walk.in_link - 1)
    elif tag == "span" and walk.inline_hint:
        walk.flush()


#: Hints of boxes whose prose is not the article's.
FOREIGN = frozenset(("comments", "share", "related", "menu", "footer", "hidden", "tags", "counter"))
_MOST = 0.5  # a box with more than this share of the page's prose is no side matter, whatever it is called
_SENTENCE = re.compile(r"[.!؟?…۔][\s\")»”']*$")


def is_prose_run(run: Run) -> bool:
    """Tell whether a run reads as a paragraph: few of its letters are links, and it is long or ends as a sentence."""
    if run.links >= 0.5:
        return False
    return len(run.text) >= 100 or (len(run.text) >= 30 and bool(_SENTENCE.search(run.text)))


def _sum_prose(tree: Tree) -> None:
    """Count the letters of prose in each box and settle which foreign zone each box lies in."""
    own = [0] * len(tree.boxes)
    after_headline = False  # a linked heading: what follows is its teaser
    for run in tree.runs:
        if run.box >= 0 and is_prose_run(run) and not after_headline:
            own[run.box] += len(run.text)
        after_headline = run.heading > 0 and run.links >= 0.8
    raw = _upwards(tree, own)
    for index, box in enumerate(tree.boxes):
        dominant = raw[index] > _MOST * max(1, raw[0]) and box.hint not in ("comments", "footer", "hidden")
        outer = tree.boxes[box.parent].zone if box.parent >= 0 else ""
        own_zone = box.hint if box.hint in FOREIGN and not dominant else ""
        box.zone = own_zone if outer in ("", "menu") and own_zone else outer
    for index, box in enumerate(tree.boxes):
        own[index] = 0 if box.zone else own[index]
    for box, prose in zip(tree.boxes, _upwards(tree, own), strict=True):
        box.prose = prose


def _upwards(tree: Tree, own: list[int]) -> list[int]:
    """Give for each box its own number and those of all boxes inside it."""
    total = list(own)
    for index in range(len(tree.boxes) - 1, -1, -1):
        if (parent := tree.boxes[index].parent) >= 0:
            total[parent] += total[index]
    return total
