"""A page's bytes into a document: decoded, cut into labelled blocks, with title, outlet and publication day."""

from __future__ import annotations

import re

from riwaya.model import Block, Document, Page, Problem, Span, stable_id
from riwaya.text.words import sentences

__all__ = ["as_document"]


def as_document(page: Page) -> tuple[Document, tuple[Problem, ...]]:
    """Give the page's document and what was doubtful in reading it."""
    text = page.content.decode("utf-8", "replace")
    blocks = tuple(
        Block(Span(line.start(), line.end()), "body", f"line {number}", "stub")
        for number, line in enumerate(re.finditer(r"[^\n]*", text), 1)
        if line.group().strip()
    )
    body = tuple(s for block in blocks if block.role == "body" for s in sentences(text, block.span))
    doc = Document(stable_id("d", page.source, text), page.source, text, blocks, body, url=page.url,
                   published=page.published, published_basis="metadata" if page.published else None,
                   crawled=page.crawled)  # fmt: skip
    return doc, ()
