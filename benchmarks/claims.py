"""Attribution beside its yardsticks, in one run: the layer, one regular expression of verbs, and the time it takes.

usage: claims.py GOLD.json PAGES [GOLD.json PAGES …] [--texts TEXTS.jsonl.gz] [--profile]

Each GOLD.json with its folder of pages gives one row: precision, recall and F1 of claims with the right innermost
source on the right line, the share of whole chains, and, where the gold says which claims rest on their source alone
(`alone` of a row), how many of the claims called so are so, and the other way round. The last rows give the examples of the language data (source
chain and reported words both exact, and traps that stay empty). `--texts` (JSON Lines, each with a `text`) times the
layers; `--profile` says where the time of this one goes.
"""

from __future__ import annotations

import argparse
import cProfile
import gzip
import json
import pstats
import re
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from riwaya.annotate.claim_words import Evidential, Saying, Silent, Speaker, Statement, Unnamed, Verb
from riwaya.annotate.claims import find_claims
from riwaya.annotate.mentions import find_mentions
from riwaya.batch import read_pages
from riwaya.compare.together import gather
from riwaya.lexicon.load import load_entries
from riwaya.model import Block, Claim, Document, Mention, Page, Source, Span
from riwaya.page.article import as_document
from riwaya.page.intake import find_pages
from riwaya.record import read
from riwaya.score.figures import attributions
from riwaya.score.gold import load_case
from riwaya.text.words import sentences
from riwaya.web.alone import alone_in

#: The simplest thing that works: a verb, up to eight words, and the particle or mark that opens the report.
YARDSTICK = re.compile(
    r"\b[وف]?(?:قال|أكد|أعلن|أضاف|أوضح|ذكر|أشار|كشف|أفاد|صرح|نفى|لفت|شدد|اعتبر|رأى|توقع|طالب|دعا|حذر|هدد|اتهم|تابع|"
    r"نقل|رجح|أعرب|بين|تعهد|وعد|زعم|رفض|أشاد|رد|علق)(?:ت|وا)?\s+"
    r"(?P<source>(?:\S+\s+){1,8}?)(?=ب?[إأا]ن\S*\s|إلى |عن |على |[:\"«“])"
)
TABLES = (
    ("speech.toml", "verb", Verb), ("speech.toml", "evidential", Evidential), ("speech.toml", "statement", Statement),
    ("speech.toml", "saying", Saying), ("unnamed_sources.toml", "unnamed", Unnamed),
    ("unnamed_sources.toml", "modifier", Unnamed), ("speakers.toml", "speaker", Speaker),
    ("speakers.toml", "silent", Silent), ("speakers.toml", "complement", Silent),
)  # fmt: skip
STAGES = ("as_document", "find_mentions", "find_times", "find_amounts", "find_claims", "find_events")
LAYER = {path.stem for path in Path(find_claims.__code__.co_filename).parent.glob("claim*.py")} | {
    "quotes", "sources", "source_ends", "source_marks",
}  # fmt: skip
MARK = re.compile(r"\{(?:(\d) )?|[}\[\]]")
Finder = Callable[[Document, tuple[Mention, ...]], tuple[Claim, ...]]


def by_one_expression(doc: Document, mentions: tuple[Mention, ...]) -> tuple[Claim, ...]:
    """Find claims by one regular expression."""
    del mentions
    found = []
    for block in doc.blocks:
        if block.role == "body":
            for hit in YARDSTICK.finditer(doc.text, block.span.start, block.span.end):
                source = Source(Span(hit.start("source"), hit.end("source") - 1), "person")
                report = Span(hit.end(), max(hit.end() + 1, block.span.end))
                cue = Span(hit.start(), hit.start("source"))
                found.append(Claim(report, cue, (source,), "asserts", "indirect", "re"))
    return tuple(found)


def measured(gold: Path, folder: Path, find: Finder) -> tuple[dict[str, float], float]:
    """Give precision, recall and F1 of sources, and the share of whole chains."""
    documents, claims = [], []
    for page in find_pages((str(folder),)):
        if not isinstance(page, Page):
            continue
        doc, _ = as_document(page)
        documents.append({"id": doc.id, "source": doc.source, "text": doc.text})
        for number, claim in enumerate(find(doc, find_mentions(doc))):
            sources = [{"text": s.span.of(doc.text)} for s in claim.sources]
            claims.append({"id": f"{doc.id} {number}", "document": doc.id, "start": claim.span.start,
                           "end": claim.span.end, "sources": sources})  # fmt: skip
    with tempfile.TemporaryDirectory() as name:
        record = Path(name)
        for part in ("entities", "events", "stories", "differences"):
            (record / f"{part}.jsonl").write_text("", encoding="utf-8")
        for part, rows in (("documents", documents), ("claims", claims)):
            text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
            (record / f"{part}.jsonl").write_text(text, encoding="utf-8")
        figures = attributions(load_case(gold, folder, record))
    return dict(figures["source"]), figures["whole chain"]["r"]


