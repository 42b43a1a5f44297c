"""The pages a story rests on, as they came, in one WACZ file (Web Archive Collection Zipped 1.1.1) that replay tools open.

Goes in: an open library and the documents wanted. Comes out: the file's bytes: the archive, its index (CDXJ), the list
of pages and a fingerprint of each part. `riwaya read` reads such a file again.
"""

from __future__ import annotations

import base64
import hashlib
import io
import json
import zipfile
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from urllib.parse import urlsplit

from riwaya.model import Page
from riwaya.page.connection import Answer
from riwaya.page.keep import packed_answer
from riwaya.store.library import Library

__all__ = ["evidence"]

_MEDIA = {"html": "text/html", "text": "text/plain; charset=utf-8"}
_START = (1980, 1, 1, 0, 0, 0)  # the same input gives the same bytes: members are not dated


def evidence(library: Library, documents: Sequence[str]) -> bytes:
    """Give the pages of some documents as a WACZ file, in the order of the documents' ids."""
    archive, index, pages = io.BytesIO(), [], [{"format": "json-pages-1.0", "id": "pages", "title": "Pages"}]
    for key, page, added in library.pages(documents):
        when = datetime.fromisoformat(added).astimezone(UTC)
        answer = _answer(key, page)
        record, offset = packed_answer(answer, when=when), archive.tell()
        archive.write(record)
        index.append(_index_line(answer, when, offset, len(record)))
        pages.append({"id": key, "url": answer.url, "ts": f"{when:%Y-%m-%dT%H:%M:%SZ}", "title": page.title or key})
    parts = {
        "archive/data.warc.gz": archive.getvalue(),
        "indexes/index.cdx": "".join(sorted(index)).encode(),
        "pages/pages.jsonl": _lines(pages),
    }
    return _zipped(parts)


def _answer(key: str, page: Page) -> Answer:
    """Give a page as the answer it was; a page that came without an address gets one made of its document's id."""
    return Answer(page.url or f"urn:riwaya:{key}", 200, (("content-type", _MEDIA[page.media]),), page.content)


def _index_line(answer: Answer, when: datetime, offset: int, length: int) -> str:
    digest = base64.b32encode(hashlib.sha1(answer.body, usedforsecurity=False).digest()).decode()
    about = {"url": answer.url, "mime": answer.header("content-type").split(";")[0], "status": str(answer.status),
             "digest": f"sha1:{digest}", "length": str(length), "offset": str(offset), "filename": "data.warc.gz"}  # fmt: skip
    return f"{_surt(answer.url)} {when:%Y%m%d%H%M%S} {json.dumps(about, ensure_ascii=False)}\n"


def _surt(url: str) -> str:
    """Give an address as archives sort it: the host from its end, then the path.

    >>> _surt("https://www.example.org/a?b=1")
    'org,example)/a?b=1'
    """
    parts = urlsplit(url)
    if not parts.hostname:
        return url
    host = ",".join(reversed(parts.hostname.removeprefix("www.").split(".")))
    return f"{host}){parts.path or '/'}{'?' + parts.query if parts.query else ''}".lower().replace(" ", "%20")


def _lines(rows: Iterable[object]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def _zipped(parts: dict[str, bytes]) -> bytes:
    """Give the parts as a ZIP that is not packed, so that a reader can reach into the archive, with their fingerprints."""
    resources = [
        {
            "name": name.rsplit("/")[-1],
            "path": name,
            "hash": f"sha256:{hashlib.sha256(body).hexdigest()}",
            "bytes": len(body),
        }
        for name, body in parts.items()
    ]
    package = json.dumps(
        {"profile": "data-package", "wacz_version": "1.1.1", "resources": resources}, indent=1
    ).encode()
    digest = json.dumps({"path": "datapackage.json", "hash": f"sha256:{hashlib.sha256(package).hexdigest()}"}).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as whole:
        for name, body in {**parts, "datapackage.json": package, "datapackage-digest.json": digest}.items():
            whole.writestr(zipfile.ZipInfo(name, _START), body)
    return out.getvalue()
