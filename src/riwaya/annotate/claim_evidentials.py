"""Attributions that stand outside the report: وفق، بحسب، حسبما أفاد، على حد قوله.

Goes in: a page's words and a place. Comes out: a `Draft` whose report is the clause before the words, or, where they
open the sentence, the clause after them.
"""

from __future__ import annotations

from dataclasses import replace

from riwaya.annotate.claim_drafts import SENTENCE_BEFORE, Draft
from riwaya.annotate.claim_media import medium_between
from riwaya.annotate.claim_reports import is_long_quote
from riwaya.annotate.claim_sight import COMMAS, Sight, is_complement, skip_settings
from riwaya.annotate.claim_verbs import SAME, Agreement
from riwaya.annotate.claim_words import (
    Evidential,
    Form,
    bare,
    evidentials,
    in_list,
    silent_heads,
    speakers,
    verb_forms,
    words,
)
from riwaya.annotate.sources import Phrase, read_phrase
from riwaya.model import Span

__all__ = ["read_evidential"]

_CLAUSE_STOPS = frozenset(".؛;!؟")
_REST = 4  # words of a medium's name beyond its known part
_NEARBY = 12  # words after حسبما أفاد SOURCE in which a clause with ان shows that a report follows instead


def read_evidential(sight: Sight, at: int, start: int, stop: int) -> Draft | None:
    """Give the attribution that stands outside its report at the word."""
    hits = evidentials().at(sight.tokens, at)
    if not hits or hits[0].last > stop or (hits[0].last == stop and hits[0].value.takes != "nothing"):
        return None
    entry, after, cue = hits[0].value, hits[0].last, hits[0].span
    if entry.takes == "nothing":
        return _outside(sight, cue, at, after, start, stop, entry, needs=_pronoun(sight.forms[after - 1]))
    if entry.takes == "clause":
        return _clause(sight, cue, at, after, start, stop, entry)
    cut = _cut(sight, after, entry)
    if cut < 0 or (len(sight.forms[after]) - cut < 3 and after not in sight.quotes):
        return None
    noun = sight.forms[after][cut:]
    refused = {bare(word) for word in entry.not_sources}
    if bare(noun) in refused or (noun.startswith("لل") and bare("ا" + noun[1:]) in refused):
        return None
    phrase = read_phrase(sight, after, stop, cut=cut, joined=True)
    if phrase is None or not _can_say(sight, phrase):
        return None
    if any(word in words("same") for word in sight.forms[phrase.first : phrase.last]):
        return _outside(sight, cue, at, phrase.last, start, stop, entry, needs=SAME)
    medium = medium_between(sight, phrase.last, min(stop, phrase.last + 2)) if phrase.kind != "agency" else None
    chain = (medium, phrase) if medium else (phrase,)
    return _outside(sight, cue, at, chain[0].last if medium else phrase.last, start, stop, entry, chain=chain)


def _can_say(sight: Sight, phrase: Phrase) -> bool:
    """Tell whether something can rest on the noun: no rule or measure of the outlet's (وفق مراكزها، حسب الأولوية)."""
    if phrase.head in words("evidence"):
        return True
    if phrase.known or phrase.head in speakers():
        return phrase.head not in silent_heads() or phrase.head in speakers()
    last = sight.original(phrase.first)
    owned = last.endswith(("ها", "هم")) or (last.endswith("ه") and len(last) > 4)
    return phrase.head not in silent_heads() and not owned


def _cut(sight: Sight, at: int, entry: Evidential) -> int:
    """Give how many letters before a source belong to the preposition (وفقا لمصادر: 1), -1 where it is missing."""
    form = sight.forms[at]
    before, joined = sight.forms[at - 1], {bare(word) for word in entry.joined}
    if before not in joined and before[1:] not in joined:
        return 0
    if form.startswith("لل") or form == "ل":
        return 0
    return 1 if form.startswith("ل") and len(form) > 2 else -1


def _pronoun(form: str) -> Agreement:
    if form.endswith("هم"):
        return Agreement("m", 3)
    return Agreement("f", 1) if form.endswith("ها") else Agreement("m", 1)


