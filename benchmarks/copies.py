"""Near-copies found among real news, against the exact share of seven-word runs that every two pages have in common.

usage: copies.py SAUDINEWSNET.jsonl.gz [PAGES]

The yardstick is slow and plain: sets of seven-word runs compared through an index of every run. A pair is a near-copy
where at least half of the shorter page's runs stand in the other. Prints precision and recall of the pairs that
`find_copies` puts into one group with a share of at least half, and the time.
"""

from __future__ import annotations

import gzip
import itertools
import json
import re
import sys
import time
from collections import Counter, defaultdict

from riwaya.gather.copies import find_copies
from riwaya.model import Block, Document, Record, Span
from riwaya.text.fold import fold

RUN = 7


def pages(path: str, most: int) -> list[Record]:
    """Give the articles as records of one body block."""
    out = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(itertools.islice(lines, most)):
            row = json.loads(line)
            text = row["content"] or ""
            blocks = (Block(Span(0, len(text)), "body"),)
            day = row["date_extracted"][:10]
            out.append(Record(Document(f"p{number:05}", row["url"], text, blocks, (), crawled=day)))
    return out


def yardstick(records: list[Record]) -> set[tuple[str, str]]:
    """Give the near-copies by comparing every two pages that share a run."""
    sets, index = {}, defaultdict(list)
    for record in records:
        words = re.findall(r"\w+", fold(record.document.text))
        sets[record.document.id] = {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}
        for run in sets[record.document.id]:
            index[run].append(record.document.id)
    shared: Counter[tuple[str, str]] = Counter()
    for owners in index.values():
        shared.update(itertools.combinations(sorted(owners), 2))
    return {(a, b) for (a, b), count in shared.items() if count / min(len(sets[a]), len(sets[b])) >= 0.5}


def main(path: str, most: str = "11000") -> None:
    """Print the figures."""
    records = pages(path, int(most))
    start = time.perf_counter()
    groups = find_copies(records)
    seconds = time.perf_counter() - start
    wanted = yardstick(records)
    near = [group for group in groups if group.shared >= 0.5]
    found = {pair for group in near for pair in itertools.combinations(sorted(group.documents), 2)}
    hit = len(wanted & found)
    print(f"{len(records)} pages, {seconds:.1f} s; near-copies: {len(wanted)} pairs, {len(near)} groups")
    print(f"precision {hit / len(found):.3f}  recall {hit / len(wanted):.3f}")
    print(f"copied passages besides: {len(groups) - len(near)} pairs")


if __name__ == "__main__":
    main(*sys.argv[1:])
