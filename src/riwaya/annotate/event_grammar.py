"""The small words of event grammar: which group a word of the text belongs to.

Goes in: `data/event_grammar.toml`. Comes out: `groups_at`, the groups that the words at a place belong to.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from riwaya.lexicon.inflect import verb_forms
from riwaya.lexicon.load import load_entries
from riwaya.text.fold import fold
from riwaya.text.words import Word

__all__ = ["Group", "grammar_groups", "groups_at", "groups_at_form"]


#: Letters that a verb in the present begins with.
_PERSONS = ("ي", "ت", "ن", "ا")


@dataclass(frozen=True, slots=True)
class Group:
    """A group of small words; see the data file."""

    id: str
    examples: tuple[str, ...]
    verbs: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    note: str = ""


@cache
def grammar_groups() -> tuple[Group, ...]:
    """Give the groups of `data/event_grammar.toml`."""
    return load_entries("event_grammar.toml", "group", Group)


@cache
def _forms() -> tuple[dict[str, frozenset[str]], dict[str, tuple[tuple[tuple[str, ...], str], ...]]]:
    single: dict[str, set[str]] = {}
    several: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for group in grammar_groups():
        for verb in group.verbs:
            for form in verb_forms(verb):
                single.setdefault(form.text, set()).add(group.id)
        for word in group.words:
            if " " not in word:
                single.setdefault(fold(word), set()).add(group.id)
        for phrase in (*group.phrases, *(w for w in group.words if " " in w)):
            first, *rest = fold(phrase).split()
            several.setdefault(first, []).append((tuple(rest), group.id))
    return {form: frozenset(ids) for form, ids in single.items()}, {k: tuple(v) for k, v in several.items()}


def groups_at(words: tuple[Word, ...], at: int) -> frozenset[str]:
    """Give the groups of the word at index `at` of the words, alone or as the first of a phrase."""
    single, several = _forms()
    form = words[at].form
    found: set[str] = set()
    for reading in _readings(form):
        found |= single.get(reading, frozenset())
        for rest, group in several.get(reading, ()):
            after = words[at + 1 : at + 1 + len(rest)]
            if tuple(word.form for word in after) == rest:
                found.add(group)
        if found:
            break
    return frozenset(found)


def groups_at_form(form: str) -> frozenset[str]:
    """Give the groups of a folded form as it stands, nothing taken off."""
    return _forms()[0].get(form, frozenset())


def _readings(form: str) -> tuple[str, ...]:
    """Give a word, without its conjunction, and without its future letter."""
    out = [form]
    if len(form) > 2 and form[0] in "وف":
        out.append(form[1:])
    out += [rest[1:] for rest in out if len(rest) > 4 and rest[0] == "س" and rest[1] in _PERSONS]
    return tuple(out)
