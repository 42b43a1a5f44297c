"""Words that name an event: every verb, noun, idiom and phrase of `data/events` in one sentence.

Goes in: the words of one sentence. Comes out: `Trigger`s, at most one a word, the most telling reading first chosen:
longer phrases before single words, families whose conditions were met before families without.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from riwaya.annotate.event_grammar import groups_at
from riwaya.lexicon.event_entries import EventType, Family, event_types
from riwaya.lexicon.inflect import Form, noun_forms, verb_forms
from riwaya.text.fold import fold
from riwaya.text.words import Word, stems

__all__ = ["Trigger", "find_triggers", "keys_of", "readings_of"]

#: How far a family's `object` may stand after the trigger, and an idiom's second part after its verb.
_OBJECT_REACH = 6
_IDIOM_REACH = 9
_FAR_REACH = 25
#: The letter that ends a feminine noun: folding makes it a pronoun's, the page's own letter tells them apart.
_CLOSED = "ة"
_QUOTES = "\"'"
_PRONOUNS = ("ه", "ها", "هم", "هم" + "ا")


@dataclass(frozen=True, slots=True, eq=False)
class Trigger:
    """Words `first` up to, not including, `last` of the sentence that name an event of a family's type.

    `kind` is past, present, noun or phrase; `proclitic` what stands joined before; `partner` the index of an idiom's
    second part where it stands apart; `score` how telling the reading is.
    """

    first: int
    last: int
    type: EventType
    family: Family
    kind: str
    form: Form
    proclitic: str
    passive: bool
    score: int
    partner: int | None = None

    @property
    def verbal(self) -> bool:
        return self.kind in ("past", "present")


@dataclass(frozen=True, slots=True, eq=False)
class _Entry:
    """What a first word may begin."""

    type: EventType
    family: Family
    form: Form
    passive: bool = False
    rest: tuple[str, ...] = ()
    partner: tuple[str, ...] = ()


@cache
def _lexicon() -> dict[str, tuple[_Entry, ...]]:
    entries: dict[str, list[_Entry]] = {}
    for kind in event_types():
        for family in kind.families:
            for entry in _entries(kind, family):
                entries.setdefault(entry.form.text, []).append(entry)
    return {text: tuple(many) for text, many in entries.items()}


def _entries(kind: EventType, family: Family) -> list[_Entry]:
    out = [_Entry(kind, family, form) for verb in family.verbs for form in verb_forms(verb)]
    out += [_Entry(kind, family, form, passive=True) for verb in family.passives for form in verb_forms(verb)]
    out += [_Entry(kind, family, form) for noun in family.nouns for form in noun_forms(noun)]
    for idiom in family.idioms:
        verb, partner = idiom.split("|")
        words = tuple(fold(partner).split())
        out += [_Entry(kind, family, form, partner=words) for form in verb_forms(verb.strip())]
    for phrase in family.phrases:
        first, *rest = (word for word in fold(phrase).replace('"', " ").split() if word)
        owned = any(w.endswith(_PRONOUNS) and len(w) > 4 for w in (phrase.split()[0], phrase.split()[-1]))
        form = Form(first, "phrase", pronoun=owned, definite=owned or first.startswith("ال"))
        out.append(_Entry(kind, family, form, rest=tuple(rest)))
    return out


@lru_cache(maxsize=20_000)
def keys_of(form: str) -> frozenset[str]:
    """Give the forms by which a word can be named in a condition: itself, without proclitics, without the article."""
    keys = set()
    for rest, cut in stems(form):
        keys.add(rest)
        if rest.startswith("ال") and len(rest) > 4:
            keys.add(rest[2:])
        if cut and len(rest) < 2:
            keys.discard(rest)
    return frozenset(keys)


def find_triggers(words: tuple[Word, ...], text: str, page: frozenset[str] = frozenset()) -> tuple[Trigger, ...]:
    """Give the triggers of a sentence of the text in order; none shares a word with another.

    `page` holds the keys of the words at the top of the page, which may stand for a family's `near`.
    """
    out: list[Trigger] = []
    free = 0
    for readings in readings_of(words, text, page):
        best = max(readings, key=lambda t: (t.score, t.last), default=None)
        if best is not None and best.first >= free:
            out.append(best)
            free = best.last
    return tuple(out)


def readings_of(words: tuple[Word, ...], text: str, page: frozenset[str] = frozenset()) -> Iterator[list[Trigger]]:
    """Give, for each word of a sentence, every trigger that it may begin."""
    inside = frozenset().union(*(keys_of(word.form) for word in words)) if words else frozenset()
    joined = " " + " ".join(word.form for word in words) + " "
    for at, word in enumerate(words):
        yield _at(words, at, inside, joined, page, closed=text[word.span.end - 1] == _CLOSED)


def _at(
    words: tuple[Word, ...], at: int, inside: frozenset[str], joined: str, page: frozenset[str], *, closed: bool
) -> list[Trigger]:
    found: list[Trigger] = []
    for text, cut in stems(words[at].form):
        proclitic = words[at].form[:cut]
        for entry in _lexicon().get(text, ()):
            if (closed and entry.form.pronoun) or not _fits_place(words, at, entry, proclitic):
                continue
            seen = inside | page if entry.family.near_page else inside
            trigger = _matched(words, at, entry, proclitic, seen, joined)
            if trigger:
                found.append(trigger)
        if found:
            break
    return found


def _fits_place(words: tuple[Word, ...], at: int, entry: _Entry, proclitic: str) -> bool:
    """Tell whether the word can be a verb (or noun) where it stands, by what is joined to it and stands before it."""
    kind = entry.form.kind
    if kind in ("past", "present"):
        joined = proclitic.lstrip("وف")
        if joined not in ("", "س", "ل") or (joined == "س" and kind == "past"):
            return False
        if joined == "ل" and kind == "past":
            return False
        before = groups_at(words, at - 1) if at else frozenset()
        return not (kind == "past" and not proclitic and before & {"preposition", "before-noun"})
    return "س" not in proclitic


def _matched(
    words: tuple[Word, ...], at: int, entry: _Entry, proclitic: str, inside: frozenset[str], joined: str
) -> Trigger | None:
    last, partner = at + 1, None
    if entry.rest:
        last = _follow(words, at + 1, entry.rest)
        if not last:
            return None
    score = 10 * (1 + len(entry.rest)) - (entry.form.pronoun and entry.form.kind != "noun")
    if entry.partner:
        reach = 3 if proclitic.endswith("ل") else _FAR_REACH if entry.family.far else _IDIOM_REACH
        place = _partner(words, at + 1, entry.partner, reach)
        if place is None:
            return None
        partner = place
        near = place - at <= 2
        last = place + len(entry.partner) if near else at + 1
        score += 10 * len(entry.partner) - (place - at)
    family = entry.family
    if family.object and entry.form.kind != "phrase" and not entry.partner:
        if not _any_in(words[last : last + _OBJECT_REACH], family.object):
            return None
        score += 3
    if family.near:
        if not any(_in_sentence(word, inside, joined) for word in _folded(family.near)):
            return None
        score += 2
    behind = last if partner is None else partner + len(entry.partner)
    beside = words[max(0, at - 1) : at] + words[last : last + 3] + words[behind : behind + 3]
    if family.unless and _any_in(beside, family.unless):
        return None
    return Trigger(at, last, entry.type, family, entry.form.kind, entry.form, proclitic, entry.passive, score, partner)


def _follow(words: tuple[Word, ...], at: int, rest: tuple[str, ...]) -> int:
    """Give the index after a phrase's remaining words, quotes passed over, or 0."""
    for form in rest:
        while at < len(words) and words[at].form in _QUOTES:
            at += 1
        if at >= len(words) or words[at].form != form:
            return 0
        at += 1
    return at


def _partner(words: tuple[Word, ...], at: int, partner: tuple[str, ...], reach: int) -> int | None:
    """Give where an idiom's second part stands after its verb, inside the clause."""
    for place in range(at, min(len(words), at + reach)):
        if words[place].form in ".؛:؟!":
            return None
        if (
            (partner[0] == words[place].form or partner[0] in keys_of(words[place].form))
            and all(words[place + i].form == form for i, form in enumerate(partner) if i and place + i < len(words))
            and (place + len(partner) <= len(words))
        ):
            return place
    return None


@cache
def _folded(conditions: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(fold(condition) for condition in conditions)


def _in_sentence(condition: str, inside: frozenset[str], joined: str) -> bool:
    return f" {condition} " in joined if " " in condition else condition in inside


def _any_in(words: tuple[Word, ...], conditions: tuple[str, ...]) -> bool:
    for place, word in enumerate(words):
        keys = keys_of(word.form)
        for condition in _folded(conditions):
            if " " not in condition:
                if condition in keys:
                    return True
            elif condition.split()[0] in keys:
                rest = condition.split()[1:]
                if [w.form for w in words[place + 1 : place + 1 + len(rest)]] == rest:
                    return True
    return False
