"""How fast times are read, beside the 20 MB/s that scanning alone allows, and where the time goes.

usage: times_speed.py ARTICLES [--profile]

ARTICLES is a gzipped file of JSON lines; the long strings of a line are an article. Processor time, forms warm.
"""

from __future__ import annotations

import argparse
import cProfile
import gzip
import json
import pstats
import time
from itertools import islice
from pathlib import Path

from riwaya.annotate.times import read_times
from riwaya.text.words import tokenize

LIMIT = 20.0  # MB/s
EVERY, MANY, WARM, LONG = 150, 200, 40, 300
DAY = "2018-07-04"


def articles(path: Path) -> list[str]:
    """Give one article in `EVERY`."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in islice(lines, 7, EVERY * MANY, EVERY)]
    texts = ("\n".join(v for v in row.values() if isinstance(v, str) and len(v) > LONG) for row in rows)
    return [text for text in texts if text]


def measure(texts: list[str]) -> tuple[float, float]:
    """Give the processor seconds for cutting words, and for times once they are cut."""
    words = times = 0.0
    for text in texts:
        start = time.process_time()
        tokenize(text)
        middle = time.process_time()
        read_times(text, published=DAY)
        words += middle - start
        times += time.process_time() - middle
    return words, times


def main() -> None:
    """Print the table, and the profile where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    texts = articles(options.articles)
    measure(texts[:WARM])
    words, times = measure(texts)
    size = sum(len(text.encode()) for text in texts) / 1e6
    count, letters = len(texts), sum(map(len, texts))
    print(f"{count} articles, {letters / count:.0f} letters, {size / count * 1e6:.0f} bytes each")
    for name, seconds in (("limit", size / LIMIT), ("times", times), ("times and words", words + times)):
        speed = size / seconds
        print(f"{name:16} {seconds / count * 1e3:6.2f} ms a page {seconds / letters * 4e6:6.2f} ms per 4,000 letters "
              f"{speed:6.2f} MB/s {speed / LIMIT:6.1%}")  # fmt: skip
    if options.profile:
        profile = cProfile.Profile()
        profile.runcall(measure, texts)
        pstats.Stats(profile).sort_stats("cumtime").print_stats(r"time|words|phrases", 15)


if __name__ == "__main__":
    main()
