"""One sentence's attributions: each cue with the source it names and the words it reports.

Goes in: a page's words and the bounds of a sentence. Comes out: `Draft`s in order; a draft without a source says what
its speaker must agree with, and `claims` looks for that speaker in what came before.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from riwaya.annotate.claim_verbs import Agreement
from riwaya.annotate.claim_words import Evidential, Form, bare, evidentials, sayings, silent_heads, statements
from riwaya.annotate.claim_words import things_announced, verb_forms, words
from riwaya.annotate.sources import Phrase, Sight, is_complement, read_medium, read_phrase, skip_settings
from riwaya.model import Span

__all__ = ["Draft", "read_sentence", "subject_of"]

_SCAN = 45  # words between a source and its report; relative clauses and settings stand there
_SHORT_QUOTE = 4  # a quote of so few words is a name or a word held at arm's length
_COMMAS = frozenset("،,")
_PREPOSITIONS = {"ila": "الي", "about": "عن", "on": "علي", "from": "من", "in": "في"}


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution inside one sentence. `content` is a pair of word indexes; `chain` stands outermost first.

    `needs` is what a speaker from before must agree with where the cue names none. `side` tells whether the report
    follows the cue or stands before it. `follows` marks a cue that goes on with the speaker of the cue before it.
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
    inner: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Complement:
    """Where a report begins: `start` is its first word, `kind` one of Verb.takes."""

    start: int
    kind: str
    gap: int


def is_long_quote(sight: Sight, index: int) -> bool:
    """Tell whether a quote of more than a name's length opens at the word."""
    return index in sight.quotes and sight.quotes[index][0] - index - 2 >= _SHORT_QUOTE


def read_sentence(sight: Sight, start: int, stop: int) -> list[Draft]:
    """Give the attributions of the sentence that words [start, stop) are."""
    drafts: list[Draft] = []
    at = start
    while at < stop:
        if is_long_quote(sight, at):
            at = min(sight.quotes[at][0], stop)
            continue
        draft = _at(sight, at, start, stop, drafts)
        if draft is None:
            at += 1
            continue
        drafts.append(draft)
        at = max(at + 1, draft.content[0] if draft.side == "after" else draft.at + 1)
    return _bounded(sight, drafts, start, stop)


def _at(sight: Sight, at: int, start: int, stop: int, drafts: list[Draft]) -> Draft | None:
    return (
        _evidential(sight, at, start, stop)
        or _statement(sight, at, stop)
        or _verb(sight, at, start, stop, drafts)
        or _headline(sight, at, start, stop)
    )


# ---------------------------------------------------------------- words outside the report: وفق، بحسب، حسبما


def _evidential(sight: Sight, at: int, start: int, stop: int) -> Draft | None:
    hits = evidentials().at(sight.tokens, at)
    if not hits or hits[0].last >= stop + (hits[0].value.takes == "nothing") or not hits[0].last <= stop:
        return None
    entry, after = hits[0].value, hits[0].last
    if entry.takes == "nothing":
        needs = Agreement("m", 3) if sight.forms[after - 1].endswith("هم") else (
            Agreement("f", 1) if sight.forms[after - 1].endswith("ها") else Agreement("m", 1))  # fmt: skip
        return _outside(sight, hits[0].span, at, (), needs, after, start, stop, entry)
    if entry.takes == "clause":
        return _evidential_clause(sight, hits[0].span, at, after, start, stop, entry)
    form = sight.forms[after]
    cut = 1 if form.startswith("ل") and not form.startswith("لل") and sight.forms[after - 1] in ("وفقا", "طبقا") else 0
    if bare(form[cut:]) in {bare(word) for word in entry.not_sources} or bare("ا" + form[1:]) in {
        bare(word) for word in entry.not_sources
    }:
        return None
    phrase = read_phrase(sight, after, stop, cut=cut)
    if phrase is None or phrase.head in silent_heads() - {"نتاءج", "نتايج", "ارقام"}:
        return None
    if any(word in words("same") for word in sight.forms[phrase.first : phrase.last]):
        return _outside(sight, hits[0].span, at, (), Agreement("x", 0), phrase.last, start, stop, entry)
    return _outside(sight, hits[0].span, at, (phrase,), None, phrase.last, start, stop, entry)


