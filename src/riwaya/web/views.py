"""What the report and the story page show, as plain frozen types; `web.desk` makes them, the templates show them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from markupsafe import Markup

from riwaya.model import Document

__all__ = [
    "Chip", "ClaimView", "CopyView", "DifferenceView", "EventView", "PageView", "Quote", "ReportView", "SourceView",
    "StoryView", "ValueView", "VoiceView", "outlet_name", "shown_name", "way", "when_text",
]  # fmt: skip


def outlet_name(doc: Document) -> str:
    """Give the outlet's name as a person would: its name, its domain, else the page's file name."""
    if doc.outlet and doc.outlet.name:
        return doc.outlet.name
    return PurePath(doc.source).stem


def shown_name(name: str) -> str:
    """Give an outlet's name as it is, and a file's path or a page's address without its folders and its ending.

    >>> shown_name("CNN"), shown_name("/news/morning.txt")
    ('CNN', 'morning')
    """
    return PurePath(name).stem if "/" in name else name


def when_text(edtf: str | None) -> str:
    """Give an EDTF value as people write it: an interval with a dash, "about" with its sign, doubt with a mark.

    >>> when_text("2019-04/2020-06"), when_text("2018-06-04~"), when_text("../2011"), when_text("2011-05?")
    ('2019-04 – 2020-06', '≈ 2018-06-04', '… – 2011', '? 2011-05')
    """
    if not edtf:
        return ""
    about = "≈ " if "~" in edtf or "%" in edtf else "? " if "?" in edtf else ""
    parts = [part.strip("~?%") for part in edtf.split("/")]
    return about + " – ".join("…" if part in ("", "..") else part for part in parts)


def way(words: object) -> str:
    """Give the direction words run in: with any Arabic letter, right to left, whatever sign or name they begin with.

    >>> way("CNN بالعربية"), way("BBC"), way("12")
    ('rtl', 'ltr', 'ltr')
    """
    return "rtl" if any("\u0620" <= letter <= "\u064a" for letter in str(words)) else "ltr"


@dataclass(frozen=True, slots=True)
class Chip:
    """A page as a small label: its number in the story, its outlet's name, its day, and where it stands."""

    number: int
    name: str
    day: str
    basis: str
    anchor: str
    link: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words with their page: the chip, the words in their line, the link to the place on the page."""

    chip: Chip
    words: Markup
    link: str
    near: Markup = Markup("")  # noqa: RUF009 - an immutable empty text


@dataclass(frozen=True, slots=True)
class ValueView:
    value: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """One difference: what kind, about whom or what, and its values side by side."""

    id: str
    kind: str
    about: str
    link: str
    values: tuple[ValueView, ...]
    weight: float
    why: str


@dataclass(frozen=True, slots=True)
class ReportView:
    """What one place on one page says of an event: its own time, figures and status, and through whom it was told."""

    quote: Quote
    when: str
    numbers: tuple[str, ...]
    where: tuple[str, ...]
    through: str
    status: str


@dataclass(frozen=True, slots=True)
class EventView:
    """One event of the time line with each page's own values; `cells` has one entry for each of the story's pages."""

    id: str
    label: str
    type: str
    mode: str
    status: str
    when: str
    who: tuple[tuple[str, str], ...]
    where: tuple[tuple[str, str], ...]
    reports: tuple[ReportView, ...]
    cells: tuple[tuple[ReportView, ...], ...]

    @property
    def pages(self) -> int:
        """On how many pages it is told."""
        return sum(bool(cell) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim: its chain, outermost first, as quotes of the words that name each link, and what is said.

    `alone`: nothing else on the story's pages carries it, neither another source nor an outlet's own voice.
    """

    chain: tuple[tuple[str, str, Quote], ...]
    stance: str
    medium: str
    said: Quote
    alone: bool = False


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source and everything that rests on it; `alone` counts what nobody else says."""

    name: str
    kind: str
    anchor: str
    link: str
    claims: tuple[ClaimView, ...]
    pages: tuple[Chip, ...]
    alone: int = 0


@dataclass(frozen=True, slots=True)
class VoiceView:
    """Whose words a page's article is, in per cent, and the source that most of the reported words rest on."""

    chip: Chip
    words: int
    own: int
    named: int
    unnamed: int
    claims: int
    rests_on: str


@dataclass(frozen=True, slots=True)
class PageView:
    chip: Chip
    source: str
    url: str | None
    title: str
    blocks: tuple[tuple[str, str, Markup], ...]


@dataclass(frozen=True, slots=True)
class CopyView:
    """Pages that share text, and each later page's text with what it added and cut against the first."""

    chips: tuple[Chip, ...]
    original: str
    shared: int
    quotes: tuple[Quote, ...]
    edited: tuple[tuple[Chip, Chip, tuple[tuple[str, int], ...], Markup], ...]
    credits: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story as the report shows it."""

    id: str
    title: str
    span: str
    chips: tuple[Chip, ...]
    outlets: int
    differences: tuple[DifferenceView, ...]
    subjects: tuple[tuple[str, str, tuple[DifferenceView, ...]], ...]
    events: tuple[EventView, ...]
    sources: tuple[SourceView, ...]
    copies: tuple[CopyView, ...]
    pages: tuple[PageView, ...]
    voices: tuple[VoiceView, ...]
    linked: tuple[tuple[str, str], ...]
    map: Markup
    graph: Markup
