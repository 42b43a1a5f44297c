"""The second look at a page: names that stood whole somewhere and stand in part elsewhere.

Goes in: the page's views and the mentions of the first look. Comes out: candidates for the same names alone: the family
name of a person, a part of a name after a title or a verb of persons, the name of a body without its head word.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from riwaya.annotate.candidates import Candidate
from riwaya.annotate.name_view import View
from riwaya.annotate.persons import OWNED
from riwaya.annotate.titles import titles_around
from riwaya.lexicon.name_entries import context_words, lone_heads
from riwaya.lexicon.name_words import name_word
from riwaya.text.words import Word, stems

__all__ = ["find_again"]

#: Kinds of bodies whose own names stand without the head as well: شركة فيات, فيات.
OWN_NAMED = frozenset(("company", "club", "media", "agency", "party", "armed-group", "movement", "airline", "bank"))
_RECALLED = 50  # bodies of one head that a head alone is weighed against
_SURE = 4.0  # evidence for a full name whose given name may stand alone
_SHORT = 3  # letters of a closed-class word that is never a name
_QUOTES = frozenset(('"', "'"))


def find_again(views: Sequence[View], chosen: Sequence[Candidate]) -> list[Candidate]:
    """Give candidates for names that the page has already shown whole."""
    firsts = [view.first for view in views]
    by_view = [(views[bisect_right(firsts, one.first) - 1], one) for one in chosen]
    names = _parts(by_view)
    taken = {index for one in chosen if one.kind == "name" for index in range(one.first, one.last)}
    found = []
    whole, named = _whole_names(by_view), _named_bodies(by_view)
    for view in views:
        for index in range(view.first, view.last):
            inside = any(hit.value.kind in OWNED for hit in view.heads.get(index - 1, ()))
            if index in taken and not inside:
                continue
            for form, cut in stems(view.form(index)):
                if cut and name_word(view.form(index)).common >= 2:
                    break  # كبير is no name after a proclitic
                if (kind := names.get(form)) and (not view.stops(index) or len(form) > _SHORT):
                    one = _again(view, index, cut, form, kind)
                    one.inside = inside
                    if kind == "PERSON" or not inside:
                        found.append(one)
                    if kind == "PERSON" and inside and not cut:
                        found.append(_owned(view, index))
                    break
        found += _bodies_again(view, named, taken)
        found += _whole_again(view, whole)
    return found


def _owned(view: View, index: int) -> Candidate:
    """Give the body that is called by the family name of who leads it: حكومة + name."""
    (head,) = view.heads[index - 1][:1]
    span = view.span_of(index - 1, index + 1, len(head.proclitic))
    one = Candidate(index - 1, index + 1, span, span, "ORGANIZATION")
    one.add("head and complement")
    return one


Phrases = dict[str, dict[tuple[str, ...], Counter[str]]]


def _whole_names(chosen: list[tuple[View, Candidate]]) -> tuple[Phrases, dict[tuple[str, ...], set[int]]]:
    """Give the names of several words that the page has, by their first words, and where each stands."""
    phrases: dict[str, dict[tuple[str, ...], Counter[str]]] = {}
    homes: dict[tuple[str, ...], set[int]] = {}
    for home, one in chosen:
        words = home.tokens.between(one.name)
        if len(words) > 1 and one.kind == "name":
            forms = (home.stem(words[0].index)[0], *(word.form for word in words[1:]))
            phrases.setdefault(forms[0], {}).setdefault(forms, Counter())[one.type] += 1
            homes.setdefault(forms, set()).add(words[0].index)
            own = _own_name(home, one, forms)
            if own:
                phrases.setdefault(own[0], {}).setdefault(own, Counter())[one.type] += 1
                homes.setdefault(own, set()).add(words[len(forms) - len(own)].index)
    return phrases, homes


def _whole_again(view: View, names: tuple[Phrases, dict[tuple[str, ...], set[int]]]) -> list[Candidate]:
    """Give every occurrence of a name of several words that the page has somewhere."""
    phrases, homes = names
    found = []
    for index in range(view.first, view.last):
        for form, cut in stems(view.form(index)):
            for forms, kinds in phrases.get(form, {}).items():
                kind = min(kinds, key=lambda k: (-kinds[k], k))
                last = index + len(forms)
                if homes[forms] == {index}:
                    continue  # its own place is no evidence for it
                if last <= view.last and all(view.form(index + i) == forms[i] for i in range(1, len(forms))):
                    span = view.span_of(index, last, cut)
                    one = Candidate(index, last, span, span, kind)
                    one.add("same name on the page")
                    if kind == "PERSON":
                        _with_titles(view, one, index, last)
                    elif len(forms) == 1:
                        one.add("common word", name_word(form).common)
                    found.append(one)
    return found


def _own_name(view: View, one: Candidate, forms: tuple[str, ...]) -> tuple[str, ...]:
    """Give the words of a body's own name after its head, where it has one: القاعدة of تنظيم القاعدة."""
    own = forms[1:]
    if forms[0] in context_words("armed_head") and len(own) > 1 and own[0] in context_words("body_noun"):
        return own
    kinds = {hit.value.kind for hit in view.heads.get(one.first, ()) if hit.last == one.first + 1}
    if one.type != "ORGANIZATION" or not kinds & OWN_NAMED:
        return ()
    while own and own[0] in _QUOTES:
        own = own[1:]
    while own and own[-1] in _QUOTES:
        own = own[:-1]
    if not own or any(form in _QUOTES or form in context_words("stop") for form in own) or own[0].startswith("لل"):
        return ()
    kind = name_word(own[0])
    doubtful = kind.place or kind.given >= 2 or (kind.common and not own[0].startswith("ال"))
    if len(own) == 1 and doubtful and one.entity is None:
        return ()
    return own if len(own[0]) > 2 else ()


