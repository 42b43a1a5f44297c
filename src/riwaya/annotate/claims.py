"""Who said what, through whom.

Goes in: a document and its mentions. Comes out: `Claim`s, one for each line and source: the reported words, the cue,
the sources outermost first, stance, mode and medium. Sources that a verb without a subject goes on with are looked up
in what came before (`carried`), with the reason in `why`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from riwaya.annotate.claim_credits import headline_credit
from riwaya.annotate.claim_drafts import SENTENCE_BEFORE, Draft
from riwaya.annotate.claim_reading import read_sentence
from riwaya.annotate.claim_reports import is_long_quote
from riwaya.annotate.claim_sight import Sight
from riwaya.annotate.claim_subjects import Subjects, agrees, subjects_of
from riwaya.annotate.claim_verbs import SAME, Agreement
from riwaya.annotate.claim_words import head_of, platforms, speakers, words
from riwaya.annotate.quotes import find_quotes
from riwaya.annotate.sources import Phrase
from riwaya.model import Block, Claim, Document, Mention, Source, Span
from riwaya.text.fold import fold
from riwaya.text.words import tokenize

__all__ = ["find_claims"]

#: Verbs that go on with a speaker: what they take up is an earlier claim's source, never somebody who only acted.
_GOING_ON = frozenset(
    ("add", "continue", "go-on", "resume", "follow-up", "complete", "elaborate", "conclude", "end-with")
)
_OPENING = 2  # letters before a verb that opens its sentence (a conjunction)
#: Reasons for a source that had not spoken before.
_ACTING, _ABOUT, _BEFORE = (
    "the sentence's subject", "the person the sentence before is about", "the subject of the sentence before",
)  # fmt: skip
_NEW_SPEAKER = frozenset((_ACTING, _ABOUT, _BEFORE))
_PAUSE = ("؛", ";")
_LONGEST = 800  # words of a sentence; what has more is no sentence
_MEMORY = 12  # sources remembered; a speaker further back is not what a verb without subject means


@dataclass(slots=True)
class Memory:
    """Who has spoken and who was spoken of, latest last."""

    spoken: list[tuple[tuple[Source, ...], Agreement]] = field(default_factory=list)
    topics: list[Phrase] = field(default_factory=list)

    def speaker(self, draft: Draft, sentence: Span, subjects: Subjects) -> tuple[Source, ...]:
        """Give the sources that a cue without a subject goes on with, marked as carried, or nothing."""
        needs = draft.needs
        if needs is None:
            return ()
        told = bool(draft.chain) and draft.chain[0].kind == "agency"  # a medium does not quote itself
        said = next((c for c, a in reversed(self.spoken) if agrees(needs, a) and not (told and _only_media(c))), None)
        spoke_here = said is not None and sentence.holds(said[-1].span)
        free = draft.verb not in _GOING_ON and not spoke_here and needs != SAME
        if free and (found := _subject_here(draft, needs, subjects)):
            return (_source(found, _ACTING),)
        opens = draft.outside or draft.cue.start - sentence.start <= _OPENING
        if draft.participle and not spoke_here and not opens:
            return ()  # a participle goes on with its own sentence, or opens one that goes on
        topic = self.topics[-1] if self.topics else None
        if said is not None and opens and free and topic and _turned(topic, said[-1], needs):
            return (_source(topic, _ABOUT, carried=True),)
        if said is not None:
            why = f"{draft.verb}: goes on with the last source that agrees"
            last = said[-1]
            return (replace(last, carried=not sentence.holds(last.span), why=why),)
        if topic and opens and agrees(needs, topic.agreement) and draft.verb not in _GOING_ON and needs != SAME:
            return (_source(topic, _BEFORE, carried=True),)
        return ()

    def spoke_in(self, sentence: Span) -> bool:
        """Tell whether the last speaker is named in the sentence."""
        return bool(self.spoken) and sentence.holds(self.spoken[-1][0][-1].span)

    def remember(self, chain: tuple[Source, ...], agreement: Agreement) -> None:
        """Keep who has spoken."""
        self.spoken.append((chain, agreement))
        del self.spoken[:-_MEMORY]


def _only_media(chain: tuple[Source, ...]) -> bool:
    return all(source.kind == "agency" for source in chain)


def _turned(topic: Phrase, last: Source, needs: Agreement) -> bool:
    """Tell whether a person acted since a body spoke: what follows is rather that person's."""
    named = topic.mention is not None and topic.mention.type == "PERSON" and topic.kind == "person"
    return named and last.kind != "person" and last.span.end < topic.span.start and agrees(needs, topic.agreement)


