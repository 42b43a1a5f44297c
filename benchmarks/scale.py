"""How fast pages are read: beside trafilatura on the same pages, by workers and by engine, and beside mere scanning.

usage: python benchmarks/scale.py [--pages 8] [--kilobytes 98] [--engines]

Pages: the made-up ones of benchmarks/pages.py, filled up with menus, links and scripts to the size of real pages (98 KB
on average in a crawl), each tool in one run. Rates are pages a second of processor time, the
median of three rounds; of one noisy machine, so that the ratios count. `--engines` adds archives read by the pool, by
Daft and by Daft on Ray, two workers each, wall time (needs riwaya[scale]).
Peers: pip install trafilatura daachorse
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from pages import samples

from riwaya.batch import Guard, read_each
from riwaya.model import Page
from riwaya.page.article import as_document
from riwaya.page.connection import Answer
from riwaya.page.keep import packed_answer
from riwaya.record import read

ROUNDS = 3
ARCHIVES = 4


def filled(content: bytes, kilobytes: int) -> bytes:
    """Give a page with what fills real ones before its end: half links in lists, half scripts."""
    missing = kilobytes * 1024 - len(content)
    link = b'<li class="menu-item"><a href="/news/section/12345" title="read"><span>%d</span></a></li>\n'
    script = b"window.dataLayer=window.dataLayer||[];function track(a,b){return a.push({event:b,at:Date.now()});}\n"
    links = b"".join(link % n for n in range(max(0, missing) // 2 // len(link)))
    scripts = script * (max(0, missing) // 2 // len(script))
    more = b"<nav><ul>" + links + b"</ul></nav><script>" + scripts + b"</script>"
    head, end, tail = content.rpartition(b"</body>")
    return head + more + end + tail if end else content + more


def rate(work: Callable[[Page], object], pages: list[Page]) -> float:
    """Give pages a second of processor time."""
    for page in pages[:5]:
        work(page)
    rates = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        for page in pages:
            work(page)
        rates.append(len(pages) / (time.process_time() - begun))
    return statistics.median(rates)


def scanning(pages: list[Page]) -> float:
    """Give pages a second of looking for 10,000 words in the pages' bytes with daachorse, the limit of scanning."""
    import daachorse

    words = sorted({word for page in pages for word in page.content.decode("utf-8", "replace").split()})[:10_000]
    automaton = daachorse.CharwiseDoubleArrayAhoCorasick(words, daachorse.MATCH_KIND_LEFTMOST_LONGEST)
    return rate(lambda page: automaton.find(page.content.decode("utf-8", "replace")), pages)


def wall(pages: list[Page], workers: int) -> float:
    """Give pages a second of the clock with some workers."""
    rates = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        done = sum(1 for _ in read_each(pages, workers=workers, guard=Guard()))
        rates.append(done / (time.perf_counter() - begun))
    return statistics.median(rates)


def by_engine(pages: list[Page]) -> None:
    """Print the clock's pages a second of each runner over the same archives, its start included."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for number in range(ARCHIVES):
            with (root / f"{number}.warc.gz").open("wb") as file:
                for page in pages[number::ARCHIVES]:
                    answer = Answer(page.source, 200, (("content-type", "text/html"),), page.content)
                    file.write(packed_answer(answer, when=datetime(2024, 3, 4, tzinfo=UTC)))
        archives = [str(path) for path in sorted(root.glob("*.warc.gz"))]
        for runner in ("pool", "daft", "ray"):
            command = [sys.executable, "-m", "riwaya", "scale", *archives, "--out", str(root / runner), "--workers", "2",
                       "--runner", runner]  # fmt: skip
            begun = time.perf_counter()
            subprocess.run(command, check=False, capture_output=True)
            print(f"{runner:28} {len(pages) / (time.perf_counter() - begun):8.1f} pages a second, start included")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=8, help="pages a template")
    parser.add_argument("--kilobytes", type=int, default=98, help="size of a page")
    parser.add_argument("--engines", action="store_true", help="also read archives by each runner")
    options = parser.parse_args()
    import trafilatura

    pages = [Page(s.url, filled(s.content, options.kilobytes), "html") for s in samples(options.pages, "all")]
    size = sum(len(page.content) for page in pages)
    print(f"{len(pages)} pages, {size / len(pages) / 1024:.1f} KiB each")
    rows = {
        "scanning (daachorse)": scanning(pages),
        "trafilatura, default": rate(lambda p: trafilatura.extract(p.content, url=p.source, with_metadata=True), pages),
        "trafilatura, fast": rate(lambda p: trafilatura.extract(p.content, url=p.source, fast=True), pages),
        "riwaya, the page alone": rate(as_document, pages),
        "riwaya, all layers": rate(read, pages),
    }
    base = rows["trafilatura, default"]
    for name, value in rows.items():
        print(
            f"{name:28} {value:8.1f} pages a second and core {value * size / len(pages) / 1e6:8.2f} MB/s {value / base:6.2f}"
        )
    one, two = wall(pages, 1), wall(pages, 2)
    print(f"workers 1 / 2                {one:8.1f} / {two:.1f} pages a second; efficiency {two / one / 2:.2f}")
    if options.engines:
        by_engine(pages * 3)


if __name__ == "__main__":
    main()