def _clause(sight: Sight, cue: Span, at: int, verb_at: int, start: int, stop: int, entry: Evidential) -> Draft | None:
    """Read حسبما أفاد SOURCE: a verb and its source. Where a report with ان follows, it is a plain verb (كما قال …)."""
    if verb_at >= stop:
        return None
    form = _verb(sight, verb_at)
    if form is None:
        return None
    here = skip_settings(sight, verb_at + 1, stop)
    phrase = read_phrase(sight, here, stop, takes=form.verb.takes)
    if phrase is None or phrase.head in silent_heads() or (entry.plain_too and form.agreement.number > 1):
        return None
    if not phrase.known and not entry.plain_too and entry.id == "this-is-what":
        return None
    phrase = _whole_name(sight, phrase, stop)
    after = phrase.last
    chain: tuple[Phrase, ...] = (phrase,)
    if after < stop and sight.forms[after] == "عن" and (inner := read_phrase(sight, after + 1, stop)):
        chain, after = (phrase, inner), inner.last
    elif medium := medium_between(sight, after, min(stop, after + 4)):
        chain, after = (medium, phrase), medium.last
    nearby = range(after, min(stop, after + _NEARBY))
    if entry.plain_too:
        for i in nearby:
            comma = sight.forms[i] in COMMAS
            if sight.forms[i] in _CLAUSE_STOPS or (comma and (i > after or _and_word(sight, i + 1))):
                break
            if is_complement(sight, i) or is_long_quote(sight, i):
                return None
        if at == start:
            return None
        if after < stop and sight.forms[after][0].isalnum() and not _ends(sight, after):
            return None
    whole = Span(cue.start, sight.span(verb_at, verb_at + 1).end)
    draft = _outside(sight, whole, at, after, start, stop, entry, chain=chain)
    return replace(draft, stance=form.verb.stance)


def _whole_name(sight: Sight, phrase: Phrase, stop: int) -> Phrase:
    """Give a medium with the rest of its name, where نقلا عن follows (وكالة الأنباء الروسية إيتار تاس نقلا عن …)."""
    ahead = range(phrase.last, min(stop, phrase.last + _REST))
    at = next((i for i in ahead if not sight.forms[i][0].isalnum() or sight.forms[i] in words("quoting")), -1)
    if phrase.kind != "agency" or at <= phrase.last or sight.forms[at] not in words("quoting"):
        return phrase
    return replace(phrase, last=at, span=Span(phrase.span.start, sight.span(phrase.last, at).end))


def _and_word(sight: Sight, at: int) -> bool:
    return at < len(sight.forms) and sight.forms[at][0] == "و" and len(sight.forms[at]) > 3


def _ends(sight: Sight, at: int) -> bool:
    form = sight.forms[at]
    return form in words("prepositions") or form in words("weekdays") or form in words("adverbs")


def _verb(sight: Sight, at: int) -> Form | None:
    """Read a verb of reporting, with or without an object pronoun (أعلنت، أعلنته)."""
    form = sight.forms[at]
    for reading in (form, form[:-1] if form.endswith("ه") else "", form[:-2] if form.endswith("ها") else ""):
        for found in verb_forms().get(reading, ()):
            if found.shape == "verb" and found.agreement.person == 3:
                return found
    return None


def _outside(
    sight: Sight, cue: Span, at: int, after: int, start: int, stop: int, entry: Evidential, *,
    chain: tuple[Phrase, ...] = (), needs: Agreement | None = None,
) -> Draft:  # fmt: skip
    opening = at
    turned = at > start and (in_list(sight.forms[at - 1], "contrast") or _joined(sight, at))
    announces = after < stop and sight.forms[after][0] == "ف" and sight.forms[after][1:] in words("complement")
    if turned or announces:
        return _ahead(sight, cue, at, after, stop, entry, chain, needs)
    while opening > start and sight.forms[opening - 1] not in _CLAUSE_STOPS:
        opening -= 1
    if opening == at and after < stop:
        return _ahead(sight, cue, at, after, stop, entry, chain, needs)
    return Draft(cue, at, chain, needs, (opening, max(at, opening + 1)), "asserts", f"evidential {entry.id}", entry.id,
                 side="before", outside=True)  # fmt: skip


def _joined(sight: Sight, at: int) -> bool:
    """Tell whether و after a comma opens a clause with the words (، وبحسب خبراء فإن …)."""
    return sight.forms[at - 1] in COMMAS and sight.forms[at][0] == "و" and sight.forms[at][1:] in words("prepositions")


def _ahead(
    sight: Sight, cue: Span, at: int, after: int, stop: int, entry: Evidential, chain: tuple[Phrase, ...],
    needs: Agreement | None,
) -> Draft:  # fmt: skip
    """Give the attribution whose report comes after it, or, where nothing does, is the sentence before."""
    begin = skip_settings(sight, after, stop)
    while begin < stop and (
        sight.forms[begin] in COMMAS
        or in_list(sight.forms[begin], "complement")
        or sight.forms[begin] in words("indeed")
    ):
        begin += 1
    empty = begin >= stop or not any(word[0].isalnum() for word in sight.forms[begin:stop])
    content, side = (SENTENCE_BEFORE, "before") if empty else ((begin, stop), "after")
    return Draft(cue, at, chain, needs, content, "asserts", f"evidential {entry.id}", entry.id, side=side, outside=True)
