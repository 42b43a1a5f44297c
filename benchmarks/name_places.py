"""Are the places of the gold's stories at the right coordinates?

usage: name_places.py SHARED [--misses]

SHARED is the folder with `gold`, `seeds`, `dev` and `score`. `benchmarks/name_places.tsv` gives, for each place of the gold
that is a point, where it is and how far off it may be. Pages are read here; a place is the entity that most of the
gold's mentions of it lie on.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

from riwaya.across import Entity
from riwaya.batch import read_pages
from riwaya.gather.entities import gather_entities
from riwaya.page.intake import find_pages

PLACES = Path(__file__).with_name("name_places.tsv")
_EARTH = 6371.0


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Give the distance of two points on the globe."""
    (a, b), (c, d) = (tuple(map(radians, point)) for point in (one, other))
    return 2 * _EARTH * asin(sqrt(sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2))


def rows() -> list[tuple[str, str, tuple[float, float], float]]:
    lines = (line.split("\t") for line in PLACES.read_text(encoding="utf-8").splitlines() if line[:1] not in "#")
    return [(s, key, (float(a), float(b)), float(off)) for s, key, a, b, off in lines]


def found(shared: Path, story: str) -> dict[str, Entity]:
    """Give the entity that the program reads for each place of a story's gold, by the gold's names in its pages."""
    gold = json.loads((shared / "gold" / f"{story}.json").read_text(encoding="utf-8"))
    folder = shared / "seeds" if story == "seeds" else shared / "dev" / story
    records = read_pages(find_pages((str(folder),), None)).records
    texts = {r.document.id: r.document for r in records}
    votes: dict[str, Counter[str]] = {}
    entities = {e.id: e for e in gather_entities(records)}
    for entity in entities.values():
        for key, mention in entity.mentions:
            doc = texts[key]
            words = {mention.span.of(doc.text), mention.name.of(doc.text)}
            for one in gold["entities"]:
                names = one["names"].get(Path(doc.source).name, [])
                if one["type"] == "PLACE" == entity.type and words & set(names):
                    votes.setdefault(one["id"], Counter())[entity.id] += 1
    return {key: entities[count.most_common(1)[0][0]] for key, count in votes.items()}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--misses", action="store_true")
    args = parser.parse_args()
    right, read = 0, {story: found(args.shared, story) for story in dict.fromkeys(row[0] for row in rows())}
    for story, key, point, off in rows():
        entity = read[story].get(key)
        at = entity.coordinates if entity else None
        good = at is not None and kilometres(at, point) <= off
        right += good
        if args.misses and not good:
            print(f"miss {story} {key}: {entity.name if entity else 'not found'} {at}")
    print(f"places at the right coordinates: {right} of {len(rows())}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
