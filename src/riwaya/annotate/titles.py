"""The ranks, honorifics, offices and kin words around a person's name.

Goes in: a `View` and the words of a name. Comes out: `Around`: the title spans, where the person's span begins when a
rank or short office word stands directly before the name (`المشير` + name, also with an adjective between them), and
the evidence that the titles give.
"""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.annotate.name_view import View
from riwaya.lexicon.name_entries import context_words
from riwaya.lexicon.name_words import name_word
from riwaya.model import Span
from riwaya.text.words import ARTICLED

__all__ = ["Around", "post_end", "titles_around"]

_EVIDENCE = {"rank": "rank or honorific before", "honorific": "rank or honorific before", "office": "office before",
             "occupation": "occupation before", "kin": "kin before"}  # fmt: skip
_COMMAS = frozenset(("،", ",", ":"))
_QUOTES = frozenset(('"', "'"))
_ADJECTIVES = 3  # between a title and its name: الليبي المتقاعد
_LINKED = 3  # indefinite words of an office in a row
_ARTICLE, _HIDDEN_ARTICLE = "ال", "لل"
_AND = "و"
_BOUND = "ي"  # how a sound plural ends before what it is of
_SURE_PLACE = 0.5
_LONGEST_NAME = 5  # words of a known person's name
_LONGEST_POST = 12  # words of an office: نائب رئيس هيئة … العامة ل…


@dataclass(frozen=True, slots=True)
class Around:
    """Titles of a name: their spans, the word where the person's span begins (None: the name itself), the evidence."""

    spans: tuple[Span, ...]
    joined: int | None
    cut: int
    evidence: tuple[str, ...]


def titles_around(view: View, first: int, last: int) -> Around:
    """Give the titles before and after the name of words [first, last)."""
    spans: list[Span] = []
    evidence: list[str] = []
    joined, cut = None, 0
    at, touching = first, True
    passed = [first]
    for _ in range(4):
        end = _skip_adjectives(view, at)
        hit = view.titles.get(end)
        if hit is None and view.form(at - 1) in _COMMAS:
            touching, end = False, _skip_adjectives(view, at - 1)
            hit = view.titles.get(end)
            if hit is not None and _is_taken(view, hit.first, hit.last):
                break  # in apposition with the name before it
        if hit is None or hit.first < view.first or (hit.value.kind == "kin" and spans):
            break
        if end != at and hit.value.kind != "office" and not _is_definite(view, hit.first, len(hit.proclitic)):
            break
        if _is_of_unit(view, hit.first):
            break
        touching = touching and hit.value.joins
        spans.append(Span(hit.span.start, view.tokens.words[_last_title_word(at, end, view) - 1].span.end))
        evidence.append(_EVIDENCE[hit.value.kind])
        if touching:
            joined, cut = hit.first, len(hit.proclitic)
        at = hit.first
        passed.append(at)
        if hit.proclitic:
            break
    posts = (_post_before(view, place) for place in reversed(passed))
    if post := next((p for p in posts if p and p.start < view.tokens.words[at].span.start), None):
        spans = [span for span in spans if not post.meets(span)] + [post]
        evidence.append("office before")
        if joined is not None and post.end > view.tokens.words[joined].span.start:
            joined, cut = None, 0
    if post := _post_after(view, at, last):
        spans.append(post)
        evidence.append("office before")
    return Around(tuple(sorted(spans)), joined, cut, tuple(dict.fromkeys(evidence)))


def _is_definite(view: View, index: int, cut: int) -> bool:
    """Tell whether a word has the article behind `cut` letters of proclitics: باللواء, للواء."""
    return view.form(index)[cut:].startswith((_ARTICLE, _HIDDEN_ARTICLE))


def _is_of_unit(view: View, index: int) -> bool:
    """Tell whether a word of rank is a team or unit that an office heads: قائد + الفريق."""
    return view.form(index) in context_words("unit_or_rank") and view.form(index - 1) in context_words("unit_post")