def _subject_here(draft: Draft, needs: Agreement, subjects: Subjects) -> Phrase | None:
    """Give the noun phrase of the same sentence that a verb without a subject takes up."""
    before = [p for p in subjects.all if p.span.end <= draft.cue.start and agrees(needs, p.agreement)]
    if not before:
        return None
    people = [p for p in before if p.kind in ("person", "unnamed")] if draft.participle or needs.number > 1 else []
    acting = [p for p in people if p in subjects.acting] if draft.participle else []
    return acting[-1] if acting else people[-1] if people else before[0]


def find_claims(doc: Document, mentions: tuple[Mention, ...]) -> tuple[Claim, ...]:
    """Give every stretch of the article that the outlet hands to somebody else, with its chain of sources."""
    sight = _sight(doc, mentions)
    memory = Memory()
    claims: list[Claim] = []
    blocks = doc.article()
    for place, block in enumerate(blocks):
        if block.role == "body":
            after = blocks[place + 1] if place + 1 < len(blocks) else None
            claims += _read_block(doc, sight, block, memory)
            claims += _quoted_below(doc, sight, block, after, memory)
        elif block.role == "title":  # nobody goes on with a headline's speaker
            claims += _credited(doc, sight, block, _read_block(doc, sight, block, Memory()))
    return tuple(claims)


def _sight(doc: Document, mentions: tuple[Mention, ...]) -> Sight:
    tokens = tokenize(doc.text)
    starts: dict[int, tuple[int, Mention]] = {}
    for mention in mentions:
        if mention.kind != "name":
            continue
        first, last = tokens.index_at(mention.span.start), tokens.index_at(mention.span.end)
        joined = first >= len(tokens.words) or tokens.words[first].span.start > mention.span.start
        if joined and first and tokens.words[first - 1].span.end > mention.span.start:
            first -= 1  # the name begins inside a word, after its preposition
            if head_of(tokens.words[first].form) in speakers():
                continue  # a word of its own that ends like a name (بيان)
        if first < last or joined:
            starts.setdefault(first, (max(last, first + 1), mention))
    quotes = {}
    for quote in find_quotes(doc):
        first = tokens.index_at(quote.whole.start)
        quotes[first] = (tokens.index_at(quote.whole.end), quote)
    closings = {after: opening for opening, (after, _) in quotes.items()}
    return Sight(tokens, tuple(word.form for word in tokens.words), starts, closings, quotes)


def _credited(doc: Document, sight: Sight, block: Block, claims: list[Claim]) -> list[Claim]:
    """Put the agency that a headline names at its end before its speakers, or let the headline rest on it."""
    first, last = sight.tokens.index_at(block.span.start), sight.tokens.index_at(block.span.end)
    found = headline_credit(sight, first, last)
    if found is None or _own_outlet(doc, found[0]):
        return claims
    outer, edge = _source(found[0], "headline credit"), sight.tokens.words[found[1] - 1].span.end
    if not claims:
        span = Span(sight.tokens.words[first].span.start, edge)
        return [Claim(span, found[0].span, (outer,), "asserts", "indirect", "headline credit")]
    cut = [replace(c, span=Span(c.span.start, min(c.span.end, edge))) for c in claims if c.span.start < edge]
    return [c if c.sources[0].span == outer.span else replace(c, sources=(outer, *c.sources)) for c in cut]


def _units(doc: Document, sight: Sight, block: Block) -> list[Span]:
    """Give the block's sentences; a full stop inside a direct quote ends none."""
    first, last = sight.tokens.index_at(block.span.start), sight.tokens.index_at(block.span.end)
    whole = [sight.quotes[at][1].whole for at in range(first, last) if is_long_quote(sight, at)]
    begin = bisect_left(doc.sentences, block.span.start, key=lambda sentence: sentence.start)
    end = bisect_left(doc.sentences, block.span.end, key=lambda sentence: sentence.start)
    found: list[Span] = []
    for sentence in doc.sentences[begin:end] or (block.span,):
        inside = found and any(q.start < found[-1].end < q.end for q in whole)
        if inside or (found and _explains(doc, sight, found[-1], sentence)):
            found[-1] = Span(found[-1].start, sentence.end)
        else:
            found.append(sentence)
    return [piece for unit in found for piece in _pieces(sight, unit)]


