"""Attributions that pass on what another has said: نقلت الوكالة عن المصدر قوله إن، ونقلت عنه الوكالة أن.

Goes in: a page's words and the place of a verb that relays. Comes out: a `Draft` with the medium before its source.
"""

from __future__ import annotations

from dataclasses import replace

from riwaya.annotate.claim_drafts import Draft
from riwaya.annotate.claim_reports import (
    Complement,
    report_after,
)
from riwaya.annotate.claim_sight import COMMAS, Sight, skip_settings
from riwaya.annotate.claim_subjects import source_before
from riwaya.annotate.claim_verbs import Agreement
from riwaya.annotate.claim_words import Form, prepositions, words
from riwaya.annotate.sources import read_phrase

__all__ = ["relay"]

_RELAY_SCAN = 10  # words between the inner source and what it is quoted with
_SPEAKING = ("agency", "organization", "unnamed")


def relay(sight: Sight, at: int, start: int, stop: int, form: Form, cut: int) -> Draft | None:
    """Read ونقلت رويترز عن SOURCE قوله ان …"""
    outer, inner, further = None, None, None
    about = sight.forms[at + 1] if at + 1 < stop else ""
    if about in words("about_him"):  # ونقلت عنه وكالة … أن: the medium quotes somebody named before
        return _relay_of_him(sight, at, stop, form, cut)
    here = skip_settings(sight, at + 1, stop)
    if here < stop and _to_whom(sight, here, form) is None:
        outer = read_phrase(sight, here, stop, takes=("to",) if "ila" in form.verb.takes else ())
        if outer is None or (outer.kind not in _SPEAKING and outer.head not in words("reporters")):
            return None
        here = outer.last
        while here < stop and sight.forms[here] in COMMAS:
            here += 1
        here = skip_settings(sight, here, stop)
    through = _to_whom(sight, here, form) if here < stop else None
    if through is not None:
        inner = read_phrase(sight, here + (through == 0), stop, cut=through, joined=through > 0, takes=("object",))
        if inner is None:
            return None
        here = inner.last
        further = (
            read_phrase(sight, here + 1, stop, takes=("object",)) if sight.forms[here : here + 1] == ("عن",) else None
        )
        if further:  # X quotes Y, who quotes Z
            here = further.last
        while here < stop and sight.forms[here] in COMMAS:
            here += 1
    found = report_after(sight, here, stop, ("an", "quote", "colon"), scan=_RELAY_SCAN)
    if found is None and inner is not None and here < stop and sight.forms[here][0].isalnum():
        found = Complement(here, "object")
    if found is None:
        return None
    outer = outer or source_before(sight, at, start, form)
    chain = tuple(link for link in (outer, inner, further) if link)
    return Draft(sight.span(at, at + 1, cut), at, chain, None if outer else form.agreement, (found.start, stop),
                 "asserts", "relay", form.verb.id, direct=found.kind in ("quote", "colon"))  # fmt: skip


def _relay_of_him(sight: Sight, at: int, stop: int, form: Form, cut: int) -> Draft | None:
    outer = read_phrase(sight, at + 2, stop)
    if outer is None or outer.kind not in _SPEAKING:
        return None
    found = report_after(sight, outer.last, stop, ("an", "quote", "colon"), scan=_RELAY_SCAN)
    if found is None:
        return None
    return Draft(sight.span(at, at + 1, cut), at, (replace(outer, kind="agency"),), _of_pronoun(sight.forms[at + 1]),
                 (found.start, stop), "asserts", "relay of him", form.verb.id,
                 direct=found.kind in ("quote", "colon"))  # fmt: skip


def _of_pronoun(word: str) -> Agreement:
    """Give whom a preposition's pronoun stands for."""
    return Agreement("f", 1) if word.endswith("ها") else Agreement("m", 3) if word.endswith("هم") else Agreement("m", 1)


def _to_whom(sight: Sight, at: int, form: Form) -> int | None:
    """Give the letters before the inner source that are the preposition's: 0 for عن and إلى, 1 for ل; None: neither."""
    word = sight.forms[at]
    if word == "عن" or ("ila" in form.verb.takes and word == prepositions()["ila"]):
        return 0
    joined = "ila" in form.verb.takes and word[0] == "ل" and len(word) > 3 and not word.startswith("لل")
    return 1 if joined else None
