"""Inputs into pages: files, folders, JSON Lines, archives, addresses; each bad one becomes a Problem and costs no
other page anything. Pages come one at a time: no more than one is held."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from riwaya.model import Page, Problem
from riwaya.page.about import Known, known_of, read_about, under
from riwaya.page.decode import looks_binary
from riwaya.page.limits import LARGEST_PAGE
from riwaya.page.rows import read_rows
from riwaya.page.sift import EVERYTHING, Wanted

__all__ = ["find_pages"]

_HTML = (".html", ".htm", ".xhtml", ".shtml")
_ROWS = (".jsonl", ".ndjson")
_ZIPS = (".zip", ".wacz")
_ABOUT = "about.jsonl"


def find_pages(
    inputs: Sequence[str],
    about: str | None = None,
    *,
    allow_private: bool = False,
    archive: Path | None = None,
    wanted: Wanted = EVERYTHING,
) -> Iterator[Page | Problem]:
    """Give every page of the inputs in a fixed order, and a Problem for each thing that is no page.

    A file `about.jsonl` in a folder, or `about`, gives what is known of pages from outside. What is fetched from the
    web is kept in the WARC file `archive`; private addresses are asked only with `allow_private`. Of archives (WARC, WACZ)
    only what is `wanted` is taken; every other input was named for itself and is taken whole.
    """
    outside: Mapping[str, Known] = {}
    if about:
        outside, problems = read_about(Path(about))
        yield from problems
    for name in inputs:
        if name.startswith(("http://", "https://")):
            from riwaya.page.fetch import fetch

            yield from fetch(name, allow_private=allow_private, archive=archive)
            continue
        path = Path(name)
        if path.is_dir():
            yield from _folder(path, outside, wanted)
        elif path.exists():
            yield from _file(path, outside, wanted, named=True)
        else:
            yield Problem("intake", "no such file or folder; check the path", name)


def _folder(root: Path, outside: Mapping[str, Known], wanted: Wanted) -> Iterator[Page | Problem]:
    """Give the pages of a folder and the folders in it, in the order of their paths."""
    known, found = dict(outside), False
    if (root / _ABOUT).is_file():
        inside, problems = read_about(root / _ABOUT)
        known = {**outside, **under(root, {k: v for k, v in inside.items() if k not in outside})}
        yield from problems
    try:
        entries = sorted(root.iterdir())
    except OSError as error:
        yield Problem("intake", f"the folder cannot be read: {error.strerror}; check its permissions", str(root))
        return
    for path in entries:
        if path.name.startswith(".") or path.name == _ABOUT:
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _folder(path, known, wanted)
            found = True
        elif path.is_file():
            for page in _file(path, known, wanted, named=False):
                found = True
                yield page
    if not found:
        yield Problem("intake", "no page in this folder; pages are .txt, .html, .jsonl, .warc.gz or .wacz", str(root))


def _file(path: Path, known: Mapping[str, Known], wanted: Wanted, *, named: bool) -> Iterator[Page | Problem]:
    """Give the pages of one file; `named`: it was asked for by name, so that not being a page is worth a word."""
    suffixes = [suffix.lower() for suffix in path.suffixes[-2:]]
    last = suffixes[-1] if suffixes else ""
    try:
        if last in _ROWS:
            yield from read_rows(path)
        elif last == ".warc" or suffixes == [".warc", ".gz"]:
            from riwaya.page.warc import read_warc

            yield from read_warc(path, wanted)
        elif last in _ZIPS:
            from riwaya.page.zips import read_zip

            yield from read_zip(path, wanted, named=named or last == ".wacz")
        elif last == ".txt" or last in _HTML:
            yield _page(path, "text" if last == ".txt" else "html", known_of(path, known))
        elif named:
            yield _unknown(path, known_of(path, known))
    except OSError as error:
        yield Problem("intake", f"cannot be read: {error.strerror or error}; check the file", str(path))


def _page(path: Path, media: str, known: Known) -> Page | Problem:
    size = path.stat().st_size
    if size > LARGEST_PAGE:
        message = f"{size >> 20} MB is more than a page may have ({LARGEST_PAGE >> 20} MB); cut it into pages"
        return Problem("intake", message, str(path))
    content = path.read_bytes()
    if not content.strip():
        return Problem("intake", "the file is empty; save the page again", str(path))
    if what := looks_binary(content):
        return Problem("intake", f"this is {what}, not a page of text; give the page as .html or .txt", str(path))
    return Page(str(path), content, media, url=known.url, outlet=known.outlet, published=known.published,
                crawled=known.crawled)  # fmt: skip


def _unknown(path: Path, known: Known) -> Page | Problem:
    """Give the page of a file of another name, if it opens as HTML does."""
    if path.is_file():
        with path.open("rb") as file:
            head = file.read(1024).lstrip().lower()
        if head.startswith((b"<!doctype html", b"<html", b"<?xml", b"<!--", b"<head", b"<body")):
            return _page(path, "html", known)
    return Problem("intake", "not known as a page; it must end in .txt, .html, .jsonl, .warc.gz or .wacz", str(path))
