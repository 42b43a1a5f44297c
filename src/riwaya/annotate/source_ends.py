"""Where a source's noun phrase ends: before days, relative clauses, settings, the report, somebody else.

Goes in: a page's words and the place where a source begins. Comes out: the word after its last.
"""

from __future__ import annotations

from riwaya.annotate.claim_sight import (
    COMMAS,
    Sight,
    can_begin_medium,
    is_action,
    is_complement,
    is_number,
    person_ends,
)
from riwaya.annotate.claim_words import (
    bare,
    head_of,
    in_list,
    prepositions,
    sayings,
    speakers,
    things_announced,
    unnamed,
    verb_forms,
    words,
)
from riwaya.annotate.source_marks import (
    another_body,
    cut_short,
    ends_place,
    goes_on,
    governs,
    is_addressed,
    is_document,
    is_office,
    is_something_else,
    opens_report,
    sends,
    wishes_no_name,
)
from riwaya.lexicon.numerals import number_words

__all__ = ["can_begin", "phrase_end"]

_LONGEST = 26  # words in a source; longer ones have swallowed the report
_NAME_WORDS = 6  # a quoted name or a name in apposition is no longer than this
_SHORT_NAME = 4  # a quoted name after a person's office; longer quotes are what the person said


def can_begin(sight: Sight, index: int) -> bool:
    """Tell whether a source can begin at the word."""
    form = sight.forms[index]
    if form == "#" and index + 1 < len(sight.forms):
        return can_begin(sight, index + 1)
    if head_of(form) in speakers():
        return True
    if is_number(form):
        return index + 1 < len(sight.forms) and head_of(sight.forms[index + 1]) in speakers()
    if form[0] == "ل" and index not in sight.quotes and can_begin_medium(sight, index):
        return False  # whom a source spoke to (لبي بي سي)
    if index in sight.quotes:
        return sight.quotes[index][0] - index <= _NAME_WORDS
    if form[0] == "ل" and len(form) > 3 and index not in sight.mentions and bare(form) not in speakers():
        rest = form[1:]
        if rest[0] == "ل" or bare(rest) in speakers() or bare(rest) in things_announced() or is_action(rest):
            return False
    if form.endswith("ا") and any(f.shape == "participle" for f in verb_forms().get(form, ())):
        return False
    return (
        form[0].isalnum()
        and len(form) > 1
        and not in_list(form, "prepositions")
        and not in_list(form, "adverbs")
        and form not in words("relative")
        and form not in words("negation")
        and not is_complement(sight, index)
    )


def phrase_end(sight: Sight, index: int, stop: int, takes: tuple[str, ...], head: str) -> int:
    """Give the word after a source that begins at `index`; `takes` is what the cue takes, `head` its first noun."""
    at, limit = index, min(stop, index + _LONGEST)
    while at < limit:
        if at in sight.mentions and (at == index or not _stops(sight, index, at, takes, head)):
            end = max(at + 1, min(sight.mentions[at][0], limit))
            at = next((i for i in range(at + 1, end) if bare(sight.forms[i]) in takes), end)
            if at < limit and index <= sight.closings.get(at + 1, -1):
                at += 1  # the name's own closing mark
            continue
        form = sight.forms[at]
        if at in sight.quotes:
            after = sight.quotes[at][0]
            most = _NAME_WORDS if not is_office(head) else _SHORT_NAME
            if after - at - 2 > most or after > stop or at - 1 in person_ends(sight, index, at):
                break
            if at > index and ends_place(sight, at):
                break  # تتهم إسرائيل | "فيلق القدس"
            apposed = at > index + 1 and sight.forms[at - 1].startswith("ال")
            at = after
            if apposed and at < limit and sight.forms[at].startswith("ال"):
                break  # وزارة الدفاع الأميركية "البنتاغون" | الاتهامات
        elif form in COMMAS:
            more = _apposition(sight, index, at, stop)
            if more is None:
                break
            return more
        elif form == "(":
            closed = next((i + 1 for i in range(at, min(at + 8, stop)) if sight.forms[i] == ")"), None)
            if closed is None or is_number(sight.forms[at + 1]):
                break
            at = closed
        elif form in ("/", "-", "#", "_"):
            at += 1
        elif not form[0].isalnum() or (at > index and _stops(sight, index, at, takes, head)):
            break
        else:
            at += 1
    while at > index and not sight.forms[at - 1][0].isalnum() and sight.forms[at - 1] not in '")':
        at -= 1
    return at


