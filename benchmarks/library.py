"""How a large library answers: every page of the reading room and the search, while pages are added and read.

usage: python benchmarks/library.py LIBRARY [--make 100000] [--texts ARTICLES.jsonl.gz] [--readers 50] [--seconds 20]

`--make` makes the library first: some articles are read (of a gzipped file of JSON lines; else the samples), gathered,
and written again and again under other ids and days until there are that many pages; people, bodies and places are
one over all copies, events and stories are each copy's own. Then each address is asked for in turn, over a real server on
this machine, and last some readers ask at once while another process adds pages. Times are milliseconds.
"""

from __future__ import annotations

import argparse
import gzip
import json
import multiprocessing
import random
import re
import statistics
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from urllib.parse import quote
from urllib.request import urlopen

from riwaya.batch import read_pages
from riwaya.collect import add_pages as add_pages_of
from riwaya.collect import rebuild, update
from riwaya.model import Page
from riwaya.page.intake import find_pages
from riwaya.store.library import Library, open_library
from riwaya.store.search import text_lines

EVERY, BASE = 61, 400
FIRST = date(2011, 1, 1)
PORT = 8399
DAY = "2018-05-03"
ID = re.compile(r"\b[a-z][0-9a-f]{12}\b")
#: Parents first. What triggers fill is not here.
COPIED = ("page", "document", "block", "mention", "time", "amount", "claim", "claim_source", "event", "entity_mention",
          "entity_title", "happening", "report", "entity", "story", "story_document", "difference", "difference_value",
          "outline_stem")  # fmt: skip


def articles(path: Path | None) -> Iterator[Page]:
    """Give the pages that the library is made of."""
    if path is None:
        yield from (page for page in find_pages(["samples/pages"]) if isinstance(page, Page))
        return
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(islice(lines, 0, EVERY * BASE, EVERY)):
            row = json.loads(line)
            words = max((v for v in row.values() if isinstance(v, str)), key=len)
            text = f"{row.get('title', '')}\n\n{words}"
            yield Page(f"{number}.txt", text.encode(), "text", url=row.get("url"), published=DAY)


def make(path: Path, size: int, texts: Path | None) -> None:
    """Make a library of about that many pages: some are read and gathered, then their rows are written again and again."""
    with open_library(path) as library:
        begun = time.perf_counter()
        read = read_pages(articles(texts), workers=2).records
        for record in read:
            library.add(Page(record.document.source, record.document.text.encode("utf-8", "replace"), "text"), record)
        rebuild(library)
        print(f"{len(read)} pages read, added and gathered in {time.perf_counter() - begun:.0f} s")
        run = library.connection.execute
        run("pragma synchronous = off")
        rows = {table: [tuple(row) for row in run(f"select * from {table}")] for table in COPIED}
        words = [(doc.id, *text_lines(doc)) for doc in (record.document for record in read)]
        for number in range(1, max(1, round(size / len(read)))):
            run("begin")
            copy(library, rows, words, number)
            run("commit")
        run("pragma optimize")
        print(f"{len(library)} pages, {path.stat().st_size / len(library) / 1024:.1f} KiB a page")


def copy(
    library: Library, rows: dict[str, list[tuple[object, ...]]], words: list[tuple[str, str, str]], number: int
) -> None:
    """Write the rows again as those of other pages of another day; people, bodies and places stay one over all copies."""
    day, kept = (FIRST + timedelta(days=number)).isoformat(), {str(row[0]) for row in rows["entity"]}

    def other(cell: object) -> object:
        if not isinstance(cell, str):
            return cell
        return (
            day if cell == DAY else ID.sub(lambda found: found[0] if found[0] in kept else f"{found[0]}-{number}", cell)
        )

    for table, many in rows.items():
        if table == "entity":
            continue
        marks = ", ".join("?" * len(many[0])) if many else ""
        named = [f"{number}/{row[1]}" if table == "page" else None for row in many]
        made = ([other(cell) for cell in row] for row in many)
        if table == "outline_stem":
            near = (FIRST + timedelta(days=number)).toordinal()
            made = ([row[0], other(row[1]), near, row[3]] for row in many)
        if table == "page":
            made = ([row[0], name, *row[2:]] for row, name in zip(made, named, strict=True))
        if many:
            library.connection.executemany(f"insert into {table} values ({marks})", made)
    for document, title, body in words:
        row = library.connection.execute("insert into search_document (document) values (?)", (f"{document}-{number}",))
        library.connection.execute(
            "insert into search (rowid, title, body) values (?, ?, ?)", (row.lastrowid, title, body)
        )


def serve(path: Path) -> None:
    """Serve the library until killed."""
    import uvicorn

    from riwaya.web.app import make_app

    uvicorn.run(make_app(path), port=PORT, log_level="error")


