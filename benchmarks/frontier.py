"""The picture of quality against speed, as SVG: one point a tagger, the line through those that none beats in both."""

from __future__ import annotations

import math
from dataclasses import dataclass
from html import escape

__all__ = ["Point", "draw"]

_WIDTH, _HEIGHT, _EDGE = 760, 420, 60


@dataclass(frozen=True, slots=True)
class Point:
    """A tagger: its name, words a second, and mean F1 of the three kinds."""

    name: str
    speed: float
    quality: float


def best(points: list[Point]) -> list[Point]:
    """Give the points that no other beats in both, slowest first.

    >>> [p.name for p in best([Point("a", 10, 0.9), Point("b", 5, 0.8), Point("c", 20, 0.7)])]
    ['a', 'c']
    """
    kept = [p for p in points if not any(q.speed > p.speed and q.quality > p.quality for q in points)]
    return sorted(kept, key=lambda p: p.speed)


def draw(points: list[Point]) -> str:
    """Give the picture as SVG text."""
    left, right = 100.0, 10 ** math.ceil(math.log10(max(p.speed for p in points)))
    low = math.floor(min(p.quality for p in points) * 20) / 20
    high = math.ceil(max(p.quality for p in points) * 20) / 20

    def place(speed: float, quality: float) -> tuple[float, float]:
        across = math.log(max(speed, left) / left) / math.log(right / left)
        up = (quality - low) / max(high - low, 1e-9)
        return _EDGE + across * (_WIDTH - 2 * _EDGE), _HEIGHT - _EDGE - up * (_HEIGHT - 2 * _EDGE)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif" font-size="12">',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="white"/>',
    ]
    speed = left
    while speed <= right:
        x, y = place(speed, low)
        parts.append(f'<line x1="{x:.0f}" y1="{y:.0f}" x2="{x:.0f}" y2="{_EDGE}" stroke="#ddd"/>')
        parts.append(f'<text x="{x:.0f}" y="{y + 18:.0f}" text-anchor="middle">{speed:,.0f}</text>')
        speed *= 10
    for step in range(round((high - low) * 20) + 1):
        x, y = place(left, low + step / 20)
        parts.append(f'<line x1="{x:.0f}" y1="{y:.0f}" x2="{_WIDTH - _EDGE}" y2="{y:.0f}" stroke="#ddd"/>')
        parts.append(f'<text x="{x - 8:.0f}" y="{y + 4:.0f}" text-anchor="end">{low + step / 20:.2f}</text>')
    line = " ".join(f"{x:.0f},{y:.0f}" for x, y in (place(p.speed, p.quality) for p in best(points)))
    parts.append(f'<polyline points="{line}" fill="none" stroke="#27c" stroke-width="1.5"/>')
    for point in points:
        x, y = place(point.speed, point.quality)
        anchor, shift = ("end", -9) if x > _WIDTH * 0.6 else ("start", 9)
        parts.append(f'<circle cx="{x:.0f}" cy="{y:.0f}" r="5" fill="#27c"/>')
        parts.append(f'<text x="{x + shift:.0f}" y="{y - 8:.0f}" text-anchor="{anchor}">{escape(point.name)}</text>')
    middle = _WIDTH / 2
    parts.append(f'<text x="{middle:.0f}" y="{_HEIGHT - 14}" text-anchor="middle">words a second, one core</text>')
    parts.append(
        f'<text x="{middle:.0f}" y="28" text-anchor="middle">names: mean F1 of persons, places, organisations</text>'
    )
    return "\n".join([*parts, "</svg>", ""])
