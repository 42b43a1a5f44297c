"""A page read: what comes out of a plain-text page and an HTML page alike. Types only."""

from __future__ import annotations

from dataclasses import dataclass, field

from riwaya.page.label_types import Label
from riwaya.page.metadata import Metadata

__all__ = ["Reading"]


@dataclass(frozen=True, slots=True)
class Reading:
    """A page's text, its pieces with their roles, what the page states of itself, and the links it calls next."""

    text: str
    labels: tuple[Label, ...]
    metadata: Metadata = field(default_factory=Metadata)
    next_links: tuple[str, ...] = ()