def _pieces(sight: Sight, unit: Span) -> Iterator[Span]:
    """Cut what has no end into pieces, so that the time a page takes grows with its length."""
    first, last = sight.tokens.index_at(unit.start), sight.tokens.index_at(unit.end)
    if last - first <= _LONGEST:
        yield unit
        return
    for at in range(first, last, _LONGEST):
        yield Span(sight.tokens.words[at].span.start, sight.tokens.words[min(at + _LONGEST, last) - 1].span.end)


def _quoted_below(doc: Document, sight: Sight, block: Block, after: Block | None, memory: Memory) -> list[Claim]:
    """Give the quote that opens the next paragraph, where this one ends with its verb and a colon (يقول الكاتب:)."""
    at = sight.tokens.index_at(block.span.end)
    below = sight.quotes.get(at)
    if after is None or after.role != "body" or not at or sight.forms[at - 1] != ":" or below is None:
        return []
    first = sight.tokens.index_at(_units(doc, sight, block)[-1].start)
    unit = Span(sight.tokens.words[first].span.start, below[1].whole.end)
    drafts = [draft for draft in read_sentence(sight, first, below[0]) if draft.content[0] == at]
    found = [_claim(doc, sight, draft, unit, subjects_of(sight, first, at), memory) for draft in drafts]
    return [claim for claim in found if claim is not None]


def _explains(doc: Document, sight: Sight, before: Span, sentence: Span) -> bool:
    """Tell whether a sentence after ؛ is the reason or the aim of the one before it (؛ لأن …، ؛ حيث …، ؛ لتفعيل …)."""
    at = sight.tokens.index_at(sentence.start)
    if not doc.text[: before.end].rstrip().endswith(_PAUSE) or at >= len(sight.forms):
        return False
    form = sight.forms[at]
    return form in words("explains") or (form[0] == "ل" and len(form) > 3 and at not in sight.mentions)


def _read_block(doc: Document, sight: Sight, block: Block, memory: Memory) -> list[Claim]:
    claims: list[Claim] = []
    previous: Span | None = None
    for unit in _units(doc, sight, block):
        first, last = sight.tokens.index_at(unit.start), sight.tokens.index_at(unit.end)
        subjects = subjects_of(sight, first, last)
        for draft in read_sentence(sight, first, last):
            if draft.content == SENTENCE_BEFORE:
                if previous is None:
                    continue
                if claims and draft.chain and previous.holds(claims[-1].span):  # the sentence before has its speaker
                    outer = _source(draft.chain[0], draft.rule)
                    claims[-1] = replace(claims[-1], sources=(outer, *claims[-1].sources))
                    continue
                at = sight.tokens.index_at
                draft = replace(draft, content=(at(previous.start), at(previous.end)))
            if claim := _claim(doc, sight, draft, unit, subjects, memory):
                claims.append(claim)
        previous = unit
        memory.topics += subjects.all[:1]
    return _merged(doc, claims)


def _claim(doc: Document, sight: Sight, draft: Draft, unit: Span, subjects: Subjects, memory: Memory) -> Claim | None:
    outer = draft.chain[0] if len(draft.chain) > 1 or (draft.chain and draft.needs) else None
    named = tuple(_source(p, draft.rule) for p in draft.chain if p is not outer or not _own_outlet(doc, p))
    if draft.needs is not None:
        carried = memory.speaker(draft, unit, subjects)
        if not carried:
            return None
        if carried[-1].why in _NEW_SPEAKER and not draft.outside:
            memory.remember(carried, replace(draft.needs, person=3))
        named = _together(doc, named, carried)
    elif draft.chain and not (draft.outside and memory.spoke_in(unit)):
        if not (memory.spoken and draft.chain[-1].head in words("person_pronouns")):  # سموه is whoever spoke before
            memory.remember(named, draft.subject or draft.chain[-1].agreement)
    if not named:
        return None
    span = _content(sight, draft)
    if span is None:
        return None
    mode = _mode(sight, draft, span)
    return Claim(span, draft.cue, named, draft.stance, mode, draft.rule, _medium(doc, sight, draft, unit))


