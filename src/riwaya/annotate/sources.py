"""The noun phrase that a claim rests on: where it ends, what kind of source it is, what agrees with it.

Goes in: the words of a page and the place where a source may begin. Comes out: `Phrase`, with its apposition, without
relative clauses, settings (في بيان), days, and the report itself.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from riwaya.annotate.claim_verbs import Agreement
from riwaya.annotate.claim_words import (
    bare,
    head_of,
    in_list,
    is_medium_head,
    media_names,
    prepositions,
    sayings,
    silent_heads,
    speakers,
    things_announced,
    unnamed,
    verb_forms,
    words,
)
from riwaya.annotate.quotes import Quote
from riwaya.model import Mention, Span
from riwaya.text.words import Tokens

__all__ = ["Phrase", "Sight", "is_action", "is_complement", "is_number", "read_medium", "read_phrase", "skip_settings"]

_LONGEST = 16  # words in a source; longer ones have swallowed the report
_COMMAS = frozenset("،,")
_NAME_WORDS = 6  # a quoted name or a name in apposition is no longer than this


@dataclass(frozen=True, eq=False)
class Sight:
    """A page's words as this layer sees them: folded forms, where quotes open, which mention starts at a word."""

    tokens: Tokens
    forms: tuple[str, ...]
    mentions: dict[int, tuple[int, Mention]]
    quotes: dict[int, tuple[int, Quote]]  # opening word: (the word after the closing mark, the quote)

    def original(self, index: int) -> str:
        """Give a word as printed."""
        return self.tokens.words[index].span.of(self.tokens.text)

    def span(self, first: int, last: int, cut: int = 0) -> Span:
        """Give the span of words [first, last), `cut` letters off its front."""
        found = self.tokens.words
        return Span(found[first].span.start + cut, found[last - 1].span.end)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source's words [first, last). `kind` as in Source; `head` is its first noun, folded, without article."""

    first: int
    last: int
    span: Span
    kind: str
    head: str
    agreement: Agreement
    known: bool  # the head is a noun that speaks, or a mention
    mention: Mention | None = None


def is_complement(sight: Sight, index: int) -> bool:
    """Tell whether the word opens a reported clause (ان، انه، بان)."""
    form = sight.forms[index]
    found = words("complement")
    if form in found or (form[0] in "ب" and form[1:] in found):
        return not (index and in_list(sight.forms[index - 1], "before_clause_an"))
    return False


def read_medium(sight: Sight, index: int, stop: int) -> tuple[Phrase, int] | None:
    """Give the medium named at the word, with or without a preposition joined to it, and the word after it."""
    form = sight.forms[index]
    for cut in (0, 1):
        rest = form[cut:]
        if (cut and form[0] not in "لبو") or len(rest) < 2:
            break
        whole = cut == 1 and rest.startswith("ل") and len(rest) > 3  # لل: the article's alef is hidden
        noun = bare("ا" + rest if whole else rest)
        if noun in is_medium_head():
            phrase = read_phrase(sight, index, min(stop, index + 7), cut=0 if whole else cut, kind="agency")
            return (phrase, phrase.last) if phrase else None
    if hits := media_names().at(sight.tokens, index):
        span = hits[0].span
        phrase = Phrase(index, hits[0].last, span, "agency", sight.forms[index], Agreement("f", 1), True)
        return phrase, hits[0].last
    return None


def skip_settings(sight: Sight, index: int, stop: int) -> int:
    """Give the place after adverbs, days, and settings (في بيان، خلال مؤتمر صحفي) beside a source."""
    at = index
    while at < stop:
        form = sight.forms[at]
        if form in words("weekdays") or form in words("adverbs"):
            at += 1
        elif form in words("prepositions") and at + 1 < stop and sight.forms[at + 1] in words("settings"):
            at = _after_setting(sight, at + 2, stop)
        elif form in words("temporal") and at + 1 < stop and not is_complement(sight, at + 1):
            if sight.forms[at + 1].startswith("ان"):
                return at
            at = _after_setting(sight, at + 2, stop)
        elif form in _COMMAS and at > index:
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
    while at < stop and at < index + 8:
        form = sight.forms[at]
        if form in _COMMAS or is_complement(sight, at) or at in sight.quotes or not form[0].isalnum():
            return at
        if form in things_announced() or _joins_action(form):
            return at
        if at in sight.mentions or (bare(form) in speakers() and sight.forms[at - 1] not in words("prepositions")):
            return at
        at += 1
    return at