def _evidential_clause(
    sight: Sight, cue: Span, at: int, verb_at: int, start: int, stop: int, entry: Evidential
) -> Draft | None:
    """Read حسبما أفاد SOURCE: a verb and its source after the report. A clause with ان of its own is no evidential."""
    if verb_at >= stop:
        return None
    form = _form_at(sight, verb_at, proclitics=False) or _with_object(sight, verb_at)
    if form is None:
        return None
    here = skip_settings(sight, verb_at + 1, stop)
    phrase = read_phrase(sight, here, stop, takes=form.verb.takes)
    if phrase is None or phrase.head in silent_heads():
        return None
    after = phrase.last
    chain: tuple[Phrase, ...] = (phrase,)
    if after < stop and sight.forms[after] == "عن" and (inner := read_phrase(sight, after + 1, stop)):
        chain, after = (phrase, inner), inner.last
    elif (medium := _medium_between(sight, after, min(stop, after + 4))) is not None:
        chain, after = (medium, phrase), medium.last
    nearby = range(after, min(stop, after + 12))
    if entry.forms[0] != "حسبما" or any(is_complement(sight, i) for i in nearby if i < stop):
        pass
    if any(is_complement(sight, i) or is_long_quote(sight, i) for i in nearby):
        if at == start or sight.forms[at - 1] in _COMMAS:
            return None
    return _outside(sight, Span(cue.start, sight.span(verb_at, verb_at + 1).end), at, chain, None, after, start, stop, entry)


def _with_object(sight: Sight, at: int) -> Form | None:
    """Read a verb with an object pronoun (أعلنته، نقله): the verb without its last letters."""
    form = sight.forms[at]
    for ending in ("ه", "ها"):
        if form.endswith(ending) and (many := verb_forms().get(form[: -len(ending)])):
            return next((f for f in many if f.shape == "verb"), None)
    return None


def _outside(
    sight: Sight, cue: Span, at: int, chain: tuple[Phrase, ...], needs: Agreement | None, after: int, start: int,
    stop: int, entry: Evidential,
) -> Draft:  # fmt: skip
    opens = at - _clause_start(sight, start, at) <= 0 or at == start
    if opens and after < stop:
        begin = skip_settings(sight, after, stop)
        while begin < stop and (sight.forms[begin] in _COMMAS or sight.forms[begin] == "فان"):
            begin += 1
        return Draft(cue, at, chain, needs, (begin, stop), "asserts", f"evidential {entry.id}", entry.id)
    return Draft(cue, at, chain, needs, (start, at), "asserts", f"evidential {entry.id}", entry.id, side="before")


def _clause_start(sight: Sight, start: int, at: int) -> int:
    """Give where the clause before `at` begins: after the last full stop or semicolon, or the sentence's start."""
    here = at
    while here > start and sight.forms[here - 1] not in (".", "؛", ";", "!", "؟"):
        here -= 1
    return here


# ---------------------------------------------------------------- جاء في بيان


def _statement(sight: Sight, at: int, stop: int) -> Draft | None:
    hits = statements().at(sight.tokens, at)
    if not hits or hits[0].last >= stop:
        return None
    phrase = read_phrase(sight, hits[0].last, stop)
    if phrase is None:
        return None
    found = _complement(sight, phrase.last, stop, ("an", "quote", "colon"))
    if found is None:
        return None
    return Draft(hits[0].span, at, (phrase,), None, (found.start, stop), "asserts", f"statement {hits[0].value.id}",
                 "statement", direct=found.kind != "an")  # fmt: skip


# ---------------------------------------------------------------- verbs and participles


def _form_at(sight: Sight, at: int, *, proclitics: bool = True) -> Form | None:
    """Give the reporting verb that the word can be, its proclitics off."""
    form = sight.forms[at]
    readings = [form]
    if proclitics and form[0] in "وفل" and len(form) > 3:
        readings.append(form[1:])
    for reading in readings:
        if many := verb_forms().get(reading):
            return many[0]
    return None


def _readings(sight: Sight, at: int) -> tuple[tuple[Form, int], ...]:
    form = sight.forms[at]
    found = [(f, 0) for f in verb_forms().get(form, ())]
    if not found and form[0] in "وفل" and len(form) > 3:
        found = [(f, 1) for f in verb_forms().get(form[1:], ())]
    return tuple(found)


def _verb(sight: Sight, at: int, start: int, stop: int, drafts: list[Draft]) -> Draft | None:
    for form, cut in _readings(sight, at):
        if form.agreement.person != 3 or form.shape == "passive":
            continue
        if at > start and sight.forms[at - 1] in words("negation") and form.verb.id not in ("rule-out",):
            continue
        read = _participle if form.shape == "participle" else _finite
        if draft := read(sight, at, start, stop, form, cut, drafts):
            return draft
    return None


