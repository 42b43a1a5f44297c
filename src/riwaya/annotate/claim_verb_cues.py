"""Attributions by a verb or a participle: قال X إن، أعلنت X مقتل، مشيرا إلى، ونقلت X عن Y قوله.

Goes in: a page's words and a place. Comes out: a `Draft` with the source after the verb or before it, or with what an
earlier speaker must agree with.
"""

from __future__ import annotations

from dataclasses import replace

from riwaya.annotate.claim_drafts import Draft
from riwaya.annotate.claim_media import medium_before, medium_between
from riwaya.annotate.claim_relays import relay
from riwaya.annotate.claim_reports import (
    Complement,
    is_long_quote,
    is_object,
    opens_event,
    prompt_report,
    report_after,
)
from riwaya.annotate.claim_sight import COMMAS, Sight, is_complement, skip_settings
from riwaya.annotate.claim_subjects import is_relative, source_before
from riwaya.annotate.claim_verbs import ANYBODY, Agreement
from riwaya.annotate.claim_words import Form, bare, in_list, media_names, prepositions, silent_heads, verb_forms, words
from riwaya.annotate.sources import Phrase, read_medium, read_phrase
from riwaya.text.fold import fold

__all__ = ["read_verb"]

_SOON = 12  # words after the speaker in which a verb that has another reading must bring its report
_WIDE = 45  # words, where the word of two readings opens its sentence and a known speaker follows
_ALLEGING = frozenset(("say", "believe", "claim", "allege", "assure"))  # verbs of "people who, it says, are …"
_JOINING = frozenset(("ila", "on", "from", "bi"))  # what joins a report to a verb past whom it is said to
_TO_DO = frozenset(("ي", "ت", "ن"))  # letters that open a present verb


def read_verb(sight: Sight, at: int, start: int, stop: int) -> Draft | None:
    """Give the attribution whose verb or participle the word is, or None."""
    for form, cut in _readings(sight, at):
        if (
            form.agreement.person != 3
            or _speaks_himself(sight, at, form, cut)
            or form.shape == "passive"
            or _is_called(sight, at, form)
            or _negated(sight, at, start, form)
        ):
            continue
        if form.shape == "participle":
            draft = _participle(sight, at, stop, form, cut)
        elif form.unsure and not _surely(sight, at, start, cut):
            continue
        elif "relay" in form.verb.takes:
            draft = relay(sight, at, start, stop, form, cut)
        else:
            draft = _finite(sight, at, start, stop, form, cut)
        if draft:
            return draft
    return _said_of_it(sight, at, start, stop) or _by_saying(sight, at, stop)


def _speaks_himself(sight: Sight, at: int, form: Form, cut: int) -> bool:
    """Tell whether a hamza makes the word "I …" (أعتقد), where the verb's past has none (اعتقد)."""
    word = sight.original(at)
    two = form.agreement.number == 2 and word.endswith("أ")  # اقرأ is no dual of أقر
    return two or (word[cut : cut + 1] == "أ" and form.verb.past[0] == "ا")


def _is_called(sight: Sight, at: int, form: Form) -> bool:
    """Tell whether a present verb is passive by its last letter (ويدعى سعود), where the active one ends in ي."""
    weak = form.verb.present.endswith("ي") and form.shape == "verb" and sight.original(at).endswith("ى")
    present = sight.forms[at].lstrip("وف")[:1] in ("ي", "ت")
    return weak and present and not (at + 1 < len(sight.forms) and is_complement(sight, at + 1))


def _readings(sight: Sight, at: int) -> tuple[tuple[Form, int], ...]:
    """Give what the word can be: as it stands, or with its conjunction letter off."""
    word = sight.forms[at]
    if at in sight.mentions and word not in verb_forms() and word[1:] not in verb_forms():
        return ()
    found = [(form, 0) for form in verb_forms().get(word, ())]
    if not found and word[0] in "وف" and len(word) > 2:
        found = [(form, 1) for form in verb_forms().get(word[1:], ())]
    if not found and word[0] == "ل" and word[1:2] in ("ي", "ت") and len(word) > 4:  # ليؤكد، لتقول إن
        found = [(form, 1) for form in verb_forms().get(word[1:], ()) if form.shape == "verb" and not form.unsure]
    return tuple(found)


def _negated(sight: Sight, at: int, start: int, form: Form) -> bool:
    if at > start + 1 and sight.forms[at - 1] == "ان" and in_list(sight.forms[at - 2], "modal"):
        return True
    return at > start and in_list(sight.forms[at - 1], "negation") and form.verb.stance != "denies"