def addresses(path: Path) -> dict[str, list[str]]:
    """Give addresses of each kind of page, chosen by chance with a fixed seed."""
    choose = random.Random(5)
    with open_library(path, read_only=True) as library:
        run = library.connection.execute
        stories = [row[0] for row in run("select id from story where documents > 1 limit 5000")] or [
            row[0] for row in run("select id from story limit 5000")]  # fmt: skip
        entities = [row[0] for row in run("select id from entity limit 5000")]
        documents = [row[0] for row in run("select id from document limit 5000")]
        outlets = [row[0] for row in run("select distinct outlet from document where outlet is not null limit 50")]
        names = [row[0] for row in run("select name from entity limit 5000")]
    picked = {"story": stories, "entity": entities, "page": documents, "outlet": outlets}
    out = {
        kind: [f"/{kind}/{quote(k)}" for k in choose.sample(keys, min(30, len(keys)))] for kind, keys in picked.items()
    }
    words = choose.sample(names, min(30, len(names)))
    return {"/": ["/", "/?language=en"] * 5, **out, "search": [f"/search?q={quote(word)}" for word in words]}


def ask(address: str) -> float:
    """Give the milliseconds of one answer."""
    begun = time.perf_counter()
    with urlopen(f"http://127.0.0.1:{PORT}{address}", timeout=60) as answer:
        answer.read()
    return (time.perf_counter() - begun) * 1000


def add_pages(path: Path, seconds: float, told: object) -> None:
    """Add pages, twenty a second, and tell how many it were."""
    with open_library(path) as library:
        page, record = library.pages(library.documents()[:1]), next(iter(library.records(library.documents()[:1])))
        _, kept, _ = next(page)
        begun, number = time.monotonic(), 0
        end = begun + seconds
        while time.monotonic() < end:
            name = f"{time.time_ns()}"
            doc = replace(record.document, id=f"d{name}", source=name)
            library.add(replace(kept, source=name), replace(record, document=doc))
            number += 1
            time.sleep(max(0.0, begun + number / 20 - time.monotonic()))
    told.put(number)  # type: ignore[attr-defined]


def one_more(path: Path) -> None:
    """Print how long it takes to add one page and bring its story up to date."""
    with open_library(path) as library:
        key = library.documents()[len(library) // 2]
        (record,) = library.records([key])
        _, page, _ = next(library.pages([key]))
        text = page.content.decode("utf-8", "replace") + "\nوأضاف المصدر أن التفاصيل ستعلن لاحقا."
        later = replace(
            page, source=f"{time.time_ns()}.txt", content=text.encode(), published=record.document.published
        )
        if library.touched([]) is None:
            print("no outlines in this library: it was made by an older version")
            return
        begun = time.perf_counter()
        add_pages_of(library, [later])
        added = time.perf_counter()
        around = update(library)
        print(f"one more page among {len(library)}: read and added in {added - begun:.2f} s, its story of {around} pages "
              f"brought up to date in {time.perf_counter() - added:.2f} s")  # fmt: skip


def crowd(path: Path, readers: int, seconds: float, all_addresses: list[str]) -> None:
    """Print how readers fare who ask at once while pages are added."""
    context = multiprocessing.get_context("spawn")
    told = context.SimpleQueue()
    writer = context.Process(target=add_pages, args=(path, seconds, told))
    times, wrong, end = [], [], time.monotonic() + seconds

    def reader(number: int) -> None:
        choose = random.Random(number)
        while time.monotonic() < end:
            try:
                times.append(ask(choose.choice(all_addresses)))
            except OSError as error:
                wrong.append(str(error))

    writer.start()
    threads = [threading.Thread(target=reader, args=(n,)) for n in range(readers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    writer.join()
    print(f"{readers} readers at once: {len(times)} answers in {seconds:g} s, {len(wrong)} errors, median "
          f"{statistics.median(times):.0f} ms, while {told.get() / seconds:.1f} pages a second were added")  # fmt: skip


def main() -> None:
    """Make the library if asked, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("library", type=Path)
    parser.add_argument("--make", type=int, default=0)
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=20.0)
    options = parser.parse_args()
    if options.make:
        make(options.library, options.make, options.texts)
    one_more(options.library)
    server = multiprocessing.get_context("spawn").Process(target=serve, args=(options.library,), daemon=True)
    server.start()
    asked = addresses(options.library)
    for _ in range(100):
        try:
            ask("/")
            break
        except OSError:
            time.sleep(0.2)
    for kind, many in asked.items():
        if many:
            times = sorted(ask(address) for address in many * 3)
            print(f"{kind:8} {len(times):4} answers: median {statistics.median(times):7.1f} ms, 95th percentile "
                  f"{times[int(len(times) * 0.95)]:7.1f} ms")  # fmt: skip
    crowd(options.library, options.readers, options.seconds, [a for many in asked.values() for a in many])
    server.kill()


if __name__ == "__main__":
    main()
