"""Page cleaning side by side: Riwaya, trafilatura, resiliparse, readability-lxml, jusText, newspaper4k.

usage: python benchmarks/pages.py [--pages 8] [--set train|test|held|fresh|all] [--misses] [--write FOLDER]

Every tool gets the same made-up Arabic pages (pages_templates.py, pages_texts.py) in one run. Body F1 counts words of the
article's paragraphs; captions are counted for nobody. A page is clean when no foreign headline or comment is kept.
Peers are optional: pip install trafilatura resiliparse readability-lxml justext newspaper4k lxml_html_clean
"""

# ruff: noqa: E501 (a page in one line reads better than one cut up)
from __future__ import annotations

import argparse
import collections
import importlib
import re
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from pages_fresh import FRESH
from pages_templates import ENCODINGS, HELD, TEST, TRAIN, Sample
from pages_texts import article

_WORD = re.compile(r"\w+")


@dataclass
class Read:
    """What a tool read of a page."""

    body: str
    title: str | None = None
    day: str | None = None
    author: str | None = None


def samples(pages: int, which: str) -> list[Sample]:
    """Give the pages of the benchmark, always the same."""
    chosen = {"train": TRAIN, "test": TEST, "held": HELD, "fresh": FRESH, "all": (*TRAIN, *TEST, *HELD, *FRESH)}[which]
    out = []
    for template in chosen:
        for number in range(pages):
            made = article(sum(map(ord, template.__name__)) * 100 + number)
            page, right = template(made)
            code = ENCODINGS.get(template.__name__, "utf-8")
            url = f"https://{template.__name__}.example/news/{number}"
            out.append(Sample(f"{template.__name__}-{number}", page.encode(code, "xmlcharrefreplace"), right, url))
    return out


def riwaya(sample: Sample) -> Read:
    from riwaya.model import Page
    from riwaya.page.article import as_document

    doc, _ = as_document(Page(sample.url, sample.content, "html"))
    body = "\n".join(b.span.of(doc.text) for b in doc.blocks if b.role == "body")
    names = [b.span.of(doc.text) for b in doc.blocks if b.role == "byline"]
    return Read(body, doc.title.of(doc.text) if doc.title else None, doc.published, names[0] if names else None)


def _trafilatura(sample: Sample, **options: object) -> Read:
    from trafilatura import bare_extraction

    found = bare_extraction(sample.content, url=sample.url, with_metadata=True, **options)
    return Read(found.text or "", found.title, found.date, found.author) if found else Read("")


def trafilatura_default(sample: Sample) -> Read:
    return _trafilatura(sample)


def trafilatura_fast(sample: Sample) -> Read:
    return _trafilatura(sample, fast=True, favor_precision=True, include_comments=False)


def resiliparse(sample: Sample) -> Read:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding
    from resiliparse.parse.html import HTMLTree

    tree = HTMLTree.parse_from_bytes(sample.content, detect_encoding(sample.content))
    return Read(extract_plain_text(tree, main_content=True, alt_texts=False, links=False), tree.title)


def readability(sample: Sample) -> Read:
    from lxml import html as lxml_html
    from readability import Document

    doc = Document(sample.content)
    return Read(lxml_html.fromstring(doc.summary()).text_content(), doc.short_title())


def justext(sample: Sample) -> Read:
    import justext as tool

    parts = tool.justext(sample.content, tool.get_stoplist("Arabic"))
    return Read("\n".join(part.text for part in parts if not part.is_boilerplate))


def newspaper(sample: Sample) -> Read:
    import newspaper as tool

    read = tool.Article(sample.url, language="ar")
    read.download(input_html=sample.content.decode(ENCODINGS.get(sample.name.rsplit("-", 1)[0], "utf-8")))
    read.parse()
    day = read.publish_date.date().isoformat() if read.publish_date else None
    return Read(read.text, read.title, day, read.authors[0] if read.authors else None)


