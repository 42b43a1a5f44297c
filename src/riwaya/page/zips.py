"""Pages out of the WARC archives in a ZIP file, as WACZ files are. Needs FastWARC: pip install "riwaya[warc]".

Goes in: a file. Comes out: the pages and Problems of each archive inside, in the order of their names. Nothing is
unpacked onto the disk, and no more is read than the file says that it holds; what says too much is refused unread.
"""

from __future__ import annotations

import lzma
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from riwaya.model import Page, Problem
from riwaya.page.sift import EVERYTHING, Wanted
from riwaya.page.warc import read_records

__all__ = ["read_zip"]

_MOST = 100_000  # members: a crawl of a whole site has some hundreds
_LARGEST = 64 << 30  # bytes of all archives inside, unpacked
_TIGHTEST = 100  # times: text packs 5 to 20 times smaller, an archive that is packed already not at all
_SMALL = 16 << 20  # bytes: below this a member may be packed as tightly as it likes
_ARCHIVES = (".warc", ".warc.gz")
_BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, RuntimeError, ValueError, EOFError)


def read_zip(path: Path, wanted: Wanted = EVERYTHING, *, named: bool = True) -> Iterator[Page | Problem]:
    """Give the pages `wanted` of every archive in a ZIP file; `named`: holding none is worth a word."""
    try:
        with zipfile.ZipFile(path) as whole:
            members = whole.infolist()
            inside = sorted((m for m in members if m.filename.lower().endswith(_ARCHIVES)), key=lambda m: m.filename)
            if refusal := _refusal(len(members), inside):
                yield Problem("intake", f"{refusal}; it was not read, unpack it and give the archives", str(path))
                return
            if not inside and named:
                yield Problem("intake", "no WARC archive in this file; unpack it and give its pages", str(path))
            for member in inside:
                yield from _member(whole, member, path, wanted)
    except _BROKEN as error:
        yield Problem("intake", f"no whole ZIP file ({error}); fetch it again", str(path))


def _refusal(members: int, inside: list[zipfile.ZipInfo]) -> str:
    """Give why a file is not read, "" where it is: too many members, too large, packed too tightly."""
    if members > _MOST:
        return f"the file has {members} members, more than {_MOST}"
    if sum(member.file_size for member in inside) > _LARGEST:
        return f"the archives inside unpack to more than {_LARGEST >> 30} GB"
    for member in inside:
        if member.file_size > max(_SMALL, _TIGHTEST * member.compress_size):
            return f"{member.filename} unpacks to more than {_TIGHTEST} times its size"
    return ""


def _member(whole: zipfile.ZipFile, member: zipfile.ZipInfo, path: Path, wanted: Wanted) -> Iterator[Page | Problem]:
    """Give the pages of one archive; where it is broken, the others are still read."""
    source = f"{path}/{member.filename}"
    try:
        with whole.open(member) as file:
            yield from read_records(file, source, wanted=wanted)
    except _BROKEN as error:
        yield Problem("intake", f"cannot be read ({error}); fetch the file again", source)