def _together(doc: Document, named: tuple[Source, ...], carried: tuple[Source, ...]) -> tuple[Source, ...]:
    """Put a carried source before what the cue names itself (ونقلت عن SOURCE) or behind the medium it spoke to."""
    if not named:
        return carried
    if named[0].kind == "agency" and carried[-1].kind != "agency":
        return (*named, carried[-1])
    return (carried[0], *named)


def _source(phrase: Phrase, why: str, *, carried: bool = False) -> Source:
    return Source(phrase.span, phrase.kind, carried, phrase.mention, why, phrase.detail, phrase.country, phrase.number)


def _own_outlet(doc: Document, phrase: Phrase) -> bool:
    """Tell whether a medium is the page's own outlet, to which a source spoke."""
    if doc.outlet is None or phrase.kind != "agency":
        return False
    name, said = fold(doc.outlet.name), fold(phrase.span.of(doc.text))
    return bool(said) and (said in name or name in said)


def _content(sight: Sight, draft: Draft) -> Span | None:
    found = sight.tokens.words
    first, last = draft.content[0], min(draft.content[1], len(found))
    while first < last and not found[first].form[0].isalnum() and first not in sight.quotes:
        first += 1
    while last > first and not (found[last - 1].form[0].isalnum() or sight.closings.get(last, -1) > first):
        last -= 1
    if sight.closings.get(last + 1, -1) > first:
        last += 1  # a quote that opened inside closes inside
    if first >= last:
        return None
    if first in sight.quotes:
        after, quote = sight.quotes[first]
        whole = last <= after and not any(found[i].form[0].isalnum() for i in range(last, min(after, len(found))))
        if whole and len(quote.inside):
            return quote.inside
    return Span(found[first].span.start, found[last - 1].span.end)


def _mode(sight: Sight, draft: Draft, span: Span) -> str:
    first, last = draft.content
    quoted = [i for i in range(first, last) if is_long_quote(sight, i)]
    if draft.direct or any(sight.quotes[i][1].inside == span for i in quoted):
        return "direct"
    return "mixed" if quoted else "indirect"


def _medium(doc: Document, sight: Sight, draft: Draft, unit: Span) -> str | None:
    """Give where it was said: the first platform named in the sentence outside the report."""
    report = Span(sight.tokens.words[draft.content[0]].span.start, sight.tokens.words[draft.content[1] - 1].span.end)
    found = [hit for hit in platforms().find(sight.tokens, unit) if not report.meets(hit.span)]
    return found[0].value.id if found else None


def _merged(doc: Document, claims: list[Claim]) -> list[Claim]:
    """Join the claims of one line that rest on one source: what stands there is one stretch of that source's words."""
    out: list[Claim] = []
    for claim in claims:
        place = next((i for i, o in enumerate(out) if _same_speaker(doc, claim, o)), None)
        if place is None:
            out.append(claim)
        else:
            out[place] = _joined(out[place], claim)
    return out


def _joined(first: Claim, second: Claim) -> Claim:
    """Give one claim for two of one source on one line; the longer chain knows more of where it comes from."""
    return replace(
        first,
        span=Span(min(first.span.start, second.span.start), max(first.span.end, second.span.end)),
        sources=max((first.sources, second.sources), key=len),
        mode=first.mode if first.mode == second.mode else "mixed",
        medium=first.medium or second.medium,
        parts=(*(first.parts or (first.span,)), second.span),
        cues=(*(first.cues or (first.cue,)), second.cue),
    )


def _same_speaker(doc: Document, claim: Claim, earlier: Claim) -> bool:
    """Tell whether two claims of one line rest on one source through one medium."""
    if "\n" in doc.text[earlier.span.start : claim.span.start]:
        return False
    outer, before = claim.sources[0], earlier.sources[0]
    through = len(claim.sources) > 1 and not _same(doc, outer, before)
    direct = len(claim.sources) < len(earlier.sources) and not claim.sources[-1].carried
    named = direct and claim.sources[-1].span != earlier.sources[-1].span
    return not through and not named and _same(doc, claim.sources[-1], earlier.sources[-1])


def _same(doc: Document, one: Source, other: Source) -> bool:
    if one.span == other.span:
        return True
    a, b = set(fold(one.span.of(doc.text)).split()), set(fold(other.span.of(doc.text)).split())
    return bool(a and b) and (a <= b or b <= a)
