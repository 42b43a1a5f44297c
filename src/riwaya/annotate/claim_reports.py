"""Where a report begins after its cue or its source: a clause with ان, a quote, a colon, a preposition, an object.

Goes in: a page's words, a place, and what the cue can take. Comes out: a `Complement`, the first word of the report.
"""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.annotate.claim_sight import COMMAS, Sight, can_begin_medium, is_action, is_complement, skip_settings
from riwaya.annotate.claim_words import (
    Form,
    bare,
    head_of,
    in_list,
    is_medium_head,
    prepositions,
    sayings,
    speakers,
    things_announced,
    verb_forms,
    words,
)
from riwaya.annotate.sources import read_medium

__all__ = ["Complement", "is_long_quote", "is_object", "opens_event", "prompt_report", "report_after"]

_SCAN = 45  # words between a source and its report; relative clauses and settings stand there
_NEAR = 14  # words in which a preposition after a source can still open its report
_SHORT_QUOTE = 4  # a quote of fewer words is a name or a word held at arm's length
_STOPS = frozenset(".؛!؟?…;")
_JOINED = frozenset(("و", "ف", "ب", "ل"))  # letters that stand before a noun


@dataclass(frozen=True, slots=True)
class Complement:
    """Where a report begins: `start` is its first word, `kind` one of Verb.takes."""

    start: int
    kind: str


def is_long_quote(sight: Sight, index: int) -> bool:
    """Tell whether a quote of more than a name's length opens at the word."""
    return index in sight.quotes and sight.quotes[index][0] - index - 2 >= _SHORT_QUOTE


def prompt_report(
    sight: Sight, at: int, stop: int, takes: tuple[str, ...], *, form: Form | None = None, after_verb: bool = False
) -> Complement | None:
    """Give the report that begins right at the word. `after_verb`: the source may still come, so be strict."""
    if at >= stop:
        return None
    word = sight.forms[at]
    if word in sayings() and at + 1 < stop:
        return prompt_report(sight, at + 1, stop, ("an", "quote", "colon"))
    if is_complement(sight, at) and "an" in takes:
        return Complement(_after_an(sight, at), "an")
    if at in sight.quotes and "quote" in takes:
        ends_sentence = sight.quotes[at][0] >= stop - 1
        before = sight.forms[at - 1] if at else ""
        opened = not after_verb and not before[:1].isalnum() and before not in COMMAS
        asked = "bi" in takes and at + 1 < stop and sight.forms[at + 1][0] == "ب" and not _whole_word(sight, at + 1)
        if (
            is_long_quote(sight, at)
            or opened
            or (asked and not _is_name(sight, at))
            or (ends_sentence and not _is_name(sight, at))
        ):
            return Complement(at, "quote")
    if word == ":" and ("colon" in takes or "quote" in takes) and at + 1 < stop:
        return _after_colon(sight, at + 1)
    if found := _after_preposition(sight, at, stop, takes, form):
        return found
    event = word in things_announced() or (form is not None and "*" in form.verb.objects and is_action(word))
    if "object" in takes and after_verb and event and bare(word) not in speakers():
        return Complement(at, "object") if form is None or is_object(sight, at, form) else None
    return None


def _is_name(sight: Sight, at: int) -> bool:
    """Tell whether a short quote is the name of what stands before it (لإذاعة "…")."""
    before = sight.forms[at - 1] if at else ""
    return any(
        head_of(word) in speakers() or head_of(word) in is_medium_head() for word in (before, before[1:]) if word
    )


def _after_colon(sight: Sight, at: int) -> Complement:
    if is_complement(sight, at):
        return Complement(_after_an(sight, at), "an")
    return Complement(at, "quote" if at in sight.quotes else "colon")


