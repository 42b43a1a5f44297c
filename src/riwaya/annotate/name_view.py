"""One block of a page as the name finders see it: its words, what the tagger says of each, which titles, heads and
posts
stand where.

Goes in: a document and a block. Comes out: a `View`, made once for each block and asked by every finder.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeVar

from riwaya.lexicon.knowledge import Known, Person, person_phrases
from riwaya.lexicon.name_entries import (
    Head,
    Title,
    context_forms,
    context_phrases,
    context_words,
    head_phrases,
    title_phrases,
)
from riwaya.lexicon.name_words import NameWord, name_word
from riwaya.lexicon.nationalities import Nationality, nationality_phrases
from riwaya.lexicon.phrases import Hit, _after_proclitic
from riwaya.lexicon.world import WorldPlace, place_phrases
from riwaya.model import Document, Span
from riwaya.text.tagger import tag_names
from riwaya.text.words import ARTICLED, Tokens, Word, stems, tokenize

__all__ = ["Tag", "View", "views"]

Found = TypeVar("Found")
_OWNERS = ("ها", "هم", "ه", "نا")  # pronouns at the end of an office: قائدها
_LARGE, _MIDDLING, _STATE = 100_000, 15_000, 40_000_000  # people of a town that is likely meant; of a country
_JOINED = ("و", "ف", "ب", "ك", "ل")  # one-letter words written with the next
_READ = frozenset(("title", "body", "caption", "dateline"))
_MAQSURA = "ى"
_TANWIN = "\u064b"
_HAMZAS = frozenset(("أ", "إ", "آ"))
_FUTURE = "س"
_LONG = 5  # letters of a noun with its article


@dataclass(frozen=True, slots=True)
class Tag:
    """A name by the tagger: words `first` up to `last`, its type and how sure; `start` is without proclitics."""

    first: int
    last: int
    type: str
    score: float
    start: int


@dataclass(frozen=True, eq=False, slots=True)
class View:
    """A block's words (`first` up to `last` of `tokens`) and what stands where, by word index."""

    text: str
    tokens: Tokens
    span: Span
    first: int
    last: int
    page_forms: frozenset[str]
    repeated: frozenset[str]  # forms that the page has several times
    tags: dict[int, Tag] = field(default_factory=dict)  # every word of a tagged person or place
    bodies: dict[int, Tag] = field(default_factory=dict)  # first word of a tagged organisation
    titles: dict[int, Hit[Title]] = field(default_factory=dict)  # by the word after the title
    title_starts: dict[int, Hit[Title]] = field(default_factory=dict)
    posts: dict[int, int] = field(default_factory=dict)  # first word of an office in construct: the word after it
    heads: dict[int, tuple[Hit[Head], ...]] = field(default_factory=dict)
    known: dict[int, tuple[Hit[Known[Person]], ...]] = field(default_factory=dict)  # people of the knowledge tables
    peoples: dict[int, Hit[Nationality]] = field(default_factory=dict)  # words of nationality
    places: dict[int, tuple[Hit[WorldPlace], ...]] = field(default_factory=dict)  # places of the tables
    solo: set[str] = field(default_factory=set)  # names that the tagger finds alone somewhere on the page

    def word(self, index: int) -> Word | None:
        """Give a word of this block, or None outside it."""
        return self.tokens.words[index] if self.first <= index < self.last else None

    def form(self, index: int) -> str:
        """Give a word's folded form, empty outside the block."""
        return self.tokens.words[index].form if self.first <= index < self.last else ""

    def is_gap(self, index: int) -> bool:
        """Tell whether a line break or the block's border stands before the word."""
        return index <= self.first or index >= self.last

    def stops(self, index: int) -> bool:
        """Tell whether the word is of a closed class and so in no name."""
        form = self.form(index)
        if form in context_words("preposition_or_name"):
            word = self.tokens.words[index]
            return self.text[word.span.end - 1] == _MAQSURA
        return not form or form in context_words("stop") or not form[0].isalpha() or self.is_adverb(index)

    def is_adverb(self, index: int) -> bool:
        """Tell whether the word bears the mark of an indefinite accusative: an adverb or object, no name (باكرًا)."""
        span = self.tokens.words[index].span
        return _TANWIN in self.text[span.end - 2 : span.end]

    def has_article(self, index: int) -> bool:
        """Tell whether the word begins with the article: its alef bears no hamza (ألين is a name, الليبي has it)."""
        word = self.tokens.words[index]
        return word.form.startswith("ال") and self.text[word.span.start] not in _HAMZAS

    def says(self, index: int) -> bool:
        """Tell whether the word is a verb of persons, with or without و or ف before it."""
        form = self.form(index)
        verbs = context_words("says")
        return form in verbs or (form[:1] in ("و", "ف") and form[1:] in verbs)

    def kind(self, index: int) -> NameWord:
        """Give the grades of a word as it stands, or with its proclitics cut off where only the rest is known."""
        form = self.form(index)
        kind = name_word(form)
        if kind.unknown:
            for rest, _ in stems(form)[1:]:
                if len(rest) > 2 and not (shorter := name_word(rest)).unknown:
                    return shorter
        return kind

    def is_verb(self, index: int) -> bool:
        """Tell whether an unknown word has a verb's shape: يتفقد، سيعزز."""
        form = self.form(index)
        if len(form) < 4 or not name_word(form).unknown:
            return False
        return form.startswith(context_forms("verb_beginning")) or (form[0] == "س" and name_word(form[1:]).common > 0)

    def is_joined(self, index: int) -> bool:
        """Tell whether the word begins with a proclitic, so that it begins something new: وحفتر، لموسكو، بالجيش."""
        form = self.form(index)
        if form[:1] not in _JOINED or len(form) < 4:
            return False
        if form.startswith(ARTICLED) and len(form) > 5:
            return name_word(form).given < 2
        kind = name_word(form)
        if form[0] == "ك" and kind.unknown:
            return not self._is_likely_whole(index, form, form[1:])
        if kind.given or kind.family:
            return False
        return any(
            rest in self.page_forms or not name_word(rest).unknown for rest, _ in stems(form)[1:] if len(rest) > 2
        )

    def place_weight(self, index: int) -> float:
        """Give how surely the word begins a place of the tables, 0 to 1: large and no other word."""
        hits = self.places.get(index)
        if not hits:
            return 0.0
        people = max(hit.value.people for hit in hits)
        size = 1.0 if people >= _LARGE else 0.8 if people >= _MIDDLING else 0.6
        rest = self.form(index)[len(hits[0].proclitic) :]
        if hits[0].proclitic and people < _STATE and not rest.startswith("ال") and rest not in self.page_forms:
            size *= 0.7
        if not any(hit.value.sure for hit in hits):
            return size * 0.3
        if hits[0].last - index > 1 or people > _STATE:
            return size
        behind = self.form(index - 1) in context_words("place_before") or bool(self.places.get(index - 1))
        if rest in context_words("place_or_verb") and behind:
            return size
        kind = name_word(self.form(index)[len(hits[0].proclitic) :])
        if kind.place >= 2 or (kind.place and people >= _LARGE):
            return size
        kept = hits[0].value.kind not in ("country", "town") and not (kind.given or kind.family)
        if kept:
            return size * (0.6 if kind.common >= 2 else 1.0)
        doubt = kind.common >= 2 or kind.given >= 2 or kind.family >= 2 or index in self.known or self._is_cut(index)
        little = 0.85 if people >= _LARGE else 0.6
        return size * (0.3 if doubt else little if kind.common or kind.given or kind.family else 1.0)

    def _is_cut(self, index: int) -> bool:
        """Tell whether the word may be a proclitic and a common or closed-class word: بأنه، لأول."""
        closed = context_words("stop")
        return any(rest in closed or name_word(rest).common >= 2 for rest, _ in stems(self.form(index))[1:])

    def stem(self, index: int) -> tuple[str, int]:
        """Give the most likely reading of a word that begins a name: its form without proclitics and how many
        letters."""
        form = self.form(index)
        if known := self.known.get(index):
            return form[len(known[0].proclitic) :], len(known[0].proclitic)
        tag = self.tags.get(index)
        if tag and tag.first == index:
            cut = tag.start - self.tokens.words[index].span.start
            found = {length: rest for rest, length in stems(form)}
            if (
                cut
                and cut in found
                and _FUTURE not in form[:cut]
                and not self._is_likely_whole(index, form, found[cut])
            ):
                return found[cut], cut
            if not cut and form[0] == "و" and len(form) > 4 and name_word(form).unknown and self._follows_name(index):
                return form[1:], 1
        return _reading(form, self.page_forms)

    def _is_likely_whole(self, index: int, form: str, rest: str) -> bool:
        """Tell whether a proclitic that the tagger cuts off belongs to the name: few names follow `as` (كايتي)."""
        kind = name_word(rest)
        if kind.given < 2 and self.form(index + 1) in context_words("nasab"):
            return True  # لبيد + بن
        return form[0] == "ك" and kind.given < 2 and kind.place < 2 and rest not in self.page_forms

    def _follows_name(self, index: int) -> bool:
        """Tell whether a tagged or known name ends directly before the word, so that و joins another."""
        before = self.tags.get(index - 1)
        return (before is not None and before.last == index) or any(
            hit.last == index for at in (index - 1, index - 2) for hit in self.places.get(at, ())
        )

    def start_of(self, index: int, cut: int) -> int:
        """Give the offset of a word's letters after `cut` proclitic letters."""
        word = self.tokens.words[index]
        return _after_proclitic(self.text, word, cut) if cut else word.span.start

    def span_of(self, first: int, last: int, cut: int = 0) -> Span:
        """Give the span of words [first, last) without the proclitic letters of the first."""
        return Span(self.start_of(first, cut), self.tokens.words[last - 1].span.end)


