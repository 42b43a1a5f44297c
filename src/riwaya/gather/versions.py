"""Pages that are two versions of one: the same address read again later, or an outlet's own text printed anew.

Goes in: records and the groups of copies among them. Comes out: pairs (earlier, later, why), each page with the version
just before it. Where no stated or crawled day tells which was first, there is no pair: who changed what is not known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import urlsplit

from riwaya.across import CopyGroup
from riwaya.gather.likeness import day_of
from riwaya.model import Document, Record

__all__ = ["Version", "address_of", "find_versions"]

#: Share of the shorter text that two pages of one outlet must have in common to be versions of one page.
_SAME_PAGE = 0.6


@dataclass(frozen=True, slots=True)
class Version:
    """A page and the version before it (document ids), and how they are known to be one page."""

    earlier: str
    later: str
    why: str


def find_versions(records: Sequence[Record], copies: Iterable[CopyGroup]) -> tuple[Version, ...]:
    """Give each page that is a later version of another, with the one just before it; the order is no matter."""
    docs = {record.document.id: record.document for record in records}
    found: dict[tuple[str, str], str] = {}
    by_address: dict[str, list[Document]] = defaultdict(list)
    for doc in docs.values():
        if address := address_of(doc):
            by_address[address].append(doc)
    for many in by_address.values():
        found |= dict.fromkeys(_steps(many), "one address")
    for group in copies:
        by_outlet: dict[str, list[Document]] = defaultdict(list)
        for key in group.documents:
            found_doc = docs.get(key)
            if found_doc and found_doc.outlet and group.shared >= _SAME_PAGE:
                by_outlet[found_doc.outlet.domain or found_doc.outlet.name].append(found_doc)
        for many in by_outlet.values():
            for pair in _steps(many):
                found.setdefault(pair, "one outlet's text, printed again")
    return tuple(Version(*pair, why) for pair, why in sorted(found.items()))


def address_of(doc: Document) -> str:
    """Give the address of a page without scheme, `www.`, query and fragment; nothing where it has none."""
    address = doc.url or doc.source
    if "://" not in address:
        return ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    path = parts.path.rstrip("/")
    return f"{parts.netloc.removeprefix('www.')}{path}" if path else ""


def _steps(many: list[Document]) -> list[tuple[str, str]]:
    """Give each two neighbours in time; pages of one day, or of no day, follow one another in no known order."""
    dated = sorted((day, doc.id) for doc in many if (day := _when(doc)) is not None)
    return [(one, other) for (day, one), (after, other) in pairwise(dated) if day < after]


def _when(doc: Document) -> tuple[int, str] | None:
    day = day_of(doc)
    return None if day is None else (day, doc.crawled or "")