def _surely(sight: Sight, at: int, start: int, cut: int) -> bool:
    """Tell whether a word of two readings is the verb: it opens its clause, and a preposition has و or قد before it."""
    if sight.forms[at] in words("prepositions"):
        about = prepositions()["about"] in sight.forms[at + 1 : at + 3] and sight.forms[at - 1] in (*COMMAS, ")")
        return at == start or in_list(sight.forms[at - 1], "auxiliary") or about
    return _opens(sight, at, start, cut)


def _opens(sight: Sight, at: int, start: int, cut: int) -> bool:
    """Tell whether the word opens its clause, as a verb does and a noun of the same letters seldom."""
    if cut or at == start:
        return True
    before = sight.forms[at - 1]
    return (
        before in COMMAS
        or in_list(before, "contrast")
        or in_list(before, "auxiliary")
        or before in words("relative")
        or before in words("own_pronoun")
        or (not before[0].isalnum() or before == "ان" or in_list(before, "adverbs"))
    )


# ---------------------------------------------------------------- participles


def _participle(sight: Sight, at: int, stop: int, form: Form, cut: int) -> Draft | None:
    """Read مشيرا إلى، مؤكدا أن، داعيا سموه ل: the report must come at once."""
    if sight.forms[at].endswith("ه") and not sight.original(at).endswith("ة"):
        return None
    here = at + 1
    if here < stop and (sight.forms[here] in words("prepositions") or sight.forms[here] in words("adverbs")):
        found = prompt_report(sight, here, stop, form.verb.takes, form=form)
        here = here if found else skip_settings(sight, here, stop)
    chain: tuple[Phrase, ...] = ()
    found = prompt_report(sight, here, stop, form.verb.takes, form=form)
    if found is None and here < stop and sight.forms[here] in words("person_pronouns"):
        phrase = read_phrase(sight, here, here + 1)
        chain = (phrase,) if phrase else ()
        found = prompt_report(sight, here + 1, stop, form.verb.takes, form=form)
    if found is None and here < stop and form.verb.addresses and _JOINING & set(form.verb.takes):  # داعيا الحكومة إلى
        found = report_after(
            sight, here, stop, tuple(t for t in form.verb.takes if t != "object"), form=form, scan=_SOON
        )
    if found is None and here < stop and sight.forms[here] in words("prepositions") and "an" in form.verb.takes:
        found = report_after(sight, here, stop, ("an", "quote"), scan=_SOON)  # مؤكدا أمام الحشد أنه
    if found is None and here < stop and ("object" in form.verb.takes or "for" in form.verb.takes):
        found = Complement(here, "object") if is_object(sight, here, form) else None
    if found is None:
        return None
    return Draft(sight.span(at, at + 1, cut), at, chain, None if chain else form.agreement, (found.start, stop),
                 form.verb.stance, f"participle {form.verb.id}", form.verb.id,
                 direct=found.kind in ("quote", "colon"), follows=True, participle=True)  # fmt: skip


# ---------------------------------------------------------------- finite verbs


