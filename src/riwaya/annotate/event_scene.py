"""One sentence as event grammar sees it: words, their groups, names with their place, triggers and clauses.

Goes in: a sentence's span and the document's mentions. Comes out: `Scene`, which answers where a clause begins and ends
around a word, and what preposition governs a name.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from riwaya.annotate.event_grammar import groups_at, groups_at_form
from riwaya.annotate.event_triggers import Trigger, find_triggers
from riwaya.model import Document, Mention, Span
from riwaya.text.words import Word, tokenize

__all__ = ["AGENT", "Scene", "Standing", "scene_of"]

#: What governs the subject of a verb like "which … claimed".
AGENT = "agent"
_ENDS = frozenset(".؛:؟!")
#: Letters between an office and the name (or the next office) at most.
_TITLE_GAP = 3
#: How many plain words may stand between a name and the preposition that governs it (an office, an adjective).
_GOVERNED = 5


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """A mention in the sentence: words `first` to `last` (not included) with its titles; `joined` letters before it."""

    mention: Mention
    first: int
    last: int
    joined: str


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """A sentence: `words`, the `groups` of each, the `standings` of mentions, and the `triggers`."""

    doc: Document
    span: Span
    title: bool
    words: tuple[Word, ...]
    groups: tuple[frozenset[str], ...]
    standings: tuple[Standing, ...]
    triggers: tuple[Trigger, ...]
    verbs: frozenset[int]
    joined_verbs: frozenset[int]

    def span_of(self, first: int, last: int) -> Span:
        """Give the span of words `first` up to, not including, `last`."""
        return Span(self.words[first].span.start, self.words[max(first, last - 1)].span.end)

    def clause(self, trigger: Trigger) -> tuple[int, int]:
        """Give the words of the trigger's clause: from the last opener before it to the next after it."""
        left = trigger.first
        cut = self._cuts(left)
        while left > 0 and not self._opens(left - 1, cut=cut):
            left -= 1
            cut = cut or self._cuts(left)
        right = max(trigger.last, (trigger.partner or 0) + 1)
        while right < len(self.words) and not self._closes(right):
            right += 1
        return left, right

    def _opens(self, at: int, *, cut: bool) -> bool:
        """Tell whether a clause begins after the word; `cut`: a comma or a joined verb stands since."""
        if self.words[at].form in _ENDS or self.groups[at] & {"opener", "relative"}:
            return True
        return cut and at in self.verbs

    def _cuts(self, at: int) -> bool:
        return self.words[at].form in "،," or at in self.joined_verbs

    def _closes(self, at: int) -> bool:
        form = self.words[at].form
        return form in _ENDS or bool(self.groups[at] & {"opener", "relative"}) or at in self.joined_verbs

    def standing_in(self, first: int, last: int) -> tuple[Standing, ...]:
        """Give the names that stand within the words."""
        return tuple(s for s in self.standings if first <= s.first and s.last <= last)

    def outer_in(self, first: int, last: int) -> tuple[Standing, ...]:
        """Give the names within the words that stand in no other name or office (`رئيس الشركة سامي`: one)."""
        here = self.standing_in(first, last)
        return tuple(s for s in here if not any((o is not s and o.first <= s.first and s.last < o.last) or
                                                (o.first < s.first and s.last <= o.last) for o in here))  # fmt: skip

    def governor(self, standing: Standing, floor: int) -> str:
        """Give the preposition that governs a name: its letters or word; "" where none; "و" where it is joined on."""
        letters = standing.joined.lstrip("وف") if len(standing.joined) > 1 else standing.joined
        if letters in ("ب", "ل", "ك"):
            return letters
        if standing.joined in ("و", "ف"):
            return "و"
        at = standing.first - 1
        while at >= max(floor, standing.first - _GOVERNED):
            groups = self.groups[at]
            if groups & {"preposition", "place-word", "agent-verb"}:
                two = f"{self.words[at - 1].form} {self.words[at].form}" if at else ""
                if "agent-verb" in groups:
                    return AGENT
                return two if at and "agent" in self.groups[at - 1] else self.words[at].form
            if (
                at in self.verbs
                or self.words[at].form in "،,\"'()[]-"
                or any(t.first <= at < t.last for t in self.triggers)
            ):
                return ""
            if self._is_named(at) or self._is_owned(at):
                return ""
            if self.words[at].form[0] in "بل" and len(self.words[at].form) > 4 and at == standing.first - 1:
                return self.words[at].form[0]
            at -= 1
        return ""

    def is_place_word(self, governor: str) -> bool:
        """Tell whether a governor sets a place (in, near, north of)."""
        return "place-word" in groups_at_form(governor)

    def _is_owned(self, at: int) -> bool:
        """Tell whether a word ends in a pronoun (his office): the noun phrase ends there."""
        form, last = self.words[at].form, self.doc.text[self.words[at].span.end - 1]
        return (len(form) > 4 and form.endswith(("ها", "هم"))) or (len(form) > 4 and form.endswith("ه") and last == "ه")

    def _is_named(self, at: int) -> bool:
        return any(s.first <= at < s.last for s in self.standings)


def scene_of(
    doc: Document, span: Span, mentions: tuple[Mention, ...], page: frozenset[str] = frozenset(), *, title: bool
) -> Scene:
    """Give the scene of a sentence; `mentions` are the document's, in order, `page` the keys of the page's first words."""
    words = tokenize(doc.text).between(span)
    groups = tuple(groups_at(words, at) for at in range(len(words)))
    starts = [word.span.start for word in words]
    standings = tuple(_standing(doc, words, starts, m) for m in mentions if span.holds(m.span) and m.kind != "pronoun")
    triggers = find_triggers(words, doc.text, page)
    named = {at for s in standings for at in range(s.first, s.last)}
    light = {"perform", "occur", "begin", "continue", "finish", "cancel", "plan", "call-for", "deny", "suffers"}
    verbs = frozenset(
        at for at, many in enumerate(groups) if many & light and at not in named and _is_verb(words[at].form)
    ) | frozenset(t.first for t in triggers if t.verbal)
    joined = frozenset(t.first for t in triggers if t.verbal and t.proclitic[:1] in ("و", "ف")) | frozenset(
        at for at in verbs if words[at].form[0] in "وف" and groups_at_form(words[at].form[1:]) & light
        and not groups_at_form(words[at].form) & light
    )  # fmt: skip
    return Scene(doc, span, title, words, groups, standings, triggers, verbs, joined)


def _is_verb(form: str) -> bool:
    return (not form.lstrip("وف").lstrip("ب").startswith(("ال", "لل")) and not form.endswith("ه")) or form.startswith(
        ("ي", "وي", "سي")
    )


def _standing(doc: Document, words: tuple[Word, ...], starts: list[int], mention: Mention) -> Standing:
    begin = mention.span.start
    for title in sorted(mention.titles, key=lambda t: -t.start):
        if title.start < begin and begin - title.end < _TITLE_GAP and not _holds_clause(words, starts, title):
            begin = title.start
    first = max(0, bisect_left(starts, begin + 1) - 1)
    last = max(first + 1, bisect_left(starts, mention.span.end))
    joined = doc.text[words[first].span.start : begin] if words else ""
    return Standing(mention, first, last, joined)


def _holds_clause(words: tuple[Word, ...], starts: list[int], title: Span) -> bool:
    """Tell whether an office runs over words that no office holds (a list, another clause)."""
    first = max(0, bisect_left(starts, title.start + 1) - 1)
    last = bisect_left(starts, title.end)
    return any(groups_at(words, at) & {"among-them", "relative", "opener", "agent"} for at in range(first, last))