def _after_preposition(
    sight: Sight, at: int, stop: int, takes: tuple[str, ...], form: Form | None
) -> Complement | None:
    word = sight.forms[at]
    for kind, preposition in prepositions().items():
        if word != preposition or at + 1 >= stop:
            continue
        if is_complement(sight, at + 1):
            return Complement(_after_an(sight, at + 1), "an") if "an" in takes or kind in takes else None
        said = sight.forms[at + 1] in words("the_saying") and at + 2 < stop and is_complement(sight, at + 2)
        if kind in takes and said:
            return Complement(_after_an(sight, at + 2), "an")  # خلص إلى القول إن
        if kind in takes and _allowed(sight, at + 1, form):
            return Complement(at + 1, kind)
    if "bi" in takes and word == "ب" and at + 1 in sight.quotes:
        return Complement(at + 1, "bi")
    joined = {"bi": "ب", "for": "ل"}
    for kind, letter in joined.items():
        short = len(word) == 3 and at + 1 < stop and sight.forms[at + 1].startswith("ال")  # طالب بحق العودة
        if kind in takes and word[0] == letter and (len(word) > 3 or short) and not _whole_word(sight, at):
            if kind == "for" and prepositions()["ila"] in sight.forms[at : min(stop, at + _NEAR)]:
                continue
            asked = form is not None and form.verb.stance == "asks"
            free = word not in words("prepositions") or (
                asked and at + 1 < stop and sight.forms[at + 1].startswith("ال")
            )
            if free and word not in words("adverbs") and _allowed(sight, at, form, cut=1):
                return Complement(at, kind)
    return None


def _whole_word(sight: Sight, at: int) -> bool:
    """Tell whether the word's first letter is its own: a name, or a noun that speaks (بيان، لجنة)."""
    named = at in sight.mentions and sight.mentions[at][1].span.start == sight.tokens.words[at].span.start
    return named or head_of(sight.forms[at]) in speakers() or sight.forms[at] in words("names_in_b")


def _allowed(sight: Sight, at: int, form: Form | None, *, cut: int = 0) -> bool:
    """Tell whether the verb's entry lets this noun be a report."""
    if form is None or not form.verb.objects or "*" in form.verb.objects:
        return True
    return bare(sight.forms[at][cut:]) in {bare(noun) for noun in form.verb.objects}


def _after_an(sight: Sight, at: int) -> int:
    """Give the first word of the report: after a bare particle, at one that carries a pronoun."""
    return at + 1 if sight.forms[at].lstrip("ب") == "ان" else at


def report_after(
    sight: Sight, at: int, stop: int, takes: tuple[str, ...], *, form: Form | None = None, scan: int = _SCAN
) -> Complement | None:
    """Give the report that follows a source, past settings, days and relative clauses."""
    if found := prompt_report(sight, at, stop, takes, form=form):
        return found
    here = skip_settings(sight, _past_medium(sight, at, stop), stop)
    while here < stop and sight.forms[here] in COMMAS:
        if here + 1 < stop and in_list(sight.forms[here + 1], "contrast"):
            return None
        here = skip_settings(sight, here + 1, stop)
    beyond = _past_medium(sight, here, stop)
    if beyond > here:  # في تصريح لوكالة …، وجود
        here = skip_settings(sight, beyond, stop)
        while here < stop and sight.forms[here] in COMMAS:
            here += 1
    if found := prompt_report(sight, here, stop, takes, form=form):
        return found
    noun = form is not None and "object" in takes and here < stop and is_object(sight, here, form)
    if noun and opens_event(sight, here):
        return Complement(here, "object")
    if "through" in takes and here < stop and _through(sight, here, stop):
        return Complement(here, "through")
    found = _further(sight, at, here, min(stop, here + scan), stop, takes, form)
    if found is None and noun and not _is_finite(sight, here):
        return Complement(here, "object")
    return found


def opens_event(sight: Sight, at: int) -> bool:
    """Tell whether the word is a noun of happening, which opens what is announced."""
    return sight.forms[at] in things_announced() or is_action(sight.forms[at])


def _past_medium(sight: Sight, at: int, stop: int) -> int:
    """Give the place after a medium that the source spoke to (لوكالة …، لـ"…")."""
    first = at + 1 if at + 1 < stop and sight.forms[at] == "ل" else at
    if first >= stop or not (first > at or sight.forms[first].startswith("ل")):
        return at
    medium = read_medium(sight, first, stop)
    return medium.last if medium else at