def _participle(
    sight: Sight, at: int, start: int, stop: int, form: Form, cut: int, drafts: list[Draft]
) -> Draft | None:
    here = skip_settings(sight, at + 1, stop) if at + 1 < stop and sight.forms[at + 1] not in _COMMAS else at + 1
    chain: tuple[Phrase, ...] = ()
    found = _prompt(sight, here, stop, form.verb.takes)
    if found is None and here < stop and bare(sight.forms[here]) in ("سموه", "جلالته"):
        phrase = read_phrase(sight, here, here + 1)
        chain = (phrase,) if phrase else ()
        found = _prompt(sight, here + 1, stop, (*form.verb.takes, "for"))
    if found is None and form.verb.id == "call-for" and here < stop:
        found = Complement(here, "object", 0)
    if found is None:
        return None
    return Draft(sight.span(at, at + 1, cut), at, chain, None if chain else form.agreement, (found.start, stop),
                 form.verb.stance, f"participle {form.verb.id}", form.verb.id, direct=found.kind in ("quote", "colon"),
                 follows=True)  # fmt: skip


def _finite(
    sight: Sight, at: int, start: int, stop: int, form: Form, cut: int, drafts: list[Draft]
) -> Draft | None:
    takes = form.verb.takes
    here = skip_settings(sight, at + 1, stop)
    phrase, found = None, _prompt(sight, here, stop, takes, empty=True)
    if "relay" in takes:
        return _relay(sight, at, here, start, stop, form, cut)
    if found is None and form.agreement.number == 1:
        phrase = read_phrase(sight, here, stop, takes=takes)
        if phrase and phrase.head in silent_heads() | {bare(word) for word in words("settings")} - {"بيان", "تقرير"}:
            return None
        if phrase:
            found = _complement(sight, phrase.last, stop, takes, form=form)
        if phrase and found is None and form.verb.takes and "object" in takes and phrase.last == stop:
            return None
    elif found is None:
        found = _complement(sight, here, stop, takes, form=form)
    if found is None and phrase is not None and (sight.forms[at - 1] in words("relative") or True):
        # what was read as the source may be the object: حفتر أعلن استقالته
        if "object" in takes and _is_object(sight, here, form) and (svo := _before(sight, at, start, form)):
            return _draft(sight, at, cut, (svo,), None, (here, stop), form, "object", drafts, start, found_at=here)
        return None
    if found is None:
        return None
    if phrase is None:
        phrase = _before(sight, at, start, form)
        if phrase is None and sight.forms[at - 1] in words("relative") and at > start:
            return None
    if phrase is None and form.verb.id in _NEEDS_SUBJECT:
        return None
    chain = (phrase,) if phrase else ()
    return _draft(sight, at, cut, chain, None if phrase else form.agreement, (found.start, stop), form, found.kind, drafts,
                  start, found_at=found.start)  # fmt: skip


#: Verbs that say something only where a speaker stands beside them: they are common as verbs of doing.
_NEEDS_SUBJECT = frozenset(("show", "witness", "decide", "register", "demonstrate", "document", "confirm", "agree", "note",
                            "show-document", "guarantee", "record", "cite", "publish", "broadcast", "blame"))  # fmt: skip


def _draft(
    sight: Sight, at: int, cut: int, chain: tuple[Phrase, ...], needs: Agreement | None, content: tuple[int, int],
    form: Form, kind: str, drafts: list[Draft], start: int, found_at: int,
) -> Draft | None:  # fmt: skip
    medium = None
    if chain and chain[0].kind != "agency":
        medium = _medium_between(sight, max(at + 1, chain[0].last if chain[0].first > at else at + 1), found_at)
        medium = medium or _medium_before(sight, start, min(at, chain[0].first))
    elif not chain:
        medium = _medium_between(sight, at + 1, found_at)
    return Draft(sight.span(at, at + 1, cut), at, ((medium,) if medium else ()) + chain, needs, content, form.verb.stance,
                 f"verb {form.verb.id}", form.verb.id, direct=kind in ("quote", "colon"), follows=cut > 0 and not chain)  # fmt: skip


def _medium_between(sight: Sight, first: int, last: int) -> Phrase | None:
    """Give the medium that the speaker spoke to (لوكالة، لقناة) or whose report is quoted, between source and report."""
    for at in range(first, last):
        form = sight.forms[at]
        before = sight.forms[at - 1] if at else ""
        if form[0] == "ل" and len(form) > 2 and at not in sight.mentions or before in ("مع", "ل") or before in words("publishing"):
            if read := read_medium(sight, at, max(last, at + 1)):
                return read[0]
    return None


