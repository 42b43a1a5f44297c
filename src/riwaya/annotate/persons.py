"""Names of persons: where they begin and end, and the titles that belong to them.

Goes in: a `View`. Comes out: person candidates with their evidence. A name is grown word by word from where something
says that one begins (a tag, a title, an office, a given name), and its titles are read backwards and forwards.
"""

from __future__ import annotations

from riwaya.annotate.candidates import Candidate
from riwaya.annotate.name_view import View
from riwaya.annotate.titles import Around, post_end, titles_around
from riwaya.lexicon.name_entries import context_words
from riwaya.lexicon.name_words import name_word

__all__ = ["OWNED", "find_persons", "grow"]

#: Kinds of bodies that are named after the person who leads them: the person stands inside the name.
OWNED = frozenset(("force", "government", "presidency"))
_SURE_PLACE = 0.5
_OWNERS = ("ها", "هم")
_OWNED_LETTERS = 5
_SURE_TAG = 0.9
_SURELY = 3  # the highest grade of a word
_LARGE_PLACE = 0.8  # weight of a country or large town
LONGEST = 11  # words; a nasab of five with its particles
_ARTICLE = "ال"
_COMMAS = frozenset(("،", ","))
_LETTERS = frozenset(("ب", "ل", "ك", "و", "ف"))
_HASH = "#"
_PLURAL = ("ين", "ون", "ات")


def find_persons(view: View) -> list[Candidate]:
    """Give the person candidates of a block."""
    found: dict[tuple[int, int], Candidate] = {}
    for index in _beginnings(view):
        last = grow(view, index)
        if view.stem(index)[0] in context_words("product"):
            continue
        if last > index and (index, last) not in found:
            found[index, last] = _weigh(view, index, last)
    return list(found.values())


def _beginnings(view: View) -> list[int]:
    """Give the words where a person's name may begin."""
    places = set()
    ends = {post_end(view, start) for start in view.posts}
    ends |= {end + 1 for end in ends if view.form(end) in _COMMAS}
    for index in range(view.first, view.last):
        tag = view.tags.get(index)
        if tag and tag.type == "PERSON":
            if tag.first == index:
                places.add(_after_titles(view, _after_place(view, index, tag.last), tag.last))
            continue
        if index in view.known:
            places.add(index)
            continue
        if view.stops(index) or index in view.title_starts:
            continue
        if index in view.posts and index in view.titles and post_end(view, index) > view.posts[index]:
            continue  # the next office: خادم الحرمين الشريفين + مساعد رئيس …
        kind = name_word(view.stem(index)[0])
        if index in view.titles:
            places.add(_after_place(view, _after_adjectives(view, index), view.last))
        elif (
            kind.given >= 2
            or (kind.given and not kind.common and view.kind(index + 1).likeness > 0)
            or (index - 1 in view.posts and view.posts[index - 1] == index and view.kind(index).unknown)
            or _is_apposed(view, index, ends)
            or (
                index in ends and (kind.unknown or kind.given) and not kind.common and view.kind(index + 1).likeness > 0
            )
        ):
            places.add(index)
    return sorted(places)


def _is_apposed(view: View, index: int, ends: set[int]) -> bool:
    """Tell whether words between commas after an office can be its holder's name: عمدة المدينة، + two words + comma."""
    if index not in ends or view.form(index - 1) not in _COMMAS:
        return False
    last = next((at for at in range(index + 2, index + 5) if view.form(at) in _COMMAS), index)
    kinds = [name_word(view.form(at)) for at in range(index, last)]
    return (
        bool(kinds) and kinds[-1].unknown and not any(view.stops(at) or view.is_joined(at) for at in range(index, last))
    )


def _after_place(view: View, index: int, last: int) -> int:
    """Give the first word of a tagged name that is no end of a place's name: بوركينا فاسو + name."""
    whole = view.places.get(index, ())
    if whole and index < whole[0].last < last and view.place_weight(index) > _SURE_PLACE:
        if name_word(view.form(whole[0].last)).given >= 2 and not name_word(view.form(index)).given:
            return whole[0].last
    for before in (index - 2, index - 1):
        hits = view.places.get(before, ())
        if hits and index < hits[0].last < last and view.place_weight(before) > _SURE_PLACE:
            return hits[0].last
    return index