def alone_figures(gold: Path, folder: Path) -> tuple[int, int, int, int] | None:
    """Give of the claims whose gold says it: all, judged right, called alone, and of these the right ones."""
    rows = [row for row in json.loads(gold.read_text(encoding="utf-8"))["attributions"] if "alone" in row]
    if not rows:
        return None
    records = read_pages(find_pages((str(folder),))).records
    only = alone_in(records, gather(records))
    pages = {Path(record.document.source).name: record for record in records}
    right = called = sure = 0
    for row in rows:
        record = pages[row["file"]]
        text, lines = record.document.text, record.document.text.split("\n")
        first = sum(len(line) + 1 for line in lines[: row["line"] - 1])
        here = [c for c in record.claims if first <= c.span.start <= first + len(lines[row["line"] - 1])]
        name = set(row["sources"][-1].split())
        claim = next((c for c in here if name & set(c.sources[-1].span.of(text).split())), None)
        said = claim is not None and claim.id_in(record.document.id) in only
        right += claim is not None and said == row["alone"]
        called, sure = called + said, sure + (said and row["alone"])
    return len(rows), right, called, sure


def as_page(text: str) -> Document:
    """Give a document whose every line is a body block."""
    lines = [Span(found.start(), found.end()) for found in re.finditer(r"[^\n]+", text)]
    cut = tuple(sentence for line in lines for sentence in sentences(text, line))
    return Document("d0", "", text, tuple(Block(line, "body") for line in lines), cut)


def examples() -> tuple[int, int, int, int]:
    """Give the examples read exactly and all, the traps left empty and all."""
    right = every = quiet = traps = 0
    for name, table, kind in TABLES:
        for entry in load_entries(name, table, kind):
            for example in entry.examples:
                text = MARK.sub("", example)
                doc = as_page(text)
                found = find_claims(doc, find_mentions(doc))
                wanted = re.search(r"\[(.*)\]", example, re.DOTALL)
                report = MARK.sub("", wanted.group(1)) if wanted else ""
                count = len(re.findall(r"\{", example))
                right += len(found) == 1 and found[0].span.of(text) == report and len(found[0].sources) == count
                every += 1
            for trap in getattr(entry, "traps", ()):
                doc = as_page(trap)
                quiet += not find_claims(doc, find_mentions(doc))
                traps += 1
    return right, every, quiet, traps


def timed(path: Path, every: int = 200) -> tuple[int, float, float]:
    """Give documents, and seconds for mentions and for claims, over each `every`-th text of a file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        docs = [as_page(json.loads(line)["text"]) for number, line in enumerate(lines) if number % every == 0]
    find_claims(docs[0], find_mentions(docs[0]))
    names = claims = 0.0
    for doc in docs:
        start = time.process_time()
        mentions = find_mentions(doc)
        middle = time.process_time()
        find_claims(doc, mentions)
        names, claims = names + middle - start, claims + time.process_time() - middle
    return len(docs), names, claims


def profiled(path: Path, every: int = 400) -> None:
    """Print each stage of the whole reading and the functions of this layer that take most of its own time."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        pages = [
            Page(f"{n}.txt", json.loads(line)["text"].encode(), "text")
            for n, line in enumerate(lines)
            if n % every == 0
        ]
    read(pages[0])
    watch = cProfile.Profile()
    watch.enable()
    for page in pages:
        read(page)
    watch.disable()
    rows = pstats.Stats(watch).stats  # type: ignore[attr-defined]
    whole = sum(own for _, _, own, _, _ in rows.values())
    stages = {name: total for (_, _, name), (_, _, _, total, _) in rows.items() if name in STAGES}
    for name, total in sorted(stages.items(), key=lambda pair: -pair[1]):
        print(f"  {name:22} {total / whole:6.1%} of the reading")
    mine = {key: own for key, (_, _, own, _, _) in rows.items() if "annotate" in key[0] and Path(key[0]).stem in LAYER}
    layer = sum(mine.values())
    for (file, _, name), own in sorted(mine.items(), key=lambda pair: -pair[1])[:8]:
        print(f"  {Path(file).stem}.{name:22} {own / layer:6.1%} of the layer's own time")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", nargs="*", type=Path)
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--profile", action="store_true")
    args = parser.parse_args()
    for gold, folder in zip(args.pairs[::2], args.pairs[1::2], strict=True):
        for title, find in (("riwaya", find_claims), ("one expression", by_one_expression)):
            source, chain = measured(gold, folder, find)
            scores = "  ".join(f"{name} {source[name]:.2f}" for name in ("p", "r", "f1"))
            print(f"{gold.stem:16} {title:15} {scores}  chains {chain:.2f}")
        if counted := alone_figures(gold, folder):
            total, right, called, sure = counted
            print(f"{gold.stem:16} rest on their source alone: judged right {right} of {total}; "
                  f"of {called} called alone {sure} are")  # fmt: skip
    right, every, quiet, traps = examples()
    print(f"examples read exactly {right} of {every}; traps left empty {quiet} of {traps}")
    if args.texts:
        count, names, claims = timed(args.texts)
        print(f"{count} texts: claims {claims / count * 1000:.1f} ms a text, mentions {names / count * 1000:.1f} ms")
        if args.profile:
            profiled(args.texts)


if __name__ == "__main__":
    main()