def _stops(sight: Sight, first: int, at: int, takes: tuple[str, ...], head: str) -> bool:
    """Tell whether the source has ended before the word at `at`."""
    form = sight.forms[at]
    before = sight.forms[at - 1]
    if before in words("publishing") and form in words("adverbs"):
        return False
    other = form in words("other_ones") and before not in words("turns")  # تقارير أخرى
    if (
        form in words("relative")
        or form in words("weekdays")
        or (form in words("adverbs") and not other)
        or is_complement(sight, at)
    ):
        return True
    if form[0] == "ف" and form[1:] in words("complement"):
        return True  # وبحسب خبراء فإن …
    if "through" in takes and at in sight.mentions and before.startswith("ال") and not form.startswith("و"):
        return True  # اتهمت الدول الأربع | الدوحة ب…
    if wishes_no_name(sight, at) or form in words("issued") or sends(sight, at, before, head):
        return True
    if {form, before} & words("in_the_name_of"):
        return False
    if any(f.shape != "passive" and not f.unsure and (f.shape == "verb" or form.endswith("ا"))
           for f in verb_forms().get(form, ())) and bare(form) not in speakers():  # fmt: skip
        return True
    if form in words("settings") and form.endswith("ه") and not sight.original(at).endswith("ة"):
        return True  # حديثه، كلمته
    if form in ("ل", "ب"):  # لـ"…"
        return True
    if form in sayings() or is_addressed(sight, form, before):
        return True
    if "object" in takes and bare(form) in takes:  # the entry's own objects come with what the verb takes
        return True
    after_place = (
        first in sight.mentions and sight.mentions[first][1].type == "PLACE" and at == sight.mentions[first][0]
    )
    if after_place and form[0] not in "و(" and not form.startswith("ال"):
        return True
    if before in ("-", "/"):  # a name of two parts
        return False
    if at in sight.mentions and sight.mentions[at][1].type == "PERSON" and before.startswith("ال"):
        speaker = speakers().get(head)
        if speaker is not None and speaker.kind == "organization":
            return True  # اتهمت المعارضة | فلانا
    if another_body(sight, at, before, head):
        return True
    if at in sight.mentions and ends_place(sight, at) and form[0] != "و" and sight.mentions[at][1].type == "PLACE":
        if first in sight.mentions and sight.mentions[first][1].type == "PLACE":
            return True  # اتهمت روسيا وسوريا | إسرائيل
    if at - 1 in person_ends(sight, first, at) and form.endswith("ه") and not sight.original(at).endswith("ة"):
        return True  # اتهم فلان | نائبه
    named = any(i in sight.mentions and sight.mentions[i][0] == at for i in range(max(first, at - _SHORT_NAME), at))
    if named and form.endswith("ا") and len(form) > 4 and at not in sight.mentions and not form.startswith(("و", "ال")):
        return True  # سنت ناسا | دليلا
    predicate = form.endswith("ا") and at not in sight.mentions and is_office(form)  # لولا | رئيسا للبرازيل
    if at - 1 in person_ends(sight, first, at) and (predicate or not is_office(form)) and form[0] not in "#_":
        return not goes_on(sight, at) if form[0] == "و" else not cut_short(sight, at)
    if is_something_else(sight, at, head):
        return True
    if form in words("publishing"):
        return not is_document(head)
    if form in words("periods") and at + 1 < len(sight.forms) and sight.forms[at + 1] in words("period_adjectives"):
        return True
    if in_list(form, "auxiliary") or (form[0] == "و" and form[1:] in words("prepositions")):
        return True
    if form in words("prepositions"):
        return not _joins(sight, first, at, head)
    if sight.original(at).endswith(("ً", "اً", "ًا")) or form in words("contrast"):
        return True
    if form[0] == "ل" and len(form) > 3:
        if is_document(head) and at <= first + 2:
            return False
        if "for" in takes and opens_report(form):
            return True
        if "to" in takes and head_of(form[1:]) in speakers():
            return True  # نسب الموقع | لشهود
        return can_begin_medium(sight, at) is not None or not (form.startswith("لل") or governs(head, before))
    if form[0] == "ب" and ("bi" in takes or "through" in takes):
        rest = bare(form[1:])
        if at in sight.mentions or rest in speakers() or form in words("names_in_b"):
            return False
        return form[1:] in things_announced() or form[1:3] == "ال" or is_action(form[1:]) or before.startswith("ال")
    if form[0] in "وف" and form[1:] in verb_forms() and bare(form[1:]) not in speakers():
        return True
    if (
        "object" in takes
        and form in things_announced()
        and not (bare(before) in speakers() and not before.startswith("ال"))
    ):
        return True
    return (
        "object" in takes
        and is_action(form)
        and (before.startswith("ال") or (len(form) > 5 and bare(before) not in speakers()))
    )