def _joins_action(form: str) -> bool:
    """Tell whether the word is ب with a noun of doing, which goes on with the verb and not with a setting."""
    return form[0] == "ب" and (form[1:3] == "ال" or is_action(form[1:]) or form[1:] in things_announced())


def read_phrase(
    sight: Sight,
    index: int,
    stop: int,
    *,
    cut: int = 0,
    kind: str = "",
    takes: tuple[str, ...] = (),
    joined: bool = False,
) -> Phrase | None:
    """Give the source that begins at the word, or None where no noun phrase can begin there."""
    if index >= stop or not (cut or joined or kind or _can_begin(sight, index)):
        return None
    named = index + 1 if sight.forms[index] == "#" and index + 1 < stop else index
    form = sight.forms[named][cut:]
    head = head_of("ا" + form[1:] if form.startswith("لل") else form)
    last = _phrase_end(sight, index, stop, takes, head)
    if last <= index or not any(form[0].isalnum() for form in sight.forms[index:last]):
        return None
    mention = next((sight.mentions[i][1] for i in range(index, last) if i in sight.mentions), None)
    found_kind, agreement, known = _classify(sight, index, last, head, mention)
    return Phrase(index, last, sight.span(index, last, cut), kind or found_kind, head, agreement, known, mention)


def _can_begin(sight: Sight, index: int) -> bool:
    form = sight.forms[index]
    if form == "#" and index + 1 < len(sight.forms):
        return _can_begin(sight, index + 1)
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
        and form not in words("adverbs")
        and form not in words("relative")
        and form not in words("negation")
        and not is_complement(sight, index)
    )


def _phrase_end(sight: Sight, index: int, stop: int, takes: tuple[str, ...], head: str) -> int:
    at, limit = index, min(stop, index + _LONGEST)
    while at < limit:
        if at in sight.mentions and (at == index or not _stops(sight, index, at, takes, head)):
            end = max(at + 1, min(sight.mentions[at][0], limit))
            at = next((i for i in range(at + 1, end) if bare(sight.forms[i]) in takes), end)
            continue
        form = sight.forms[at]
        if at in sight.quotes:
            after = sight.quotes[at][0]
            if after - at > _NAME_WORDS + 2 or after > stop:
                break
            at = after
        elif form in _COMMAS:
            more = _apposition(sight, index, at, stop)
            if more is None:
                break
            return more
        elif form == "(":
            after = next((i + 1 for i in range(at, min(at + 8, stop)) if sight.forms[i] == ")"), None)
            if after is None or is_number(sight.forms[at + 1]):
                break
            at = after
        elif form in ("/", "-", "#", "_"):
            at += 1
        elif not form[0].isalnum() or (at > index and _stops(sight, index, at, takes, head)):
            break
        else:
            at += 1
    while at > index and not sight.forms[at - 1][0].isalnum() and sight.forms[at - 1] not in '")':
        at -= 1
    return at


def is_number(form: str) -> bool:
    """Tell whether a folded word is written in digits."""
    return form[0].isdigit()


