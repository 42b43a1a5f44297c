"""What was fetched, kept in a WARC file: one response a record, packed on its own, as archives do.

Goes in: an answer. Comes out: a record at the end of the file, which `warc.read_warc` reads back.
"""

from __future__ import annotations

import gzip
import hashlib
import uuid
from datetime import UTC, datetime
from pathlib import Path

from riwaya.page.connection import Answer

__all__ = ["append_answer", "packed_answer"]

#: Headers that speak of how the body was sent; it is kept as it was read.
_NOT_KEPT = frozenset(("content-encoding", "transfer-encoding", "content-length", "connection"))


def append_answer(path: Path, answer: Answer) -> None:
    """Add an answer to a .warc.gz file, which is made if need be."""
    with path.open("ab") as file:
        file.write(packed_answer(answer, when=datetime.now(UTC)))


def packed_answer(answer: Answer, *, when: datetime) -> bytes:
    """Give an answer as one packed WARC 1.1 record (ISO 28500), dated when it came."""
    lines = [
        f"HTTP/1.1 {answer.status} OK",
        *(f"{key}: {value}" for key, value in answer.headers if key not in _NOT_KEPT),
    ]
    block = (
        "\r\n".join((*lines, f"Content-Length: {len(answer.body)}", "", "")).encode("utf-8", "replace") + answer.body
    )
    name = uuid.uuid5(uuid.NAMESPACE_URL, answer.url + hashlib.sha256(answer.body).hexdigest())
    head = "\r\n".join(
        (
            "WARC/1.1",
            "WARC-Type: response",
            f"WARC-Target-URI: {answer.url}",
            f"WARC-Date: {when:%Y-%m-%dT%H:%M:%SZ}",
            f"WARC-Record-ID: <urn:uuid:{name}>",
            "Content-Type: application/http; msgtype=response",
            f"Content-Length: {len(block)}",
            "",
            "",
        )
    )
    return gzip.compress(head.encode("utf-8", "replace") + block + b"\r\n\r\n", mtime=0)
