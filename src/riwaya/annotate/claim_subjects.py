"""The speaker that stands before its verb, and whom a sentence is about.

Goes in: a page's words and the place of a verb. Comes out: the source before it (الوزير قال، المحتجون يؤكدون), or the
noun phrases in a sentence that a later verb without a subject can take up.
"""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.annotate.claim_sight import COMMAS, Sight, is_complement, skip_settings
from riwaya.annotate.claim_verbs import Agreement
from riwaya.annotate.claim_words import Form, head_of, in_list, silent_heads, speakers, words
from riwaya.annotate.sources import Phrase, read_phrase

__all__ = ["Subjects", "agrees", "is_relative", "source_before", "subjects_of"]

_FAR = 24  # words between the head of a clause and its verb
#: Endings of a plural of people, with or without a pronoun (مناصروه، المحتفلون).
_MANY = ("ون", "ين", "ي" + "ه", "ي" + "ها", "ي" + "هم", "و" + "ه", "و" + "ها", "و" + "هم")
_UNKNOWN = 3  # words of a name without any sign that it is one
_STOPS = frozenset(".؛:!؟")


@dataclass(frozen=True, slots=True)
class Subjects:
    """The noun phrases of a sentence that can speak: `all` in order, and those that stand where a verb's subject does."""

    all: tuple[Phrase, ...]
    acting: tuple[Phrase, ...]


def agrees(verb: Agreement, source: Agreement) -> bool:
    """Tell whether a verb can have the source as its subject, where the subject does not follow it."""
    if verb.gender == "x":  # "the same source"
        return True
    if verb.number == 1:
        return source.number == 1 and source.gender == verb.gender
    return source.number >= 2


def is_relative(sight: Sight, at: int, start: int) -> bool:
    """Tell whether the verb opens a relative clause (الذي قال، التي كانت قد أعلنت)."""
    here = _past_auxiliaries(sight, at, start)
    timed = here > start + 1 and sight.forms[here - 2] in words("times_that")  # في الوقت الذي أعلن
    return here > start and sight.forms[here - 1] in words("relative") and not timed


def _past_auxiliaries(sight: Sight, at: int, start: int) -> int:
    here = at
    while here > start and in_list(sight.forms[here - 1], "auxiliary"):
        here -= 1
    return here


def source_before(sight: Sight, at: int, start: int, form: Form) -> Phrase | None:
    """Give the source that stands before its verb in the same clause, or None."""
    here = _past_auxiliaries(sight, at, start)
    if start < here < at and sight.forms[here][0] == "و" and sight.forms[here - 1] in COMMAS:
        return None  # ، وكان يعتقد: a clause of its own
    relative = here > start and sight.forms[here - 1] in words("relative")
    here -= relative
    while here > start and sight.forms[here - 1] in COMMAS:
        here -= 1
    if here > start and sight.forms[here - 1] in words("own_pronoun"):
        return None
    clause = _clause_opening(sight, start, here)
    found = _reaching(sight, _past_openers(sight, clause, here), here, form)
    if found is not None:
        return found
    for begin in range(clause, here):
        if (begin in sight.mentions and sight.mentions[begin][1].type != "PLACE") or bare_speaks(sight, begin):
            found = _reaching(sight, begin, here, form, exact=True, touching=relative)
            if found is not None and (relative or found.last == here or not _hangs(sight, begin, start)):
                return found
    return None


def bare_speaks(sight: Sight, at: int) -> bool:
    """Tell whether a word, as it stands, can head a source."""
    form = sight.forms[at]
    return (
        head_of(form) in speakers()
        or form in words("indefinite")
        or (form in words("quantities") or form in words("one_of") or form in words("person_pronouns"))
    )


def _hangs(sight: Sight, begin: int, start: int) -> bool:
    """Tell whether a noun hangs on the word before it (a preposition, بموقع …), so that it is no subject."""
    if sight.forms[begin] in words("prepositions") or begin == start:
        return sight.forms[begin] in words("prepositions")
    before = sight.forms[begin - 1]
    return before in words("prepositions") or (before[0] in ("ب", "ل", "ك") and head_of(before[1:]) in speakers())


