"""Read mutated pages for a while and say what broke: no crash, spans inside their text, bounded time.

usage: python benchmarks/fuzz.py SECONDS FOLDER…   (folders of .txt and .html pages)
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

from riwaya.compare.together import gather
from riwaya.model import Page
from riwaya.record import read
from riwaya.store.jsonl import rows
from riwaya.store.schema import check_rows

#: What is spliced into pages: marks, quotes, clitics, numbers, tags, controls, a surrogate's bytes.
SPLICES = ("\u064b" * 50, '"', "«", "»", "ال", "و", "لل", "(", ")", "\n", "\r", "\x00", "\u202e", "<div>", "</p>", "&amp;", "٣٠٠٠",
           "31/31/2020", "مليار", ":", "،", "..", "#", "http://x.y/ز", "\ud800", "ـ" * 40)  # fmt: skip


def mutated(content: bytes, chance: random.Random) -> bytes:
    """Give a page with cuts, repeats, swaps and splices, now and then with broken bytes."""
    text = content.decode("utf-8", "replace")
    for _ in range(chance.randint(1, 12)):
        at, to = sorted(chance.randrange(len(text) + 1) for _ in range(2))
        to = min(to, at + 400)
        kind = chance.randrange(5)
        if kind == 0:
            text = text[:at] + text[to:]
        elif kind == 1:
            text = text[:at] + text[at:to] * chance.randint(2, 4) + text[to:]
        elif kind == 2:
            text = text[:at] + chance.choice(SPLICES) + text[at:]
        elif kind == 3:
            text = text[to:] + text[:to]
        else:
            text = text[:at] + text[at:to].replace(" ", "") + text[to:]
    data = text[:20000].encode("utf-8", "surrogatepass")
    return data[:-1] if chance.random() < 0.05 else data


def main() -> None:
    seconds, folders = float(sys.argv[1]), [Path(name) for name in sys.argv[2:]]
    pages = sorted(p for f in folders for p in f.rglob("*") if p.suffix in (".txt", ".html"))
    chance, count, slowest, broken = random.Random(7), 0, (0.0, ""), 0
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        path, count = chance.choice(pages), count + 1
        page = Page(f"{count}-{path.name}", mutated(path.read_bytes(), chance), path.suffix[1:].replace("txt", "text"))
        start = time.perf_counter()
        try:
            record = read(page)
            check_rows(rows([record], gather([record])))
        except Exception as error:
            broken += 1
            print(f"{page.source}: {type(error).__name__}: {str(error)[:200]}")
        slowest = max(slowest, (time.perf_counter() - start, page.source))
    print(f"{count} pages, {broken} broken, slowest {slowest[0]:.2f} s ({slowest[1]})")


if __name__ == "__main__":
    main()