def _stops(sight: Sight, first: int, at: int, takes: tuple[str, ...], head: str) -> bool:
    """Tell whether the source has ended before the word at `at`."""
    form = sight.forms[at]
    before = sight.forms[at - 1]
    if before in words("publishing") and form in words("adverbs"):
        return False
    if form in words("relative") or form in words("weekdays") or form in words("adverbs") or is_complement(sight, at):
        return True
    if {form, before} & words("in_the_name_of"):
        return False
    if any(f.shape != "passive" and not f.unsure and (f.shape == "verb" or form.endswith("ا"))
           for f in verb_forms().get(form, ())) and bare(form) not in speakers():  # fmt: skip
        return True
    if form in sayings() or _is_addressed(sight, form, before):
        return True
    if "object" in takes and bare(form) in takes:  # the entry's own objects come with what the verb takes
        return True
    if first in sight.mentions and sight.mentions[first][1].type == "PLACE" and at == sight.mentions[first][0]:
        if form[0] not in "و(" and not form.startswith("ال"):
            return True
    if at - 1 in _ends_of_persons(sight, first, at) and bare(form) not in speakers() and form[0] not in "و#_":
        return not _cut_short(sight, at)
    if form in words("publishing"):
        return not _is_document(head)
    if form in words("periods") and at + 1 < len(sight.forms) and sight.forms[at + 1] in words("period_adjectives"):
        return True
    if in_list(form, "auxiliary"):
        return True
    if form in words("prepositions"):
        return not _joins(sight, first, at, head)
    if sight.original(at).endswith(("ً", "اً", "ًا")) or form in words("contrast"):
        return True
    if form[0] == "ل" and len(form) > 3:
        if _is_document(head) and at <= first + 2:
            return False
        if "for" in takes and _opens_report(form):
            return True
        return read_medium(sight, at, at + 6) is not None or not (form.startswith("لل") or _governs(head, before))
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


def _is_addressed(sight: Sight, form: str, before: str) -> bool:
    """Tell whether a definite noun after a complete source is somebody else (أبلغت الإدارة السكان، للصحفيين)."""
    if form.startswith("لل"):
        speaker = speakers().get(head_of("ا" + form[1:]))
        return speaker is not None and (speaker.kind, speaker.number) == ("person", "many")
    if not (form.startswith("ال") and before.startswith("ال")):
        return False
    noun = bare(form)
    speaker = speakers().get(noun)
    if speaker is None:
        return noun in silent_heads() or (noun.endswith("ين") and not before.endswith("ين") and len(noun) > 4)
    return speaker.number == "many" or speaker.kind == "organization"


def _ends_of_persons(sight: Sight, first: int, at: int) -> set[int]:
    return {
        sight.mentions[i][0] - 1
        for i in range(first, at)
        if i in sight.mentions and sight.mentions[i][1].type == "PERSON"
    }


def _cut_short(sight: Sight, at: int) -> bool:
    """Tell whether a name goes on for one word more than was seen of it: what follows that word ends the source."""
    one_word = at - 1 in sight.mentions and sight.mentions[at - 1][0] == at
    if not one_word or sight.forms[at].startswith("ال") or at + 1 >= len(sight.forms):
        return False
    after = sight.forms[at + 1]
    return not after[0].isalnum() or is_complement(sight, at + 1) or after[0] == "ل" or after in words("prepositions")


def is_action(form: str) -> bool:
    """Tell whether a word without article has the shape of a verbal noun (استقبال، انتقال، تقديم)."""
    if len(form) >= 6 and form[:2] == "اس" and form[2] == "ت" and form[-2] == "ا":
        return True
    if len(form) == 5:
        return (form[0] == "ت" and form[3] == "ي") or (form[0] == "ا" and form[3] == "ا" and form[1] != "ل")
    return len(form) == 6 and form[0] == "ا" and form[4] == "ا" and form[1] != "ل"


def _is_document(head: str) -> bool:
    found = speakers().get(head)
    return found is not None and found.kind == "document"


def _governs(head: str, before: str) -> bool:
    """Tell whether a word can take ل and a noun as its complement inside a source (الأمين العام لحزب، بيان لقوات)."""
    return head in speakers() or bare(before) in speakers()


