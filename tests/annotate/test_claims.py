"""Every entry of the attribution lexicon proves itself, and the laws of claims hold on any text."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from riwaya.annotate import claim_words as w
from riwaya.annotate.claims import find_claims
from riwaya.annotate.mentions import find_mentions
from riwaya.lexicon.load import load_entries
from riwaya.model import Block, Claim, Document, Span
from riwaya.text.words import sentences

MARK = re.compile(r"\{(?:(\d) )?|[}\[\]]")


def document(text: str) -> Document:
    lines = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    blocks = tuple(Block(line, "body") for line in lines)
    return Document("d0", "t", text, blocks, tuple(s for line in lines for s in sentences(text, line)))


def read(text: str) -> tuple[Claim, ...]:
    doc = document(text)
    return find_claims(doc, find_mentions(doc))


def unmark(example: str) -> tuple[str, list[str], str]:
    """Give an example's plain text, its sources outermost first, and the reported words."""
    plain, places, last, sources, content = "", [], 0, [], [0, 0]
    opened = (0, 0)
    for mark in MARK.finditer(example):
        plain += example[last : mark.start()]
        last = mark.end()
        sign = mark.group()[0]
        if sign == "{":
            opened = (int(mark.group(1) or 1), len(plain))
        elif sign == "}":
            sources.append((opened[0], plain[opened[1] :]))
        else:
            content["[]".index(sign)] = len(plain)
    plain += example[last:]
    del places
    return plain, [text for _, text in sorted(sources, key=lambda pair: pair[0])], plain[content[0] : content[1]]


def entries() -> Iterator[tuple[str, object]]:
    for name, table, kind in (
        ("speech.toml", "verb", w.Verb), ("speech.toml", "evidential", w.Evidential),
        ("speech.toml", "statement", w.Statement), ("speech.toml", "saying", w.Saying),
        ("unnamed_sources.toml", "unnamed", w.Unnamed), ("media.toml", "platform", w.Platform),
        ("speakers.toml", "speaker", w.Speaker), ("speakers.toml", "silent", w.Silent),
        ("speakers.toml", "complement", w.Silent),
    ):  # fmt: skip
        for entry in load_entries(name, table, kind):
            yield f"{table} {entry.id}", entry  # type: ignore[attr-defined]


EXAMPLES = [(name, e) for name, entry in entries() for e in entry.examples]  # type: ignore[attr-defined]
TRAPS = [(name, t) for name, entry in entries() for t in getattr(entry, "traps", ())]


@pytest.mark.parametrize(("entry", "example"), EXAMPLES, ids=[f"{n} {i}" for i, (n, _) in enumerate(EXAMPLES)])
def test_an_example_is_read_exactly(entry: str, example: str) -> None:
    text, sources, content = unmark(example)
    found = [([s.span.of(text) for s in claim.sources], claim.span.of(text)) for claim in read(text)]
    assert found == [(sources, content)]


@pytest.mark.parametrize(("entry", "trap"), TRAPS, ids=[f"{n} {i}" for i, (n, _) in enumerate(TRAPS)])
def test_what_only_looks_like_attribution_is_none(entry: str, trap: str) -> None:
    assert [claim.span.of(trap) for claim in read(trap)] == []
