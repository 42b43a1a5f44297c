"""Names of bodies: a head word and what completes it, and what the tagger marks.

Goes in: a `View`. Comes out: organisation candidates (`وزارة` + complement, `الجيش` + agreeing adjectives, head + a
quoted name) with their evidence. The complement is read by gender: an adjective that agrees with neither the head nor
its complement ends the name.
"""

from __future__ import annotations

from riwaya.annotate.candidates import Candidate
from riwaya.annotate.name_view import Tag, View
from riwaya.lexicon.knowledge import Known, Organisation, organisation_phrases
from riwaya.lexicon.name_entries import Head, context_words, definite_heads, head_gender, lone_heads
from riwaya.lexicon.name_words import name_word
from riwaya.lexicon.phrases import Hit
from riwaya.model import Span
from riwaya.text.words import stems

__all__ = ["complement", "find_bodies"]

LONGEST = 8  # words of a body's name after its head
_ARTICLE = "ال"
_FOR = "لل"
#: Kinds of bodies of which there are many: the head with the article and an adjective is no name of one.
_TRADES = frozenset(("company", "media", "club", "ngo", "university", "armed-group", "bank", "event", "airline"))
_NOT_NOUNS = ("ي", "ت", "و", "ف", "ب", "ل")  # first letters of verbs and of words with a proclitic
_OWNERS = ("ها", "هم", "هن")  # pronouns at the end of a noun that are at the end of few names
_QUOTES = frozenset(('"', "'"))
_HASH = "#"
_BY = "ب"
#: Kinds of bodies that are described and then named: the Russian news agency + its name.
_AREAS = frozenset(("city", "region"))
_WITH_NAMES = frozenset(("agency", "media"))
#: Heads that may stand alone with the article though the page has not named the body in full.
_STAND_ALONE = frozenset(("government", "parliament", "force", "police"))


def find_bodies(view: View) -> list[Candidate]:
    """Give the organisation candidates of a block."""
    found = []
    for index in range(view.first, view.last):
        for hit in view.heads.get(index, ()):
            if hit.value.type == "ORGANIZATION" and not _is_place_too(view, index):
                article = view.form(index)[len(hit.proclitic) :].startswith(_ARTICLE)
                if hit.proclitic.endswith(_BY) and _is_led_by(view, hit):
                    continue
                if hit.value.only and view.form(hit.last) not in context_words(hit.value.only):
                    continue
                gender = head_gender(hit.value, view.form(hit.last - 1))
                last = complement(view, hit.last, gender, definite=article)
                if hit.value.placeless and _is_place_alone(view, hit.last, last):
                    continue
                labelled = hit.value.named and view.form(hit.last) in context_words("label")
                if last > hit.last and not labelled and (not hit.value.named or _is_name(view, hit.last)):
                    found.append(_headed(view, hit.value, index, hit.last, last, len(hit.proclitic)))
        found += _definite_head(view, index)
        if tag := view.bodies.get(index):
            last = _trimmed(view, tag)
            people = last - tag.first == 1 and (tag.first in view.peoples or _is_plural(view.stem(tag.first)[0]))
            if last > tag.first and not people and not _is_place_too(view, tag.first):
                span = view.span_of(tag.first, last, view.stem(tag.first)[1])
                one = Candidate(tag.first, last, span, span, "ORGANIZATION")
                one.add("tagger", tag.score)
                found.append(one)
    return found


def _is_led_by(view: View, hit: Hit[Head]) -> bool:
    """Tell whether the head says who leads and names no body: برئاسة + a person's name or title."""
    led = view.form(hit.first)[len(hit.proclitic) :] in context_words("led_by")
    tag = view.tags.get(hit.last)
    person = (tag is not None and tag.type == "PERSON") or name_word(view.form(hit.last)).given >= 2
    return led and (person or hit.last in view.title_starts)


def _is_place_alone(view: View, first: int, last: int) -> bool:
    """Tell whether a complement is the name of a place and nothing more: مجموعة + مصر is one of a tournament."""
    return any(hit.last == last and not hit.proclitic for hit in view.places.get(first, ()))


