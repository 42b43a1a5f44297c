"""Attributions by a noun alone: تأكيد الوزير أن، تصريحات لفلان بأن، ما وصفوه بـ.

Goes in: a page's words and a place. Comes out: a `Draft`. A noun of saying reports only where its speaker stands right
behind it and a clause with ان right behind the speaker; a judgement held at arm's length is its sentence's subject's.
"""

from __future__ import annotations

from functools import cache

from riwaya.annotate.claim_drafts import Draft
from riwaya.annotate.claim_reports import prompt_report
from riwaya.annotate.claim_sight import COMMAS, Sight, skip_settings
from riwaya.annotate.claim_verbs import Agreement
from riwaya.annotate.claim_words import bare, in_list, verbs, words
from riwaya.annotate.sources import Phrase, read_phrase
from riwaya.text.fold import fold

__all__ = ["read_noun"]

_HELD = 8  # words that a judgement held at arm's length is no longer than


def read_noun(sight: Sight, at: int, start: int, stop: int) -> Draft | None:
    """Give the attribution that a noun of saying at the word makes, or None."""
    if at in sight.mentions:
        return None
    return _said_by(sight, at, stop) or _held(sight, at, start, stop)


@cache
def _nouns() -> dict[str, tuple[str, str]]:
    """Give the nouns of saying, folded, without article: the verb's id and its stance."""
    found = {fold(verb.noun): (verb.id, verb.stance) for verb in verbs() if verb.noun and "an" in verb.takes}
    plural = {bare(noun): ("declare", "asserts") for noun in words("statements_of")}
    return {noun: entry for noun, entry in {**found, **plural}.items() if noun not in words("no_sayings")}


def _said_by(sight: Sight, at: int, stop: int) -> Draft | None:
    """Read بعد تأكيد الوزير أن، تصريحات للناطق بأن."""
    word = sight.forms[at]
    cut = next((n for n in (0, 1) if word[n:] in _nouns() and (not n or word[0] in _JOINED)), -1)
    if cut < 0 or at + 2 >= stop:
        return None
    noun, stance = _nouns()[word[cut:]]
    phrase = _speaker(sight, at + 1, stop)
    if phrase is None or not phrase.known or phrase.kind == "agency":
        return None
    begin = skip_settings(sight, phrase.last, stop)
    takes = ("an", "bi") if word[cut:] in words("statements_of") else ("an",)
    found = prompt_report(sight, begin, stop, takes)
    if found is None:
        return None
    return Draft(sight.span(at, at + 1, cut), at, (phrase,), None, (found.start, stop), stance, f"noun {noun}",
                 "noun", direct=False)  # fmt: skip


_JOINED = frozenset(("و", "ف", "ب", "ل", "ك"))  # letters that stand before a noun


def _speaker(sight: Sight, at: int, stop: int) -> Phrase | None:
    """Give whose words the noun means: the next noun, or the one behind ل."""
    form = sight.forms[at]
    if form.startswith("لل"):
        return read_phrase(sight, at, stop, joined=True, takes=("bi",))
    cut = int(form[0] == "ل" and len(form) > 3 and at not in sight.mentions)
    return read_phrase(sight, at, stop, cut=cut, takes=("bi",)) if not in_list(form, "prepositions") else None


def _held(sight: Sight, at: int, start: int, stop: int) -> Draft | None:
    """Read ما وصفوه بالقمع، ما أسماه «…»: the words are the sentence's subject's."""
    if at == start or sight.forms[at] not in words("calls_it") or not in_list(sight.forms[at - 1], "what"):
        return None
    phrase = read_phrase(sight, at + 1, stop) if at + 1 < stop and at + 1 not in sight.quotes else None
    if phrase is not None and phrase.known and not sight.forms[at + 1].startswith("ب"):
        return None  # its speaker stands behind it
    ending = next((end for end in ("ها", "هم") if sight.forms[at].endswith(end)), "ه")
    verb = sight.forms[at][: -len(ending)]
    needs = Agreement("m", 3) if verb.endswith("و") else Agreement("f", 1) if verb.endswith("ت") else Agreement("m", 1)
    begin = at + 1
    if begin < stop and sight.forms[begin] == "ب":
        begin += 1
    if begin >= stop:
        return None
    last = sight.quotes[begin][0] if begin in sight.quotes else begin + 1
    while begin not in sight.quotes and last < min(stop, begin + _HELD) and _goes_on(sight, last):
        last += 1
    return Draft(sight.span(at, at + 1), at, (), needs, (begin, last), "asserts", "held at arm's length", "judge")


def _goes_on(sight: Sight, at: int) -> bool:
    form = sight.forms[at]
    return form not in COMMAS and form[0].isalnum() and not in_list(form, "prepositions") and form[0] not in ("و", "ف")