def _reading(form: str, page_forms: frozenset[str]) -> tuple[str, int]:
    whole = name_word(form)
    if whole.given or whole.family or whole.place:
        return form, 0
    for rest, cut in stems(form)[1:]:
        if len(rest) < 3 or form[cut - 1] == _FUTURE:
            continue
        kind = name_word(rest)
        if kind.given or kind.family or kind.place or (rest in page_forms and not whole.common):
            return rest, cut
        if form.startswith(ARTICLED) and rest.startswith("ال") and len(rest) >= _LONG:
            return rest, cut
    return form, 0


@lru_cache(maxsize=4)
def views(doc: Document) -> tuple[View, ...]:
    """Give a view of each block of the article and its dateline, in reading order."""
    tokens = tokenize(doc.text)
    counts = Counter(word.form for word in tokens.words)
    forms, repeated = frozenset(counts), frozenset(form for form, number in counts.items() if number > 1)
    tagged = _tagged(_article_alone(doc), tokens, forms)
    solo = {tokens.words[tag.first].form for tag in tagged if tag.type == "PERSON" and tag.last - tag.first == 1}
    blocks = (block for block in doc.blocks if block.role in _READ)
    made = tuple(_view(doc.text, tokens, block.span, forms, repeated, tagged) for block in blocks)
    for view in made:
        view.solo.update(solo)
    return made