def _is_taken(view: View, first: int, last: int) -> bool:
    """Tell whether a title, or the office it is in, stands directly behind a person's name."""
    starts = (at for at in range(max(view.first, first - _LINKED), first) if at in view.posts)
    return _follows_person(view, first) or any(_follows_person(view, at) for at in starts if post_end(view, at) >= last)


def _follows_person(view: View, start: int) -> bool:
    """Tell whether a person's name ends directly before word `start`, or before a comma there."""
    before = start - 2 if view.form(start - 1) in _COMMAS else start - 1
    tag = view.tags.get(before)
    known = (hit for index in range(before - _LONGEST_NAME, before + 1) for hit in view.known.get(index, ()))
    kind = name_word(view.form(before))
    named = kind.family > 0 and not kind.common and not kind.place
    return (tag is not None and tag.type == "PERSON") or named or any(hit.last == before + 1 for hit in known)


def _last_title_word(at: int, end: int, view: View) -> int:
    """Give the word after the title and its adjectives."""
    return at - 1 if view.form(at - 1) in _COMMAS else max(at, end)


def _skip_adjectives(view: View, at: int) -> int:
    """Give the word before which a title may end, passing over adjectives that stand before word `at`."""
    index = at
    for _ in range(_ADJECTIVES):
        form = view.form(index - 1)
        if index in view.titles or not form.startswith(_ARTICLE) or len(form) < 5 or name_word(form).given >= 2:
            break
        index -= 1
    return index if index in view.titles else at


def _post_before(view: View, at: int) -> Span | None:
    """Give the office in construct that ends before word `at` (a comma may stand between), the longest."""
    end = at - 1 if view.form(at - 1) in _COMMAS | _QUOTES else at
    parted = view.form(at - 1) in _COMMAS
    for start in range(max(view.first, end - _LONGEST_POST), end):
        if start in view.posts and post_end(view, start) >= end > view.posts[start] - 1:
            if parted and _follows_person(view, start):
                return None  # in apposition with the name before it; so are the offices inside it
            return Span(_post_start(view, start), view.tokens.words[end - 1].span.end)
    return None


def _post_after(view: View, first: int, last: int) -> Span | None:
    """Give the office in construct that follows the name, with or without a comma.

    After a verb with its subject the office of another can be the object: التقى + name + رئيس المجلس.
    """
    start = last + 1 if view.form(last) in _COMMAS else last
    if view.form(start)[:1] == _AND and view.form(start)[1:] in context_words("post"):
        return None  # the next of a list
    if start in view.posts and (end := post_end(view, start)) > view.posts[start]:
        if start == last and view.form(first - 1) in context_words("meets") and view.form(end) not in _COMMAS:
            return None
        return Span(_post_start(view, start), view.tokens.words[end - 1].span.end)
    return None


def _post_start(view: View, start: int) -> int:
    return view.tokens.words[start].span.start


def post_end(view: View, start: int) -> int:
    """Give the word after the office that begins at `start`: its head and all that may complete it."""
    index = view.posts[start]
    while index < min(view.last, start + _LONGEST_POST):
        form = view.form(index)
        tag = view.tags.get(index)
        if tag is not None and tag.type == "PERSON":
            break
        if form in context_words("link"):
            index += 1
            continue
        if index in view.places and not view.places[index][0].proclitic and view.place_weight(index) > 0.5:
            index = view.places[index][0].last
            continue
        if view.stops(index):
            break
        definite = form.startswith((_ARTICLE, *ARTICLED)) and len(form) > 3
        if not (definite or index in view.heads or index in view.posts or tag is not None or _links_on(view, index)):
            break
        index += 1
    return index


def _links_on(view: View, index: int) -> bool:
    """Tell whether indefinite common words lead to a definite one: مجلس إدارة الشركة."""
    for after in range(index, index + _LINKED):
        kind = name_word(view.form(after))
        bound = kind.unknown and view.form(after).endswith(_BOUND)  # متمردي الجيش
        if not (kind.common or bound) or kind.given or view.stops(after) or after in view.tags:
            return False
        if view.form(after + 1).startswith((_ARTICLE, *ARTICLED)) or view.place_weight(after + 1) > _SURE_PLACE:
            return True
    return False
