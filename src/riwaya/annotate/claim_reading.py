"""One sentence's attributions: each cue with the source it names and the words it reports.

Goes in: a page's words and the bounds of a sentence. Comes out: `Draft`s in order; a draft without a source says what
its speaker must agree with, and `claims` looks for that speaker in what came before.
"""

from __future__ import annotations

from dataclasses import replace

from riwaya.annotate.claim_drafts import Draft
from riwaya.annotate.claim_evidentials import read_evidential
from riwaya.annotate.claim_nouns import read_noun
from riwaya.annotate.claim_reports import is_long_quote, report_after
from riwaya.annotate.claim_sight import COMMAS, Sight, is_complement
from riwaya.annotate.claim_verb_cues import read_verb
from riwaya.annotate.claim_words import in_list, statements, verb_forms, words
from riwaya.annotate.sources import Phrase, read_phrase

__all__ = ["read_sentence"]

_ANSWERS = frozenset(("this-is-what",))  # words in which somebody speaks of what another has said
_HEADLINE = 12  # words before the colon of a line that names its speaker


def read_sentence(sight: Sight, start: int, stop: int) -> list[Draft]:
    """Give the attributions of the sentence that words [start, stop) are."""
    drafts: list[Draft] = []
    at = start
    while at < stop:
        if is_long_quote(sight, at):
            at = max(at + 1, min(sight.quotes[at][0], stop))
            continue
        draft = (
            read_evidential(sight, at, start, stop)
            or _statement(sight, at, stop)
            or read_verb(sight, at, start, stop)
            or read_noun(sight, at, start, stop)
            or _headline(sight, at, start, stop)
        )
        if draft is None:
            at += 1
            continue
        drafts.append(draft)
        first = draft.content[0] if draft.side == "after" else at + 1
        if draft.side == "after" and draft.direct and first in sight.quotes:
            first = min(sight.quotes[first][0], stop)  # what stands in the quote is its speaker's
        at = max(at + 1, first)
    return _bounded(sight, [_passed_on(sight, _between(sight, draft, start), stop) for draft in drafts], stop)


def _passed_on(sight: Sight, draft: Draft, stop: int) -> Draft:
    """Read a medium's report that opens with another's words as one chain (أعلن التلفزيون أن الرئيس قال إن …)."""
    first = draft.content[0]
    media = draft.chain and draft.chain[-1].kind == "agency" and draft.side == "after" and not draft.direct
    phrase = read_phrase(sight, first, stop) if media else None
    if phrase is None or not phrase.known or phrase.kind == "agency" or phrase.last + 1 >= stop:
        return draft
    inner = read_verb(sight, phrase.last, first, stop)
    if inner is None or not inner.chain or inner.chain[-1].span != phrase.span or inner.side != "after":
        return draft
    return replace(draft, chain=(*draft.chain, *inner.chain), content=inner.content, stance=inner.stance,
                   direct=inner.direct, subject=inner.subject)  # fmt: skip


def _between(sight: Sight, draft: Draft, start: int) -> Draft:
    """Put a medium named between a speaker and the report first (وأضاف فلان، بحسب ما نقلت عنه وكالة …، أن)."""
    if draft.side != "after" or draft.outside or any(link.kind == "agency" for link in draft.chain):
        return draft
    after = draft.chain[-1].last if draft.chain and draft.chain[-1].first > draft.at else draft.at + 1
    for at in range(after, draft.content[0]):
        found = read_evidential(sight, at, start, draft.content[0])
        if found and found.chain and found.chain[0].kind == "agency":
            return replace(draft, chain=(found.chain[0], *draft.chain))
    return draft


def _statement(sight: Sight, at: int, stop: int) -> Draft | None:
    """Read جاء في DOCUMENT: a document speaks."""
    hits = statements().at(sight.tokens, at)
    if not hits or hits[0].last >= stop:
        return None
    phrase = read_phrase(sight, hits[0].last, stop)
    if phrase and phrase.head in words("occasions"):  # جاء ذلك في مقابلة لفلان: who spoke there is the source
        phrase = _who_spoke(sight, phrase, stop)
    found = report_after(sight, phrase.last, stop, ("an", "quote", "colon")) if phrase else None
    if phrase is None or found is None:
        return None
    return Draft(hits[0].span, at, (phrase,), None, (found.start, stop), "asserts", f"statement {hits[0].value.id}",
                 "statement", direct=found.kind != "an")  # fmt: skip