def _reaching(
    sight: Sight, begin: int, here: int, form: Form, *, exact: bool = False, touching: bool = False
) -> Phrase | None:
    """Give the phrase that begins at a word if it goes up to the verb, settings between them passed over."""
    if begin >= here:
        return None
    joined = sight.forms[begin]
    glued = joined[0] == "و" and begin not in sight.mentions and head_of(joined) not in speakers()
    cut = int(glued and head_of(joined[1:]) in speakers())  # وشهود يقولون إن
    phrase = read_phrase(sight, begin, here, cut=cut)
    if phrase is None or (phrase.head in silent_heads() and phrase.head not in speakers()):
        return None
    if not phrase.known:  # a name that nobody knows, right before its verb (وكان سامر قال)
        plain = (
            not (exact or (begin and is_complement(sight, begin - 1)))
            and sight.forms[begin][0] not in ("و", "ف")
            and phrase.last == here
            and phrase.last - phrase.first <= _UNKNOWN
        )
        many = phrase.head.endswith(_MANY)
        return phrase if plain and many == (form.agreement.number > 1) and not form.unsure else None
    if not agrees(form.agreement, phrase.agreement) and not (
        phrase.mention and phrase.mention.type == "PERSON" and phrase.agreement.number == form.agreement.number
    ):
        return None
    after = phrase.last
    while after < here and sight.forms[after] in COMMAS:
        after += 1
    after = after if touching else skip_settings(sight, after, here)
    if after >= here:
        return phrase
    far = (
        not exact
        and here - after <= _FAR
        and (in_list(sight.forms[after], "relative") or sight.forms[after] in words("prepositions"))
    )
    return phrase if far and (here - after <= 8 or in_list(sight.forms[after], "relative")) else None


def _past_openers(sight: Sight, start: int, stop: int) -> int:
    at = start
    while at < stop and at not in sight.quotes and (
        in_list(sight.forms[at], "contrast") or in_list(sight.forms[at], "auxiliary")
        or in_list(sight.forms[at], "topic_openers") or not sight.forms[at][0].isalnum()
    ):  # fmt: skip
        at += 1
    return at


def _clause_opening(sight: Sight, start: int, at: int) -> int:
    """Give where the clause that ends at `at` opens: the sentence's start, a connector, or a comma before one."""
    here = at
    while here > start and at - here < _FAR:
        word = sight.forms[here - 1]
        if word in _STOPS or (word in COMMAS and here < at and _opens_clause(sight, here)):
            return here
        contrast = word in words("contrast") and word not in words("auxiliary")
        if is_complement(sight, here - 1) or (contrast and not _is_time(sight, here - 1)):
            return here
        here -= 1
    return here


def _is_time(sight: Sight, at: int) -> bool:
    """Tell whether the word is part of a plain time (في وقت لاحق), which opens no clause."""
    return sight.forms[at + 1 : at + 2] != () and sight.forms[at + 1] in words("later")


def _opens_clause(sight: Sight, at: int) -> bool:
    form = sight.forms[at]
    return in_list(form, "contrast") or (form[0] in "وف" and at not in sight.mentions)


def subjects_of(sight: Sight, start: int, stop: int) -> Subjects:
    """Give the noun phrases of a sentence that can speak, its first subject first, and none inside another.

    The first is what a verb without a subject in the next sentence takes up; a later one only inside this sentence.
    """
    found: list[Phrase] = []
    at = _past_openers(sight, start, stop)
    while at < stop:
        if at in sight.quotes and sight.quotes[at][0] - at > 8:
            at = sight.quotes[at][0]
            continue
        if (at in sight.mentions or bare_speaks(sight, at)) and not _hangs(sight, at, start):
            phrase = read_phrase(sight, at, stop)
            if phrase and phrase.known and phrase.head not in silent_heads():
                found.append(phrase)
                at = phrase.last
                continue
        at += 1
    return Subjects(tuple(found), tuple(phrase for phrase in found if _acts(sight, phrase.first, start)))


def _acts(sight: Sight, at: int, start: int) -> bool:
    """Tell whether a noun opens its sentence or follows the word that does: a verb, or a joined one (والتقى …)."""
    if at <= start + 1:
        return True
    before = sight.forms[at - 1]
    return before[0] in ("و", "ف") and len(before) > 3 and at - 1 not in sight.mentions
