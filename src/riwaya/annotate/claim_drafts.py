"""An attribution inside one sentence, before its speaker is looked up in what came earlier."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.annotate.claim_verbs import Agreement
from riwaya.annotate.sources import Phrase
from riwaya.model import Span

__all__ = ["SENTENCE_BEFORE", "Draft"]

#: The content of words that stand alone as a sentence (وفق ما أفادت وكالة …): the sentence before is the report.
SENTENCE_BEFORE = (-1, -1)


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution inside one sentence. `content` is a pair of word indexes; `chain` stands outermost first.

    `needs` is what a speaker from before must agree with where the cue names none. `side` tells whether the report
    follows the cue or stands before it. `follows` marks a cue that goes on with the speaker of the cue before it,
    `outside` words like وفق that stand outside the report.
    """

    cue: Span
    at: int
    chain: tuple[Phrase, ...]
    needs: Agreement | None
    content: tuple[int, int]
    stance: str
    rule: str
    verb: str
    side: str = "after"
    direct: bool = False
    follows: bool = False
    participle: bool = False
    outside: bool = False
    subject: Agreement | None = None  # what the verb says of the speaker it names