def _opens_report(form: str) -> bool:
    """Tell whether ل stands before a noun of doing (دعا الحزب لإضراب)."""
    return is_action(form[1:]) or form[1:] in things_announced()


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
    if _ends_of_persons(sight, first, at):
        return False
    speaker = speakers().get(head)
    many = speaker is not None and speaker.number == "many"
    if form in ("في", "لدي"):
        place = after in words("places") or (at + 1 in sight.mentions and sight.mentions[at + 1][1].type == "PLACE")
        if speaker is None or speaker.kind == "document":
            return False
        return not place or (speaker.kind == "person" and not many and head not in unnamed())
    if form == "من":
        return head in words("quantities") or head in unnamed() or many
    if form == "عن":
        return _is_document(head) and sight.forms[at - 1] in words("publishing")
    return form == prepositions()["on"] and sight.forms[at - 1] in words("published_on")


def _apposition(sight: Sight, first: int, comma: int, stop: int) -> int | None:
    """Give the end of a source that goes on after a comma with a name or an office, or None."""
    at = comma + 1
    if at >= stop or not _can_begin(sight, at) or in_list(sight.forms[at], "contrast"):
        return None
    if in_list(sight.forms[at], "topic_openers") or in_list(sight.forms[at], "auxiliary"):
        return None
    title = _is_title(sight.forms[first])
    if at in sight.mentions and sight.mentions[at][1].type != "PERSON":
        return None
    name_follows = at in sight.mentions or (
        not sight.forms[at].startswith("ال") and sight.forms[at] not in verb_forms()
    )
    if title and name_follows:
        end = _phrase_end_plain(sight, at, stop, _NAME_WORDS)
    elif not title and _is_title(sight.forms[at]) and bare(sight.forms[first]) not in speakers():
        end = _phrase_end_plain(sight, at, stop, 12)
    else:
        return None
    return end if end and _closes(sight, end, stop) else None


def _is_title(form: str) -> bool:
    found = speakers().get(bare(form))
    return found is not None and found.kind == "person" and found.number == "one"


def _phrase_end_plain(sight: Sight, index: int, stop: int, most: int) -> int | None:
    at = index
    while at < stop and at - index <= most:
        if at in sight.mentions:
            at = min(sight.mentions[at][0], stop)
            continue
        form = sight.forms[at]
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
    )


def _classify(sight: Sight, first: int, last: int, head: str, mention: Mention | None) -> tuple[str, Agreement, bool]:
    speaker = speakers().get(head)
    person = any(i in sight.mentions and sight.mentions[i][1].type == "PERSON" for i in range(first, last))
    feminine = head.endswith(("ه", "ات")) or (
        sight.forms[first].endswith("ه") and not sight.forms[first].endswith("ته")
    )
    if sight.forms[first] in words("person_pronouns"):
        feminine = sight.forms[first].endswith("ها")
    one = Agreement("f" if feminine else "m", 1)
    if head in words("one_of"):
        return "unnamed", one, True
    if (head in words("quantities") and last - first > 1) or head in words("indefinite"):
        return "unnamed", Agreement("m", 3), True
    if head in silent_heads():
        return "organization", one, False
    if head in is_medium_head():
        many = speaker is not None and speaker.number == "many"
        return "agency", Agreement("f", 1) if many else one, True
    if head in unnamed() and not person:
        many = speaker is not None and speaker.number == "many"
        human = speaker is not None and speaker.kind == "person"
        return "unnamed", (Agreement("m", 3) if human else Agreement("f", 1)) if many else one, True
    if speaker:
        kind = "person" if speaker.kind == "person" else "organization"
        if speaker.number == "many":
            return kind, Agreement("m", 3) if kind == "person" else Agreement("f", 1), True
        return kind, one, True
    many = head.endswith(("ون", "ين")) and sight.forms[first].startswith("ال")
    if first in sight.mentions and mention and not many:
        kind = "person" if mention.type == "PERSON" else "organization"
        return kind, Agreement("f", 1) if mention.type == "PLACE" else one, True
    return "person", Agreement("m", 3) if many else one, False


def word_after(sight: Sight, offset: int) -> int:
    """Give the index of the first word at or after an offset."""
    return bisect_left(sight.tokens.starts, offset)
