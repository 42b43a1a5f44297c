"""Print the tables of docs/results-core.md: clitics, parts of speech, names and speed, of the models as shipped.

usage: PYTHONPATH=src python benchmarks/core.py [clitics upos names]

Tests: PADT's SIGMORPHON and UD 1.2 test parts (licensed for tests only), ANERcorp's official test (persons, places) and
NewsFANE's labels of the same sentences (organisations). No model saw them in training.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "training"))

import clitics
import upos
from corpora import anercorp
from names_fast import as_words, score
from treebanks import padt

from riwaya.text.clitics import cutter
from riwaya.text.precise import precise_tagger
from riwaya.text.tagger import tag_words
from riwaya.text.words import tokenize


def print_clitics() -> None:
    examples = [clitics.as_example(sentence) for sentence in padt("test")]
    words = sum(len(row) for row, _ in examples)
    cutter()
    started = time.perf_counter()
    clitics.measure(cutter(), examples, "clitics, exact word, PADT test")
    print(f"  {words / (time.perf_counter() - started):,.0f} words a second, each word form worked out once")


def print_names() -> None:
    _, test = anercorp()
    rows = [as_words(sentence) for sentence in test]
    forms = [row for row, _ in rows]
    gold = [labels for _, labels in rows]
    printed = [[w.span.of(token.text) for token in sentence for w in tokenize(token.text).words] for sentence in test]
    total = sum(map(len, forms))
    taggers = {
        "fast": lambda: [tag_words(row).labels for row in forms],
        "precise": lambda: [tagged.labels for tagged in precise_tagger().tag(printed)],
    }
    print("| tagger | persons | places | organisations | words/s, one core |\n|---|---|---|---|---|")
    for name, tag in taggers.items():
        started = time.perf_counter()
        figures = score(gold, tag())
        speed = total / (time.perf_counter() - started)
        cells = " | ".join(f"{p:.3f} / {r:.3f} / **{f:.3f}**" for p, r, f in figures.values())
        print(f"| {name} | {cells} | {speed:,.0f} |")


def main() -> None:
    wanted = sys.argv[1:] or ["clitics", "upos", "names"]
    for part, run in (("clitics", print_clitics), ("upos", upos.measure), ("names", print_names)):
        if part in wanted:
            run()


if __name__ == "__main__":
    main()
