"""Make `data/letter_costs.tsv`: what it costs to write one Arabic letter for another in a foreign name, or to leave it out.

usage: letter_costs.py VARIANTS.tsv OUT.tsv

VARIANTS.tsv has pairs of Arabic spellings of one English form; learned from are those of Google's names (Apache 2.0) and
of Wikidata (CC0), four fifths of them (the fifth that `benchmarks/names.py` tests on is left out). Each round aligns the
pairs by the costs of the round before, counts which letters stand for which, and makes costs of the shares.
"""

from __future__ import annotations

import csv
import math
import sys
import zlib
from collections import Counter
from pathlib import Path

from riwaya.text.fold import fold
from riwaya.text.likeness import aligned, by_sound

ROUNDS = 5
ALIKE = 0.6  # pairs less alike than this are other words: a family name beside a given name
RAREST = 0.002  # a share at which a change costs all
LEAST = 0.1  # what any change costs, of 1
SCALE = 1.37  # at which the threshold for one name stays where it was with costs set by hand
LETTERS = "اءبتثجحخدذرزسشصضطظعغفقكلمنهوي"


def pairs(path: Path) -> list[tuple[str, str]]:
    """Give the pairs to learn from, folded, without the article."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    found = []
    for row in rows:
        free = row["kind"] == "transliteration" and "anetac" not in row["sources"]
        if free and zlib.crc32(row["english"].encode()) % 5:
            one, other = (fold(row[key]).removeprefix("ال") for key in ("arabic_a", "arabic_b"))
            if one != other and set(one + other) <= set(LETTERS):
                found.append((one, other))
    return found


def share(count: int, total: int) -> float:
    """Give a share that a few sightings do not make sure."""
    return (count + 0.2) / (total + 5)


def cost(part: float) -> float:
    return max(LEAST, min(1.0, math.log(min(1.0, 2 * part)) / math.log(RAREST)))


def learn(words: list[tuple[str, str]], costs: dict[tuple[str, str], float] | None) -> dict[tuple[str, str], float]:
    """Give costs of changes (two letters) and gaps (a letter and "") from pairs aligned by earlier costs."""
    changes: Counter[tuple[str, str]] = Counter()
    totals: Counter[str] = Counter()
    for one, other in words:
        score, steps = aligned(one, other, costs)
        if score < ALIKE:
            continue
        for left, right in steps:
            for letter, twin in {(left, right), (right, left)} if left and right else {(left or right, "")}:
                changes[letter, twin] += 1 + (left == right)
                totals[letter] += 1 + (left == right)
    found = {}
    for at, letter in enumerate(LETTERS):
        found[letter, ""] = cost(share(changes[letter, ""], totals[letter]))
        for twin in LETTERS[at + 1 :]:
            both = (letter, twin), (twin, letter)
            found[both[0]] = sum(cost(share(changes[key], totals[key[0]])) for key in both) / 2
    return found


def main() -> None:
    words = pairs(Path(sys.argv[1]))
    costs = None
    for _ in range(ROUNDS):
        costs = learn(words, costs)
    sound = by_sound()  # what the pairs say too little of costs no more than what letters of one sound do
    rows = sorted((min(SCALE * value, sound.get(key, 1.0)), key) for key, value in (costs or {}).items())
    lines = [f"{one}\t{other}\t{value:.2f}" for value, (one, other) in rows if value < 1]
    Path(sys.argv[2]).write_text("\n".join(sorted(lines)) + "\n", encoding="utf-8")
    print(f"{len(words)} pairs, {len(lines)} costs")


if __name__ == "__main__":
    main()