def _who_spoke(sight: Sight, occasion: Phrase, stop: int) -> Phrase | None:
    """Give whose the interview or the speech is: كلمة الوزير، مقابلة لفلان."""
    for at in range(occasion.first + 1, min(occasion.last + 1, stop)):
        form = sight.forms[at]
        mention = sight.mentions[at][1] if at in sight.mentions else None
        inside = mention is not None and mention.span.start > sight.tokens.words[at].span.start
        cut = int(form[0] == "ل" and len(form) > 3 and not form.startswith("لل") and (inside or mention is None))
        if form == "ل" or (mention and mention.type == "PLACE"):
            continue
        phrase = read_phrase(sight, at, stop, cut=cut)
        if phrase and phrase.known and phrase.kind in ("person", "organization", "unnamed"):
            return phrase
    return None


def _headline(sight: Sight, at: int, start: int, stop: int) -> Draft | None:
    """Read NAME: «report» at the start of a line."""
    if at != start or ":" not in sight.forms[at : min(stop, at + _HEADLINE)]:
        return None
    phrase = read_phrase(sight, at, min(stop, at + _HEADLINE))
    if sight.forms[at][1:] in verb_forms() and at not in sight.mentions:
        return None  # وزاد: …
    dashed = "-" in sight.forms[at : phrase.last] if phrase else False  # a byline: NAME - OUTLET:
    if phrase is None or dashed or phrase.last + 1 >= stop or sight.forms[phrase.last] != ":":
        return None
    begin = phrase.last + 1
    speaks = phrase.mention is not None and phrase.mention.type != "PLACE" and stop - begin >= 3
    if not (begin in sight.quotes or speaks):
        return None
    return Draft(sight.span(phrase.last, begin), at, (phrase,), None, (begin, stop), "asserts", "headline colon",
                 "headline", direct=True)  # fmt: skip


# ---------------------------------------------------------------- where a report ends


def _bounded(sight: Sight, drafts: list[Draft], stop: int) -> list[Draft]:
    """Drop cues that are part of another's report, join sources that one report rests on, and bound the reports."""
    kept: list[Draft] = []
    for draft in drafts:
        place = next((i for i in reversed(range(len(kept))) if kept[i].side == "after"), None)
        if place is not None and kept[place].outside and draft.at == kept[place].content[0] and draft.side == "after":
            kept[place] = replace(draft, chain=_together(kept[place], draft))  # بحسب رويترز، قال الوزير …
        elif kept and _goes_on(kept[-1], draft):
            kept[-1] = replace(kept[-1], chain=(*kept[-1].chain, *draft.chain))  # a medium and whom it quotes
        elif place is None or draft.at < kept[place].content[0]:
            kept.append(draft)
        elif draft.verb in _ANSWERS and draft.chain and draft.at > kept[place].content[0]:
            kept.append(replace(draft, content=(kept[place].content[0], draft.at)))  # وهو ما نفته …
            kept[place] = replace(kept[place], content=(kept[place].content[0], draft.at))
        elif draft.side == "before" and not _quote_closed(sight, kept[place], draft.at):
            kept[place] = _joined(kept[place], draft)
        elif _quote_closed(sight, kept[place], draft.at) or _stands_alone(sight, draft):
            kept.append(draft)
    return [_cut(sight, draft, kept[i + 1 :]) for i, draft in enumerate(kept)]


def _together(outer: Draft, inner: Draft) -> tuple[Phrase, ...]:
    spans = {phrase.span for phrase in outer.chain}
    return (*outer.chain, *(phrase for phrase in inner.chain if phrase.span not in spans))


def _goes_on(outer: Draft, inner: Draft) -> bool:
    """Tell whether a source after the report is followed at once by the one it quotes."""
    if not (outer.side == inner.side == "before" and outer.chain and inner.chain):
        return False
    return 0 <= inner.at - outer.chain[-1].last <= 1 and outer.chain[-1].kind in ("agency", "organization")