def _after_adjectives(view: View, index: int) -> int:
    """Give the word after the adjectives of a title: الرئيس + الجزائري + name."""
    for after in range(index, index + 3):
        kind = name_word(view.form(after))
        if not view.form(after).startswith(_ARTICLE) or not kind.common or kind.given or view.stops(after):
            break
    else:
        return index
    following = name_word(view.stem(after)[0])
    return after if following.given or following.unknown or _is_tagged(view, after) else index


def _after_titles(view: View, index: int, last: int) -> int:
    """Give the first word of a tagged name that is no title."""
    while index < last - 1:
        title = view.title_starts.get(index)
        kind = name_word(view.form(index))
        if title is not None and title.last < last:
            index = title.last
        elif view.form(index).startswith("لل") and name_word(view.stem(index + 1)[0]).given:
            index += 1  # what the title is of: الرئيس الأسبق للاتحاد + name
        elif index in view.peoples and index + 1 < last and name_word(view.stem(index + 1)[0]).given >= 2:
            index += 1
        elif view.form(index).startswith(_ARTICLE) and kind.common and not kind.given and not kind.family:
            index += 1  # an adjective of the title before: الرئيس + الجزائري
        else:
            break
    return index


def grow(view: View, first: int) -> int:
    """Give the word after the name that begins at `first`; `first` itself when none does."""
    if (known := view.known.get(first)) and (known[0].value.how == "full" or known[0].last - first > 1):
        return _with_nasab(view, known[0].last)
    if not _may_begin(view, first):
        return first
    last, index = first, first
    needs_more = False
    while index < min(view.last, first + LONGEST):
        if view.form(index) == _HASH and index - first == 1:
            family = view.known.get(index + 1, ())
            if family and family[0].value.how == "family":
                return family[0].last
        if not _may_hold(view, index, first):
            break
        particle = view.form(index) in context_words("particle")
        index += 1
        if view.form(index - 1) in context_words("ordinal") and index - first > 1:
            return index
        needs_more = particle and view.form(index - 1) not in context_words("name_end")
        if not needs_more:
            last = index
    return last


def _with_nasab(view: View, last: int) -> int:
    """Give the word after the descent that follows a known name: محمد بن نايف + بن عبدالعزيز + آل سعود."""
    while view.form(last) in context_words("nasab") and last + 1 < view.last and not view.stops(last + 1):
        last += 2
    return last


def _may_begin(view: View, index: int) -> bool:
    if view.stops(index) and not _is_tagged(view, index):
        return False
    form = view.stem(index)[0]
    if _is_people(view, index) and not name_word(form).given and index not in view.known:
        return False
    return len(form) > 1 and form[0].isalpha() and not form.isascii()


def _is_people(view: View, index: int) -> bool:
    """Tell whether the word is a sound plural: people of a kind (ناشطون، تشاديون), no name."""
    form = view.form(index)
    return (
        len(form) > 4
        and form.endswith(("ون", "ين"))
        and (index in view.peoples or any(name_word(form[:-2] + end).common for end in ("", "ي", "ه")))
    )


def _is_tagged(view: View, index: int) -> bool:
    tag = view.tags.get(index)
    return tag is not None and tag.type == "PERSON"


