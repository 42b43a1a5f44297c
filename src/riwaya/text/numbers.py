"""Numbers in words and digits: words of a text in, values out.

Goes in: a table of number words (`Numeral`s, loaded by `lexicon.numerals`) and a text's words. Comes out: `Reading`s:
the value, how many words it took, and whether it is an ordinal. Digits of any kind, words in every gender and case,
and mixtures ("3.2 مليون") are read alike. Eastern digits are western ones already, by folding.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from riwaya.text.fold import fold
from riwaya.text.words import Word, stems

__all__ = ["NumberWords", "Numeral", "Reading", "digits_value"]

_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}")
_AND = "و"
_MINUS = "-"
_ARTICLE = "ال"
#: The letter that agencies set for a decimal point; as the eye reads it, the whole stands last: 2ر13 is 13.2.
_POINT = "ر"
_DECIMAL_POINT = "."
_GROUP = 3  # digits before it that are a group of a thousand, unless a word like million follows: 225ر29 is 29,225


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number word: what it is worth, and how it joins others (`role`).

    `dual`: it is two of its value and never takes a number before it; `two_alone`: forms that are two of it with no
    number before them ("ألفا شخص" is 2000, "عشرون ألفا" 20000); `many`: forms that
    name no number alone ("آلاف": thousands).
    """

    id: str
    role: str
    value: float | int
    forms: tuple[str, ...]
    examples: tuple[str, ...]
    dual: bool = False
    two_alone: tuple[str, ...] = ()
    many: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A number read: words `first` up to, not including, `last`; `cut` letters of the first are proclitics."""

    value: float | int
    first: int
    last: int
    cut: int = 0
    ordinal: bool = False
    in_words: bool = False
    definite: bool = False


def digits_value(form: str, *, scaled: bool = False) -> float | int | None:
    """Give what a string of digits is worth: commas before three digits group, else they are decimal points.

    `scaled`: a word like million follows.

    >>> digits_value("1,200"), digits_value("18,5"), digits_value("3.2"), digits_value("1.2.3")
    (1200, 18.5, 3.2, None)
    >>> digits_value("2ر13"), digits_value("225ر29"), digits_value("333ر10", scaled=True)
    (13.2, 29225, 10.333)
    """
    if _POINT in form:
        part, _, whole = form.partition(_POINT)
        grouped = len(part) == _GROUP and not scaled and not whole.startswith("0")
        return int(whole + part) if grouped else float(f"{whole}.{part}")
    if form.isdecimal():
        return int(form) if len(form) <= 15 else None
    if _THOUSANDS.fullmatch(form):
        plain = form.replace(",", "") if "," in form else form.replace(".", "")
        return float(plain) if "." in plain else int(plain)
    if form.count(".") + form.count(",") == 1 and len(form) <= 18:
        return float(form.replace(",", "."))
    return None


def _bare_decimal(words: Sequence[Word], index: int) -> Reading | None:
    """Read ".77": a point that hangs on no word before it, and digits right behind it."""
    point = words[index].span
    free = index == 0 or words[index - 1].span.end < point.start
    if not free or index + 1 >= len(words) or words[index + 1].span.start != point.end:
        return None
    digits = words[index + 1].form
    return Reading(float(f"0.{digits}"), index, index + 2) if digits.isdecimal() else None


class NumberWords:
    """A table of number words that reads numbers from a text's words."""

    def __init__(self, numerals: Iterable[Numeral]) -> None:
        self._cardinals: dict[str, Numeral] = {}
        self._teens: dict[str, Numeral] = {}
        self._ordinals: dict[str, Numeral] = {}
        self._fractions: dict[str, Numeral] = {}
        self._points: dict[str, Numeral] = {}
        tables = {"ordinal": self._ordinals, "teen": self._teens, "fraction": self._fractions, "point": self._points}
        for numeral in numerals:
            table = tables.get(numeral.role, self._cardinals)
            for form in map(fold, numeral.forms):
                two, many = form in map(fold, numeral.two_alone), form in map(fold, numeral.many)
                only = replace(numeral, two_alone=numeral.two_alone * two, many=numeral.many * many)
                table.setdefault(form, only)
        self._known = frozenset((*self._cardinals, *self._ordinals, *self._fractions))

    def cardinal(self, words: Sequence[Word], index: int) -> Reading | None:
        """Give the longest number that starts at a word, in digits or words, or None."""
        word = words[index]
        if word.form == _MINUS and index + 1 < len(words) and words[index + 1].span.start == word.span.end:
            positive = self.cardinal(words, index + 1) if words[index + 1].is_number else None
            return replace(positive, value=-positive.value, first=index) if positive else None
        if word.form == _DECIMAL_POINT and (tenths := _bare_decimal(words, index)):
            return tenths
        if word.is_number:
            value = digits_value(word.form, scaled=_POINT in word.form and self._is_scale(words, index + 1))
            if value is not None and (decimal := self._decimal(words, index, index + 1, value, 0)):
                return decimal
            return None if value is None else _Growth(self, words, index, 0).read(_Step("digits", value, index + 1))
        for form, cut in stems(word.form):
            numeral = self.numeral(form)
            pair = f"{form} {words[index + 1].form}" if index + 1 < len(words) else ""
            if pair in self._fractions and (
                part := self._fraction_of_scale(words, index, 2, cut, self._fractions[pair])
            ):
                return part
            if numeral is None and form in self._fractions:
                return self._fraction_of_scale(words, index, 1, cut, self._fractions[form])
            if numeral:
                if numeral.role == "unit" and (decimal := self._decimal(words, index, index + 1, numeral.value, cut)):
                    return decimal
                reading = _Growth(self, words, index, cut).read(_step(numeral, index + 1))
                return replace(reading, definite=form.startswith(_ARTICLE)) if reading else None
        return None

    def _is_scale(self, words: Sequence[Word], index: int) -> bool:
        numeral = self.numeral(words[index].form) if index < len(words) else None
        return numeral is not None and numeral.role == "scale"

    def _decimal(self, words: Sequence[Word], first: int, at: int, whole: float | int, cut: int) -> Reading | None:
        """Read "three point five" in digits or words; None where no "point" follows."""
        if at + 1 >= len(words) or words[at].form not in self._points:
            return None
        part = self.cardinal(words, at + 1)
        if part is None or not isinstance(part.value, int) or part.value < 0:
            return None
        value = whole + part.value / 10 ** len(str(part.value))
        return Reading(value, first, part.last, cut, False, True)

    def _fraction_of_scale(
        self, words: Sequence[Word], index: int, length: int, cut: int, part: Numeral
    ) -> Reading | None:
        """Read "half a million", "three quarters of a million"; None where no scale follows so many words."""
        at = index + length
        scale = self.numeral(words[at].form) if at < len(words) else None
        if scale is None or scale.role != "scale" or scale.dual or scale.many:
            return None
        return Reading(round(part.value * scale.value), index, at + 1, cut, False, True)

    def ordinal(self, words: Sequence[Word], index: int) -> Reading | None:
        """Give the ordinal that starts at a word ("الحادي والعشرين"), or None."""
        for form, cut in stems(words[index].form):
            numeral = self._ordinals.get(form)
            if numeral is None:
                continue
            value, last = int(numeral.value), index + 1
            following = words[last].form if last < len(words) else ""
            if following == _AND and last + 1 < len(words):
                last, following = last + 1, _AND + words[last + 1].form
            if following in self._teens and value < 10:
                return Reading(value + 10, index, last + 1, cut, True, True, True)
            tens = self.numeral(following[1:]) if following.startswith(_AND + _ARTICLE) else None
            if tens and tens.role == "ten" and value < 10:
                return Reading(value + int(tens.value), index, last + 1, cut, True, True, True)
            return Reading(value, index, index + 1, cut, True, True, form.startswith(_ARTICLE))
        return None

    def may_start(self, form: str) -> bool:
        """Tell quickly whether a number may start with this word, proclitics or not."""
        return form[0].isdigit() or any(rest in self._known or rest[2:] in self._known for rest, _ in stems(form))

    def numeral(self, form: str) -> Numeral | None:
        """Give the cardinal, hundred or scale that a folded form is, with or without the article."""
        found = self._cardinals.get(form)
        if found is None and form.startswith(_ARTICLE):
            found = self._cardinals.get(form[2:])
        return found

    def fraction(self, form: str) -> float | None:
        """Give what a fraction word is worth ("نصف": 0.5), or None."""
        numeral = self._fractions.get(form) or self._fractions.get(form.removeprefix(_ARTICLE))
        return float(numeral.value) if numeral else None

    def is_teen(self, form: str) -> bool:
        """Tell whether a folded form is the second word of eleven to nineteen."""
        return form in self._teens


