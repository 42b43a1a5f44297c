"""Pages into stories: B-cubed over annotated pages, alone and among thousands of others, and the time it takes.

usage: stories.py DEV_FOLDER [ANT.jsonl.gz [PAGES]]

DEV_FOLDER holds one folder a story, an `about.jsonl` in each, and `stories.json`, the gold. With ANT (31,417 articles
of 2018) the annotated pages are read together with PAGES others of the same months, those excluded that they were taken
from. Prints precision, recall and F1 over the annotated pages, and how long one more page takes.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
import time
from collections import defaultdict
from pathlib import Path

from riwaya.gather.likeness import outline
from riwaya.gather.stories import Stories
from riwaya.model import Block, Document, Record, Span

MONTHS = ("201804", "201805", "201806", "201807")


def record(key: str, text: str, day: str | None) -> Record:
    """Give a page whose first line is its title."""
    end = text.find("\n")
    blocks = (Block(Span(0, end), "title"), Block(Span(end, len(text)), "body"))
    return Record(Document(key, key, text, blocks, (), Span(0, end), published=day))


def annotated(folder: Path) -> tuple[list[Record], dict[str, str], set[str]]:
    """Give the annotated pages, the story of each (its own where it has none), and where they were taken from."""
    gold = json.loads((folder / "stories.json").read_text(encoding="utf-8"))
    days = {}
    for file in folder.glob("*/about.jsonl"):
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            days[f"{file.parent.name}/{row['source']}"] = row.get("published") or row.get("crawled")
    records = [record(key, (folder / key).read_text(encoding="utf-8"), days.get(key)) for key in sorted(gold)]
    story = {key: row["story"] if row["story"] != "none" else key for key, row in gold.items()}
    return records, story, {row["source"].rsplit("/", 1)[-1].removesuffix(".txt") for row in gold.values()}


def others(path: str, count: int, taken: set[str]) -> list[Record]:
    """Give articles of the same months, in a fixed random order."""
    rows = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            day = row["docno"][-8:]
            if day[:6] in MONTHS and row["docno"] not in taken:
                rows.append((row["docno"], f"{row['title']}\n\n{row['text']}", f"{day[:4]}-{day[4:6]}-{day[6:]}"))
    random.Random(1).shuffle(rows)
    return [record(*row) for row in rows[:count]]


def b_cubed(gold: dict[str, str], groups: tuple[tuple[str, ...], ...]) -> tuple[float, float, float]:
    """Give precision, recall and F1 over the annotated pages."""
    found = {key: number for number, group in enumerate(groups) for key in group if key in gold}
    wanted, read = defaultdict(set), defaultdict(set)
    for key, story in gold.items():
        wanted[story].add(key)
        read[found[key]].add(key)
    precision = sum(len(wanted[s] & read[found[k]]) / len(read[found[k]]) for k, s in gold.items()) / len(gold)
    recall = sum(len(wanted[s] & read[found[k]]) / len(wanted[s]) for k, s in gold.items()) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def main(folder: str, articles: str | None = None, most: str = "5000") -> None:
    """Print the figures."""
    records, gold, taken = annotated(Path(folder))
    if articles:
        records += others(articles, int(most), taken)
    shelf = Stories()
    start = time.perf_counter()
    outlines = [outline(one) for one in records]
    read = time.perf_counter()
    shelf.add_all(outlines[1:])
    groups = shelf.groups()
    done = time.perf_counter()
    shelf.add(outline(records[0]))
    one_more = time.perf_counter() - done
    groups = shelf.groups()
    print(f"{len(records)} pages: outlines {read - start:.1f} s, stories {done - read:.1f} s")
    print(f"one page more {one_more:.3f} s")
    print(f"{len(groups)} stories, the largest of {max(map(len, groups))} pages")
    print("B-cubed precision {:.3f} recall {:.3f} F1 {:.3f}".format(*b_cubed(gold, groups)))


if __name__ == "__main__":
    main(*sys.argv[1:])
