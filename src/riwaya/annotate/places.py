"""Names of places: what the tagger marks, and a head word with what completes it (`مطار` + name).

Goes in: a `View`. Comes out: place candidates with their evidence. Nationality words are no places.
"""

from __future__ import annotations

from riwaya.annotate.bodies import complement
from riwaya.annotate.candidates import Candidate
from riwaya.annotate.name_view import Tag, View
from riwaya.lexicon.name_entries import context_words, head_gender, lone_heads
from riwaya.lexicon.name_words import name_word

__all__ = ["AREAS", "find_places"]

#: Heads of areas, whose own name stands alone as well: ولاية + البليدة. A thing in a place has its head in its name.
AREAS = frozenset(("city", "region", "country"))
_ADJECTIVES = ("ه", "ي", "ين", "ون", "ات", "ان")  # endings of indefinite adjectives and plurals: no names


def find_places(view: View) -> list[Candidate]:
    """Give the place candidates of a block."""
    found = []
    for index in range(view.first, view.last):
        tag = view.tags.get(index)
        if tag is not None and tag.first == index and tag.type == "PLACE":
            found.append(_tagged(view, tag))
        elif index in view.places and not (view.stops(index) and view.places[index][0].last == index + 1):
            found.append(_known(view, index))
        for hit in view.heads.get(index, ()):
            if hit.value.type == "PLACE":
                last = complement(
                    view,
                    hit.last,
                    head_gender(hit.value, view.form(hit.last - 1)),
                    definite=False,
                    extra=context_words("place_adjective"),
                    adjectives=hit.value.kind not in AREAS,
                )
                repeated = last == hit.last and _is_repeated(view, hit.last)
                last += repeated
                if last == hit.last or _is_body(view, hit.last):
                    continue
                first, cut = (hit.last, 0) if hit.value.drop else (index, len(hit.proclitic))
                span = view.span_of(first, last, cut)
                name = view.span_of(hit.last, last) if hit.value.kind in AREAS else span
                one = Candidate(first, last, span, name, "PLACE")
                one.add("head and complement", 1.0 if repeated or _is_named(view, hit.last, last) else 0.5)
                found.append(one)
    return found


def _tagged(view: View, tag: Tag) -> Candidate:
    last = tag.first + 1
    while last < tag.last and not view.is_joined(last) and not view.stops(last):
        last += 1
    least = view.places[tag.first][0].last if tag.first in view.places else last
    while last > max(least, tag.first + 1) and last - 1 in view.peoples:
        last -= 1  # درنة + الليبية
    last = max(last, least) if least <= view.last and not _is_rare(view, tag.first) else last
    span = view.span_of(tag.first, last, view.stem(tag.first)[1])
    one = Candidate(tag.first, last, span, span, "PLACE")
    one.inside = _stands_inside(view, tag.first)
    one.add("tagger", tag.score)
    if weight := max(view.place_weight(tag.first), name_word(view.stem(tag.first)[0]).place / 3):
        one.add("known place", weight)
    if (people := view.peoples.get(tag.first)) and people.last == last and people.value.number != "one":
        one.add("nationality word")
    if view.form(tag.first - 1) in context_words("place_before"):
        one.add("preposition of place before")
    return one


def _is_rare(view: View, index: int) -> bool:
    """Tell whether the tables' longer name is too unsure to be taken for a shorter tagged one."""
    return view.place_weight(index) < 0.5


def _is_repeated(view: View, index: int) -> bool:
    """Tell whether an indefinite word after a place's head is its name: no adjective, and the page uses it again."""
    form = view.form(index)
    if len(form) < 3 or not form.isalpha() or form.endswith(_ADJECTIVES) or view.stops(index) or view.is_joined(index):
        return False
    return name_word(form).common <= 2 and form in view.repeated and index not in view.title_starts


def _stands_inside(view: View, index: int) -> bool:
    """Tell whether the word before makes a longer name of the place's: شرق + ليبيا, ميناء + صفاقس."""
    before = view.heads.get(index - 1, ())
    return view.form(index - 1) in context_words("place_before") or any(
        head.value.type == "PLACE" and head.value.kind not in AREAS for head in before
    )


def _known(view: View, index: int) -> Candidate:
    hit = view.places[index][0]
    areas = [head.last for head in view.heads.get(index, ()) if head.value.kind in AREAS and head.last < hit.last]
    own = bool(areas) and any(other.last == hit.last for other in view.places.get(areas[0], ()))
    name = view.span_of(areas[0], hit.last) if own else hit.span
    one = Candidate(hit.first, hit.last, hit.span, name, "PLACE")
    one.add("known place", view.place_weight(index))
    one.inside = _stands_inside(view, index)
    if view.form(index - 1) in context_words("place_before") or hit.proclitic or index - 1 in view.posts:
        one.add("preposition of place before")
    return one


def _is_body(view: View, index: int) -> bool:
    """Tell whether a body's name begins at the word: مقر المفوضية is no place of its own name."""
    form = view.form(index)
    return form in lone_heads() or any(hit.value.type == "ORGANIZATION" for hit in view.heads.get(index, ()))


def _is_named(view: View, first: int, last: int) -> bool:
    """Tell whether a complement holds a name and not only common words."""
    return any(
        index in view.tags or index in view.places or name_word(view.form(index)).common <= 1
        for index in range(first, last)
    )