def _joins(sight: Sight, first: int, at: int, head: str) -> bool:
    """Tell whether a preposition goes on with the source: مسؤول في الحكومة, عدد من النواب, سفير مصر لدى …."""
    form = sight.forms[at]
    after = sight.forms[at + 1] if at + 1 < len(sight.forms) else ""
    if (
        not after
        or is_complement(sight, at + 1)
        or not (after[0].isalnum() or at + 1 in sight.quotes)
        or in_list(after, "settings")
        or is_number(after)
    ):
        return False
    if person_ends(sight, first, at):
        return False
    speaker = speakers().get(head)
    many = speaker is not None and speaker.number == "many"
    if form in (prepositions()["at"], prepositions()["ila"]) and head in words("envoys"):
        return at + 1 in sight.mentions  # مبعوث البلاد إلى الأمم المتحدة
    if form == prepositions()["at"] and head in words("evidence"):
        return True  # استطلاعات لدى الخروج من مراكز الاقتراع
    if form in (prepositions()["in"], prepositions()["at"]):
        place = after in words("places") or (at + 1 in sight.mentions and sight.mentions[at + 1][1].type == "PLACE")
        if speaker is None or speaker.kind == "document" or after in words("spans_of_time"):
            return False
        return not place or (speaker.kind == "person" and not many and head not in unnamed())
    if form == "من":
        counted = number_words().cardinal(sight.tokens.words, first)
        if counted is not None and counted.last == at:
            return True  # خمسة من السكان
        return head in words("quantities") or head in words("one_of") or head in unnamed() or many
    if form == "عن":
        return is_document(head) and sight.forms[at - 1] in words("publishing")
    before = sight.forms[at - 1]
    return form == prepositions()["on"] and (before in words("published_on") or before in words("publishing"))


def _apposition(sight: Sight, first: int, comma: int, stop: int) -> int | None:
    """Give the end of a source that goes on after a comma with a name or an office, or None."""
    at = comma + 1
    if at >= stop or not can_begin(sight, at) or in_list(sight.forms[at], "contrast"):
        return None
    if in_list(sight.forms[at], "topic_openers") or in_list(sight.forms[at], "auxiliary"):
        return None
    title = _is_title(sight.forms[first])
    if at in sight.mentions and sight.mentions[at][1].type != "PERSON":
        return None
    name_follows = (
        at in sight.mentions
        or (not sight.forms[at].startswith("ال") and sight.forms[at] not in verb_forms())
        or (
            sight.forms[at].startswith("ال")
            and _is_title(sight.forms[at])
            and bare(sight.forms[at]) != head_of(sight.forms[first])
        )
    )
    if title and name_follows:
        end = _plain_end(sight, at, stop, _NAME_WORDS)
    elif not title and _is_title(sight.forms[at]) and bare(sight.forms[first]) not in speakers():
        end = _plain_end(sight, at, stop, 12)
    elif not title and any(i in sight.mentions for i in range(first, comma)) and sight.forms[at] not in verb_forms():
        end = _plain_end(sight, at, stop, 14)  # a name, and what nobody knows as an office: only where the report comes
        reports = end is not None and end < stop and (is_complement(sight, end) or sight.forms[end] == ":")
        return end if reports else None
    else:
        return None
    return end if end and _closes(sight, end, stop) else None


def _is_title(form: str) -> bool:
    found = speakers().get(bare(form))
    return found is not None and found.kind == "person" and found.number == "one"


def _plain_end(sight: Sight, index: int, stop: int, most: int) -> int | None:
    at = index
    while at < stop and at - index <= most:
        if at in sight.mentions:
            at = min(sight.mentions[at][0], stop)
            continue
        form = sight.forms[at]
        if (
            at in sight.quotes
            and sight.quotes[at][0] - at <= _NAME_WORDS + 2
            and sight.forms[at - 1] in words("name_follows")
        ):
            at = sight.quotes[at][0]  # كبيرة المستشارين في "…"
            continue
        if not form[0].isalnum() or (at > index and _stops(sight, index, at, (), bare(sight.forms[index]))):
            return at if at > index else None
        at += 1
    return at if at - index <= most else None


def _closes(sight: Sight, at: int, stop: int) -> bool:
    """Tell whether an apposition ends here: a comma, the report, a setting or the end of the sentence follows."""
    if at >= stop:
        return True
    form = sight.forms[at]
    return (
        not form[0].isalnum()
        or is_complement(sight, at)
        or form in words("adverbs")
        or form in words("relative")
        or (form in words("prepositions") or form in words("weekdays") or form[0] == "ل")
        or (form[0] == "ب" and form[1:] in words("settings"))
    )
