"""A map of places as SVG, drawn here: country outlines, a graticule, a dot for each place. No tiles, nothing fetched.

Goes in: places with coordinates in degrees. Comes out: an <svg> that takes its colours from the style sheet and whose
dots are links. The projection is plate carrée, narrowed at the middle latitude so that shapes keep their look.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from riwaya.lexicon.nationalities import countries
from riwaya.web.basemap import Box, Point, Shape, centre, outlines

__all__ = ["Spot", "draw_map"]

#: Pixels of the drawing; it scales with the page.
WIDTH, LEAST_HIGH, MOST_HIGH = 960, 380, 620
#: Least degrees shown, so that a town has its surroundings, and the share of the span left free around the places.
LEAST, MARGIN = 8.0, 0.22
#: Pixels of a label: its line, and of a letter of it, on average; generous, so that labels do not touch.
LINE, LETTER = 22, 8.5
#: A country is named where it fills this share of the drawing's area, by its box.
NAMED = 0.012


@dataclass(frozen=True, slots=True)
class Spot:
    """A place to draw: its name, where it is, how many events are there, where its dot leads.

    `exact` is false where a whole country is meant and the dot stands in its middle.
    """

    name: str
    latitude: float
    longitude: float
    count: int
    link: str
    exact: bool = True


@dataclass(frozen=True, slots=True)
class _Frame:
    """The window and how degrees become pixels."""

    box: Box
    scale_x: float
    scale_y: float
    high: int

    def at(self, point: Point) -> Point:
        return (point[0] - self.box.west) * self.scale_x, (self.box.north - point[1]) * self.scale_y


def draw_map(spots: Sequence[Spot], *, label: str, language: str = "ar") -> Markup:
    """Give the map as SVG, or nothing where there is no place to show."""
    if not spots:
        return Markup("")
    frame = _frame(spots)
    taken: list[tuple[float, float, float, float]] = []
    dots = [_dot(spot, frame, taken) for spot in sorted(spots, key=lambda s: (-s.count, s.name))]
    out = [
        f'<svg class="map" viewBox="0 0 {WIDTH} {frame.high}" role="group" aria-label="{escape(label)}">',
        f'<rect class="sea" width="{WIDTH}" height="{frame.high}"/>',
        _grid(frame),
        *_land(frame, taken, language),
        *dots,
        "</svg>",
    ]
    return Markup("".join(out))


def _frame(spots: Sequence[Spot]) -> _Frame:
    west, east = min(s.longitude for s in spots), max(s.longitude for s in spots)
    south, north = min(s.latitude for s in spots), max(s.latitude for s in spots)
    narrow = max(0.2, math.cos(math.radians((south + north) / 2)))
    wide = max((east - west) * narrow * (1 + 2 * MARGIN), (north - south) * (1 + 2 * MARGIN), LEAST)
    high = min(MOST_HIGH, max(LEAST_HIGH, WIDTH * (north - south) * (1 + 2 * MARGIN) / wide))
    tall = max(wide * high / WIDTH, (north - south) * (1 + 2 * MARGIN))
    wide = tall * WIDTH / high
    mid_x, mid_y = (west + east) / 2, (south + north) / 2
    box = Box(mid_x - wide / narrow / 2, mid_y - tall / 2, mid_x + wide / narrow / 2, mid_y + tall / 2)
    return _Frame(box, WIDTH * narrow / wide, high / tall, round(high))


def _grid(frame: _Frame) -> str:
    """Give the lines of longitude and latitude, a handful each way."""
    step = next(s for s in (1, 2, 5, 10, 20, 45, 90) if (frame.box.east - frame.box.west) / s <= 9 or s == 90)
    path = []
    for at in range(math.ceil(frame.box.west / step), math.floor(frame.box.east / step) + 1):
        path.append(f"M{frame.at((at * step, 0))[0]:.1f} 0V{frame.high}")
    for at in range(math.ceil(frame.box.south / step), math.floor(frame.box.north / step) + 1):
        path.append(f"M0 {frame.at((0, at * step))[1]:.1f}H{WIDTH}")
    return f'<path class="grid" d="{"".join(path)}"/>'


def _land(frame: _Frame, taken: list[tuple[float, float, float, float]], language: str) -> list[str]:
    """Give the countries as one path, and the names of those that fill enough of the window."""
    path, names = [], []
    largest: dict[str, tuple[float, Point]] = {}
    for shape in outlines(frame.box):
        path.append(_outline(frame, shape))
        size = (shape.box.east - shape.box.west) * frame.scale_x * (shape.box.north - shape.box.south) * frame.scale_y
        if size > largest.get(shape.country, (0.0, (0.0, 0.0)))[0]:
            largest[shape.country] = size, centre(shape.points)
    known = {c.id: (c.forms[0] if language == "ar" else c.name_en) for c in countries() if c.forms}
    for key, (size, middle) in sorted(largest.items(), key=lambda row: -row[1][0]):
        if key in known and size > NAMED * WIDTH * frame.high:
            x, y = frame.at(middle)
            place = _around(x, y, known[key])
            if _free(place, taken):
                taken.append(place)
                names.append(f'<text class="land-name" x="{x:.1f}" y="{y:.1f}">{escape(known[key])}</text>')
    return [f'<path class="land" d="{"".join(path)}"/>', *names]


def _outline(frame: _Frame, shape: Shape) -> str:
    """Give an outline in whole pixels, points that fall on one pixel once."""
    west, north, wide, high = frame.box.west, frame.box.north, frame.scale_x, frame.scale_y
    pixels = dict.fromkeys([(round((x - west) * wide), round((north - y) * high)) for x, y in shape.points])
    return f"M{' '.join([f'{x} {y}' for x, y in pixels])}Z" if len(pixels) > 2 else ""


def _around(x: float, y: float, text: str) -> tuple[float, float, float, float]:
    half = len(text) * LETTER / 2
    return x - half, y - LINE / 2, x + half, y + LINE / 2


def _free(place: tuple[float, float, float, float], taken: Sequence[tuple[float, float, float, float]]) -> bool:
    inside = place[0] >= 0 and place[2] <= WIDTH and place[1] >= 0
    return inside and not any(
        place[0] < other[2] and other[0] < place[2] and place[1] < other[3] and other[1] < place[3] for other in taken
    )


def _dot(spot: Spot, frame: _Frame, taken: list[tuple[float, float, float, float]]) -> str:
    """Give a place's dot, and its name where there is room for it above, below or beside."""
    x, y = frame.at((spot.longitude, spot.latitude))
    radius = min(20.0, 6 + 2.4 * math.sqrt(spot.count))
    taken.append((x - radius, y - radius, x + radius, y + radius))
    away = len(spot.name) * LETTER / 2 + radius + 6
    name = ""
    for dx, dy in ((0, -radius - 13), (0, radius + 13), (away, 0), (-away, 0)):
        place = _around(x + dx, y + dy, spot.name)
        if _free(place, taken[:-1]):
            taken.append(place)
            name = f'<text class="place-name" x="{x + dx:.1f}" y="{y + dy:.1f}">{escape(spot.name)}</text>'
            break
    kind = "spot" if spot.exact else "spot country"
    return (f'<a href="{escape(spot.link)}" aria-label="{escape(spot.name)}: {spot.count}"><title>{escape(spot.name)}: {spot.count}</title>'
            f'<circle class="{kind}" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"/>{name}</a>')  # fmt: skip