def _medium_before(sight: Sight, start: int, at: int) -> Phrase | None:
    """Give the medium of a setting that opens the sentence (وفي تصريح نشرته وكالة …، قال)."""
    if at - start < 3 or sight.forms[start].lstrip("و") not in words("prepositions"):
        return None
    return _medium_between(sight, start + 1, at)


def _relay(sight: Sight, at: int, here: int, start: int, stop: int, form: Form, cut: int) -> Draft | None:
    """Read ونقلت رويترز عن SOURCE قوله ان …"""
    outer = None
    if sight.forms[here : here + 1] != ("عن",):
        outer = read_phrase(sight, here, stop)
        here = skip_settings(sight, outer.last, stop) if outer else here
    if outer is None and here < stop and sight.forms[here] != "عن":
        return None
    if outer and outer.kind not in ("agency", "organization", "unnamed") and outer.head not in ("مراسل",):
        return None
    inner = None
    if here < stop and sight.forms[here] == "عن":
        inner = read_phrase(sight, here + 1, stop, takes=("object",))
        if inner is None:
            return None
        here = inner.last
        while here < stop and (sight.forms[here] in _COMMAS):
            here += 1
    found = _complement(sight, here, stop, ("an", "quote", "colon"), scan=10)
    if found is None and inner is not None and here < stop:
        found = Complement(here, "object", 0)
    if found is None:
        return None
    if outer is None:
        outer_before = _before(sight, at, start, form)
        outer = outer_before
    chain = tuple(phrase for phrase in (outer, inner) if phrase)
    return Draft(sight.span(at, at + 1, cut), at, chain, None if outer else form.agreement, (found.start, stop),
                 "asserts", "relay", form.verb.id, direct=found.kind in ("quote", "colon"), inner=inner)  # fmt: skip


def _prompt(sight: Sight, at: int, stop: int, takes: tuple[str, ...], *, empty: bool = False) -> Complement | None:
    """Give the report that begins right at the word, if one does."""
    if at >= stop:
        return None
    form = sight.forms[at]
    if form in sayings() and at + 1 < stop:
        return _prompt(sight, at + 1, stop, ("an", "quote", "colon"))
    if is_complement(sight, at) and "an" in takes:
        return Complement(_after_an(sight, at), "an", 0)
    if at in sight.quotes and "quote" in takes and (is_long_quote(sight, at) or not empty):
        return Complement(at, "quote", 0)
    if at in sight.quotes and "quote" in takes and sight.quotes[at][0] >= stop - 1:
        return Complement(at, "quote", 0)
    if form == ":" and ("colon" in takes or "quote" in takes) and at + 1 < stop:
        following = at + 1
        if is_complement(sight, following):
            return Complement(_after_an(sight, following), "an", 0)
        return Complement(following, "colon", 0)
    for kind, preposition in _PREPOSITIONS.items():
        if kind in takes and form == preposition and at + 1 < stop:
            inner = _prompt(sight, at + 1, stop, ("an",)) if is_complement(sight, at + 1) else None
            return inner or Complement(at + 1, kind, 0)
        if "an" in takes and form == preposition and at + 1 < stop and is_complement(sight, at + 1):
            return Complement(_after_an(sight, at + 1), "an", 0)
    if "bi" in takes and form[0] == "ب" and len(form) > 3 and at not in sight.mentions and form not in words("prepositions"):
        return Complement(at, "bi", 0)
    if "object" in takes and empty and form in things_announced():
        return Complement(at, "object", 0)
    return None


def _after_an(sight: Sight, at: int) -> int:
    """Give the first word of the report: after a bare particle, at one that carries a pronoun."""
    return at + 1 if sight.forms[at].lstrip("ب") == "ان" else at


