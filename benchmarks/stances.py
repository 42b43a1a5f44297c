"""Pairs of headlines that agree or not, against people's judgement: precision, recall and F1 by class.

usage: stances.py ANS_STANCE.csv

The file has columns s1, s2 and stance (agree, disagree, other). Prints the figures beside those of the majority class.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from pathlib import Path

from riwaya.compare.agreement import agreement

CLASSES = ("agree", "disagree", "other")


def f1(gold: list[str], read: list[str], name: str) -> tuple[float, float, float]:
    """Give precision, recall and F1 of one class."""
    hit = sum(g == r == name for g, r in zip(gold, read, strict=True))
    precision, recall = hit / max(read.count(name), 1), hit / max(gold.count(name), 1)
    return precision, recall, 2 * precision * recall / (precision + recall) if hit else 0.0


def report(title: str, gold: list[str], read: list[str]) -> None:
    """Print the figures of one reading."""
    figures = {name: f1(gold, read, name) for name in CLASSES}
    right = sum(g == r for g, r in zip(gold, read, strict=True)) / len(gold)
    two = sum(figures[name][2] for name in CLASSES[:2]) / 2
    print(f"{title}: accuracy {right:.3f}  mean F1 of agree and disagree {two:.3f}")
    for name in CLASSES:
        print("  {:9} precision {:.3f} recall {:.3f} F1 {:.3f}".format(name, *figures[name]))


def main(path: str) -> None:
    """Print the figures."""
    with Path(path).open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    gold = [row["stance"] for row in rows]
    report("majority", gold, [Counter(gold).most_common(1)[0][0]] * len(gold))
    report("riwaya", gold, [agreement(row["s1"], row["s2"]).verdict for row in rows])


if __name__ == "__main__":
    main(*sys.argv[1:])
