"""Reporting verbs in every form that print uses, made from one past and one present form.

Goes in: the two forms as printed (third person masculine singular). Comes out: folded forms with person, gender and
number, so that a verb without a subject can find the earlier speaker that agrees with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from riwaya.text.fold import fold

__all__ = ["ANYBODY", "SAME", "Agreement", "participle_forms", "past_forms", "present_forms"]


@dataclass(frozen=True, slots=True)
class Agreement:
    """What a form says of its subject: `gender` "m" or "f", `number` 1, 2 or 3 (three and more), `person` 1 to 3."""

    gender: str
    number: int
    person: int = 3


#: What "the same source" and a saying without a pronoun (بالقول) ask of their speaker: nothing.
SAME, ANYBODY = Agreement("x", 0), Agreement("x", 1)
_MASCULINE, _FEMININE = Agreement("m", 1), Agreement("f", 1)
_TWO, _TWO_FEMININE = Agreement("m", 2), Agreement("f", 2)
_MANY, _MANY_FEMININE = Agreement("m", 3), Agreement("f", 3)
_WE, _I = Agreement("m", 3, 1), Agreement("m", 1, 1)


def past_forms(past: str) -> Iterator[tuple[str, Agreement]]:
    """Give the forms of a past tense.

    >>> [form for form, _ in past_forms("نفى")][:4]
    ['نفي', 'نفت', 'نفوا', 'نفين']
    """
    form = fold(past)
    weak = past[-1] in ("ى", "ا", "ي")
    root = form[:-1] if weak else form
    yield form, _MASCULINE
    yield root + "ت", _FEMININE
    yield root + "وا", _MANY
    yield (root + "ين" if weak else _short(form) + "ن"), _MANY_FEMININE
    yield (root + ("وا" if past[-1] == "ا" else "يا") if weak else form + "ا"), _TWO
    yield root + "تا", _TWO_FEMININE
    yield (root + ("و" + "نا" if past[-1] == "ا" else "ي" + "نا") if weak else _short(form) + "نا"), _WE


def _short(form: str) -> str:
    """Shorten a hollow verb before an ending in a consonant (قال: قل-), leave any other verb."""
    if len(form) in (3, 4) and form[-2] == "ا":
        return form[:-2] + form[-1]
    return form


def present_forms(present: str) -> Iterator[tuple[str, Agreement]]:
    """Give the forms of a present tense, and of the future that a س before it makes.

    >>> [form for form, _ in present_forms("ينفي")][:5]
    ['ينفي', 'سينفي', 'تنفي', 'ستنفي', 'ينفون']
    """
    form = fold(present)
    rest = form[1:]
    root = rest[:-1] if present[-1] in ("ي", "و", "ى", "ا") else rest
    many = (("ي" + root + "ون", _MANY), ("ي" + root + "وا", _MANY), ("ي" + root + "ن", _MANY_FEMININE))
    two = (("ي" + rest + "ان", _TWO), ("ت" + rest + "ان", _TWO_FEMININE))
    speakers = (("ا" + rest, _I), ("ن" + rest, _WE))
    for made, agreement in (("ي" + rest, _MASCULINE), ("ت" + rest, _FEMININE), *many, *two, *speakers):
        yield made, agreement
        if not made.endswith("وا"):
            yield "س" + made, agreement
    if root != rest:  # after لم the last letter falls
        yield "ي" + root, _MASCULINE
        yield "ت" + root, _FEMININE


def participle_forms(participle: str) -> Iterator[tuple[str, Agreement]]:
    """Give the accusative forms of an active participle, as they stand after a report (مشيرا, مشيرة, مشيرين).

    >>> [form for form, _ in participle_forms("نافٍ")]
    ['نافيا', 'نافيه', 'نافين', 'نافيتين', 'نافيات']
    """
    form = fold(participle)
    weak = participle.endswith("ٍ")  # the entry marks a dropped ya with a tanwin (داعٍ)
    stem = form + "ي" if weak else form
    yield stem + "ا", _MASCULINE
    yield stem + "ه", _FEMININE
    yield form + "ين", _MANY
    yield stem + "ت" + "ين", _TWO_FEMININE
    yield stem + "ات", _MANY_FEMININE