def _article_alone(doc: Document) -> str:
    """Give the text with blanks in place of what is no article, letter for letter: menus are not worth tagging."""
    out, at = [], 0
    for start, end in sorted((block.span.start, block.span.end) for block in doc.article()):
        out += ["\n" * max(0, start - at), doc.text[max(start, at) : end]]
        at = max(at, end)
    return "".join(out) + "\n" * (len(doc.text) - at)


def _tagged(text: str, tokens: Tokens, forms: frozenset[str]) -> list[Tag]:
    found = []
    for name in tag_names(_encodable(text)):
        first = tokens.index_at(name.start + 1) - 1
        last = tokens.index_at(name.end)
        begin, start = first, name.start
        for index in range(first + 1, last):
            form = tokens.words[index].form
            if name.type != "ORGANIZATION" and form[0] == "و" and _parts_here(form, forms):
                found.append(Tag(begin, index, name.type, name.score, start))
                begin, start = index, tokens.words[index].span.start + 1
        found.append(Tag(begin, last, name.type, name.score, start))
    return found


def _encodable(text: str) -> str:
    """Give the text with lone surrogates replaced, letter for letter, since the tagger's library takes UTF-8 only."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode("utf-8")
    return text


def _parts_here(form: str, forms: frozenset[str]) -> bool:
    """Tell whether a word that begins with و joins two names: the rest is a name or begins with the article."""
    kind = name_word(form)
    rest = form[1:]
    return (
        not (kind.given or kind.family)
        and len(rest) > 3
        and (rest.startswith("ال") or rest in forms or not name_word(rest).unknown)
    )


def _view(
    text: str, tokens: Tokens, span: Span, forms: frozenset[str], repeated: frozenset[str], tagged: list[Tag]
) -> View:
    view = View(text, tokens, span, tokens.index_at(span.start), tokens.index_at(span.end), forms, repeated)
    for tag in tagged:
        if view.first <= tag.first and tag.last <= view.last and tag.first < tag.last:
            if tag.type == "ORGANIZATION":
                view.bodies[tag.first] = tag
            else:
                view.tags.update((index, tag) for index in range(tag.first, tag.last))
    _look_up(view)
    return view


def _nouns(hits: tuple[Hit[Found], ...]) -> tuple[Hit[Found], ...]:
    """Give hits but where the letter of the future is cut off, which stands before verbs alone: سلوى, سامر."""
    return () if hits and hits[0].proclitic.endswith(_FUTURE) else hits


def _look_up(view: View) -> None:
    """Note where titles, posts and heads stand."""
    places = place_phrases()
    known, peoples = person_phrases(), nationality_phrases()
    post_words = context_words("post")
    titles, posts, heads = title_phrases(), context_phrases("post"), head_phrases()
    for index in range(view.first, view.last):
        if hits := _nouns(titles.at(view.tokens, index)):
            view.title_starts[index] = hits[0]
            other = view.titles.get(hits[0].last)
            if other is None or other.first > index:
                view.titles[hits[0].last] = hits[0]
        if found := _nouns(posts.at(view.tokens, index)):
            view.posts[index] = found[0].last
        elif any(view.form(index).endswith(end) and view.form(index)[: -len(end)] in post_words for end in _OWNERS):
            view.posts[index] = index + 1
        common = name_word(view.form(index)).common > 0
        if (people := _nouns(known.at(view.tokens, index))) and not (people[0].proclitic and common):
            view.known[index] = people
        if nationality := _nouns(peoples.at(view.tokens, index)):
            view.peoples[index] = nationality[0]
        if (towns := _nouns(places.at(view.tokens, index))) and not (towns[0].proclitic and common):
            view.places[index] = towns
        if words := _nouns(heads.at(view.tokens, index)):
            view.heads[index] = words
