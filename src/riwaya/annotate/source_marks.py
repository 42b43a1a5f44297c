"""What stands at a word inside a source: somebody else, a thing done, a wish not to be named, another's name.

Goes in: a page's words and a place. Comes out: yes or no; `source_ends` decides from it where a source ends.
"""

from __future__ import annotations

from riwaya.annotate.claim_sight import (
    Sight,
    is_action,
    is_complement,
)
from riwaya.annotate.claim_words import (
    bare,
    head_of,
    in_list,
    media_names,
    silent_heads,
    speakers,
    things_announced,
    words,
)

__all__ = [
    "another_body",
    "cut_short",
    "ends_place",
    "goes_on",
    "governs",
    "is_addressed",
    "is_document",
    "is_office",
    "is_something_else",
    "opens_report",
    "sends",
    "wishes_no_name",
]

_SHORT_NAME = 4  # a quoted name after a person's office; longer quotes are what the person said
_OFFICE_WORDS = 12  # an office in apposition


def wishes_no_name(sight: Sight, at: int) -> bool:
    """Tell whether a source asks here not to be named (طلب عدم الكشف عن اسمه)."""
    after = sight.forms[at + 1 : at + 5]
    return sight.forms[at : at + 1] != () and in_list(sight.forms[at], "wishes") and bool(set(after) & words("no_name"))


def sends(sight: Sight, at: int, before: str, head: str) -> bool:
    """Tell whether ب after somebody's office is what he does something with (بعث الوزير | برسالة)."""
    form = sight.forms[at]
    if (
        form[0] != "ب"
        or len(form) < 4
        or at in sight.mentions
        or form in words("names_in_b")
        or not before.startswith("ال")
    ):
        return False
    speaker, noun = speakers().get(head), speakers().get(head_of(form[1:]))
    office = speaker is not None and (speaker.kind, speaker.number) == ("person", "one")
    return office and form[1:3] != "ال" and (noun is None or noun.kind == "document") and bare(form) not in speakers()


def another_body(sight: Sight, at: int, before: str, head: str) -> bool:
    """Tell whether a name that begins without an article follows a body whose name has ended with one."""
    if at not in sight.mentions or not before.startswith("ال") or sight.forms[at].startswith("ال"):
        return False
    mention, speaker = sight.mentions[at][1], speakers().get(head)
    whole = mention.span.start == sight.tokens.words[at].span.start
    return whole and mention.type == "ORGANIZATION" and speaker is not None and speaker.kind == "organization"


def goes_on(sight: Sight, at: int) -> bool:
    """Tell whether و after a name joins another speaker, or is the name's own letter."""
    form = sight.forms[at]
    return at in sight.mentions or head_of(form[1:]) in speakers() or form[1:].startswith("ال") or len(form) < 4


def ends_place(sight: Sight, at: int) -> bool:
    """Tell whether the name of a place, and nothing else of one, ends right before the word."""
    return any(
        i in sight.mentions and sight.mentions[i][0] == at and sight.mentions[i][1].type == "PLACE"
        for i in range(max(0, at - _SHORT_NAME), at)
    )


def is_office(form: str) -> bool:
    found = speakers().get(head_of(form))
    return found is not None and found.kind == "person"


def is_something_else(sight: Sight, at: int, head: str) -> bool:
    """Tell whether a noun without article cannot go on with a body's definite name (المرصد | مناطق …)."""
    form, before = sight.forms[at], sight.forms[at - 1]
    body = speakers().get(head)
    if body is None or at in sight.mentions or form.startswith("ال") or not form[0].isalpha():
        return False
    if body.kind == "person":
        other = speakers().get(head_of(form))
        return other is not None and other.kind == "document" and not before.startswith("ال")
    plain = form[0] not in ("و", "ل", "ب", "ك", "ف")
    return body.kind == "organization" and before.startswith("ال") and plain and form not in words("prepositions")


def is_addressed(sight: Sight, form: str, before: str) -> bool:
    """Tell whether a definite noun after a complete source is somebody else (أبلغت الإدارة السكان، للصحفيين)."""
    if form.startswith("لل"):
        speaker = speakers().get(head_of("ا" + form[1:]))
        return speaker is not None and (speaker.kind, speaker.number) == ("person", "many")
    if not (form.startswith("ال") and before.startswith("ال")):
        return False
    noun = bare(form)
    speaker = speakers().get(noun)
    if speaker is None:
        return (
            noun in silent_heads()
            or noun in words("things_judged")
            or (noun.endswith("ين") and not before.endswith("ين") and len(noun) > 4)
        )
    return speaker.number == "many" or speaker.kind == "organization"


def cut_short(sight: Sight, at: int) -> bool:
    """Tell whether a name goes on for one word more than was seen of it: what follows that word ends the source."""
    last = sight.tokens.words[at - 1].span.start
    near = (sight.mentions[i] for i in range(max(0, at - _OFFICE_WORDS), at) if i in sight.mentions)
    one_word = any(end == at and mention.name.start >= last for end, mention in near)
    accusative = sight.forms[at].endswith("ا") and len(sight.forms[at]) > 4 and at not in sight.mentions
    if (
        not one_word
        or accusative
        or media_names().at(sight.tokens, at)
        or sight.forms[at].startswith("ال")
        or at + 1 >= len(sight.forms)
    ):
        return False
    after = sight.forms[at + 1]
    return not after[0].isalnum() or is_complement(sight, at + 1) or after[0] == "ل" or after in words("prepositions")


def is_document(head: str) -> bool:
    found = speakers().get(head)
    return found is not None and found.kind == "document"


def governs(head: str, before: str) -> bool:
    """Tell whether a word can take ل and a noun as its complement inside a source (الأمين العام لحزب، بيان لقوات)."""
    return head in speakers() or bare(before) in speakers()


def opens_report(form: str) -> bool:
    """Tell whether ل stands before a noun of doing (دعا الحزب لإضراب)."""
    return is_action(form[1:]) or form[1:] in things_announced()
