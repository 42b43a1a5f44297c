"""Country outlines to draw a map on, from the file that ships with the program; nothing is fetched.

Goes in: a window of longitudes and latitudes. Comes out: the outlines inside it, cut at its edges, and where a country's
name can stand. Units are degrees.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["Box", "Shape", "country_middle", "outlines"]

Point = tuple[float, float]
#: Parts of a degree in the file.
_UNIT = 100


@dataclass(frozen=True, slots=True)
class Box:
    """A window in degrees, west to east and south to north."""

    west: float
    south: float
    east: float
    north: float

    def meets(self, other: Box) -> bool:
        """Tell whether the two windows share anything."""
        return (self.west < other.east and other.west < self.east and self.south < other.north
                and other.south < self.north)  # fmt: skip

    def contains(self, other: Box) -> bool:
        """Tell whether the other window lies wholly inside."""
        return (self.west <= other.west and other.east <= self.east and self.south <= other.south
                and other.north <= self.north)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shape:
    """One outline: the country's ISO 3166-1 alpha-2 code ("" where it has none) and its points."""

    country: str
    points: tuple[Point, ...]
    box: Box


@cache
def _shapes() -> tuple[Shape, ...]:
    packed = files("riwaya").joinpath("data", "map", "countries.json.gz").read_bytes()
    data = json.loads(gzip.decompress(packed))
    arcs = [_arc(numbers) for numbers in data["arcs"]]
    return tuple(_shape(ring[0], ring[1:], arcs) for ring in data["rings"])


def _arc(numbers: list[int]) -> list[Point]:
    x = y = 0
    out = []
    for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + dx, y + dy
        out.append((x / _UNIT, y / _UNIT))
    return out


def _shape(country: str, ring: list[int], arcs: list[list[Point]]) -> Shape:
    points: list[Point] = []
    for number in ring:
        line = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += line[1:] if points else line
    return Shape(country, tuple(points), _box(points))


def _box(points: list[Point]) -> Box:
    return Box(
        min(x for x, _ in points), min(y for _, y in points), max(x for x, _ in points), max(y for _, y in points)
    )


#: A window wider than this many degrees shows so little that coarse outlines look the same.
_WIDE = 25.0
#: Degrees between two points of a coarse outline, and the size of the least shape that is kept in it.
_STEP, _LEAST = 0.25, 0.5


@cache
def _coarse() -> tuple[Shape, ...]:
    """Give the outlines with fewer points and without the small islands."""
    out = []
    for shape in _shapes():
        if max(shape.box.east - shape.box.west, shape.box.north - shape.box.south) >= _LEAST:
            points = [shape.points[0]]
            for x, y in shape.points[1:]:
                if abs(x - points[-1][0]) + abs(y - points[-1][1]) >= _STEP:
                    points.append((x, y))
            if len(points) > 2:
                out.append(Shape(shape.country, tuple(points), shape.box))
    return tuple(out)


def outlines(box: Box) -> Iterator[Shape]:
    """Give the outlines inside a window, cut at its edges; coarse ones where the window is wide."""
    for shape in _coarse() if box.east - box.west > _WIDE else _shapes():
        if box.contains(shape.box):
            yield shape
        elif box.meets(shape.box):
            points = _cut(shape.points, box)
            if len(points) > 2:
                yield Shape(shape.country, tuple(points), _box(points))


@cache
def country_middle(country: str) -> Point | None:
    """Give a point in the middle of a country's largest part, or None where the map has no such country.

    >>> country_middle("tn")
    (9.54, 34.11)
    """
    parts = [shape for shape in _shapes() if shape.country == country]
    if not parts or not country:
        return None
    large = max(parts, key=lambda shape: abs(_area(shape.points)))
    return centre(large.points)


def _area(points: tuple[Point, ...]) -> float:
    pairs = zip(points, points[1:] + points[:1], strict=True)
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs) / 2


def centre(points: tuple[Point, ...]) -> Point:
    """Give the centre of gravity of an outline, to hundredths of a degree."""
    area = _area(points)
    if not area:
        return points[0]
    x = y = 0.0
    for (x1, y1), (x2, y2) in zip(points, points[1:] + points[:1], strict=True):
        cross = x1 * y2 - x2 * y1
        x, y = x + (x1 + x2) * cross, y + (y1 + y2) * cross
    return round(x / (6 * area), 2), round(y / (6 * area), 2)


def _cut(points: tuple[Point, ...], box: Box) -> list[Point]:
    """Cut an outline at a window's four edges (Sutherland and Hodgman)."""
    edges: tuple[tuple[Callable[[Point], bool], Callable[[Point, Point], Point]], ...] = (
        (lambda p: p[0] >= box.west, lambda p, q: _at_x(p, q, box.west)),
        (lambda p: p[0] <= box.east, lambda p, q: _at_x(p, q, box.east)),
        (lambda p: p[1] >= box.south, lambda p, q: _at_y(p, q, box.south)),
        (lambda p: p[1] <= box.north, lambda p, q: _at_y(p, q, box.north)),
    )
    out = list(points)
    for inside, meet in edges:
        kept: list[Point] = []
        for before, point in zip(out[-1:] + out[:-1], out, strict=True):
            if inside(point) != inside(before):
                kept.append(meet(before, point))
            if inside(point):
                kept.append(point)
        out = kept
    return out


def _at_x(p: Point, q: Point, x: float) -> Point:
    return x, p[1] + (q[1] - p[1]) * (x - p[0]) / (q[0] - p[0])


def _at_y(p: Point, q: Point, y: float) -> Point:
    return p[0] + (q[0] - p[0]) * (y - p[1]) / (q[1] - p[1]), y
