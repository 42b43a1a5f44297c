"""Bytes into text: the encoding found out, whatever the page declares, and doubts told.

Goes in: a page's bytes and the encoding it is declared in, if any. Comes out: `Decoded`: the text, the encoding and
what was wrong. Valid UTF-8 is believed; else the Arabic encodings are tried and the one that reads as Arabic wins.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

__all__ = ["Decoded", "declared_encoding", "decode", "looks_binary"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
#: Encodings that old Arabic pages are in; the first wins where two read alike.
_ARABIC = ("windows-1256", "iso-8859-6")
_LOOK_AT = 100_000  # bytes: enough to tell an encoding
_BROKEN = 0.05  # share of wrong bytes up to which a text is UTF-8 with damage
_META = re.compile(rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:\-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_.:\-]{2,40})""")
#: How the first bytes of files that are no text look, and what to call them.
_MAGIC = (
    (b"%PDF", "a PDF"), (b"\x89PNG", "a PNG image"), (b"\xff\xd8\xff", "a JPEG image"), (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive or an office file"), (b"\x1f\x8b", "a gzip file"), (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"), (b"RIFF", "a sound or image file"), (b"\xd0\xcf\x11\xe0", "an old office file"),
    (b"Rar!", "a RAR archive"), (b"7z\xbc\xaf", "a 7z archive"), (b"SQLite format", "a database"),
    (b"OggS", "a sound file"), (b"ID3", "a sound file"), (b"\x00\x00\x00\x18ftyp", "a video"),
)  # fmt: skip
_CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 27, 0x1A}) + b"\x7f"
_MOST_CONTROLS = 0.05  # share of control bytes above which a file is no text
#: Letters and pairs that are frequent in Arabic and rare in Arabic read in a wrong encoding.
_FREQUENT = re.compile(r"(?<![^\W_])(?:و?ال[\u0620-\u064a]{2,}|في|من|عن|أن|إن|ما|لا|هو|أو)(?![^\W_])")
_ARABIC_LETTER = re.compile(r"[\u0620-\u064a]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was read in, and in words what was wrong (empty: nothing)."""

    text: str
    encoding: str
    doubt: str = ""


def looks_binary(content: bytes) -> str | None:
    """Give what a file seems to be that is no text, or None.

    >>> looks_binary(b"%PDF-1.7"), looks_binary("نص".encode())
    ('a PDF', None)
    """
    for magic, name in _MAGIC:
        if content.startswith(magic):
            return name
    head = content[:_LOOK_AT]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _utf_16(head):
        return None
    wrong = len(head) - len(head.translate(None, _CONTROLS))
    return "a binary file" if head and wrong > _MOST_CONTROLS * len(head) else None


def declared_encoding(content: bytes) -> str | None:
    """Give the encoding that an HTML or XML page declares in its first bytes, if any."""
    found = _XML.search(content[:1024]) or _META.search(content[:8192])
    return found.group(1).decode("ascii").lower() if found else None


def _utf_16(head: bytes) -> str | None:
    """Give which UTF-16 bytes without a mark are in, judged by where their zero or Arabic high bytes stand."""
    if len(head) < 8 or b"\x00" not in head:
        return None
    even, odd = head[0::2], head[1::2]
    high_odd = sum(odd.count(byte) for byte in (0, 6)) / len(odd)
    high_even = sum(even.count(byte) for byte in (0, 6)) / len(even)
    if max(high_odd, high_even) < 0.8 or min(high_odd, high_even) > 0.5:
        return None  # zeros everywhere are damage, not an encoding
    return "utf-16-le" if high_odd > high_even else "utf-16-be"


def decode(content: bytes, declared: str | None = None) -> Decoded:
    """Give the text of a page's bytes.

    >>> decode("وصل الوفد إلى عدن".encode("windows-1256")).encoding
    'windows-1256'
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            return _with_damage(content[len(mark) :], name, keep="\ufeff" if name == "utf-8" else "")
    if wide := _utf_16(content[:_LOOK_AT]):
        return _with_damage(content, wide)
    try:
        return Decoded(content.decode("utf-8"), "utf-8", _contradiction(declared, "utf-8", content))
    except UnicodeDecodeError as error:
        return _not_utf_8(content, declared, error)


def _with_damage(content: bytes, name: str, *, keep: str = "") -> Decoded:
    try:
        return Decoded(keep + content.decode(name), name)
    except UnicodeDecodeError as error:
        doubt = f"broken {name.upper()} at byte {error.start}; the bad bytes were replaced by U+FFFD"
        return Decoded(keep + content.decode(name, "replace"), name, doubt)


def _not_utf_8(content: bytes, declared: str | None, error: UnicodeDecodeError) -> Decoded:
    head = content[:_LOOK_AT]
    damaged = head.decode("utf-8", "replace")
    whole = len(head) - head.count(b"\xef\xbf\xbd")
    wrong = damaged.count("\ufffd")
    if wrong <= _BROKEN * max(1, whole) and _ARABIC_LETTER.search(damaged):
        text = content.decode("utf-8", "replace")
        count = text.count("\ufffd")
        doubt = f"broken UTF-8 at byte {error.start}; {count} bad places became U+FFFD: save the page again"
        return Decoded(text, "utf-8", doubt)
    names = [name for name in (_known(declared), *_ARABIC) if name]
    best = max(names, key=lambda name: (_arabic_share(head, name), -names.index(name)))
    return Decoded(content.decode(best, "replace"), best, _contradiction(declared, best, content))


def _known(name: str | None) -> str | None:
    try:
        return codecs.lookup(name).name if name else None
    except LookupError:
        return None


def _arabic_share(head: bytes, name: str) -> float:
    """Give how far the bytes read as Arabic in an encoding: frequent words for each letter, less what is wrong."""
    text = head.decode(name, "replace")
    return (5 * len(_FREQUENT.findall(text)) - 20 * text.count("\ufffd")) / max(1, len(text))


def _contradiction(declared: str | None, found: str, content: bytes) -> str:
    """Say in words that a page declares another encoding than it is in, where its bytes are not plain ASCII."""
    if not declared or content.isascii() or _known(declared) == _known(found):
        return ""
    return f"the page declares {declared} but is in {found}; it was read as {found}"
