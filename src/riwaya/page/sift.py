"""Which responses of an archive are worth opening, told from their bytes alone, before any parsing.

An archive of the world's news is one part in fifty Arabic. Goes in: a response's address and bytes. Comes out: whether
it may hold an Arabic article, of an outlet that is wanted. What passes may still be Persian or a menu; what does not
pass has hardly an Arabic letter in any encoding.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from riwaya.page.outlets import domain_of

__all__ = ["EVERYTHING", "Wanted", "may_be_arabic", "wanted_of"]

#: Letters; an Arabic page has thousands in its menu alone.
_LEAST = 100
#: In UTF-8 every letter of the Arabic block, U+0600 to U+06FF, begins with one of these and no other letter does.
_LEADS = bytes(range(0xD8, 0xDC))
#: Presentation forms U+FB50 to U+FEFF begin so.
_FORMS = re.compile(rb"\xef[\xad-\xbb]")
_ENTITY = re.compile(rb"&#(?:1[5-7]\d\d|[xX]06[0-9a-fA-F]{2});")
_DECLARED = re.compile(rb"(?i)windows-1256|cp-?1256|iso-?8859-?6|utf-?16|x-mac-?arabic|asmo")
_HEAD = 4096


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to take from archives: of these domains and what lies under them (None: of all), Arabic or in any language."""

    domains: frozenset[str] | None = None
    arabic: bool = True

    def takes(self, url: str | None, declared: str, content: bytes) -> bool:
        """Tell whether a response is worth opening; `declared` is its Content-Type."""
        if self.domains is not None and not _under(domain_of(url), self.domains):
            return False
        return not self.arabic or may_be_arabic(content, declared)


#: What `riwaya read` takes where nothing else is asked.
EVERYTHING = Wanted(arabic=False)


def wanted_of(domains: Iterable[str], *, arabic: bool) -> Wanted:
    """Give what is wanted, domains as people write them.

    >>> sorted(wanted_of(["https://www.Paper.example/news", "b.example"], arabic=True).domains or ())
    ['b.example', 'paper.example']
    """
    named = frozenset(domain_of(name if "://" in name else f"https://{name}") or name for name in domains)
    return Wanted(named or None, arabic)


def _under(host: str | None, domains: frozenset[str]) -> bool:
    labels = (host or "").split(".")
    return any(".".join(labels[start:]) in domains for start in range(len(labels)))


def may_be_arabic(content: bytes, declared: str = "") -> bool:
    """Tell whether bytes may hold an Arabic page, in UTF-8, as entities, or in an encoding that they declare.

    >>> may_be_arabic("خبر".encode() * 50), may_be_arabic(b"<p>news</p>" * 50)
    (True, False)
    """
    if (
        content[:2] in (b"\xff\xfe", b"\xfe\xff")
        or _DECLARED.search(content[:_HEAD])
        or _DECLARED.search(declared.encode())
    ):
        return True
    if len(content) - len(content.translate(None, _LEADS)) >= _LEAST:
        return True
    return any(sum(1 for _ in pattern.finditer(content)) >= _LEAST for pattern in (_FORMS, _ENTITY))
