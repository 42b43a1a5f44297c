"""Place: where pages say that an accident or a disaster was, in words, and where a craft came from or was bound for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from riwaya.across import Happening
from riwaya.compare.scope import Finding, Saying, Scope, differ, values_of
from riwaya.compare.wording import Site, alike, page_tokens, same_words, site_phrases
from riwaya.lexicon.phrases import Hit
from riwaya.model import Document, Span
from riwaya.text.words import Tokens

__all__ = ["place"]

_SITE, _WAY = 0.5, 0.6
#: Disasters are at one place; an attack or a protest moves, and its reports name many.
_TYPES = ("DISASTER",)
#: Words of a site that are shown, of the place at a way's end, and between what happened and where.
_SITE_WORDS, _WAY_WORDS, _REACH = 6, 2, 14
#: A disaster is what a story is about where this share of its pages tell it.
_MAIN = 0.5
#: Sites that share this much of the shorter one's stems are one.
_SAME = 0.5
_STOPS = frozenset('،,.؛:!؟?()"')


def place(scope: Scope) -> Iterator[Finding]:
    """Give the disasters that two pages put at different sites, and the crafts bound for different places."""
    for happening in scope.happenings:
        if happening.type not in _TYPES:
            continue
        for kind, sayings in sorted(_placed(scope, happening).items()):
            if differ(sayings):
                what = "site" if kind == "site" else f"way {kind}"
                why = f"another {what} in {len({saying.evidence.document for saying in sayings})} documents"
                shown = [Saying(" ".join(same_words(s.value)), s.value, s.evidence) for s in sayings]
                yield Finding("place", happening.id, values_of(shown), _SITE if kind == "site" else _WAY, why)


def _placed(scope: Scope, happening: Happening) -> dict[str, list[Saying]]:
    """Give what pages say of the place, by kind: the site, where to, where from."""
    found: dict[str, list[Saying]] = defaultdict(list)
    seen: set[tuple[str, Span]] = set()
    for document, kind, span in _told(scope, happening):
        if (document, span) not in seen:
            seen.add((document, span))
            value = scope.reading(document, span)
            key = next((s.key for s in found[kind] if alike(s.value, value) >= _SAME), value)
            found[kind].append(Saying(key, value, scope.words(document, span)))
    return found


def _told(scope: Scope, happening: Happening) -> Iterator[tuple[str, str, Span]]:
    """Give the places in the sentences that report a happening, and the ways in all sentences of pages about it."""
    reports = list(scope.reports(happening))
    for report in reports:
        doc = scope.records[report.document].document
        sentence = doc.sentence_at(report.event.trigger.start) or report.span
        for kind, span in _spans(doc, sentence, report.event.trigger.start):
            yield report.document, kind, span
    documents = sorted({report.document for report in reports})
    if len(documents) >= _MAIN * len(scope.home):
        for document in documents:
            doc = scope.records[document].document
            for sentence in doc.sentences:
                for kind, span in _spans(doc, sentence, sentence.end):
                    yield document, kind, span


def _spans(doc: Document, sentence: Span, trigger_at: int) -> Iterator[tuple[str, Span]]:
    """Give the sites told after a trigger, and the ways told anywhere in a sentence."""
    tokens = page_tokens(doc.text)
    trigger = tokens.index_at(trigger_at)
    before: Hit[Site] | None = None
    shown = sentence.start
    for hit in site_phrases().find(tokens, sentence):
        leads = before is not None and before.last == hit.first
        if hit.value.kind in ("near", "in"):
            before = hit
        elif hit.value.kind == "site" and 0 < hit.first - trigger <= _REACH and (leads or hit.proclitic):
            start = before.span.start if leads and before and before.value.kind == "near" else hit.span.start
            if start >= shown:
                shown = _end(tokens, hit.last, sentence, _SITE_WORDS)
                yield "site", Span(start, shown)
        elif hit.value.kind in ("to", "from"):
            start = tokens.words[hit.last].span.start if hit.last < len(tokens.words) else sentence.end
            if start < sentence.end:
                yield hit.value.kind, Span(start, _end(tokens, hit.last, sentence, _WAY_WORDS))


def _end(tokens: Tokens, first: int, sentence: Span, most: int) -> int:
    """Give the end of the clause, or of the most words that are shown."""
    at = first
    while at < len(tokens.words) and at - first < most:
        word = tokens.words[at]
        ends = any(hit.value.kind == "end" for hit in site_phrases().at(tokens, at))
        if word.span.start >= sentence.end or word.form in _STOPS or ends:
            break
        at += 1
    return tokens.words[max(at, 1) - 1].span.end