def _finite(sight: Sight, at: int, start: int, stop: int, form: Form, cut: int) -> Draft | None:
    takes, relative = form.verb.takes, is_relative(sight, at, start)
    phrase: Phrase | None = None
    found = prompt_report(sight, at + 1, stop, takes, form=form, after_verb=True)
    here = skip_settings(sight, at + 1, stop) if found is None else at + 1
    found = found or prompt_report(sight, here, stop, takes, form=form, after_verb=True)
    before: Phrase | None = None
    of_it = relative and at + 1 < stop and sight.forms[at + 1] in words("resumptive")
    if found is None and form.agreement.number == 1 and (of_it or not relative):
        phrase = read_phrase(sight, here, stop, takes=(*takes, *(bare(noun) for noun in form.verb.objects)))
        opens = _opens(sight, at, start, cut) and not (at > start and sight.forms[at - 1] == "قد")
        if (not opens or here > at + 1) and not (
            phrase and phrase.known and here == at + 1 and not form.verb.addresses
        ):
            before = source_before(sight, at, start, form) if not cut else None
            phrase = None if before else phrase
        if phrase and not opens and form.verb.addresses and before is None:
            return None
        if phrase and opens and form.verb.addresses and _is_object(sight, phrase, form):
            found, phrase = report_after(sight, phrase.last, stop, takes, form=form), None
    if phrase is not None:
        if _silent(phrase):
            return None
        if form.unsure:  # a word of two readings: the report must come soon
            found = prompt_report(sight, phrase.last, stop, takes, form=form, after_verb=True)
            here_after = skip_settings(sight, phrase.last, stop)
            found = found or prompt_report(sight, here_after, stop, takes, form=form, after_verb=True)
            if found is None and sight.forms[at][cut:] not in words("prepositions"):
                found = report_after(sight, phrase.last, stop, takes, form=form, scan=_SOON)
                if found and found.kind == "object" and not form.verb.objects and not opens_event(sight, found.start):
                    found = None
            if found is None and at == start and phrase.known:  # far off only what can be nothing but a report
                found = report_after(sight, phrase.last, stop, ("an", "quote", "colon"), scan=_WIDE)
        else:
            found = report_after(sight, phrase.last, stop, takes, form=form)
    elif found is None:
        found = report_after(sight, here, stop, takes, form=form)
    quoted = found is None and phrase is not None and phrase.known
    if quoted and phrase and (draft := _after_quote(sight, at, start, form, cut, phrase)):
        return draft
    if found is None and phrase is not None and "object" in takes and is_object(sight, here, form):
        phrase, found = source_before(sight, at, start, form), Complement(here, "object")  # حفتر أعلن استقالته
        if phrase is None:
            return None
    if found is None or (relative and form.verb.stance == "expects"):
        return None
    if form.verb.stated and sight.forms[found.start][0] in _TO_DO and found.start not in sight.mentions:
        return None
    if phrase is None:
        joined = (
            cut and sight.forms[at][0] in "ول"
        )  # a verb joined by و has its subject before the verb it is joined to
        phrase = before or (None if joined else source_before(sight, at, start, form))
    issued = _issued(sight, at, start) and (phrase is None or sight.forms[phrase.first] in words("issued"))
    if issued and not relative and form.agreement.number == 1:  # أصدر المجلس بيانا اتهم فيه: who issued it speaks
        draft = _draft(sight, at, start, form, cut, None, found, stop)
        return replace(draft, needs=ANYBODY)
    loose = phrase is None and not cut and _says_of_them(sight, at, form)
    opens = _opens(sight, at, start, cut) or loose
    if phrase is None and (relative or not opens or not _can_carry(sight, at, start, form, cut)):
        return None
    if phrase is not None and form.verb.subjects and phrase.head not in {bare(noun) for noun in form.verb.subjects}:
        return None
    return _draft(sight, at, start, form, cut, phrase, found, stop)


def _issued(sight: Sight, at: int, start: int) -> bool:
    """Tell whether a text that was issued stands before the verb in its sentence: بيانا، اتهم فيه؛ بيانا قال فيه."""
    near = sight.forms[at - 1] in words("issued") or (
        at + 1 < len(sight.forms) and sight.forms[at + 1] in words("resumptive")
    )
    comma = at > start and sight.forms[at - 1] in COMMAS
    return (near or comma) and any(sight.forms[i] in words("issued") for i in range(start + 1, at))


def _says_of_them(sight: Sight, at: int, form: Form) -> bool:
    """Tell whether the verb speaks of the noun before it (شركات تقول إنها على علاقة ب…): its subject stands before."""
    after = sight.forms[at + 1] if at + 1 < len(sight.forms) else ""
    owned = is_complement(sight, at + 1) if after else False
    return owned and after != "ان" and not form.unsure and bool(_ALLEGING & {form.verb.id})


def _is_object(sight: Sight, phrase: Phrase, form: Form) -> bool:
    """Tell whether the noun after a verb is what it speaks of or to, its speaker being named before (ووصف إدانته بأنها).

    A thing said or done, an accusative, or people after a feminine verb (وحثت السكان على).
    """
    if phrase.head in words("things_judged"):
        return True
    owner = next((end for end in ("ه", "ها", "هم") if sight.forms[phrase.first].endswith("ت" + end)), "")
    owned = bool(owner) and not phrase.known
    accusative = sight.forms[phrase.first].endswith("ا") and len(phrase.head) > 4 and not phrase.known
    people = phrase.kind in ("person", "unnamed") and phrase.agreement == Agreement("m", 3)
    return owned or accusative or (people and form.agreement.gender == "f" and form.agreement.number == 1)


def _can_carry(sight: Sight, at: int, start: int, form: Form, cut: int) -> bool:
    """Tell whether the verb can go on with an earlier speaker, none being named."""
    verb = form.verb
    if (
        verb.needs_subject
        or verb.subjects
        or not {"an", "colon"} & set(verb.takes)
        or (form.unsure and not cut and at > start and not in_list(sight.forms[at - 1], "contrast"))
    ):
        return False
    reading = sight.forms[at][1:] if cut else sight.forms[at]
    return len(reading) > 2 and reading not in {fold(word) for word in verb.impersonal}


def _silent(phrase: Phrase) -> bool:
    return not phrase.known and (phrase.head in silent_heads() or phrase.head in words("places"))