def _joined(active: Draft, outside: Draft) -> Draft:
    """Join a source named after the report (وفقا لمصادر) to the one before it; a medium is the outer one."""
    chain = active.chain
    if outside.chain and active.chain:
        last = outside.chain[-1]
        if last.kind == "agency" and active.chain[0].kind != "agency":
            chain = (*outside.chain, *active.chain)
        elif active.chain[-1].kind == "agency" or last.kind == "unnamed":
            chain = (*active.chain, *outside.chain)
    return replace(active, chain=chain, content=(active.content[0], max(outside.at, active.content[0] + 1)))


def _quote_closed(sight: Sight, active: Draft, at: int) -> bool:
    first = active.content[0]
    return active.direct and first in sight.quotes and sight.quotes[first][0] <= at


def _stands_alone(sight: Sight, draft: Draft) -> bool:
    """Tell whether a cue after another's report has begun is the outlet's own, and not part of that report."""
    if draft.participle:
        return True
    at = draft.at
    if sight.forms[at + 1 : at + 2] and sight.forms[at + 1] in words("resumptive"):
        return False  # أشاد خلالها: a relative clause
    if draft.chain and draft.chain[-1].first < at:  # the speaker stands before the verb
        opening = sight.forms[draft.chain[-1].first - 1]
        return in_list(opening, "contrast") or opening in COMMAS
    before = sight.forms[at - 1]
    joined = draft.cue.start > sight.tokens.words[at].span.start  # a conjunction letter was cut off
    turned = in_list(before, "contrast") and _turns_here(sight, at - 1)
    if not draft.chain:
        return joined or turned
    loose = turned or before in COMMAS or before == '"'
    after_an = before == "ان" and in_list(sight.forms[at - 2], "temporal")
    return joined or loose or after_an


def _says_no_more(sight: Sight, at: int, last: int) -> bool:
    """Tell whether the outlet goes on with what the speaker left out (، لكن من دون أن يشير إلى)."""
    here = at + (sight.forms[at] in words("but"))
    here += sight.forms[here : here + 1] == ("من",)
    return here + 1 < last and sight.forms[here] in words("without") and sight.forms[here + 1] == "ان"


def _turns_here(sight: Sight, at: int) -> bool:
    """Tell whether a small word before a verb opens a clause: كان after its subject and أنه بينما do not."""
    form, before = sight.forms[at], sight.forms[at - 1] if at else ""
    if in_list(form, "auxiliary"):
        return form[0] in "وف" or before in COMMAS or not before[:1].isalnum() or in_list(before, "contrast")
    return not is_complement(sight, at - 1) if at else True


def _before_aside(sight: Sight, first: int, last: int) -> int:
    """Give the end of a report before the outlet's own (، وذلك بعد …، ، ويأتي ذلك …), quotes passed over."""
    at = first
    while at < last - 1:
        if at in sight.quotes:
            at = max(at + 1, sight.quotes[at][0])
            continue
        form = sight.forms[at]
        if at > first and sight.forms[at - 1] in COMMAS:
            points = form in words("aside_verbs") and sight.forms[at + 1] in words("aside_pointing")
            silent = form[0] in ("ل", "و", "م", "د", "ب") and _says_no_more(sight, at, last)
            if form in words("aside") or points or silent:
                return at - 1
        at += 1
    return last


def _cut(sight: Sight, draft: Draft, later: list[Draft]) -> Draft:
    """End a report where the next cue's clause begins, and a direct quote with its closing mark."""
    first, last = draft.content
    if draft.side == "before":
        return draft
    for other in later:
        edge = min([other.at, *(p.first for p in other.chain if p.first > first)])
        if first < edge < last and other.side == "after":
            last = edge
            break
    last = _before_aside(sight, first, last)
    ending = ("contrast", "prepositions")
    while last > first + 1 and (
        any(in_list(sight.forms[last - 1], name) for name in ending) or sight.forms[last - 1] in COMMAS
    ):
        last -= 1
    if draft.direct and first in sight.quotes:
        last = min(sight.quotes[first][0], last)
    return replace(draft, content=(first, max(last, first + 1)))