def _is_plural(form: str) -> bool:
    """Tell whether a common word is a sound plural: people, no body."""
    if not form.startswith(_ARTICLE) and form.endswith("ون") and form[-3] == "ي":
        return True
    return form.endswith(("ين", "ون", "ات")) and name_word(form).common >= 2


def _trimmed(view: View, tag: Tag) -> int:
    """Give the word after a tagged body without what follows its name: a closed-class word, a place with ب."""
    for index in range(tag.first + 1, tag.last):
        form = view.form(index)
        if form in context_words("inside_body") and any(
            hit.value.kind == "country" for hit in view.places.get(index + 1, ())
        ):
            return index
        if view.stops(index) and form not in context_words("inside_body") and form[:1].isalpha():
            return index
        if form[:1] == "ب" and view.is_joined(index) and (index in view.places or name_word(view.stem(index)[0]).place):
            return index
    return tag.last


def _is_place_too(view: View, index: int) -> bool:
    """Tell whether a head of bodies and places (قناة) heads a place here: a place follows it."""
    hits = view.heads.get(index, ())
    if not any(hit.value.type == "PLACE" for hit in hits) or not any(hit.value.type == "ORGANIZATION" for hit in hits):
        return False
    after = view.tags.get(hits[0].last)
    kind = name_word(view.form(hits[0].last))
    itself = view.tags.get(index)
    return (
        kind.place > 0
        or hits[0].last in view.places
        or any(tag is not None and tag.type == "PLACE" for tag in (after, itself))
    )


def _is_name(view: View, index: int) -> bool:
    """Tell whether a complement begins with a name and not with a common word."""
    form = view.form(index)
    return (form in _QUOTES or index in view.tags or form in context_words("proper_noun")
            or name_word(form).common <= (0 if form.startswith("ال") else 1))  # fmt: skip


def _headed(view: View, head: Head, first: int, after: int, last: int, cut: int) -> Candidate:
    known = _apposed(view, last) if head.kind in _WITH_NAMES else None
    last = known.last + (view.form(known.last) in _QUOTES) if known else last
    span = view.span_of(first, last, cut)
    one = Candidate(first, last, span, span, "ORGANIZATION", entity=known.value.entry.id if known else None)
    one.add("head and complement")
    if tag := view.bodies.get(first):
        one.add("tagger", tag.score)
    label = view.form(after - 1)
    if label in context_words("label"):
        one.labels = (view.span_of(first, after, cut),)
        one.name = _unquoted(view, after, last)
    return one


def _apposed(view: View, index: int) -> Hit[Known[Organisation]] | None:
    """Give the known body that is named directly after a description of it: وكالة الأنباء الروسية + (تاس)."""
    at = index + (view.form(index) in _QUOTES)
    hits = organisation_phrases().at(view.tokens, at, proclitics=False) if view.first <= at < view.last else ()
    fits = [hit for hit in hits if hit.value.entry.kind in _WITH_NAMES and hit.last <= view.last]
    return fits[0] if fits else None


def _unquoted(view: View, first: int, last: int) -> Span:
    while first < last - 1 and view.form(first) in _QUOTES:
        first += 1
    while last > first + 1 and view.form(last - 1) in _QUOTES:
        last -= 1
    return view.span_of(first, last)


