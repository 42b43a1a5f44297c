"""Who said what through whom, as an SVG of columns: outlets, those they tell it through, those who said it.

Goes in: claims as chains of names. Comes out: an <svg> whose lines are as wide as the claims they stand for are many and
whose last column links to each source's claims. Reading order follows the interface: outlets stand where a line begins.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

__all__ = ["Chain", "draw_graph"]

WIDTH, BOX, ROW, GAP = 960, 210, 34, 12  # pixels; the drawing scales with the page
#: Sources in the last column; the rest of them are one box.
MOST = 14
#: Letters of a name that fit its box.
LETTERS = 24

Node = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Chain:
    """One claim: the outlet, those between, who said it, and where that source's claims stand."""

    names: tuple[str, ...]
    link: str


def draw_graph(chains: Sequence[Chain], *, label: str, others: str, language: str = "ar") -> Markup:
    """Give the graph as SVG, or nothing where nobody is quoted."""
    if not chains:
        return Markup("")
    edges, links, size = _count(chains, others)
    columns = _columns(size, edges)
    last = len(columns) - 1
    place = _places(columns)
    high = max(y for _, y in place.values()) + ROW + 8
    widest = max(edges.values())
    mirror = language == "ar"
    out = [f'<svg class="graph" viewBox="0 0 {WIDTH} {high:.0f}" role="group" aria-label="{escape(label)}">']
    for (start, end), count in sorted(edges.items(), key=lambda row: (row[1], row[0])):
        out.append(_edge(place[start], place[end], count, widest, last, mirror, f"{start[1]} ← {end[1]}: {count}"))
    out += [_node(node, place[node], size[node], last, mirror, links.get(node, "")) for node in place]
    return Markup("".join([*out, "</svg>"]))


def _count(chains: Sequence[Chain], others: str) -> tuple[Counter[tuple[Node, Node]], dict[Node, str], Counter[Node]]:
    """Give how many claims run between each two names, where names lead, and how many claims each has."""
    deep = min(3, max(len(chain.names) for chain in chains) - 1)
    first = Counter(chain.names[-1] for chain in chains)
    kept = {name for name, _ in sorted(first.items(), key=lambda row: (-row[1], row[0]))[:MOST]}
    edges: Counter[tuple[Node, Node]] = Counter()
    links: dict[Node, str] = {}
    size: Counter[Node] = Counter()
    for chain in chains:
        source = chain.names[-1] if chain.names[-1] in kept else others
        between = chain.names[1:-1][: deep - 1]
        nodes: list[Node] = [(0, chain.names[0]), *((n, name) for n, name in enumerate(between, 1)), (deep, source)]
        if source != others:
            links.setdefault(nodes[-1], chain.link)
        size.update(nodes)
        edges.update(pairwise(nodes))
    return edges, links, size


def _columns(size: Mapping[Node, int], edges: Mapping[tuple[Node, Node], int]) -> list[list[Node]]:
    """Give each column's names, ordered so that lines cross little: by the mean place of those before them."""
    columns: dict[int, list[Node]] = defaultdict(list)
    for node in sorted(size, key=lambda n: (n[0], -size[n], n[1])):
        columns[node[0]].append(node)
    order: dict[Node, float] = {}
    for number in sorted(columns):
        if number:
            means = {}
            for node in columns[number]:
                before = [(order.get(start, 0.0), count) for (start, end), count in edges.items() if end == node]
                means[node] = sum(at * count for at, count in before) / max(1, sum(count for _, count in before))
            columns[number].sort(key=lambda n: (means[n], -size[n], n[1]))
        rows = len(columns[number])
        order.update({node: (at + 0.5) / rows for at, node in enumerate(columns[number])})
    return [columns[number] for number in sorted(columns)]


def _places(columns: Sequence[Sequence[Node]]) -> dict[Node, tuple[float, float]]:
    """Give each name's box its upper corner; columns are centred."""
    high = max(len(column) for column in columns) * (ROW + GAP)
    step = (WIDTH - BOX - 8) / max(1, len(columns) - 1)
    place = {}
    for number, column in enumerate(columns):
        space = high / len(column)
        for at, node in enumerate(column):
            place[node] = 4 + number * step, 4 + at * space + (space - ROW - GAP) / 2
    return place


def _edge(start: tuple[float, float], end: tuple[float, float], count: int, widest: int, last: int, mirror: bool,
          tip: str) -> str:  # fmt: skip
    x1, y1, x2, y2 = start[0] + BOX, start[1] + ROW / 2, end[0], end[1] + ROW / 2
    if mirror:
        x1, x2 = WIDTH - x1, WIDTH - x2
    wide = 1.5 + 8.5 * count / widest
    middle = (x1 + x2) / 2
    return (f'<path class="flow" stroke-width="{wide:.1f}" d="M{x1:.0f} {y1:.1f}C{middle:.0f} {y1:.1f} {middle:.0f} {y2:.1f}'
            f' {x2:.0f} {y2:.1f}"><title>{escape(tip)}</title></path>')  # fmt: skip


def _node(node: Node, place: tuple[float, float], count: int, last: int, mirror: bool, link: str) -> str:
    x, y = place
    x = WIDTH - x - BOX if mirror else x
    name = node[1] if len(node[1]) <= LETTERS else node[1][: LETTERS - 1] + "…"
    kind = "outlet" if node[0] == 0 else "origin" if node[0] == last else "between"
    side = -1 if mirror else 1
    edge = x + BOX - 10 if mirror else x + 10
    box = (f'<rect class="box {kind}" x="{x:.0f}" y="{y:.1f}" width="{BOX}" height="{ROW}" rx="7"/>'
           f'<text x="{edge:.0f}" y="{y + ROW / 2:.1f}" text-anchor="start" direction="{"rtl" if mirror else "ltr"}">{escape(name)}</text>'
           f'<text class="number" x="{edge + side * (BOX - 20):.0f}" y="{y + ROW / 2:.1f}" text-anchor="end"'
           f' direction="{"rtl" if mirror else "ltr"}">{count}</text>')  # fmt: skip
    title = f"<title>{escape(node[1])}: {count}</title>"
    if link:
        return f'<a href="{escape(link)}" aria-label="{escape(node[1])}: {count}">{title}{box}</a>'
    return f"<g>{title}{box}</g>"