TOOLS: dict[str, tuple[str, Callable[[Sample], Read]]] = {
    "riwaya": ("riwaya", riwaya),
    "trafilatura fast+precision": ("trafilatura", trafilatura_fast),
    "trafilatura default": ("trafilatura", trafilatura_default),
    "resiliparse": ("resiliparse", resiliparse),
    "readability-lxml": ("readability", readability),
    "jusText": ("justext", justext),
    "newspaper4k": ("newspaper", newspaper),
}


def words(text: str) -> collections.Counter[str]:
    return collections.Counter(_WORD.findall(text))


def body_f1(sample: Sample, read: Read) -> float:
    """Give the F1 of words; the title as the text's first line and a photo's caption are counted for nobody."""
    body = read.body.strip()
    if sample.gold.title and body.startswith(sample.gold.title):
        body = body[len(sample.gold.title) :]
    right, found = words(" ".join(sample.gold.body)), words(body)
    if not right:
        return 1.0 if sum(found.values()) < 15 else 0.0
    both = sum((right & found).values())
    return 2 * both / (sum(right.values()) + sum(found.values())) if both else 0.0


def same(one: str | None, other: str | None) -> bool:
    return _WORD.findall(one or "") == _WORD.findall(other or "")


def measure(name: str, many: list[Sample], *, misses: bool) -> None:
    """Read every page with one tool and print its line of the table."""
    module, tool = TOOLS[name]
    try:
        importlib.import_module(module)
    except ImportError as error:
        print(f"| {name} | not installed: {error} |")
        return
    total: collections.Counter[str] = collections.Counter()
    tool(many[0])
    spent = 0.0
    for sample in many:
        start = time.perf_counter()
        try:
            read = tool(sample)
        except Exception as error:
            read, total["failed"] = Read(""), total["failed"] + 1
            print(f"  {name} failed on {sample.name}: {error!r}"[:200], file=sys.stderr)
        spent += time.perf_counter() - start
        f1 = body_f1(sample, read)
        clean = not any(line in read.body for line in sample.gold.foreign)
        article_page = bool(sample.gold.body)
        total["f1"] += round(f1 * 1e6)  # type: ignore[assignment]
        total["clean"] += clean
        total["articles"] += article_page
        total["none"] += not article_page and f1 == 1.0
        total["title"] += article_page and same(read.title, sample.gold.title)
        total["day"] += article_page and bool(sample.gold.day) and (read.day or "")[:10] == sample.gold.day
        total["dated"] += bool(sample.gold.day)
        wrong = bool(read.author) and not (sample.gold.author and sample.gold.author in (read.author or ""))
        total["invented"] += wrong
        if misses and (f1 < 0.999 or not clean or (article_page and not same(read.title, sample.gold.title))
                       or (sample.gold.day and (read.day or "")[:10] != sample.gold.day) or wrong):  # fmt: skip
            print(
                f"    {sample.name}: f1 {f1:.3f} clean {clean} title {read.title!r} day {read.day} ({sample.gold.day}) {read.author}"
            )
    count, articles = len(many), total["articles"]
    print(f"| {name} | {total['f1'] / 1e6 / count:.4f} | {total['clean'] / count:.3f} | {total['none']}/{count - articles} | "
          f"{total['title'] / articles:.3f} | {total['day'] / max(1, total['dated']):.3f} | {total['invented']} | {1000 * spent / count:.1f} |")  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=8, help="pages a template")
    parser.add_argument("--set", choices=("train", "test", "held", "fresh", "all"), default="all")
    parser.add_argument("--only", help="one tool")
    parser.add_argument("--misses", action="store_true", help="list the pages on which a tool is wrong")
    parser.add_argument("--write", type=Path, help="write the pages into this folder")
    args = parser.parse_args()
    many = samples(args.pages, args.set)
    if args.write:
        args.write.mkdir(parents=True, exist_ok=True)
        for sample in many:
            (args.write / f"{sample.name}.html").write_bytes(sample.content)
    print(f"{len(many)} pages, {args.set} templates\n")
    print(
        "| tool | body F1 | pages without a foreign line | pages without article, read as none | title | day | bylines invented | ms a page |"
    )
    print("|---|---|---|---|---|---|---|---|")
    for name in TOOLS:
        if not args.only or args.only == name:
            measure(name, many, misses=args.misses)


if __name__ == "__main__":
    main()
