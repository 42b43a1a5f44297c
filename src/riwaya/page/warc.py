"""Pages out of a WARC archive (.warc, .warc.gz), one record at a time. Needs FastWARC: pip install "riwaya[warc]".

Goes in: a file. Comes out: a Page for each HTML response, and a Problem for each record that could not be read and
where the archive is cut off.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

from riwaya.model import Page, Problem
from riwaya.page.limits import LARGEST_PAGE
from riwaya.page.sift import EVERYTHING, Wanted

__all__ = ["read_records", "read_warc"]

_GZIP, _END, _PIECE = b"\x1f\x8b", b"\r\n\r\n", 1 << 16
_LENGTH = re.compile(rb"(?i)\r\ncontent-length:\s*(\d{1,18})")
_HTML = ("text/html", "application/xhtml+xml")


def read_warc(path: Path, wanted: Wanted = EVERYTHING) -> Iterator[Page | Problem]:
    """Give the page of every response in a file that is HTML and was answered with 200.

    The reader gives what it gets of a record that is cut short, without a word; so the end is looked at here, and the
    page of such a record becomes a Problem.
    """
    last: list[int] = []
    with path.open("rb") as file:
        held: tuple[Page | Problem, int] | None = None
        for found in read_records(file, str(path), last.append, wanted):
            if held:
                yield held[0]
            held = found, last[-1] if last else 0
        cut = _cut_at(path, last[-1]) if last else None
        if held and (cut is None or held[1] != cut or isinstance(held[0], Problem)):
            yield held[0]
    if cut is not None:
        message = f"the archive breaks off after {len(last)} records, at byte {cut}; fetch it again"
        yield Problem("intake", message, str(path))


def _cut_at(path: Path, start: int) -> int | None:
    """Give the byte where the record begins that the file breaks off in, None where it is whole.

    `start` is where the last known record begins. Every record ends with two line ends, packed or not.
    """
    with path.open("rb") as file:
        packed = file.read(2) == _GZIP
        file.seek(start)
        if not packed:
            return _cut_plain(file, start, path.stat().st_size)
        at, rest = start, b""
        while rest or (rest := file.read(_PIECE)):
            member, end = zlib.decompressobj(zlib.MAX_WBITS | 16), b""
            begins = at
            while not member.eof:
                if not rest and not (rest := file.read(_PIECE)):
                    return begins
                try:
                    end = (end + member.decompress(rest, _PIECE))[-len(_END) :]
                except zlib.error:
                    return begins
                left = member.unused_data if member.eof else member.unconsumed_tail
                at += len(rest) - len(left)
                rest = left
            if end != _END:
                return begins
    return None


def _cut_plain(file: IO[bytes], start: int, size: int) -> int | None:
    """Give the same of an archive that is not packed, by the length that its last known record names."""
    head, _, _ = file.read(_PIECE).partition(_END)
    length = _LENGTH.search(head)
    end = start + len(head) + len(_END) + (int(length[1]) if length else 0) + len(_END)
    if end > size:
        return start
    file.seek(size - len(_END))
    return None if file.read() == _END else end


def read_records(
    file: IO[bytes], source: str, begun: Callable[[int], object] = lambda position: None, wanted: Wanted = EVERYTHING
) -> Iterator[Page | Problem]:
    """Give the same of an open archive; `source` is what it is called, `begun` is told where each record begins.

    What is not `wanted` is passed over unopened.
    """
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
            begun(record.stream_pos)
            yield from _page(record, f"{source}#{number}", wanted)
    except (EOFError, ValueError, OSError, RuntimeError) as error:
        yield Problem("intake", f"the archive breaks off after {number} records ({error}); fetch it again", source)
        return
    if not number:
        yield Problem("intake", "no responses in this archive; is it a WARC file?", source)


def _page(record: Any, source: str, wanted: Wanted) -> Iterator[Page | Problem]:
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
    if not wanted.takes(url, kind, content):
        return
    if not content.strip():
        yield Problem("intake", "the page is empty", url or source)
        return
    crawled = (record.headers.get("WARC-Date") or "")[:10] or None
    yield Page(url or source, content, "html", url=url, crawled=crawled)
