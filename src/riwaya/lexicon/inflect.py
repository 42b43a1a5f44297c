"""Inflected forms of Arabic verbs and nouns, as they print without vowels, folded.

Goes in: a verb as "past present" (زار يزور) or a noun as "singular plural…" (زيارة زيارات). Comes out: the folded forms
that a newspaper prints, each with what it says: tense, whether it carries an object or possessive pronoun, whether it
is definite. Passives fold onto actives where the letters are the same (قُتل، قتل). Proclitics are not added here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from riwaya.text.fold import fold

__all__ = ["Form", "noun_forms", "verb_forms"]

_PRONOUNS = ("ه", "ها", "هم", "هم" + "ا")
_WEAK = frozenset(("و", "ي", "ا", "ى"))


@dataclass(frozen=True, slots=True)
class Form:
    """One printed form: `kind` is "past", "present" or "noun"; `pronoun` tells of a suffix; `feminine`/`plural`
    agree."""

    text: str
    kind: str
    pronoun: bool = False
    definite: bool = False
    feminine: bool = False
    plural: bool = False


@cache
def verb_forms(verb: str) -> tuple[Form, ...]:
    """Give the third-person forms of a verb given as its past and, if there is one, its present.

    >>> [form.text for form in verb_forms("زار يزور")][:5]
    ['زار', 'زاره', 'زارها', 'زارهم', 'زارهما']
    >>> "التقت" in {form.text for form in verb_forms("التقى يلتقي")}
    True
    """
    past, *rest = verb.split()
    return (*_past_forms(past), *(form for present in rest for form in _present_forms(present)))


def _with_pronouns(text: str, kind: str, *, feminine: bool = False, plural: bool = False) -> Iterator[Form]:
    for pronoun in _PRONOUNS:
        yield Form(text + pronoun, kind, pronoun=True, feminine=feminine, plural=plural)


def _past_forms(past: str) -> Iterator[Form]:
    whole = fold(past)
    if past[-1] in "ىا":
        base, bearer = whole[:-1], whole[:-1] + "ا"
        dual = base + ("يا" if past[-1] == "ى" else "وا")
    else:
        base, bearer, dual = whole, whole, whole + "ا"
    plural = whole[:-1] + "وا" if past[-1] == "ي" else base + "وا"
    yield Form(whole, "past")
    yield from _with_pronouns(bearer, "past")
    yield Form(base + "ت", "past", feminine=True)
    yield from _with_pronouns(base + "ت", "past", feminine=True)
    yield Form(plural, "past", plural=True)
    yield from _with_pronouns(plural[:-1], "past", plural=True)
    yield Form(dual, "past", plural=True)
    yield Form(base + "تا", "past", feminine=True, plural=True)
    if past[-1] == "أ":
        yield Form(whole[:-1] + "و" + "وا", "past", plural=True)


def _present_forms(present: str) -> Iterator[Form]:
    whole = fold(present)
    open_ended = present[-1] in _WEAK and len(whole) > 3
    base = whole[:-1] if open_ended else whole
    for text, feminine in ((whole, False), ("ت" + whole[1:], True)):
        bearer = text[:-1] + "ا" if present[-1] == "ى" else text
        yield Form(text, "present", feminine=feminine)
        yield from _with_pronouns(bearer, "present", feminine=feminine)
        if open_ended:
            yield Form(text[:-1], "present", feminine=feminine)
        elif len(text) >= 4 and text[-2] in "وي":
            yield Form(text[:-2] + text[-1], "present", feminine=feminine)
    for ending in ("ون", "وا", "ان"):
        middle = whole if ending == "ان" else base
        yield Form(middle + ending, "present", plural=True)
    yield from _with_pronouns(base + "ون", "present", plural=True)
    yield Form("ت" + whole[1:] + "ان", "present", feminine=True, plural=True)


@cache
def noun_forms(noun: str) -> tuple[Form, ...]:
    """Give the forms of a noun given as its singular and, where it has them, broken plurals.

    >>> sorted(form.text for form in noun_forms("غارة"))[:4]
    ['الغارات', 'الغارتان', 'الغارتين', 'الغاره']
    """
    single, *plurals = noun.split()
    return tuple(_noun_forms(single, plurals))


def _noun_forms(single: str, plurals: list[str]) -> Iterator[Form]:
    whole = fold(single)
    yield from _bare(whole, plural=False)
    bearers: tuple[str, ...]
    more: tuple[str, ...]
    if single.endswith("ة"):
        bearers, more, dual = (whole[:-1] + "ت",), (whole[:-1] + "ات",), whole[:-1] + "ت"
    elif single.endswith("اء"):
        bearers, more, dual = (whole, whole[:-1] + "ي", whole[:-1] + "و"), (whole + "ات",), whole
    else:
        bearers, more, dual = (whole,), (), whole
        yield Form(whole + "ا", "noun")
    for bearer in bearers:
        yield from _possessed(bearer, plural=False)
    for ending in ("ان", "ين", "ا", "ي"):
        if ending in ("ا", "ي") and not single.endswith("ة"):
            continue
        yield Form(dual + ending, "noun", plural=True)
        if len(ending) == 2:
            yield Form("ال" + dual + ending, "noun", definite=True, plural=True)
    for plural in (*more, *(fold(p) for p in plurals)):
        yield from _bare(plural, plural=True)
        for bearer in (plural, plural[:-1] + "ي", plural[:-1] + "و") if plural.endswith("اء") else (plural,):
            yield from _possessed(bearer, plural=True)
        if not plural.endswith(("ات", "ه", "اء")):
            yield Form(plural + "ا", "noun", plural=True)


def _bare(text: str, *, plural: bool) -> Iterator[Form]:
    yield Form(text, "noun", plural=plural)
    yield Form("ال" + text, "noun", definite=True, plural=plural)


def _possessed(text: str, *, plural: bool) -> Iterator[Form]:
    for pronoun in (*_PRONOUNS, "نا"):
        yield Form(text + pronoun, "noun", pronoun=True, definite=True, plural=plural)
