"""A record's documents as TimeML (ISO 24617-1): each text with a TIMEX3 element around every time in it.

Goes in: the rows of a record. Comes out: one .tml file a document. A time without a value has an empty one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from riwaya.annotate.timex import with_timex
from riwaya.model import Span, Time

__all__ = ["timeml"]

#: No XML 1.0 file may hold these, whatever it says of them.
_NOT_XML = dict.fromkeys(
    [*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)], "\N{REPLACEMENT CHARACTER}"
)


def timeml(rows: dict[str, list[dict[str, Any]]]) -> Iterator[tuple[str, bytes]]:
    """Give (file name, bytes) for each document; DCT is the day of publication, where one day is known."""
    for document in rows["documents"]:
        times = tuple(
            Time(Span(d["start"], d["end"]), d["value"], d["grain"], d["rule"], mod=d.get("mod"))
            for d in document["dates"]
        )
        text = with_timex(document["text"].translate(_NOT_XML), times)
        yield f"{document['id']}.tml", _whole(document, text).encode()


def _whole(document: dict[str, Any], text: str) -> str:
    day = document["published"] or ""
    known = "" if set(day) & set("/~?") else day
    made = f'<TIMEX3 tid="t0" type="DATE" value={quoteattr(known)} functionInDocument="CREATION_TIME">{escape(known)}</TIMEX3>'
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n<DOCID>{escape(document["id"])}</DOCID>\n'
        f"<DCT>{made}</DCT>\n<TEXT>{text}</TEXT>\n</TimeML>\n"
    )
