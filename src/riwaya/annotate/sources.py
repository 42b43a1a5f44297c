"""The noun phrase that a claim rests on: what kind of source it is and what agrees with it.

Goes in: the words of a page and the place where a source may begin. Comes out: `Phrase`, with its apposition, without
relative clauses, settings (في بيان), days, and the report itself.
"""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.annotate.claim_sight import Sight, can_begin_medium
from riwaya.annotate.claim_verbs import Agreement
from riwaya.annotate.claim_words import (
    bare,
    head_of,
    is_medium_head,
    media_names,
    modifiers,
    silent_heads,
    speakers,
    unnamed,
    words,
)
from riwaya.annotate.source_ends import can_begin, phrase_end
from riwaya.annotate.source_marks import wishes_no_name
from riwaya.lexicon.nationalities import nationality_phrases
from riwaya.lexicon.numerals import number_words
from riwaya.model import Mention, Span

__all__ = ["Phrase", "read_medium", "read_phrase"]

_DUAL = ("ان", "ين")  # endings of two
_MEDIUM_WORDS = 7  # words in a medium's name


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
    detail: str = ""
    country: str = ""
    number: str = ""


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
    if index >= stop or not (cut or joined or kind or can_begin(sight, index)):
        return None
    named = index + 1 if sight.forms[index] in ("#", '"') and index + 1 < stop else index
    form = sight.forms[named][cut:]
    head = head_of("ا" + form[1:] if form.startswith("لل") else form)
    last = phrase_end(sight, index, stop, takes, head)
    if last <= index or not any(form[0].isalnum() for form in sight.forms[index:last]):
        return None
    mention = next((sight.mentions[i][1] for i in range(index, last) if i in sight.mentions), None)
    found_kind, agreement, known = _classify(sight, index, last, head, mention)
    kind = kind or found_kind
    detail = _detail(sight, index, last, head) if kind == "unnamed" else ""
    country = _country(sight, index + 1, last) if kind == "unnamed" else ""
    number = _number(sight, index, last, agreement, head) if kind == "unnamed" else ""
    span = sight.span(index, last, cut)
    return Phrase(index, last, span, kind, head, agreement, known, mention, detail, country, number)


def _detail(sight: Sight, first: int, last: int, head: str) -> str:
    """Type an unnamed source by what is said of it, else by its noun (مصدر عسكري: military; عدد من الشهود: witness)."""
    forms = sight.forms[first:last]
    after = next((i + 1 for i, form in enumerate(forms) if head_of(form) in unnamed()), 1)
    said = next((kind for kind in map(_modified, forms[after:]) if kind), None)
    nouns = [unnamed()[h] for h in (head, *map(head_of, forms[1:])) if h in unnamed()]
    noun = next((n for n in nouns if n.kind != "unspecified"), nouns[0] if nouns else None)
    plain = noun is None or noun.kind in ("source", "unspecified")
    if plain and said is None and wishes_no_name(sight, last + (sight.forms[last : last + 1] == ("،",))):
        return "asked-not-to-be-named"
    return said or (noun.kind if noun else "unspecified")


def _modified(form: str) -> str | None:
    """Give the kind that an adjective tells, in the singular, of two or of many (أمني، أمنيان، أمنيين)."""
    plain = bare(form)
    return modifiers().get(plain) or (modifiers().get(plain[:-2]) if plain.endswith((*_DUAL, "ون")) else None)


def _country(sight: Sight, first: int, last: int) -> str:
    """Give the country whose adjective stands in the phrase, where there is one and no doubt which (مصدر عراقي)."""
    found = {
        hit.value.country
        for i in range(first, last)
        for hit in nationality_phrases().at(sight.tokens, i)[:1]
        if hit.value.sure
    }
    return found.pop() if len(found) == 1 else ""


def _number(sight: Sight, first: int, last: int, agreement: Agreement, head: str) -> str:
    """Give how many an unnamed source is: "one", "two", digits, or "several" for more that nobody counted."""
    counted = number_words().cardinal(sight.tokens.words, first)
    if counted is not None and counted.last < last and head not in words("one_of"):
        return str(counted.value)
    noun = next((h for h in map(head_of, sight.forms[first:last]) if h in unnamed()), head)
    if head in words("one_of"):
        return "one"
    one = noun in speakers() and speakers()[noun].number == "one"
    if agreement.number == 2 or (one and bare(sight.forms[first]) != head and _is_dual(sight.forms[first])):
        return "two"
    return "one" if one and agreement.number == 1 else "several"


def read_medium(sight: Sight, index: int, stop: int) -> Phrase | None:
    """Give the medium named at the word, with or without a preposition joined to it."""
    cut = can_begin_medium(sight, index)
    if cut is None:
        return None
    if index in sight.quotes:
        last = sight.quotes[index][0]
        return Phrase(index, last, sight.span(index, last), "agency", sight.forms[index + 1], Agreement("f", 1), True)
    hits = media_names().at(sight.tokens, index)
    rest = sight.forms[index][cut:]
    if hits and head_of(rest) not in is_medium_head():
        return Phrase(index, hits[0].last, hits[0].span, "agency", sight.forms[index], Agreement("f", 1), True)
    return read_phrase(sight, index, min(stop, index + _MEDIUM_WORDS), cut=cut, kind="agency", takes=("object",))


def _is_dual(form: str) -> bool:
    return form.endswith(_DUAL)


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
    if last - first > 1 and number_words().cardinal(sight.tokens.words, first):  # ثلاثة مسؤولين
        counted = next((h for h in map(head_of, sight.forms[first + 1 : last]) if h in speakers()), "")
        people = counted in speakers() and speakers()[counted].kind == "person"
        return "unnamed" if people or counted in unnamed() else "organization", Agreement("m", 3), bool(counted)
    if (head in words("quantities") and last - first > 1) or head in words("indefinite"):
        return "unnamed", Agreement("m", 3), True
    if head in silent_heads():
        return "organization", one, False
    if first in sight.quotes:  # a name in quotation marks
        medium = media_names().at(sight.tokens, first + 1) or head in is_medium_head()
        return "agency" if medium else "organization", Agreement("f", 1), True
    if head in is_medium_head() or media_names().at(sight.tokens, first):
        many = speaker is not None and speaker.number == "many"
        return "agency", Agreement("f", 1) if many else one, True
    two = speaker is not None and bare(sight.forms[first]) != head and _is_dual(sight.forms[first])
    if head in unnamed() and two:
        return "unnamed", Agreement("f" if feminine else "m", 2), True
    if head in unnamed() and not person:
        many = speaker is not None and speaker.number == "many"
        human = speaker is not None and speaker.kind == "person"
        return "unnamed", (Agreement("m", 3) if human else Agreement("f", 1)) if many else one, True
    if speaker and speaker.number == "one" and bare(sight.forms[first]) != head and _is_dual(sight.forms[first]):
        kind = "person" if speaker.kind == "person" else "organization"
        return kind, Agreement("f" if feminine else "m", 2), True
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