def _may_hold(view: View, index: int, first: int) -> bool:
    """Tell whether the word may be part of the name that begins at `first`."""
    if index == first:
        return True
    if _is_owned(view.form(index)):
        return False  # a noun with its owner: جنازته
    if _ends_sure_tag(view, index, first):
        return True
    if index in view.known and index - first > 1 and view.form(index - 1) not in context_words("particle"):
        tag = view.tags.get(index)
        return (
            view.known[index][0].value.how == "family"
            and tag is not None
            and tag.first < index
            and (tag.first != first or index - first < 2 or _are_given(view, first, index))
        )
    form = view.form(index)
    if form in _LETTERS:
        return False  # a proclitic that is stretched out: بـ
    if not form or not form[0].isalpha():
        return form == "-" and _is_tagged(view, index) and _is_tagged(view, index + 1)
    if index in view.known and index - first == 1 and name_word(view.stem(first)[0]).given >= 2:
        return not view.known[index][0].proclitic
    if view.is_joined(index) or view.is_verb(index) or _begins_another(view, index, first):
        return False
    if _is_tagged(view, index) and view.tags[index].first != index:
        kind = name_word(form)
        if (
            view.has_article(index)
            and not kind.given
            and not kind.family
            and not (kind.native and index - first == 1)
            and (kind.common >= 2 or (kind.common and form.endswith(_PLURAL)))
        ):
            return False
        spare = (
            kind.common >= 2
            and not kind.given
            and not kind.family
            and view.form(index - 1) not in context_words("particle")
        )
        return not (view.stops(index) and view.form(index) not in context_words("ordinal")) and not (
            spare and view.tags[index].score < 0.5
        )
    if form in context_words("ordinal"):
        return name_word(view.stem(first)[0]).given > 0 and index - first <= 2 and index in view.tags
    if _is_tagged(view, index) and index - first == 1:
        kind = name_word(view.stem(first)[0])
        if kind.given >= 2 or (kind.unknown and view.has_article(first)):
            return True  # the tagger has missed the first given name
    if (
        index in view.tags
        and index - first == 1
        and name_word(form).given
        and name_word(view.stem(first)[0]).given >= 2
    ):
        return view.tags[index].last == index + 1  # tagged as a place: ماريا + ليتيسيا
    if view.stops(index) or index in view.tags:
        return False
    if form in context_words("particle"):
        return True
    if index in view.title_starts or index in view.heads or form in context_words("says"):
        return name_word(form).given >= 2 and index not in view.title_starts
    kind = view.kind(index)
    if view.has_article(index) and len(form) > 4:
        native = kind.native and not kind.place and index - first < 3
        return (kind.family > 0 and kind.common <= 1) or kind.unknown or bool(native)
    return kind.likeness >= 0.4


def _is_owned(form: str) -> bool:
    """Tell whether a word is a common noun with a pronoun behind it."""
    kind = name_word(form)
    if kind.given or kind.family or len(form) < _OWNED_LETTERS:
        return False
    bare = form[:-2] + "ه" if form.endswith("ته") else form[:-2] if form.endswith(_OWNERS) else ""
    return bool(bare) and name_word(bare).common >= 2


def _ends_sure_tag(view: View, index: int, first: int) -> bool:
    """Tell whether the tagger is sure that the word ends the name that begins at `first`: سامي + العدل."""
    tag = view.tags.get(index)
    sure = tag is not None and tag.type == "PERSON" and tag.first <= first and tag.score >= _SURE_TAG
    return (
        sure
        and tag is not None
        and index == tag.last - 1
        and index - first == 1
        and name_word(view.stem(first)[0]).given >= 2
        and (name_word(view.stem(first)[0]).native > 0 or not view.has_article(index))
        and view.form(index)[:1].isalpha()
        and index not in view.title_starts
        and view.place_weight(index) < _LARGE_PLACE
    )


def _are_given(view: View, first: int, last: int) -> bool:
    """Tell whether words are given names, so that a family name is still to come: جون إيف + لودريان."""
    kinds = [name_word(view.form(index)) for index in range(first, last)]
    articled = any(view.has_article(index) for index in range(first, last))
    return kinds[0].given >= 2 and not articled and not any(kind.common for kind in kinds[1:])


def _begins_another(view: View, index: int, first: int) -> bool:
    """Tell whether the word is a name of its own, after one that is already whole: subject and object side by side."""
    if view.form(index - 1) in context_words("particle"):
        return False
    if index - first < 2:
        alone = view.known.get(first)
        known = alone is not None and alone[0].value.how == "family"
        if view.says(first - 1) and not name_word(view.stem(first)[0]).given and not name_word(view.form(index)).family:
            known = view.place_weight(index) >= _LARGE_PLACE  # verb, subject, object: اتهمت + family name + موسكو
        return (known or view.form(first) in view.solo) and view.place_weight(index) > 0.5
    kind = name_word(view.form(index))
    if kind.place == _SURELY and view.place_weight(index) >= _LARGE_PLACE and not kind.given and not kind.family:
        return True  # the object of a verb whose subject is a person: اتهم + name + موسكو
    tag = view.tags.get(index)
    one_tag = tag is not None and tag.first <= first and tag.score > 0.6
    return (
        not one_tag
        and (view.form(index) in view.solo or kind.place >= 2 or view.place_weight(index) >= 0.6)
        and not kind.given
    )