def _further(
    sight: Sight, at: int, here: int, last: int, stop: int, takes: tuple[str, ...], form: Form | None
) -> Complement | None:
    """Look for the report past what stands between (a relative clause, an apposition, whom it was said to)."""
    relative = here  # where a relative clause that tells of another's words ends
    for i in range(here, last):
        word = sight.forms[i]
        if i < relative:
            continue
        if word in words("relative") and i + 1 < last and sight.forms[i + 1] in verb_forms():
            relative = next((j for j in range(i + 1, last) if sight.forms[j] in COMMAS), i)
            continue
        if word in _STOPS or (i > here and (_other_cue(sight, i) or _turns(sight, i))):
            return None
        if is_complement(sight, i) and "an" in takes:
            return Complement(_after_an(sight, i), "an")
        listed = form is not None and form.verb.objects and "*" not in form.verb.objects and i - here < _NEAR
        if listed and form and "object" in takes and is_object(sight, i, form):
            return Complement(i, "object")
        if (is_long_quote(sight, i) and "quote" in takes) or (word == ":" and "colon" in takes and i > at):
            return prompt_report(sight, i, stop, takes, form=form)
        asked = form is not None and form.verb.stance == "asks" and form.verb.addresses
        joins = "bi" in takes and (_joins_report(sight, i) or (asked and _joins_noun(sight, i)))
        near = i - here < _NEAR and (word in prepositions().values() or joins)
        if near and (found := prompt_report(sight, i, stop, takes, form=form)):
            return found
    return None


def _is_finite(sight: Sight, at: int) -> bool:
    """Tell whether the word is a verb of publishing, which goes on with the source (تحقيق أجرته …)."""
    return sight.forms[at] in words("publishing")


def _joins_report(sight: Sight, at: int) -> bool:
    """Tell whether ب joins a report to its verb past the one who was spoken to (طالب الحكومة بوقف …)."""
    word = sight.forms[at]
    if word[0] != "ب" or len(word) < 4 or at in sight.mentions or word in words("prepositions"):
        return False
    return is_action(word[1:]) or word[1:] in things_announced() or word[1:3] == "ال"


def _joins_noun(sight: Sight, at: int) -> bool:
    """Tell whether ب stands before a noun that is no speaker and no place (نصحت المواطنين بأخذ الحيطة)."""
    word = sight.forms[at]
    if (
        word[0] != "ب"
        or len(word) < 4
        or at in sight.mentions
        or _whole_word(sight, at)
        or word in words("prepositions")
    ):
        return False
    return head_of(word[1:]) not in speakers() and word[1:] not in words("places")


def _through(sight: Sight, at: int, stop: int) -> bool:
    """Tell whether ب joins what somebody is accused of to the accused; ب at once is said of the accused alone."""
    word = sight.forms[at]
    if word[0] == "ب" and len(word) > 4 and not _whole_word(sight, at) and head_of(word[1:]) not in speakers():
        return False
    return any(
        sight.forms[i][0] == "ب" and i not in sight.mentions and len(sight.forms[i]) > 3
        and (is_action(sight.forms[i][1:]) or sight.forms[i][1:] in things_announced() or is_complement(sight, i)
             or (sight.forms[i] not in words("prepositions") and i > at))
        for i in range(at + 1, min(stop, at + _NEAR))
    )  # fmt: skip


def _turns(sight: Sight, at: int) -> bool:
    """Tell whether another clause of the outlet's own opens here (، بينما …)."""
    return sight.forms[at - 1] in COMMAS and in_list(sight.forms[at], "contrast")


def _other_cue(sight: Sight, at: int) -> bool:
    form = sight.forms[at]
    if form in words("quoting"):
        return False
    if sight.forms[at - 1] in COMMAS and any(f.shape == "verb" and not f.unsure for f in verb_forms().get(form, ())):
        return True
    return (
        form[0] in "وف" and len(form) > 3 and bare(form[1:]) not in things_announced()
        and any(f.shape == "verb" and not f.unsure for f in verb_forms().get(form[1:], ()))
    )  # fmt: skip


def is_object(sight: Sight, at: int, form: Form) -> bool:
    """Tell whether the word opens an object that says what is reported."""
    word, verb = sight.forms[at], form.verb
    if verb.objects:
        wanted = {bare(noun) for noun in verb.objects}
        listed = bare(word) in wanted or (word.endswith("ا") and word[:-1] in wanted)
        return listed or ("*" in verb.objects and (word in things_announced() or is_action(word)))
    if bare(word) in {bare(noun) for noun in verb.not_objects} or word in words("names_in_b"):
        return False
    if word in words("prepositions") or word in words("relative") or word in words("negation") or not word[0].isalnum():
        return False
    if word[0] == "ل" and can_begin_medium(sight, at) is not None:
        return False
    return not (word[0] in _JOINED and len(word) > 4 and word not in things_announced() and at not in sight.mentions)
