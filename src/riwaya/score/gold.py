"""Gold and record as the scorer sees them: lines, spans, and which mention is whose.

Goes in: a gold file (docs/gold.md), the pages it speaks of, a record's folder. Comes out: `Case`, which holds all three
and answers where lines lie. A line's span is half-open, in code points, lines cut at line feeds alone. For an HTML page
the lines are those of the text in the record.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from riwaya.errors import RecordError
from riwaya.store.jsonl import FILES

__all__ = ["Case", "GoldPage", "Place", "Range", "load_case", "overlap"]

Range = tuple[int, int]
Place = tuple[str, int, int]  # file, start, end


def overlap(a: Range, b: Range) -> int:
    """Give how many code points two half-open ranges share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


@dataclass(frozen=True)
class GoldPage:
    """One page's text and where its 1-based lines lie."""

    text: str

    @cached_property
    def lines(self) -> list[Range]:
        spans, at = [(0, 0)], 0
        for line in self.text.split("\n"):
            spans.append((at, at + len(line)))
            at += len(line) + 1
        return spans

    def line(self, number: int) -> Range:
        """Give the range of a line; one that the text does not have is empty."""
        return self.lines[number] if number < len(self.lines) else (len(self.text), len(self.text))

    def occurrences(self, name: str, within: list[Range]) -> list[Range]:
        """Give every whole-word occurrence of a name in the ranges; proclitics may stand before it."""
        body = re.escape(name)
        if name.startswith("ال"):
            body = f"(?:{body}|{re.escape('لل' + name[2:])})"
            pattern = re.compile(rf"(?<!\w)(?:[وفبك]{{0,2}})({body})(?!\w)")
        else:
            pattern = re.compile(rf"(?<!\w)(?:[وفبكل]{{0,2}})({body})(?!\w)")
        return [m.span(1) for start, end in within for m in pattern.finditer(self.text, start, end)]


@dataclass(frozen=True)
class Case:
    """One gold file, its pages and the record that is measured. `file_of` maps document ids to gold file names."""

    gold: dict[str, Any]
    pages: dict[str, GoldPage]
    rows: dict[str, list[dict[str, Any]]]
    documents: dict[str, dict[str, Any]]
    file_of: dict[str, str]
    misses: list[tuple[str, str, int, str]] = field(default_factory=list)

    def miss(self, area: str, file: str, line: int, text: str) -> None:
        """Note something of the gold that the record does not have."""
        self.misses.append((area, file, line, text))

    @cached_property
    def roles(self) -> dict[str, dict[int, str]]:
        """Give each file's lines with their gold role."""
        return {document["file"]: _gold_roles(document) for document in self.gold["documents"]}

    @cached_property
    def article(self) -> dict[str, list[Range]]:
        """Give each file's ranges of body, caption and title lines."""
        out = {}
        for d in self.gold["documents"]:
            numbers = [*d["body"], *(d.get("caption") or []), *([d["title"]] if d.get("title") else [])]
            out[d["file"]] = [self.pages[d["file"]].line(n) for n in numbers]
        return out

    @cached_property
    def wanted_mentions(self) -> dict[Place, str]:
        """Give every place where a gold entity is named, longest names first, none overlapping."""
        found: dict[Place, str] = {}
        taken: dict[str, list[Range]] = defaultdict(list)
        names = [(n, e["id"], f) for e in self.gold["entities"] for f, many in e["names"].items() for n in many]
        for name, key, file in sorted(names, key=lambda row: -len(row[0])):
            for span in self.pages[file].occurrences(name, self.article[file]):
                if not any(overlap(span, other) for other in taken[file]):
                    found[(file, *span)] = key
                    taken[file].append(span)
        return found

    @cached_property
    def mentions(self) -> dict[str, list[tuple[Range, str, str]]]:
        """Give each file's mentions in the record: range, entity id, type."""
        out: dict[str, list[tuple[Range, str, str]]] = defaultdict(list)
        for entity in self.rows["entities"]:
            for m in entity["mentions"]:
                if m["document"] in self.file_of:
                    out[self.file_of[m["document"]]].append(((m["start"], m["end"]), entity["id"], entity["type"]))
        return out

    @cached_property
    def gold_entity(self) -> dict[str, str]:
        """Give, for each entity of the record, the gold entity that most of its mentions lie on."""
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for (file, start, end), key in self.wanted_mentions.items():
            for span, entity, _ in self.mentions[file]:
                shared = overlap(span, (start, end))
                if shared and shared * 2 >= min(end - start, span[1] - span[0]):
                    votes[entity][key] += 1
        return {entity: counter.most_common(1)[0][0] for entity, counter in votes.items()}


def _gold_roles(document: dict[str, Any]) -> dict[int, str]:
    roles: dict[int, str] = {}
    names = {"keywords_line": "keywords", "similar_titles": "similar_title", "inline_links": "inline_link"}
    keys = ("body", "caption", "byline", "dateline", "source_line", "keywords_line", "similar_titles", "furniture",
            "inline_links")  # fmt: skip
    for key in keys:
        for number in document.get(key) or []:
            roles[number] = names.get(key, key)
    for related in document.get("related_articles") or []:
        roles[related["title"]] = "related_title"
        roles.update(dict.fromkeys(related["body"], "related_body"))
    if document.get("title"):
        roles[document["title"]] = "title"
    return roles


def load_case(gold_path: Path, pages: Path, record: Path) -> Case:
    """Give gold, pages and record together.

    Raises:
        RecordError: a file is missing or is no JSON; the message names it.
    """
    gold = _json(gold_path, gold_path.read_text(encoding="utf-8") if gold_path.is_file() else None)
    rows = {name: _jsonl(record / f"{name}.jsonl") for name in FILES if name != "problems"}
    wanted = {d["file"] for d in gold["documents"]}
    documents = {PurePosixPath(d["source"].replace("\\", "/")).name: d for d in rows["documents"]}
    documents = {name: d for name, d in documents.items() if name in wanted}
    texts = {}
    for name in wanted:
        path = pages / name
        if not path.is_file():
            raise RecordError(f"{path}: the gold speaks of this page and it is not there")
        is_html = path.suffix in (".html", ".htm")
        texts[name] = documents.get(name, {}).get("text", "") if is_html else path.read_text(encoding="utf-8")
    return Case(
        gold, {n: GoldPage(t) for n, t in texts.items()}, rows, documents, {d["id"]: n for n, d in documents.items()}
    )


def _json(path: Path, text: str | None) -> Any:
    if text is None:
        raise RecordError(f"{path}: there is no such file")
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise RecordError(f"{path}: line {error.lineno}: {error.msg}") from error


def _jsonl(path: Path) -> list[dict[str, Any]]:
    if not path.is_file():
        raise RecordError(f"{path}: there is no such file; is {path.parent} a record that `riwaya read` wrote?")
    return [_json(path, line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
