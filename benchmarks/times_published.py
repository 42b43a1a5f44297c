"""How often the day of a page is inferred from its text alone, and how often the inference is right.

usage: times_published.py ANT SAUDINEWSNET [--every N] [--misses]

ANT and SAUDINEWSNET are gzipped JSON lines of articles whose day is known; title and text are read, the day is kept
back. SaudiNewsNet gives the day of fetching, so its truth is that day or the one before. `fetched N days later`: the
same with a day of fetching given that is so many days after the true one.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from email.utils import parsedate_to_datetime
from itertools import islice
from pathlib import Path

from riwaya.annotate.publication import with_publication_day
from riwaya.model import Block, Document, Span
from riwaya.text.calendar import window

LATER = (0, 1, 3, 30)  # days between the true day and the day of fetching


@dataclass(slots=True)
class Tally:
    """Counts of one kind of answer: a day, an interval, a likeliest day."""

    given: int = 0
    right: int = 0
    days: list[int] = field(default_factory=list)


def articles(path: Path, every: int) -> Iterator[tuple[str, str, date, date]]:
    """Give (title, text, earliest true day, latest true day) of one article in `every`."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in islice(lines, 0, None, every):
            row = json.loads(line)
            if "time" in row:
                day = parsedate_to_datetime(row["time"]).date()
                yield row["title"], row["text"], day, day
            else:
                day = date.fromisoformat(row["date_extracted"][:10])
                yield row["title"] or "", row["content"] or "", day - timedelta(days=1), day


def document(title: str, text: str, crawled: date | None = None) -> Document:
    """Make a document of a title and paragraphs."""
    lines = [title, *text.split("\n")]
    blocks, at = [], 0
    for number, line in enumerate(lines):
        if line.strip():
            blocks.append(Block(Span(at, at + len(line)), "body" if number else "title"))
        at += len(line) + 1
    return Document("d", "article", "\n".join(lines), tuple(blocks), (), crawled=str(crawled) if crawled else None)


def measure(rows: list[tuple[str, str, date, date]], later: int | None, *, misses: bool) -> dict[str, Tally]:
    """Infer each article's day and count the answers by kind."""
    tallies = {kind: Tally() for kind in ("day", "interval", "likeliest", "none")}
    for title, text, first, last in rows:
        doc = with_publication_day(document(title, text, None if later is None else last + timedelta(days=later)))
        value = doc.published
        kind = "none" if not value else "likeliest" if value.endswith("?") else "interval" if "/" in value else "day"
        tally, days = tallies[kind], window(value)
        tally.given += 1
        if days.first and days.last:
            right = days.first <= last and first <= days.last
            tally.right += right
            tally.days.append((days.last - days.first).days + 1)
            if misses and not right:
                print(f"   {first}: {value} {doc.published_evidence}")
    return tallies


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--every", type=int, default=4)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    for path in options.files:
        rows = list(articles(path, options.every))
        for later in (None, *LATER):
            tallies = measure(rows if later is None else rows[::10], later, misses=options.misses and later is None)
            total = sum(tally.given for tally in tallies.values())
            print(f"{path.name}, {'text alone' if later is None else f'fetched {later} days later'}: {total} articles")
            for kind, tally in tallies.items():
                share = f"right {tally.right / tally.given:.3f}" if tally.given and kind != "none" else ""
                width = f"mean width {sum(tally.days) / len(tally.days):.0f} days" if tally.days else ""
                print(f"   {kind:10} {tally.given:6} {tally.given / max(total, 1):7.2%}  {share}  {width}")


if __name__ == "__main__":
    main()
