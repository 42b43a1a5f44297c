"""A page's words as the reading of attributions sees them, and the small questions it asks of them.

Goes in: words, mentions and quotes. Comes out: `Sight`, and answers: does a reported clause open here, is this a noun
of doing, where does a setting (في بيان، خلال مؤتمر صحفي) end.
"""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.annotate.claim_words import (
    bare,
    in_list,
    is_medium_head,
    media_names,
    speakers,
    things_announced,
    words,
)
from riwaya.annotate.quotes import Quote
from riwaya.model import Mention, Span
from riwaya.text.words import Tokens

__all__ = [
    "COMMAS",
    "Sight",
    "can_begin_medium",
    "is_action",
    "is_complement",
    "is_number",
    "person_ends",
    "skip_settings",
]

COMMAS = frozenset("،,")
_LONGEST_SETTING = 8  # words after في بيان that still belong to it


@dataclass(frozen=True, eq=False)
class Sight:
    """A page's words as this layer sees them: folded forms, where quotes open, which mention starts at a word."""

    tokens: Tokens
    forms: tuple[str, ...]
    mentions: dict[int, tuple[int, Mention]]
    closings: dict[int, int]  # the word after a quote: the word that opens it
    quotes: dict[int, tuple[int, Quote]]  # opening word: (the word after the closing mark, the quote)

    def original(self, index: int) -> str:
        """Give a word as printed."""
        return self.tokens.words[index].span.of(self.tokens.text)

    def span(self, first: int, last: int, cut: int = 0) -> Span:
        """Give the span of words [first, last), `cut` letters off its front."""
        found = self.tokens.words
        return Span(found[first].span.start + cut, found[last - 1].span.end)


def is_complement(sight: Sight, index: int) -> bool:
    """Tell whether the word opens a reported clause (ان، انه، بان)."""
    form = sight.forms[index]
    if index + 1 < len(sight.forms) and sight.forms[index + 1] in words("god_willing"):
        return False  # إن شاء الله
    found = words("complement")
    if form in found and _spells_a_name(sight, index):
        return False
    if form in found or (form[0] in "ب" and form[1:] in found):
        return not (index and in_list(sight.forms[index - 1], "before_clause_an"))
    return False


def _spells_a_name(sight: Sight, index: int) -> bool:
    """Tell whether the word is part of a spelled name: سي إن إن, إن بي سي; after بي بي سي it opens a report."""
    letters, forms = words("spelled_letters"), sight.forms
    after = forms[index + 1] if index + 1 < len(forms) else ""
    before, first = forms[max(0, index - 1) : index], forms[max(0, index - 2) : max(0, index - 1)]
    if after in letters:
        return True
    if before and before[0] in letters:
        return after == forms[index]
    return bool(first) and first[0] in letters and before[0] == forms[index]


def skip_settings(sight: Sight, index: int, stop: int) -> int:
    """Give the place after adverbs, days, and settings (في بيان، خلال مؤتمر صحفي) beside a source."""
    at = index
    while at < stop:
        form = sight.forms[at]
        if form in words("weekdays") or form in words("adverbs"):
            at += 1
        elif form in words("prepositions") and at + 1 < stop and sight.forms[at + 1] in words("settings"):
            at = _past_publishing(sight, _after_setting(sight, at + 2, stop), stop)
        elif form[0] == "ب" and form[1:] in words("said_in"):
            at = _after_setting(sight, at + 1, stop)
        elif form in words("temporal") and at + 1 < stop and not is_complement(sight, at + 1):
            if sight.forms[at + 1].startswith("ان"):
                return at
            at = _after_setting(sight, at + 2, stop)
        elif form in COMMAS and at > index and not (at + 1 < stop and in_list(sight.forms[at + 1], "contrast")):
            at += 1
        else:
            return at
    return at


def _after_setting(sight: Sight, index: int, stop: int) -> int:
    at = index
    setting = sight.forms[index - 1]
    if setting.startswith("ال") or (setting.endswith(("ه", "ها")) and not sight.original(index - 1).endswith("ة")):
        while (
            at < stop
            and sight.forms[at].startswith("ال")
            and at not in sight.mentions
            and bare(sight.forms[at]) not in speakers()
        ):
            at += 1
        return at
    while at < stop and at < index + _LONGEST_SETTING:
        form = sight.forms[at]
        if form in COMMAS or is_complement(sight, at) or at in sight.quotes or not form[0].isalnum():
            return at
        if form in things_announced() or _joins_action(form):
            return at
        if at in sight.mentions or (bare(form) in speakers() and sight.forms[at - 1] not in words("prepositions")):
            return at
        at += 1
    return at


def _past_publishing(sight: Sight, at: int, stop: int) -> int:
    """Give the place after the relative clause that tells who published it (في كلمته التي بثها التلفزيون الإيراني)."""
    if at + 1 >= stop or sight.forms[at] not in words("relative") or sight.forms[at + 1] not in words("publishing"):
        return at
    ahead = range(at + 2, min(stop, at + 2 + _LONGEST_SETTING))
    return next((i for i in ahead if is_complement(sight, i) or i in sight.quotes or sight.forms[i] in COMMAS), at)


def _joins_action(form: str) -> bool:
    """Tell whether the word is ب with a noun of doing, which goes on with the verb and not with a setting."""
    return form[0] == "ب" and (form[1:3] == "ال" or is_action(form[1:]) or form[1:] in things_announced())


def is_action(form: str) -> bool:
    """Tell whether a word without article has the shape of a verbal noun (استقبال، انتقال، تقديم)."""
    if len(form) >= 6 and form[:2] == "اس" and form[2] == "ت":
        return form[-2] == "ا" or (form[-1] == "ه" and form[-3] == "ا")
    if len(form) == 5:
        return (form[0] == "ت" and form[3] == "ي") or (form[0] == "ا" and form[3] == "ا" and form[1] != "ل")
    return len(form) == 6 and form[0] == "ا" and form[4] == "ا" and form[1] != "ل"


def is_number(form: str) -> bool:
    """Tell whether a folded word is written in digits."""
    return form[0].isdigit()


def person_ends(sight: Sight, first: int, at: int) -> set[int]:
    """Give the last words of the persons named between two words."""
    return {
        sight.mentions[i][0] - 1
        for i in range(first, at)
        if i in sight.mentions and sight.mentions[i][1].type == "PERSON"
    }


def can_begin_medium(sight: Sight, index: int) -> int | None:
    """Give how many letters stand before a medium's name that begins at the word (لوكالة: 1), or None."""
    form = sight.forms[index]
    if index in sight.quotes:
        return 0 if media_names().at(sight.tokens, index + 1) else None
    for cut in (0, 1):
        rest = form[cut:]
        if (cut and form[0] not in ("ل", "ب", "و")) or len(rest) < 2:
            break
        hidden = cut == 1 and rest.startswith("ل") and len(rest) > 3  # لل: the article's alef is hidden
        if bare("ا" + rest if hidden else rest) in is_medium_head():
            return 0 if hidden else cut
    hits = media_names().at(sight.tokens, index)
    return len(hits[0].proclitic) if hits else None