def _draft(
    sight: Sight, at: int, start: int, form: Form, cut: int, phrase: Phrase | None, found: Complement, stop: int
) -> Draft:
    """Put the medium that was spoken to, if one is named, before the source."""
    medium = None
    if phrase is None:
        medium = medium_between(sight, at + 1, found.start)
    elif phrase.kind != "agency":
        after = phrase.last if phrase.first > at else at + 1
        medium = medium_between(sight, after, found.start) or medium_before(sight, start, min(at, phrase.first))
        if medium is None and form.verb.addresses and media_names().at(sight.tokens, phrase.last):
            medium = read_medium(sight, phrase.last, found.start)  # وأبلغ فلان رويترز
    inner = _quoted(sight, phrase.last, found.start) if phrase is not None and phrase.first > at else None
    chain = tuple(link for link in (medium, phrase, inner) if link)
    return Draft(sight.span(at, at + 1, cut), at, chain, None if phrase else form.agreement, (found.start, stop),
                 form.verb.stance, f"verb {form.verb.id}", form.verb.id, direct=found.kind in ("quote", "colon"),
                 follows=cut > 0 and phrase is None, participle=cut > 0 and sight.forms[at][0] == "ل", subject=_agreement(form, phrase))  # fmt: skip


def _agreement(form: Form, phrase: Phrase | None) -> Agreement | None:
    """Give the speaker's gender as the verb has it (قالت + a name that shows none), and the number of its noun."""
    if phrase is None or phrase.agreement.number > 1:
        return phrase.agreement if phrase else None
    return Agreement(form.agreement.gender, 1) if form.agreement.number == 1 else form.agreement


def _quoted(sight: Sight, first: int, last: int) -> Phrase | None:
    """Give the source that the speaker quotes before the report comes (ذكرت الوكالة نقلا عن مصدر أن …)."""
    for at in range(first, last - 1):
        if sight.forms[at] in words("quoting") and sight.forms[at + 1] == "عن":
            return read_phrase(sight, at + 2, last)
    return None


def _by_saying(sight: Sight, at: int, stop: int) -> Draft | None:
    """Read أنهى المدير حديثه بالقول: a noun of saying after a verb that does not report."""
    word = sight.forms[at]
    found = prompt_report(sight, at + 1, stop, ("an", "quote", "colon")) if word in words("by_saying") else None
    if found is None:
        return None
    needs = Agreement("f", 1) if word.endswith("ها") else Agreement("m", 3) if word.endswith("هم") else ANYBODY
    return Draft(sight.span(at, at + 1), at, (), needs, (found.start, stop), "asserts", "by saying", "say",
                 direct=found.kind in ("quote", "colon"), follows=True, participle=True)  # fmt: skip


def _after_quote(sight: Sight, at: int, start: int, form: Form, cut: int, phrase: Phrase) -> Draft | None:
    """Read «report»، قال SOURCE: the quote stands before its verb."""
    end = at
    while end > start and sight.forms[end - 1] in COMMAS:
        end -= 1
    opening = sight.closings.get(end, -1)
    if opening >= start and is_long_quote(sight, opening) and "quote" in form.verb.takes:
        return Draft(sight.span(at, at + 1, cut), at, (phrase,), None, (opening, end), form.verb.stance,
                     f"verb {form.verb.id} after its quote", form.verb.id, side="before", direct=True)  # fmt: skip
    return None


def _said_of_it(sight: Sight, at: int, start: int, stop: int) -> Draft | None:
    """Read ما اعتبره مراقبون تراجعا، خطوة وصفها الوزير بأنها مهمة: a judgement in a relative clause."""
    joined = sight.forms[at][0] == "و" and sight.forms[at][1:] in words("says_of_it")
    plain = sight.forms[at] in words("says_of_it") and at > start
    if not (joined or plain) or sight.original(at).endswith("ة"):
        return None
    if joined:
        return _judged(sight, at, stop, 1)
    if not in_list(sight.forms[at - 1], "of_it_openers") and sight.forms[at - 1] in COMMAS:
        return None
    return _judged(sight, at, stop, 0)


def _judged(sight: Sight, at: int, stop: int, cut: int) -> Draft | None:
    phrase = read_phrase(sight, at + 1, stop, takes=("object", "bi"))
    if phrase is None or not phrase.known or phrase.last >= stop or _silent(phrase):
        return None
    begin = phrase.last
    while begin < stop - 1 and sight.forms[begin] in COMMAS:
        begin += 1
    return Draft(sight.span(at, at + 1, cut), at, (phrase,), None, (begin, stop), "asserts", "judgement", "judge")
