"""Label: the words that pages choose for the same people, deeds or bodies (mercenaries, group, fighters)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from riwaya.across import Evidence
from riwaya.compare.deeds import counted_as, deeds
from riwaya.compare.scope import Finding, Saying, Scope, differ, values_of
from riwaya.compare.wording import Label, label_phrases, page_tokens, same_words, stems_of
from riwaya.lexicon.phrases import Hit
from riwaya.model import Mention, Span
from riwaya.text.words import Tokens

__all__ = ["label", "labels_in"]

#: Words before and after a body's name in which its label stands: `مرتزقة مجموعة …`, `مجموعة … شبه العسكرية`.
_BEFORE, _AFTER = 3, 3
_OF = ("من",)  # `مقاتلين من مجموعة …`
#: What a body or person can be called; what happened to its men is no label of it.
_OF_BODIES = ("fighters", "members", "kind-of-force", "rulers", "player")
#: Weight of a difference, and what each step of judging in its words adds.
_WEIGHT, _CHARGED, _DEED = 0.4, 0.25, 0.3
#: What goes on for weeks has attacks of every kind.
_MANY = ("offensive",)
#: The slot of adjectives for attacks.
_ATTACK = "attack"


def label(scope: Scope) -> Iterator[Finding]:
    """Give the bodies, people and events that two pages label differently."""
    yield from _of_bodies(scope)
    told: set[str] = set()
    for slot, finding in _of_happenings(scope):
        told |= {finding.about} if slot == _ATTACK else set()
        yield finding
    yield from _of_deeds(scope, told)


def _of_deeds(scope: Scope, told: set[str]) -> Iterator[Finding]:
    """Give the attacks (but those told) that pages call otherwise, and those whose dead they count as other people."""
    for happening in scope.happenings:
        if happening.type == "ASSAULT" and happening.mode not in _MANY:
            named = deeds(scope, happening) if happening.id not in told else []
            if differ([saying for _, saying in named]):
                spread = max(c for c, _ in named) - min(c for c, _ in named)
                weight = _DEED + _CHARGED / 2 * spread
                why = f"what it is called: {_DEED:.2f}" + (f", judging: {_CHARGED / 2 * spread:.2f}" if spread else "")
                yield Finding("label", happening.id, values_of([saying for _, saying in named]), weight, why)
        for what in ("killed", "wounded"):
            counted = counted_as(scope, happening, what)
            plain = [saying for neutral, saying in counted if not neutral]
            if len({saying.key for saying in plain}) > 1 and differ(plain):
                why = f"as whom the {what} are counted: {_WEIGHT:.2f}"
                yield Finding("label", happening.id, values_of([saying for _, saying in counted]), _WEIGHT, why)


def _of_bodies(scope: Scope) -> Iterator[Finding]:
    for entity in scope.entities:
        if entity.type == "PLACE":
            continue
        by_slot: dict[str, list[tuple[Label | None, Saying]]] = defaultdict(list)
        for document, mention in scope.mentions[entity.id]:
            for found, words in _beside(scope, document, mention):
                by_slot["group"].append((found, Saying(found.id, words.text, words)))
        for many in by_slot.values():
            yield from _finding(entity.id, many)


def _beside(scope: Scope, document: str, mention: Mention) -> Iterator[tuple[Label, Evidence]]:
    """Give the labels that touch a body's name."""
    tokens = page_tokens(scope.records[document].document.text)
    first, last = tokens.index_at(mention.span.start), tokens.index_at(mention.span.end)
    for hit in _hits(tokens, max(first - _BEFORE, 0), min(last + _AFTER, len(tokens.words))):
        before = hit.last == first or (hit.last == first - 1 and tokens.words[hit.last].form in _OF)
        inside = hit.first >= first and hit.last <= last
        if hit.value.slot in _OF_BODIES and (before or inside or hit.first == last):
            yield hit.value, scope.words(document, hit.span)
    for title in mention.titles:
        if not mention.span.holds(title):
            yield from (
                (found, words) for found, words in labels_in(scope, document, title) if found.slot in _OF_BODIES
            )


def _hits(tokens: Tokens, first: int, last: int) -> Iterator[Hit[Label]]:
    at = first
    while at < last:
        if hits := label_phrases().at(tokens, at):
            yield from hits
            at = hits[0].last
        else:
            at += 1


def _of_happenings(scope: Scope) -> Iterator[tuple[str, Finding]]:
    for happening in scope.happenings:
        by_slot: dict[str, list[tuple[Label | None, Saying]]] = defaultdict(list)
        for report in scope.reports(happening):
            for found, words in labels_in(scope, report.document, report.span):
                if happening.type in found.types:
                    by_slot[found.slot].append((found, Saying(found.id, words.text, words)))
        for slot in sorted(by_slot):
            yield from ((slot, finding) for finding in _finding(happening.id, by_slot[slot]))


def labels_in(scope: Scope, document: str, span: Span) -> Iterator[tuple[Label, Evidence]]:
    """Give the labels in a stretch of a page."""
    tokens = page_tokens(scope.records[document].document.text)
    for hit in label_phrases().find(tokens, span):
        yield hit.value, scope.words(document, hit.span)


def _finding(about: str, many: list[tuple[Label | None, Saying]]) -> Iterator[Finding]:
    sayings = [saying for _, saying in many]
    if not differ(sayings):
        return
    charges = [found.charge for found, _ in many if found]
    spread = max(charges, default=0) - min(charges, default=0)
    why = "words that judge differently" if spread else "other words for the same"
    shown = [Saying(_key(found, saying.value), saying.value, saying.evidence) for found, saying in many]
    yield Finding("label", about, values_of(shown), min(1.0, _WEIGHT + _CHARGED * spread), why)


def _key(found: Label | None, words: str) -> str:
    """Give what two inflections of one label have in common: its stems (مقاتلو, مقاتلين), or all its forms."""
    if found and found.one:
        return found.id
    return " ".join(sorted(stems_of(words))) or " ".join(same_words(words))
