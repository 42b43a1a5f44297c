"""Numbers and what they count: a document and its times in, `Amount`s in reading order out.

A number is read in digits or words; the words around it say what it counts (a noun behind it, or the Arabic way round,
"the states, five"), in which unit or currency, between which bounds; people counted get their kind from the noun
("12 wounded") or from the word that governs it ("the killing of 7"). Dual nouns count two by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from riwaya.annotate.amount_words import (
    NounAt,
    Words,
    counted_after,
    counted_before,
    governor_of,
    is_plain,
    percent_at,
    qualifier_of,
)
from riwaya.lexicon.counted import money_at_home
from riwaya.lexicon.numerals import number_words
from riwaya.model import Amount, Document, Span, Time
from riwaya.text.fold import fold
from riwaya.text.numbers import Reading
from riwaya.text.words import tokenize

__all__ = ["find_amounts"]

_ROLES = frozenset(("title", "body", "caption"))
#: Kinds of noun that count people; the governing word may make them another kind.
_PEOPLE = frozenset(("person", "abducted", "arrested"))
_TIMES_OVER = "times"
_ARTICLE = "ال"
#: A point before three digits, and what may have thousandths all the same.
_POINTED = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_MEASURED, _SCORED = frozenset(("money", "percent", "distance")), frozenset(("point", "degree"))
_YEAR_DIGITS, _YEARS = 4, range(1900, 2100)


def find_amounts(doc: Document, times: tuple[Time, ...]) -> tuple[Amount, ...]:
    """Give every number of the article that is not part of a time, with what it counts."""
    tokens = tokenize(doc.text)
    taken = frozenset(word.index for time in times for word in tokens.between(time.span))
    country = doc.outlet.country if doc.outlet else None
    out: list[Amount] = []
    for block in doc.blocks:
        if block.role in _ROLES and (words := tokens.between(block.span)):
            out.extend(_amounts(Words(doc.text, tokens, words[0].index, words[-1].index + 1, taken), country))
    return tuple(sorted(out, key=lambda amount: amount.span))


def _amounts(words: Words, country: str | None) -> Iterator[Amount]:
    index = words.first
    while index < words.stop:
        if is_plain(words.form(index)):
            index += 1
            continue
        found = _number_at(words, index) or _dual_at(words, index) or _one_at(words, index)
        if found is None:
            index += 1
            continue
        last, amount = found
        if amount:
            yield _with_code(amount, words, country)
        index = max(last, index + 1)


@dataclass(frozen=True, slots=True)
class _Range:
    """The numbers of one expression: one, or the two ends of a range, and the words they take."""

    low: float | int
    high: float | int
    first: Reading
    last: Reading
    span: Span


def _number_at(words: Words, index: int) -> tuple[int, Amount | None] | None:
    """Read the number at a word and all that belongs to it; (the word after, None) where it counts nothing."""
    numbers = number_words()
    if index in words.taken or not numbers.may_start(words.form(index)):
        return None
    rank = numbers.ordinal(words.all, index)
    if rank and rank.definite:
        return rank.last, None
    reading = numbers.cardinal(words.all, index)
    if reading is None or reading.last > words.stop or _is_no_count(words, reading):
        return None
    found = _range(words, reading)
    last = found.last.last
    percent = percent_at(words, reading.first, last)
    if percent:
        amount = Amount(_cover(words, found.span, percent), found.span, found.high, "percent", "percent", unit="%")
        return percent[1], _bounded(amount, words, found, percent[1])
    noun = _noun_of(words, reading, last)
    if noun and noun.noun.kind == _TIMES_OVER:
        return max(last, noun.last), None
    found = _whole(words, found, noun)
    if noun and not noun.noun.id and _is_year(words, reading):
        return last, None
    governor = governor_of(words, reading.first, noun.last if noun else last)
    if noun is None and governor is None:
        return last, None
    behind = max(last, noun.last) if noun else last
    return behind, _bounded(_amount(words, found, noun, governor), words, found, behind)


def _whole(words: Words, found: _Range, noun: NounAt | None) -> _Range:
    """Read "1.245 accidents" as 1,245: nobody counts thousandths of people or things, and some write a point there."""
    form = words.form(found.first.first)
    whole = isinstance(found.high, float) and found.low == found.high and _POINTED.fullmatch(form)
    if not whole or noun is None or noun.noun.kind in _MEASURED or noun.noun.unit or noun.noun.id in _SCORED:
        return found
    value = int(form.replace(".", ""))
    return replace(found, low=value, high=value)


def _noun_of(words: Words, reading: Reading, last: int) -> NounAt | None:
    """Give what a number counts; a definite one ("the three") counts the noun before it, or one that is known."""
    noun = counted_after(words, last)
    ranked = not reading.in_words and words.sign(reading.first - 1) == _ARTICLE  # "the 70th"
    if not (reading.definite or ranked) or (noun and noun.noun.id):
        return noun
    return counted_before(words, reading.first) if reading.in_words else None


def _amount(words: Words, found: _Range, noun: NounAt | None, governor: str | None) -> Amount:
    """Put a number, its noun and the word that governs it together."""
    if noun is None:
        return Amount(found.span, found.span, found.high, governor or "count", "governor" if governor else "number")
    kind, rule = noun.noun.kind, "noun"
    unknown = kind == "count" and not noun.noun.id
    if governor and (kind == "person" or unknown or (governor == "rescued" and kind in _PEOPLE)):
        kind, rule = ("count", rule) if unknown else (governor, "noun-and-governor")
    span = Span(min(found.span.start, noun.span.start), max(found.span.end, noun.span.end))
    unit = noun.noun.unit if kind != "money" else None
    code = noun.noun.currency.code if noun.noun.currency else None
    return Amount(span, found.span, found.high, "count" if kind == "person" else kind, rule, noun.span, unit, code)


def _is_year(words: Words, reading: Reading) -> bool:
    """Tell whether four bare digits before a word that nobody knows as counted are a year, not a number of it."""
    form = words.form(reading.first)
    return not reading.in_words and len(form) == _YEAR_DIGITS and form.isdigit() and int(form) in _YEARS


def _is_no_count(words: Words, reading: Reading) -> bool:
    """Tell whether a number is a name's, a score's, a clock's or a list's: nothing that counts."""
    first = words.all[reading.first]
    if reading.in_words and reading.value in (0, 1) and not first.is_number:
        return True
    if not first.is_number or reading.in_words:
        return False
    before, after = words.sign(reading.first - 1), words.sign(reading.last)
    touching = reading.first > words.first and words.all[reading.first - 1].span.end == first.span.start
    if touching and (before in "-:./#+" or (before.isalpha() and len(before) > 2)):
        return True
    return after == ":" or (after == "." and reading.first == words.first)


def _range(words: Words, reading: Reading) -> _Range:
    """Read on to the other end of a range: "10 to 15", "10-15", "between 10 and 15"."""
    numbers = number_words()
    start = words.all[reading.first].span.start
    start = words.after_letters(reading.first, reading.cut) if reading.cut else start
    span = Span(start, words.all[reading.last - 1].span.end)
    alone = _Range(reading.value, reading.value, reading, reading, span)
    at = words.range_end(reading.first, reading.last)
    if at is None or at >= words.stop or at in words.taken:
        return alone
    other = numbers.cardinal(words.all, at)
    if other is None or other.value <= 0:
        return alone
    low = reading.value if reading.in_words else _at_scale(reading.value, other.value)
    if low >= other.value:
        return alone
    return _Range(low, other.value, reading, other, Span(start, words.all[other.last - 1].span.end))


def _at_scale(low: float | int, high: float | int) -> float | int:
    """Give the lower end the scale of the upper: "3 to 5 thousand" begins at three thousand."""
    for scale in (10**9, 10**6, 10**3):
        if high >= scale > low and low * scale < high:
            return low * scale
    return low


def _bounded(amount: Amount, words: Words, found: _Range, last: int) -> Amount:
    """Add the bounds that the words before and behind the number set."""
    if found.low != found.high:
        return replace(amount, low=found.low, high=found.high, rule=f"{amount.rule}-range")
    qualifier = qualifier_of(words, found.first.first, last)
    value = amount.value
    if qualifier in ("more than", "at least"):
        return replace(amount, qualifier=qualifier, low=value)
    if qualifier in ("less than", "at most"):
        return replace(amount, qualifier=qualifier, high=value)
    if qualifier:
        return replace(amount, qualifier=qualifier)
    return replace(amount, low=value, high=value)


def _cover(words: Words, span: Span, range_: tuple[int, int]) -> Span:
    return Span(min(span.start, words.all[range_[0]].span.start), max(span.end, words.all[range_[1] - 1].span.end))


def _dual_at(words: Words, index: int) -> tuple[int, Amount | None] | None:
    """Read a dual noun: two of it."""
    noun = words.noun_at(index)
    if noun is None or noun.noun.number != 2 or index in words.taken:
        return None
    if noun.noun.kind == _TIMES_OVER:
        return noun.last, None
    governor = governor_of(words, index, noun.last)
    kind = noun.noun.kind
    if kind == "person" or (governor == "rescued" and kind in _PEOPLE):
        kind = governor or "count"
    amount = Amount(noun.span, noun.span, 2, kind, "dual", noun.span, noun.noun.unit, low=2, high=2)
    return noun.last, amount


def _one_at(words: Words, index: int) -> tuple[int, Amount | None] | None:
    """Read one person right behind a word that gives a kind ("the killing of a soldier"), or "one" behind a noun."""
    noun = words.noun_at(index)
    if noun is None or noun.noun.number != 1 or index in words.taken:
        return None
    one = number_words().cardinal(words.all, noun.last) if noun.last < words.stop else None
    if one and one.value == 1 and one.in_words and one.last == noun.last + 1 and not one.cut:
        governor = governor_of(words, index, one.last)
        kind = (governor or "count") if noun.noun.kind == "person" else noun.noun.kind
        number = words.all[noun.last].span
        return one.last, Amount(
            Span(noun.span.start, number.end), number, 1, kind, "noun-one", noun.span, noun.noun.unit, low=1, high=1
        )
    if noun.noun.kind != "person":
        return None
    given = words.governor_at(index - 1)
    if given is None:
        return None
    return noun.last, Amount(noun.span, noun.span, 1, given, "governor-one", noun.span, low=1, high=1)


def _with_code(amount: Amount, words: Words, country: str | None) -> Amount:
    """Give a bare "dinar" the code it has in the outlet's country."""
    if amount.kind != "money" or amount.currency or amount.counted is None:
        return amount
    code = money_at_home(country).get(fold(amount.counted.of(words.text)))
    return replace(amount, currency=code, rule=f"{amount.rule}-home") if code else amount