@dataclass(frozen=True, slots=True)
class _Step:
    """One more part of a number: its role and worth, and the index of the word after it."""

    role: str
    value: float | int
    last: int
    dual: bool = False
    two_alone: bool = False
    many: bool = False


def _step(numeral: Numeral, last: int) -> _Step:
    return _Step(numeral.role, numeral.value, last, numeral.dual, bool(numeral.two_alone), bool(numeral.many))


#: After a part of this kind, what may follow without "and", and with it.
_FOLLOWS = {
    "unit": (("teen", "hundred", "scale"), ("ten",)),
    "hundred": (("scale",), ("unit", "ten")),
    "ten": (("scale",), ()),
    "teen": (("scale",), ()),
    "digits": (("scale",), ()),
    "scale": ((), ("unit", "ten", "hundred", "digits", "scale")),
}


class _Growth:
    """A number while it grows: groups below a thousand, each closed by a scale smaller than the one before."""

    def __init__(self, table: NumberWords, words: Sequence[Word], first: int, cut: int) -> None:
        self.table, self.words, self.first, self.cut = table, words, first, cut
        self.total: float | int = 0
        self.group: float | int | None = None
        self.ceiling: float | int = 10**16
        self.in_words = False

    def read(self, step: _Step) -> Reading | None:
        saved: tuple[float | int, int] | None = None
        following: _Step | None = step
        last = step.last
        while following:
            if not self._take(following):
                return self._reading(saved)
            step, last = following, following.last
            self.in_words = self.in_words or step.role != "digits"
            if step.role == "scale":
                last = self._fraction(last, step)
                saved = (self.total, last)
            following = self._next(step.role, last)
        if self.group is None:
            return self._reading(saved)
        if self.group >= self.ceiling:
            return self._reading(saved)
        return self._reading((self.total + self.group, last))

    def _reading(self, found: tuple[float | int, int] | None) -> Reading | None:
        if found is None:
            return None
        value = found[0]
        if isinstance(value, float) and abs(value - round(value)) < 1e-6 * max(1.0, abs(value)) and self.in_words:
            value = round(value)
        return Reading(value, self.first, found[1], self.cut, False, self.in_words)

    def _take(self, step: _Step) -> bool:
        """Add a part to the number; False where it cannot belong to it."""
        group, value = self.group, step.value
        if step.role == "scale":
            if value >= self.ceiling or (step.dual and group is not None) or (step.many and group is None):
                return False
            times = group if group is not None else 2 if step.dual or step.two_alone else 1
            self.total, self.group, self.ceiling = self.total + times * value, None, value
        elif step.role == "hundred" and group is not None and value == 100 and group < 10:
            self.group = group * value
        elif step.role == "teen":
            self.group = (group or 0) + value
        else:
            self.group = (group or 0) + value
        return True

    def _next(self, role: str, at: int) -> _Step | None:
        """Give the part that follows, if one may follow a part of this role."""
        if at >= len(self.words):
            return None
        plain, joined = _FOLLOWS[role]
        form = self.words[at].form
        if "teen" in plain and self.table.is_teen(form) and (self.group or 0) % 100 < 10:
            return _Step("teen", 10, at + 1)
        numeral = self.table.numeral(form)
        if numeral and numeral.role in plain and (numeral.role != "hundred" or numeral.value == 100):
            return _step(numeral, at + 1)
        if not joined or not form.startswith(_AND):
            return None
        if form == _AND and at + 1 < len(self.words):
            word = self.words[at + 1]
            value = digits_value(word.form) if word.is_number else None
            if value is not None:
                return _Step("digits", value, at + 2) if "digits" in joined else None
            numeral = self.table.numeral(word.form)
            return _step(numeral, at + 2) if numeral and numeral.role in joined else None
        numeral = self.table.numeral(form[1:])
        return _step(numeral, at + 1) if numeral and numeral.role in joined else None

    def _fraction(self, at: int, scale: _Step) -> int:
        """Add "and a half" after a scale, with the scale named again or not; give the index after it."""
        if at >= len(self.words) or not self.words[at].form.startswith(_AND):
            return at
        part = self.table.fraction(self.words[at].form[1:])
        if part is None:
            return at
        again = self.table.numeral(self.words[at + 1].form) if at + 1 < len(self.words) else None
        if again and again.role == "scale" and again.value != scale.value:
            return at
        self.total += part * scale.value
        return at + 2 if again and again.role == "scale" else at + 1
