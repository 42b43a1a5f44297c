"""Where things stand: inside the one page of a report, or at an address of the reading room."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from riwaya.model import Span

__all__ = ["Links"]


@dataclass(frozen=True, slots=True)
class Links:
    """Makes links. `room`: to the reading room's addresses, which keep the reader's language; else inside the report."""

    room: bool = False
    language: str = "ar"

    def _ask(self, **values: str) -> str:
        if self.language != "ar":
            values["lang"] = self.language
        return ("?" + "&".join(f"{key}={value}" for key, value in values.items())) if values else ""

    def page(self, document: str, anchor: str) -> str:
        """Give the link to a page."""
        return f"/page/{document}{self._ask()}" if self.room else f"#{anchor}"

    def words(self, document: str, anchor: str, span: Span) -> str:
        """Give the link to words on a page."""
        if self.room:
            return f"/page/{document}{self._ask(at=f'{span.start}-{span.end}')}#at-{span.start}-{span.end}"
        return f"#{anchor}-{span.start}-{span.end}"

    def entity(self, key: str) -> str:
        """Give the link to somebody's own page; a report has none."""
        return f"/entity/{key}{self._ask()}" if self.room else ""

    def story(self, key: str, *, here: bool = True) -> str:
        """Give the link to a story; "" where the report does not hold it."""
        if self.room:
            return f"/story/{key}{self._ask()}"
        return f"#{key}" if here else ""

    def outlet(self, name: str) -> str:
        """Give the link to an outlet's page; a report has none."""
        return f"/outlet/{quote(name, safe='')}{self._ask()}" if self.room else ""
