"""What numbers count, loaded: nouns, currencies, governing words and bounds in, phrase tables out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from riwaya.lexicon.load import load_entries
from riwaya.lexicon.phrases import Phrases
from riwaya.text.fold import fold

__all__ = [
    "BesideNumber",
    "Counted",
    "Currency",
    "Governor",
    "Noun",
    "Qualifier",
    "counted_nouns",
    "currencies",
    "governors",
    "governs",
    "not_counted",
    "nouns",
    "percents",
    "qualifiers",
    "qualifies",
]  # fmt: skip

_ARTICLE = "ال"


@dataclass(frozen=True, slots=True)
class Counted:
    """A noun that is counted: `kind` is an amount's kind, or "person" where the governing word gives it, or "times"."""

    id: str
    kind: str
    examples: tuple[str, ...]
    singular: tuple[str, ...] = ()
    plural: tuple[str, ...] = ()
    dual: tuple[str, ...] = ()
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency; its bare `nouns` mean it on pages from its `country`."""

    id: str
    code: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]
    country: str | None = None
    nouns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Governor:
    """Words that give people counted beside them a kind; `after` ones stand behind the number."""

    id: str
    kind: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Qualifier:
    """Words that make a number a bound or an approximation."""

    id: str
    qualifier: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BesideNumber:
    """Words behind a number: "per cent", or small words that it does not count."""

    id: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Noun:
    """What a phrase beside a number is: its kind, unit or currency, and how many it is by itself (2: a dual)."""

    kind: str
    unit: str | None = None
    currency: Currency | None = None
    number: int = 0
    id: str = ""


def nouns() -> tuple[Counted, ...]:
    """Give the entries of `data/counted.toml`."""
    return load_entries("counted.toml", "counted", Counted)


def currencies() -> tuple[Currency, ...]:
    """Give the entries of `data/currencies.toml`."""
    return load_entries("currencies.toml", "currency", Currency)


def governors() -> tuple[Governor, ...]:
    """Give the entries of `data/governors.toml`."""
    return load_entries("governors.toml", "governor", Governor)


def percents() -> tuple[BesideNumber, ...]:
    """Give the ways to write "per cent" behind a number."""
    return load_entries("percent.toml", "percent", BesideNumber)


def not_counted() -> tuple[BesideNumber, ...]:
    """Give the small words that a number before them never counts."""
    return load_entries("percent.toml", "not_counted", BesideNumber)


def qualifiers() -> tuple[Qualifier, ...]:
    """Give the entries of `data/qualifiers.toml`."""
    return load_entries("qualifiers.toml", "qualifier", Qualifier)


@cache
def counted_nouns() -> Phrases[Noun]:
    """Give the nouns that are counted, with and without the article; the first entry of a form keeps it."""
    first: dict[str, Noun] = {}
    for form, noun in (*_money_pairs(), *_noun_pairs()):
        first.setdefault(fold(form), noun)
    return Phrases(first.items())


def _noun_pairs() -> Iterator[tuple[str, Noun]]:
    for entry in nouns():
        for number, forms in ((1, entry.singular), (0, entry.plural), (2, entry.dual)):
            noun = Noun(entry.kind, entry.unit, None, number, entry.id)
            for form in forms:
                yield form, noun
                if " " not in form and len(form) > 2 and number != 2:  # "the two dead" were counted before
                    yield _ARTICLE + form, Noun(entry.kind, entry.unit, None, 0, entry.id)


def _money_pairs() -> Iterator[tuple[str, Noun]]:
    for currency in currencies():
        for form in currency.forms:
            yield form, Noun("money", None, currency, 0, currency.id)
    for currency in currencies():
        for form in currency.nouns:
            yield form, Noun("money", form, None, 0, currency.id)


@cache
def money_at_home(country: str | None) -> dict[str, str]:
    """Give the ISO 4217 code of each bare currency noun in a country."""
    return {fold(form): c.code for c in currencies() if country and c.country == country for form in c.nouns}


@cache
def governs(*, after: bool) -> Phrases[str]:
    """Give the governing words before a number, or those behind it, each with its kind."""
    return Phrases((form, entry.kind) for entry in governors() for form in (entry.after if after else entry.forms))


@cache
def qualifies(*, after: bool) -> Phrases[str]:
    """Give the bounds before a number, or those behind it."""
    return Phrases(
        (form, entry.qualifier) for entry in qualifiers() for form in (entry.after if after else entry.forms)
    )