def _with_titles(view: View, one: Candidate, first: int, last: int) -> None:
    """Give a person's candidate its titles and the evidence they are."""
    around = titles_around(view, first, last)
    one.titles = around.spans
    if around.joined is not None:
        one.first, one.span = around.joined, view.span_of(around.joined, last, around.cut)
    for evidence in around.evidence:
        one.add(evidence)


def _named_bodies(chosen: list[tuple[View, Candidate]]) -> dict[str, list[Candidate]]:
    """Give the bodies and places named in full, by their bare heads, in reading order."""
    found: dict[str, list[Candidate]] = {}
    named = [(home, one) for home, one in chosen
             if one.type != "PERSON" and one.kind == "name" and one.last - one.first > 1]  # fmt: skip
    for home, one in sorted(named, key=lambda row: (row[1].first, _plain(row[0].stem(row[1].first)[0]))):
        found.setdefault(_plain(home.stem(one.first)[0]), []).append(one)
    return found


def _bodies_again(view: View, named: dict[str, list[Candidate]], taken: set[int]) -> list[Candidate]:
    """Give the heads with the article that stand for a body or place named before: the commission, the canal."""
    lone = lone_heads()
    found = []
    for index in range(view.first, view.last):
        for form, cut in stems(view.form(index)):
            if form not in lone or index in taken:
                continue
            bodies = named.get(_plain(form), [])
            place = bisect_left(bodies, index, key=lambda one: one.first)
            before = bodies[max(0, place - _RECALLED) : place]
            after = [one for one in bodies[place : place + 2] if one.first > index][:1]
            if before or after:
                home = _main(view, before) if before else after[0]
                span = view.span_of(index, index + 1, cut)
                one = Candidate(index, index + 1, span, span, home.type, kind="nominal", antecedent=home.span)
                one.why["head of a name on the page"] = 2.5
                found.append(one)
            break
    return found


def _main(view: View, before: list[Candidate]) -> Candidate:
    """Give the body that a head alone means: the last named, but the state's own police before one of its branches."""
    own = [one for one in before if one.last - one.first == 2 and one.last - 1 in view.peoples]
    return own[-1] if own and before[-1].last - before[-1].first > 2 else before[-1]


def _plain(form: str) -> str:
    return form[2:] if form.startswith("ال") else form


def _parts(chosen: list[tuple[View, Candidate]]) -> dict[str, str]:
    """Give the words that stand for a name when alone, and the type of that name."""
    parts: dict[str, str] = {}
    for view, one in chosen:
        words = view.tokens.between(one.name)
        if one.kind != "name" or not words:
            continue
        if one.type == "PERSON":
            if len(words[-1].form) > 2 and (len(words) > 1 or one.score >= 3):
                parts.setdefault(words[-1].form if len(words) > 1 else view.stem(words[0].index)[0], "PERSON")
            parts.update((form, "PERSON") for form in _given(view, one, words) if form not in parts)
        elif len(words) == 1 and (name_word(words[0].form).common == 0 or one.type == "PLACE"):
            parts.setdefault(words[0].form, one.type)
    return parts


def _given(view: View, one: Candidate, words: tuple[Word, ...]) -> list[str]:
    """Give the given names by which a foreigner may be called alone: كريستيانو, لولا (also where it is the second)."""
    if len(words) < 2 or one.score < _SURE:
        return []
    forms = [view.stem(words[0].index)[0], *(word.form for word in words[1:-1])]
    found = []
    for at, form in enumerate(forms):
        kind = name_word(form)
        called = kind.unknown or (kind.given and not kind.native) or (kind.family >= 2 and not kind.common)
        if (
            len(form) > _SHORT
            and (called or form in context_words("stop"))
            and not kind.place
            and (at == 0 or one.entity)
        ):
            found.append(form)
    return found


def _again(view: View, index: int, cut: int, form: str, kind: str) -> Candidate:
    span = view.span_of(index, index + 1, cut)
    one = Candidate(index, index + 1, span, span, kind)
    one.add("same name on the page")
    if kind != "PERSON":
        return one
    first = index
    if not cut and view.form(index - 1) in context_words("family_particle") and view.word(index - 1):
        first = index - 1
        one.first, one.span = first, view.span_of(first, index + 1)
        one.name = one.span
    _with_titles(view, one, first, index + 1)
    before = view.form(index - 1)
    if view.says(index - 1):
        one.add("verb of persons beside")
    elif before in context_words("place_before") and name_word(form).given == 0:
        one.add("place by the tables", 0.3)
    word = name_word(form)
    if word.common:
        one.add("common word", min(word.common, 3))
    return one