def _definite_head(view: View, index: int) -> list[Candidate]:
    """Give the body that a head with the article begins: القوات المسلحة الليبية; alone it is a nominal."""
    whole = view.form(index)
    form, cut = next(((rest, cut) for rest, cut in stems(whole) if rest in definite_heads()), (whole, 0))
    head = definite_heads().get(form)
    if head is None:
        return []
    if head.only and view.form(index + 1) not in context_words(head.only):
        return []
    last = complement(view, index + 1, head_gender(head, form), definite=True)
    if not head.alone and _completes(view, index):
        return []
    if head.kind == "presidency" and view.form(index - 1) in context_words("of_office"):
        return []
    while last > index + 1 and head.kind != "force" and view.form(last - 1) in context_words("ordinal"):
        last -= 1
    said = index in view.bodies or any(at in view.peoples for at in range(index + 1, last))
    if last > index + 1 and (head.kind in _TRADES or head.nation) and not said:
        last = index + 1
    span = view.span_of(index, last, cut)
    one = Candidate(index, last, span, span, "ORGANIZATION")
    if last > index + 1:
        one.add("head and complement")
    elif not head.alone or _completes(view, index):
        return []
    else:
        one.kind = "nominal"
        one.why["body named by its head alone"] = 2.0 if head.kind in _STAND_ALONE else 0.5
    if tag := view.bodies.get(index):
        one.add("tagger", tag.score)
    return [one]


def _completes(view: View, index: int) -> bool:
    """Tell whether the word completes a head or an office before it: وزير + الدفاع."""
    before = view.heads.get(index - 1, ())
    bodies = any(hit.value.type == "ORGANIZATION" for hit in before)
    return bodies or index - 1 in view.posts or index - 1 in view.title_starts


def _alone(form: str) -> Head | None:
    return lone_heads().get(form)


def complement(
    view: View, start: int, gender: str, *, definite: bool, extra: frozenset[str] = frozenset(), adjectives: bool = True
) -> int:
    """Give the word after a head's complement that begins at `start`; `start` itself when nothing completes the head.

    `definite`: the head has the article, so that adjectives alone complete it. `extra`: words that may follow though
    they are in no name else. `adjectives`: whether any may follow a name.
    """
    index = start
    if not definite:
        index = _noun(view, start, named := _names(view, start))
        if index == start:
            return start
        if index > start and view.form(index - 1) in _QUOTES:
            return index
    else:
        named = False
    genders = {gender} | (set() if definite or named else _gender(view.form(index - 1)))
    while index < min(view.last, start + LONGEST):
        form = view.form(index)
        if form in extra:
            index += 1
        elif form.startswith(_FOR) and definite and index > start and len(form) > 4 and not view.stops(index):
            genders |= _gender(form[2:])
            index += 1
        elif _is_adjective(view, index, genders, named=named, adjectives=adjectives) or (
            form.startswith("و" + _ARTICLE) and not definite and not named and _joins(view, index)
        ):
            index += 1
        else:
            break
    return index


def _names(view: View, index: int) -> bool:
    """Tell whether a name of its own, not a common noun, begins at the word."""
    form = view.form(index)
    return not form.startswith(_ARTICLE) or index in view.tags or index in view.places


def _noun(view: View, start: int, named: bool) -> int:
    """Give the word after the noun or name that completes a head in construct; `start` when there is none."""
    index = first = start
    while index < min(view.last, start + LONGEST):
        form = view.form(index)
        if form in _QUOTES:
            return _quoted(view, index)
        if form == _HASH and index == start:
            start = index = index + 1
            continue
        if not form or not form[0].isalpha() or view.stops(index) or view.is_joined(index):
            return first
        if index in view.places and not view.places[index][0].proclitic and view.place_weight(index) > 0.5:
            return view.places[index][0].last
        tag = view.tags.get(index)
        if tag is not None:
            return first if tag.type == "PERSON" and index in view.title_starts else _tag_end(view, tag, index)
        if form.startswith(_ARTICLE) and len(form) > 3:
            return first if index in view.titles else index + 1
        if index in view.title_starts or form in context_words("says"):
            return first
        if area := next((hit for hit in view.heads.get(index, ()) if hit.value.type == "PLACE"), None):
            inner = _noun(view, area.last, named)  # أمانة + منطقة + name
            if area.value.kind in _AREAS and inner > area.last:
                return inner
        kind, following = name_word(form), view.form(index + 1)
        if kind.unknown or (kind.family and not kind.common) or kind.given >= 2:
            index += 1
            while _goes_on(view, index):
                index += 1
            return index
        if index == start and following.startswith(_FOR) and len(following) > 4:
            return index + 2  # وكالة + name + للأنباء
        if not _leads_on(view, index):
            return first
        index += 1
    return first