def _complement(
    sight: Sight, at: int, stop: int, takes: tuple[str, ...], *, form: Form | None = None, scan: int = _SCAN
) -> Complement | None:
    """Give the report that follows a source, past settings, days and relative clauses."""
    here = skip_settings(sight, at, stop)
    while here < stop and sight.forms[here] in _COMMAS:
        here = skip_settings(sight, here + 1, stop)
    if found := _prompt(sight, here, stop, takes):
        return found
    if form and "object" in takes and here < stop and _is_object(sight, here, form):
        return Complement(here, "object", here - at)
    if "through" in takes and here < stop:
        for i in range(here, min(stop, here + 14)):
            if sight.forms[i][0] == "ب" and i not in sight.mentions and len(sight.forms[i]) > 3 and i > here:
                return Complement(here, "through", 0)
    for i in range(here, min(stop, here + scan)):
        word = sight.forms[i]
        if word in (".", "؛", "!", "؟") or (i > here and _other_cue(sight, i)):
            return None
        if is_complement(sight, i) and "an" in takes:
            return Complement(_after_an(sight, i), "an", i - at)
        if (is_long_quote(sight, i) and "quote" in takes) or (word == ":" and "colon" in takes):
            return _prompt(sight, i, stop, takes)
        if i - here < 14 and word in _PREPOSITIONS.values() and (found := _prompt(sight, i, stop, takes)):
            return found
    return None


def _other_cue(sight: Sight, at: int) -> bool:
    form = sight.forms[at]
    return form[0] in "وف" and len(form) > 3 and any(f.shape == "verb" for f in verb_forms().get(form[1:], ())) and not (
        bare(form[1:]) in things_announced()
    )


def _is_object(sight: Sight, at: int, form: Form) -> bool:
    """Tell whether the word opens an object that says what is reported."""
    word = sight.forms[at]
    if form.verb.objects:
        return bare(word) in {bare(o) for o in form.verb.objects}
    if bare(word) in {bare(o) for o in form.verb.not_objects}:
        return False
    if word in words("prepositions") or word in words("relative") or word in words("negation") or not word[0].isalnum():
        return False
    if word[0] == "ل" and read_medium(sight, at, at + 4):
        return False
    return not (word[0] in "وفبل" and len(word) > 4 and word not in things_announced() and at not in sight.mentions)


# ---------------------------------------------------------------- a source before its verb


def subject_of(sight: Sight, start: int, stop: int) -> Phrase | None:
    """Give the noun phrase that a sentence is about: after its first verb, or at its head; only one that can speak."""
    at = _past_openers(sight, start, stop)
    for here in (at, at + 1):
        here = skip_settings(sight, here, stop) if here < stop else here
        if here < stop:
            phrase = read_phrase(sight, here, stop)
            if phrase and phrase.known and phrase.head not in silent_heads():
                return phrase
    return None


def _past_openers(sight: Sight, start: int, stop: int) -> int:
    at = start
    while at < stop and (
        sight.forms[at] in words("contrast") or sight.forms[at] in words("auxiliary") or not sight.forms[at][0].isalnum()
        or sight.forms[at].lstrip("وف") in words("auxiliary") or sight.forms[at].lstrip("وف") in words("topic_openers")
    ) and at not in sight.quotes:  # fmt: skip
        at += 1
    return at


def _before(sight: Sight, at: int, start: int, form: Form) -> Phrase | None:
    """Give the source that stands before its verb (حفتر قال، المتظاهرون يؤكدون، الوزير الذي أعلن)."""
    here = at
    while here > start and (sight.forms[here - 1] in words("auxiliary") or sight.forms[here - 1] == "قد"):
        here -= 1
    relative = here > start and sight.forms[here - 1] in words("relative")
    if relative:
        here -= 1
    clause = _clause_opening(sight, start, here)
    for begin in range(clause, here):
        opening = sight.forms[begin]
        if begin > clause and not relative:
            break
        cut = 0
        first = _past_openers(sight, begin, here) if not relative else begin
        phrase = read_phrase(sight, first, here, cut=cut)
        if phrase is None or opening in words("prepositions"):
            continue
        after = skip_settings(sight, phrase.last, here)
        while after < here and sight.forms[after] in _COMMAS:
            after += 1
        reaches = after >= here or (phrase.known and not relative and here - after <= 8 and _is_setting(sight, after, here))
        if reaches and (phrase.known or phrase.mention) and phrase.head not in silent_heads() and agrees(form.agreement, phrase.agreement):
            return phrase
    return None


def _is_setting(sight: Sight, first: int, last: int) -> bool:
    return sight.forms[first] in words("prepositions")


def _clause_opening(sight: Sight, start: int, at: int) -> int:
    """Give where the clause that ends at `at` opens: the sentence's start, or after the last comma but one apposition."""
    here = at
    while here > start and at - here < 18:
        word = sight.forms[here - 1]
        if word in (".", "؛", ":") or (word in _COMMAS and here < at and _opens_clause(sight, here)):
            return here
        if word in words("contrast") and word not in words("auxiliary"):
            return here
        here -= 1
    return here


