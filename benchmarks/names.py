"""Name comparison against two tables: our own pairs of public names, and spelling variants of foreign names.

usage: names.py [--misses] [VARIANTS.tsv]

The pairs are `benchmarks/name_pairs.tsv`. VARIANTS.tsv is `variant-pairs-derived.tsv` of the project's public data:
words
of one English form spelled in two ways, of which the pairs without ANETAC are taken, a fifth of them, against as many
random pairs of words of the same length.
"""

from __future__ import annotations

import argparse
import random
import sys
import zlib
from pathlib import Path

from riwaya.gather.names import compare_persons
from riwaya.text.fold import fold
from riwaya.text.likeness import ALIKE, likeness

PAIRS = Path(__file__).with_name("name_pairs.tsv")


def figures(name: str, found: list[tuple[bool, bool]]) -> str:
    """Give precision, recall and F1 of (said same, is same) rows in one line."""
    hit = sum(said and true for said, true in found)
    precision = hit / max(1, sum(said for said, _ in found))
    recall = hit / max(1, sum(true for _, true in found))
    f1 = 2 * precision * recall / (precision + recall) if hit else 0.0
    right = sum(said == true for said, true in found) / max(1, len(found))
    return f"{name:12} pairs {len(found):5}  p {precision:.3f}  r {recall:.3f}  f1 {f1:.3f}  right {right:.3f}"


def own_pairs(*, misses: bool) -> str:
    found = []
    for line in PAIRS.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line:
            continue
        verdict, one, other = line.split("\t")
        said, why = compare_persons(fold(one), fold(other))
        found.append((said == "same", verdict == "same"))
        if misses and found[-1][0] != found[-1][1]:
            print(f"miss {verdict}: {one} / {other}: {said}, {why}")
    return figures("own pairs", found)


def variants(path: Path, *, misses: bool) -> str:
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:]]
    rows = [row for row in rows if row[3] == "transliteration" and "anetac" not in row[4]]
    held = [row for row in rows if zlib.crc32(row[0].encode()) % 5 == 0]
    by_length: dict[int, list[str]] = {}
    for row in held:
        by_length.setdefault(len(fold(row[2])), []).append(fold(row[2]))
    chance = random.Random(7)
    found = []
    for row in held:
        one, other = fold(row[1]), fold(row[2])
        stranger = chance.choice([word for word in by_length[len(other)] if word != other] or [one[::-1]])
        found += [(likeness(one, other) >= ALIKE, True), (likeness(one, stranger) >= ALIKE, False)]
        if misses and not found[-2][0]:
            print(f"miss variant: {row[0]} {one} / {other} {likeness(one, other):.2f}")
        if misses and found[-1][0]:
            print(f"miss stranger: {one} / {stranger} {likeness(one, stranger):.2f}")
    return figures("variants", found)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("variants", type=Path, nargs="?")
    parser.add_argument("--misses", action="store_true")
    args = parser.parse_args()
    print(own_pairs(misses=args.misses))
    if args.variants:
        print(variants(args.variants, misses=args.misses))
    return 0


if __name__ == "__main__":
    sys.exit(main())