def _leads_on(view: View, index: int) -> bool:
    """Tell whether an indefinite common noun is in construct with what follows: مجلس + إدارة + الشركة."""
    form, following = view.form(index), view.form(index + 1)
    if form in context_words("body_noun") and (_goes_on(view, index + 1) or index + 1 in view.tags):
        return True
    return (name_word(form).common > 0 and following.startswith((_ARTICLE, _FOR)) and len(following) > 4
            and not view.stops(index + 1) and form[0] not in _NOT_NOUNS)  # fmt: skip


def _is_adjective(view: View, index: int, genders: set[str], *, named: bool, adjectives: bool) -> bool:
    """Tell whether the word is an adjective with the article that belongs to the head or its complement."""
    form = view.form(index)
    tag = view.tags.get(index)
    if not form.startswith(_ARTICLE) or len(form) < 4 or view.stops(index) or (tag is not None and tag.first == index):
        return False
    if index in view.titles or index in view.title_starts or (named and not adjectives):
        return False
    if index in view.peoples:
        return not named and _agrees_in_nation(view, index, genders)
    return _agrees(form, genders)


def _goes_on(view: View, index: int) -> bool:
    """Tell whether the word may be the next of a foreign name: unknown to the tables, without proclitic."""
    form = view.form(index)
    kind = view.kind(index)
    named = kind.unknown or (form.startswith("ال") and not kind.common and index not in view.peoples)
    tag = view.tags.get(index)
    alone = tag is not None and tag.last - tag.first == 1 and kind.unknown and index not in view.places
    return (bool(form) and form[0].isalpha() and not view.stops(index) and not view.is_joined(index)
            and not _is_owned(form) and named and (tag is None or alone)
            and index not in view.title_starts)  # fmt: skip


def _is_owned(form: str) -> bool:
    """Tell whether a word is a common noun with its owner: هاتفها."""
    return any(form.endswith(end) and name_word(form[: -len(end)]).common >= 2 for end in _OWNERS)


def _tag_end(view: View, tag: Tag, index: int) -> int:
    """Give the word after a tagged name inside a complement; a word with a proclitic of its own ends it."""
    end = index + 1
    while end < tag.last and not view.is_joined(end) and not view.stops(end) and not _is_owned(view.form(end)):
        end += 1
    return end


def _quoted(view: View, index: int) -> int:
    """Give the word after a name in quotes of at most five words that opens at `index`."""
    for last in range(index + 2, min(view.last, index + 7)):
        if view.form(last) in _QUOTES:
            return last + 1
    return index


def _gender(form: str) -> set[str]:
    """Give the gender a noun may have: broken plurals take feminine adjectives, so that only ة is sure."""
    return {"f"} if form.endswith(("ه", "ات")) else {"m", "f"}


def _agrees(form: str, genders: set[str]) -> bool:
    """Tell whether an adjective with the article may belong to a noun of these genders."""
    if form.endswith(("ون", "ين", "ات")) and len(form) > 5:
        return False
    kind = name_word(form)
    if form in context_words("feminine"):
        return "f" in genders
    adjective = form.endswith(("ي", "يه")) or not (kind.unknown or kind.given or kind.family)
    return adjective and ("f" in genders if form.endswith("ه") else "m" in genders)


def _agrees_in_nation(view: View, index: int, genders: set[str]) -> bool:
    """Tell whether a nationality word may be an adjective of a noun of these genders; other words may always."""
    hit = view.peoples.get(index)
    return hit is None or (hit.value.number == "one" and hit.value.gender in genders)


def _joins(view: View, index: int) -> bool:
    """Tell whether و and a definite noun go on with the name: وزارة الإعلام والثقافة."""
    form = view.form(index)[1:]
    return (
        not _alone(form)
        and index not in view.title_starts
        and name_word(form).common >= 1
        and not view.stops(index + 0)
        and form not in context_words("stop")
    )