def _weigh(view: View, first: int, last: int) -> Candidate:
    """Make the candidate of words [first, last) with its titles and all its evidence."""
    form, cut = view.stem(first)
    name = view.span_of(first, last, cut)
    around = titles_around(view, first, last)
    if cut and around.joined is not None:
        around = Around((), None, 0, ())  # a proclitic stands between: المفوض بتيسير
    begin = around.joined if around.joined is not None else first
    span = name if begin == first else view.span_of(begin, last, around.cut)
    one = Candidate(begin, last, span, name, "PERSON", titles=around.spans)
    one.inside = any(hit.value.kind in OWNED for hit in view.heads.get(first - 1, ()))
    for evidence in around.evidence:
        if not (last - first == 1 and begin < first and _is_bare(view, begin, form)):
            one.add(evidence)
    _weigh_known(view, one, first, last)
    tag = next((view.tags[i] for i in range(first, last) if _is_tagged(view, i)), None)
    if tag is not None:
        one.add("tagger", tag.score)
    _weigh_words(view, one, first, last, form)
    if name_word(form).unknown and last - first == 1 and view.form(first - 1) in context_words("place_only"):
        one.add("place by the tables")
    if any(hit.value.type == "PLACE" and hit.value.kind in ("city", "region") for hit in view.heads.get(first - 1, ())):
        one.add("place by the tables", 2)
    if view.says(first - 1) or view.says(last):
        one.add("verb of persons beside")
    return one


def _is_bare(view: View, title: int, name: str) -> bool:
    """Tell whether a title has no article and a word that no table knows follows: دولة + a verb."""
    article = view.form(title)[1:].startswith(_ARTICLE) or view.form(title).startswith((_ARTICLE, "لل"))
    return not article and name_word(name).unknown


_KNOWN = {"full": "known person", "family": "known family name", "ambiguous": "perhaps a known person"}


def _weigh_known(view: View, one: Candidate, first: int, last: int) -> None:
    """Add that the knowledge tables hold the name; two people of one name leave the id open."""
    hits = [hit for hit in view.known.get(first, ()) if hit.last == last]
    if hits:
        one.add(_KNOWN[hits[0].value.how])
        ids = {hit.value.entry.id for hit in hits}
        one.entity = ids.pop() if len(ids) == 1 else None


def _weigh_words(view: View, one: Candidate, first: int, last: int, form: str) -> None:
    kinds = [name_word(form), *(view.kind(index) for index in range(first + 1, last))]
    given = kinds[1] if last - first > 1 and kinds[0].unknown and view.has_article(first) else kinds[0]
    if given.given:
        one.add("given name", given.given / 2)
    if any(kind.family for kind in kinds[1:]):
        one.add("family name")
    if any(kind.unknown for kind in kinds):
        one.add("unknown word")
    if last - first > 1:
        one.add("several words")
    spare = sum(max(0, kind.common - kind.given - kind.family) for kind in kinds)
    if spare:
        one.add("common word", spare)
    if last - first > 1 and view.place_weight(last - 1) >= 0.7 and first not in view.known:
        one.add("place by the tables")
    whole = view.places.get(first, ())
    if last - first > 1 and whole and whole[0].last >= last and view.place_weight(first) > _SURE_PLACE:
        one.add("place by the tables", 2)
    if last - first == 1:
        weak = not {"rank or honorific before", "kin before"} & set(one.why) or one.first < first - 1
        if weak and "tagger" not in one.why and not kinds[0].given and not kinds[0].family:
            one.add("alone and unknown")
        if kinds[0].common > 1 and "tagger" not in one.why:
            one.add("common word", max(0, kinds[0].common - kinds[0].given))
        if kinds[0].place > kinds[0].given or (view.place_weight(first) >= 0.6 and first not in view.known):
            one.add("place by the tables", max(kinds[0].place / 2, 1.0))
    if view.form(first - 1) in context_words("place_before") and kinds[0].place:
        one.add("place by the tables", kinds[0].place)
