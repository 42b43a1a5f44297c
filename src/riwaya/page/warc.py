"""Pages out of a WARC archive (.warc, .warc.gz), one record at a time. Needs FastWARC: pip install "riwaya[warc]".

Goes in: a file. Comes out: a Page for each HTML response, and a Problem for each record that could not be read and
where the archive is cut off.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from riwaya.model import Page, Problem
from riwaya.page.limits import LARGEST_PAGE

__all__ = ["read_records", "read_warc"]

_HTML = ("text/html", "application/xhtml+xml")


def read_warc(path: Path) -> Iterator[Page | Problem]:
    """Give the page of every response in a file that is HTML and was answered with 200."""
    with path.open("rb") as file:
        yield from read_records(file, str(path))


def read_records(file: IO[bytes], source: str) -> Iterator[Page | Problem]:
    """Give the same of an open archive; `source` is what it is called."""
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError:
        yield Problem("intake", 'WARC needs FastWARC; install it: pip install "riwaya[warc]"', source)
        return
    number = 0
    try:
        kinds = WarcRecordType.response | WarcRecordType.resource
        for record in ArchiveIterator(file, record_types=kinds, parse_http=True):
            number += 1
            yield from _page(record, f"{source}#{number}")
    except (EOFError, ValueError, OSError, RuntimeError) as error:
        yield Problem("intake", f"the archive breaks off after {number} records ({error}); fetch it again", source)
        return
    if not number:
        yield Problem("intake", "no responses in this archive; is it a WARC file?", source)


def _page(record: Any, source: str) -> Iterator[Page | Problem]:
    """Give the page of one record, if it is one."""
    headers = record.http_headers
    kind = (record.http_content_type or record.headers.get("Content-Type") or "").lower()
    if headers is not None and headers.status_code not in (200, 203):
        return
    if not kind.startswith(_HTML):
        return
    url = record.headers.get("WARC-Target-URI")
    content = record.reader.read(LARGEST_PAGE + 1)
    if len(content) > LARGEST_PAGE:
        yield Problem("intake", f"the page is over {LARGEST_PAGE >> 20} MB; left out", url or source)
        return
    if not content.strip():
        yield Problem("intake", "the page is empty", url or source)
        return
    crawled = (record.headers.get("WARC-Date") or "")[:10] or None
    yield Page(url or source, content, "html", url=url, crawled=crawled)
