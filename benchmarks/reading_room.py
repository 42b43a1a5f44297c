"""How long the reading room takes for a page: processor time and wall time of requests to every kind of address.

Command: python benchmarks/reading_room.py LIBRARY [--copies N]
With --copies, a library of N times the pages of LIBRARY is made first beside it: each copy has ids of its own and days of
its own over two years, while people, bodies and places are shared by all copies, so that everybody in it is named as
often as the most named are in a real one: a hard case.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import sqlite3
import statistics
import time
from datetime import date, timedelta
from pathlib import Path

from starlette.testclient import TestClient

from riwaya.store.library import open_library
from riwaya.web.app import make_app

#: Tables that are copied, parents first; what the reading room asks for.
TABLES = ("page", "document", "claim", "claim_source", "entity_mention", "entity_title", "happening", "report", "story",
          "story_document", "difference", "difference_value")  # fmt: skip
OWNED = ("document", "claim", "happening", "story", "difference")
QUESTIONS = {
    "front page": ("/?day=", "select distinct day from story_day order by day desc limit 300", 12),
    "story": ("/story/", "select id from story order by id limit 5000", 60),
    "story of six pages or more": ("/story/", "select id from story where documents > 5 order by id limit 1000", 30),
    "page": ("/page/", "select id from document order by id limit 20000", 60),
    "person, body or place": ("/entity/", "select id from entity", 60),
    "outlet": ("/outlet/", "select distinct outlet from document where outlet is not null limit 40", 20),
}
FIXED = ("/", "/status", "/judge", "/judge?of=names", "/search?q=الوزير", "/search?q=رئيس", '/search?q="وزير الدفاع"')


def copied(source: Path, copies: int) -> Path:
    """Make the large library and give its path."""
    target = source.with_name(f"{source.stem}-{copies}{source.suffix}")
    shutil.copy(source, target)
    run = sqlite3.connect(target, isolation_level=None)
    run.execute("pragma foreign_keys = off")
    run.execute("pragma synchronous = off")
    rows = {table: run.execute(f"select * from {table}").fetchall() for table in TABLES}
    own = {row[0] for table in OWNED for row in rows[table]}
    days = {
        table: [c[1] for c in run.execute(f"pragma table_info({table})")] for table in ("document", "entity_mention")
    }
    some_id = re.compile("[a-z][0-9a-f]{12}")
    run.execute("begin")
    for number in range(1, copies):
        day = (date(2022, 1, 1) + timedelta(days=number * 730 // copies)).isoformat()

        def renamed(found: re.Match[str], number: int = number) -> str:
            return found[0][0] + format(number, "05x") + found[0][6:] if found[0] in own else found[0]

        for table, many in rows.items():
            made = []
            for row in many:
                new = [some_id.sub(renamed, v) if isinstance(v, str) and (len(v) > 300 or v in own) else v for v in row]
                if table in days:
                    new[days[table].index("published")] = day
                made.append(new)
            if made:
                run.executemany(f"insert or ignore into {table} values ({','.join('?' * len(made[0]))})", made)
    run.execute("commit")
    run.execute("analyze")
    run.close()
    return target


def addresses(path: Path) -> dict[str, list[str]]:
    """Give the addresses to ask, by kind."""
    run, chance = sqlite3.connect(path), random.Random(5)
    out = {}
    for kind, (prefix, question, count) in QUESTIONS.items():
        keys = [row[0] for row in run.execute(question)]
        out[kind] = [prefix + str(key) for key in chance.sample(keys, min(count, len(keys)))]
    return {**out, "front, status, judging, search": list(FIXED)}


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("library", type=Path)
    ask.add_argument("--copies", type=int, default=1)
    given = ask.parse_args()
    path = copied(given.library, given.copies) if given.copies > 1 else given.library
    with open_library(path, read_only=True) as library:
        print(f"{len(library)} pages, {path.stat().st_size / 1e6:.0f} MB")
    room = TestClient(make_app(path))
    room.get("/")
    every: list[float] = []
    print(
        "| address | asked | processor ms, median | 95th percentile | worst | wall ms, 95th |\n|---|---|---|---|---|---|"
    )
    for kind, many in addresses(path).items():
        room.get(many[0])
        spent, waited = [], []
        for address in many:
            processor, wall = time.process_time(), time.perf_counter()
            assert room.get(address).status_code == 200, address
            spent.append(1000 * (time.process_time() - processor))
            waited.append(1000 * (time.perf_counter() - wall))
        every += spent
        print(
            f"| {kind} | {len(many)} | {statistics.median(spent):.0f} | {_late(spent):.0f} | {max(spent):.0f} | {_late(waited):.0f} |"
        )
    print(f"| all | {len(every)} | {statistics.median(every):.0f} | {_late(every):.0f} | {max(every):.0f} | |")


def _late(times: list[float]) -> float:
    return sorted(times)[min(len(times) - 1, int(0.95 * len(times)))]


if __name__ == "__main__":
    main()
