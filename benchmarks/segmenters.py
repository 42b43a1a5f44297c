"""Compare the clitic cutter with Farasa and farahidi on PADT's test: the share of words cut exactly right.

usage: PYTHONPATH=src python benchmarks/segmenters.py [--python PYTHON]

Both are yardsticks only: their licences (research only; GPL) keep them out of the product. They are installed into a
folder of their own that is thrown away, unless --python names an interpreter that has them. Article and endings of
number and gender count with the stem, as in PADT; what counts is which letters are proclitics and which a pronoun.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "training"))

import clitics
from treebanks import ENCLITICS, PROCLITICS, padt

from riwaya.text.clitics import cutter

YARDSTICKS = ("pyfarasa==0.0.1", "farahidi==0.4.0")

#: What runs in the other interpreter: sentences (lists of words) in, segments of each word out.
_FARASA = """
import json, sys, time
from farasa.segmentation import segmentLine
rows = json.load(sys.stdin)
started, known = time.process_time(), {}
for row in rows:
    for word in row:
        if word not in known:
            known[word] = (segmentLine(word) or [word])[0].split("+")
json.dump({"seconds": time.process_time() - started, "cut": known}, sys.stdout)
"""
_FARAHIDI = """
import json, sys, time, unicodedata
import farahidi
bare = lambda text: "".join(c for c in text if not unicodedata.combining(c))
rows = json.load(sys.stdin)
started, known = time.process_time(), {}
for row in rows:
    for word in row:
        if word not in known:
            ways = farahidi.analyze(word)
            best = ways[0] if ways else None
            front = [bare(a.form) for a in best.proclitics] if best else []
            back = [bare(a.form) for a in best.enclitics] if best else []
            known[word] = [*front, bare(best.stem) if best else word, *back]
json.dump({"seconds": time.process_time() - started, "cut": known}, sys.stdout)
"""


def as_way(segments: list[str]) -> tuple[int, int]:
    """Give how many letters the leading proclitics and the pronoun take.

    >>> as_way(["و", "ب", "ال", "مدرس", "ة"]), as_way(["ل", "قائد", "هم"])
    ((2, 0), (1, 2))
    """
    front = back = first = 0
    while first < len(segments) - 1 and segments[first] in PROCLITICS:
        front += len(segments[first])
        first += 1
    if len(segments) - 1 > first and segments[-1] in ENCLITICS:
        back = len(segments[-1])
    return front, back


def _elsewhere(python: str, program: str, rows: list[list[str]]) -> tuple[dict[str, tuple[int, int]], float]:
    out = subprocess.run([python, "-c", program], input=json.dumps(rows), capture_output=True, text=True, check=True)
    answer = json.loads(out.stdout)
    return {word: as_way(segments) for word, segments in answer["cut"].items()}, answer["seconds"]


def _report(name: str, right: int, total: int, seconds: float) -> None:
    print(f"| {name} | {right / total:.4f} | {total / seconds:,.0f} |", flush=True)


def compare(python: str) -> None:
    """Print the table."""
    examples = [clitics.as_example(sentence) for sentence in padt("test")]
    rows = [words for words, _ in examples]
    total = sum(map(len, rows))
    print("| cutter | words cut exactly right | words/s of processor time, each form once |\n|---|---|---|")
    fresh = cutter()
    fresh.alone.cache_clear()  # type: ignore[attr-defined]
    started = time.process_time()
    own = [fresh.cut(row) for row in rows]
    right = sum(a == b for (_, gold), read in zip(examples, own, strict=True) for a, b in zip(gold, read, strict=True))
    _report("ours", right, total, time.process_time() - started)
    for name, program in (("PyFarasa", _FARASA), ("farahidi, first analysis", _FARAHIDI)):
        known, seconds = _elsewhere(python, program, rows)
        right = sum(known[w] == way for words, gold in examples for w, way in zip(words, gold, strict=True))
        _report(name, right, total, seconds)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--python", help="an interpreter that has " + " and ".join(YARDSTICKS))
    args = parser.parse_args()
    if args.python:
        compare(args.python)
        return
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        python = str(Path(folder) / "bin" / "python")
        subprocess.run([python, "-m", "pip", "install", "-q", *YARDSTICKS], check=True)
        compare(python)


if __name__ == "__main__":
    main()
