"""Whose words a page's article is: the outlet's own, those of named sources, those of unnamed ones.

Goes in: a record. Comes out: code points of the article under each voice. Words that several claims share count once;
the innermost source decides, and a named source wins over an unnamed one.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from riwaya.model import Claim, Record

__all__ = ["Voices", "voices"]


@dataclass(frozen=True, slots=True)
class Voices:
    """Code points of the article by voice, and the words of the source that most of the reported ones rest on."""

    own: int
    named: int
    unnamed: int
    rests_on: str = ""

    def shares(self) -> tuple[int, int, int]:
        """Give own, named and unnamed in per cent; they add up to 100, or are all 0 where there is no article."""
        whole = self.own + self.named + self.unnamed
        if not whole:
            return 0, 0, 0
        named, unnamed = round(100 * self.named / whole), round(100 * self.unnamed / whole)
        return 100 - named - unnamed, named, unnamed


def voices(record: Record) -> Voices:
    """Give the voices of a page."""
    doc = record.document
    inside = [block.span for block in doc.blocks if block.role in ("title", "body")]
    voice = bytearray(len(doc.text))
    for unnamed in (True, False):
        for claim in record.claims:
            if (claim.sources[-1].kind == "unnamed") is unnamed:
                for span in claim.parts or (claim.span,):
                    voice[span.start : span.end] = (b"\x02" if unnamed else b"\x01") * len(span)
    counts: Counter[int] = Counter()
    for span in inside:
        counts.update(voice[span.start : span.end])
    return Voices(counts[0], counts[1], counts[2], _most(record.claims, doc.text))


def _most(claims: tuple[Claim, ...], text: str) -> str:
    """Give the words of the innermost source that most reported words rest on."""
    size: Counter[str] = Counter()
    for claim in claims:
        last = claim.sources[-1]
        size[(last.mention.name if last.mention else last.span).of(text)] += len(claim.span)
    return min(size, key=lambda name: (-size[name], name)) if size else ""
