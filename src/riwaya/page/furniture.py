"""What the words of a line say about it: "read also", a source, key words, a share button, a counter, a section.

Goes in: the folded form of a line. Comes out: a `Mark`: the kind, the rule, and where in the line the phrase lies. The
phrases are data (`data/furniture.toml`), compiled once into a few alternations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from riwaya.lexicon.load import load_entries
from riwaya.text.fold import fold

__all__ = [
    "FurnitureEntry",
    "Mark",
    "alternation",
    "caption_end",
    "cuts",
    "entries",
    "glued_section",
    "mark",
    "word_count",
]

_EDGE = r"[\s\W_]*"
_SEPARATOR = re.compile(r"\s*[:|/\\\-•]")
_WORD = re.compile(r"[^\W_]+")
_LETTERS = re.compile(r"[^\W\d_]+")
#: A line that is nothing but numbers and signs is a counter.
_NUMBERS = re.compile(r"[\W\d_]*\d[\W\d_]*$")
_DATED = re.compile(r"\d{4}|\d\s*[:/]\s*\d")
_ADDRESS = re.compile(r"\s*(?:https?://|www\.|pic\.twitter\.com/|t\.co/)\S+\s*$")
_HASHTAGS = re.compile(r"(?:\s*#\w+)+\s*$")
_RULE = re.compile(r"[\W_]*$")
#: How many words may stand beside a phrase that has to be the whole line.
_BESIDE = 2
_AFTER_SECTION = 20  # letters that must follow a glued section name: it is a title


@dataclass(frozen=True, slots=True)
class FurnitureEntry:
    """Phrases of one kind; see the head of `data/furniture.toml` for what the keys mean."""

    id: str
    kind: str
    where: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]
    separator: bool = False
    after_stop: bool = False
    needs_date: bool = False
    most: int = 60


@dataclass(frozen=True, slots=True)
class Mark:
    """What a phrase says of a line: its kind, the entry that says so, and the folded place after the phrase."""

    kind: str
    rule: str
    end: int


@cache
def entries() -> tuple[FurnitureEntry, ...]:
    """Give the entries of the language data, in the order in which they are asked."""
    return load_entries("furniture.toml", "furniture", FurnitureEntry)


def word_count(form: str) -> int:
    """Give how many words and numbers a folded line has."""
    return len(_WORD.findall(form))


def alternation(forms: tuple[str, ...]) -> str:
    """Give a regular expression for any of the phrases, the longest first, with free space between words."""
    folded = sorted({fold(form).strip() for form in forms}, key=lambda form: (-len(form), form))
    return "(?:" + "|".join(r"\s+".join(map(re.escape, form.split())) for form in folded) + ")"


@cache
def _patterns() -> tuple[tuple[FurnitureEntry, re.Pattern[str]], ...]:
    rows = []
    for entry in entries():
        if entry.kind == "caption_end":
            continue
        one = alternation(entry.forms)
        if entry.where == "words":
            pattern = rf"(?>{_EDGE}(?:في\s*)?{one}(?![^\W_])|{_EDGE}(?:في|و)(?={one}))++[\W\d_]*$"
        elif entry.where == "line":
            pattern = rf"[\W\d_]*{one}(?![^\W_])"
        else:
            pattern = rf"{_EDGE}{one}"
        rows.append((entry, re.compile(pattern)))
    return tuple(rows)


@lru_cache(maxsize=8192)
def mark(form: str) -> Mark | None:
    """Give what the opening of a folded line says of it, if anything.

    >>> mark(fold("التعليقات (0)")).kind, mark(fold("اقرأ ايضاًسيف من خشب")).kind
    ('comments', 'read_also')
    """
    if len(form) > 600:
        return None
    if _NUMBERS.match(form):
        return Mark("counter", "only numbers", len(form))
    if _RULE.match(form):
        return Mark("furniture", "only signs", len(form))
    if _ADDRESS.match(form):
        return Mark("furniture", "only an address", len(form))
    if _HASHTAGS.match(form):
        return Mark("keywords", "only hashtags", len(form))
    words = word_count(form)
    for entry, pattern in _patterns():
        if words <= entry.most and (found := pattern.match(form)) and _holds(entry, form, found.end(), words):
            return Mark(entry.kind, f"furniture {entry.id}", found.end())
    return None


def _holds(entry: FurnitureEntry, form: str, end: int, words: int) -> bool:
    """Tell whether what follows the phrase is what the entry asks for."""
    if entry.where == "line":
        return _is_alone(entry, form, end)
    if entry.where == "words" or not form[end:].strip():
        return True
    if entry.separator:
        return bool(_SEPARATOR.match(form, end))
    if entry.needs_date:
        return bool(_DATED.search(form, end))
    if entry.kind in ("caption", "byline", "furniture"):
        return not form[end].isalnum()
    return True


def _is_alone(entry: FurnitureEntry, form: str, end: int) -> bool:
    """Tell whether a phrase is the whole line: beside a phrase of several words a word or two may stand."""
    beside = len(_LETTERS.findall(form[end:]))
    if entry.kind == "counter" and not any(char.isdigit() for char in form):
        return False
    return beside <= (_BESIDE if word_count(form[:end]) > 1 else 0)


@cache
def _cutting() -> tuple[tuple[FurnitureEntry, re.Pattern[str]], ...]:
    return tuple(
        (entry, re.compile((r"(?<=[.!؟?»\")\d]) ?" if entry.after_stop else r"") + alternation(entry.forms)))
        for entry in entries()
        if entry.where == "cut"
    )


def cuts(form: str) -> Iterator[int]:
    """Give the folded places inside a line where a phrase begins something that is not the paragraph before it."""
    found = set()
    for entry, pattern in _cutting():
        for hit in pattern.finditer(form, 1):
            start = hit.start() + (form[hit.start()] == " ")
            if start and _cut_holds(entry, form, start, hit.end()):
                found.add(start)
    yield from sorted(found)


def _cut_holds(entry: FurnitureEntry, form: str, start: int, end: int) -> bool:
    before, after = form[:start].rstrip(), form[end:]
    if not before:
        return False
    stopped = before[-1] in '.!?؟»"):…'
    colon = bool(_SEPARATOR.match(after)) or after[:1] in ("", ":")
    if entry.separator:
        return after.lstrip()[:1] in (":", "|") and before[-1] not in "(\"'"
    if entry.after_stop:
        return stopped and 0 < word_count(after) <= entry.most and not re.search(r"[.!؟?]", after)
    if entry.kind == "read_also":
        return colon and (stopped or after.lstrip()[:1] == ":")
    return stopped or colon


@cache
def caption_end() -> re.Pattern[str]:
    """Give the pattern of what closes a photo's caption: the name of an agency, "archive", a network."""
    forms = tuple(form for entry in entries() if entry.kind == "caption_end" for form in entry.forms)
    return re.compile(rf"{_EDGE}{alternation(forms)}(?![^\W_])")


@cache
def _sections() -> re.Pattern[str]:
    forms = tuple(form for entry in entries() if entry.kind == "section" for form in entry.forms if " " in form)
    return re.compile(rf"[\s]*{alternation(forms)}(?=[^\W\d_])")


def glued_section(form: str) -> int:
    """Give where a section's name ends that is glued to the words after it (0: none), as in a title printed to it.

    Only names of several words count: a letter after one word is mostly the same word's.
    """
    found = _sections().match(form)
    return found.end() if found and len(form) - found.end() > _AFTER_SECTION else 0