def _opens_clause(sight: Sight, at: int) -> bool:
    return sight.forms[at] in words("contrast") or sight.forms[at][0] in "وف" or bare(sight.forms[at]) in ("لكن",)


def agrees(verb: Agreement, source: Agreement) -> bool:
    """Tell whether a verb can have the source as its subject, where the subject does not follow it."""
    if verb.gender == "x":
        return True
    if verb.number == 1:
        return source.number == 1 and source.gender == verb.gender
    return source.number >= 2 or source.gender == "f"


# ---------------------------------------------------------------- NAME: report


def _headline(sight: Sight, at: int, start: int, stop: int) -> Draft | None:
    """Read NAME: «report» at the start of a line."""
    if at != start:
        return None
    phrase = read_phrase(sight, at, min(stop, at + 10))
    if phrase is None or phrase.last >= stop or sight.forms[phrase.last] != ":":
        return None
    begin = phrase.last + 1
    if begin >= stop or not (begin in sight.quotes or (phrase.mention is not None and stop - begin >= 3)):
        return None
    return Draft(sight.span(phrase.last, phrase.last + 1), at, (phrase,), None, (begin, stop), "asserts", "headline colon",
                 "headline", direct=True)  # fmt: skip


# ---------------------------------------------------------------- where a report ends


def _bounded(sight: Sight, drafts: list[Draft], start: int, stop: int) -> list[Draft]:
    """Drop cues that are part of another's report, join sources that one report rests on, and bound the reports."""
    kept: list[Draft] = []
    for draft in drafts:
        active = next((k for k in reversed(kept) if k.side == "after"), None)
        if active is None or draft.at < active.content[0]:
            kept.append(draft)
        elif draft.side == "before":
            kept[-1 if active is kept[-1] else kept.index(active)] = _joined(active, draft)
        elif _quote_closed(sight, active, draft.at) or _stands_alone(sight, draft, active, start):
            kept.append(draft)
    return [_cut(sight, draft, kept[i + 1 :], stop) for i, draft in enumerate(kept)]


def _joined(active: Draft, outside: Draft) -> Draft:
    """Join a source named after the report (وفقا لمصادر) to the one before it; a medium is the outer one."""
    if not outside.chain or not active.chain:
        return replace(active, content=(active.content[0], outside.at))
    last = outside.chain[-1]
    if last.kind == "agency" and active.chain[0].kind != "agency":
        chain = (*outside.chain, *active.chain)
    elif active.chain[-1].kind == "agency" or last.kind == "unnamed":
        chain = (*active.chain, *outside.chain)
    else:
        chain = active.chain
    return replace(active, chain=chain, content=(active.content[0], outside.at))


def _quote_closed(sight: Sight, active: Draft, at: int) -> bool:
    first = active.content[0]
    return active.direct and first in sight.quotes and sight.quotes[first][0] <= at


def _stands_alone(sight: Sight, draft: Draft, active: Draft, start: int) -> bool:
    """Tell whether a cue after another's report begins is the outlet's own, and not part of that report."""
    if draft.follows:
        return True
    before = sight.forms[draft.at - 1]
    subject_first = draft.chain and draft.chain[-1].first < draft.at
    if subject_first:
        opening = sight.forms[draft.chain[-1].first - 1]
        return opening in words("contrast") or opening in _COMMAS
    joined = sight.forms[draft.at][0] in "وف" and draft.cue.start > sight.tokens.words[draft.at].span.start
    loose = before in words("contrast") or before in _COMMAS or before in "\"»”"
    after_an = before == "ان" and sight.forms[draft.at - 2] in ("بعد", "قبل")
    return bool(draft.chain) and (joined or loose or after_an) or not draft.chain and (joined or before in words("contrast"))


def _cut(sight: Sight, draft: Draft, later: list[Draft], stop: int) -> Draft:
    first, last = draft.content
    if draft.side == "before":
        return draft
    for other in later:
        edge = min([other.at, *(p.first for p in other.chain if p.first > first)])
        if first < edge < last and other.side == "after":
            last = edge
            break
    while last > first + 1 and (sight.forms[last - 1] in words("contrast") or sight.forms[last - 1] in _COMMAS):
        last -= 1
    if draft.direct and first in sight.quotes:
        last = _after_quotes(sight, first, last)
    return replace(draft, content=(first, max(last, first + 1)))


def _after_quotes(sight: Sight, first: int, last: int) -> int:
    """Give the end of a direct quote; the outlet's voice comes back after the closing mark and a stop."""
    return min(sight.quotes[first][0], last)
