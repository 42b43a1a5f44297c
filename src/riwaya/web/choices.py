"""An outlet's habits made ready to show: what it could choose between, in words, and how often it chose each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from riwaya.across import Habit
from riwaya.compare.wording import Label
from riwaya.lexicon.load import load_entries
from riwaya.web.links import Links

__all__ = ["ChoiceView", "chosen"]

#: Words of a slot that stand for it.
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """One choice with its share and the bounds of the share, in per cent."""

    kind: str
    name: str
    link: str
    choice: str
    count: int
    documents: int
    share: int
    low: int
    high: int


@cache
def _labels() -> tuple[dict[str, str], dict[str, str]]:
    """Give each label's first form, and for each slot the first forms of its labels."""
    words, slots = {}, defaultdict(list)
    for label in load_entries("labels.toml", "label", Label):
        words[label.id] = label.forms[0]
        slots[label.slot].append(label.forms[0])
    return words, {slot: " / ".join(forms[:_SHOWN]) for slot, forms in slots.items()}


def chosen(habits: Sequence[Habit], links: Links) -> tuple[ChoiceView, ...]:
    """Give the habits with words in place of the ids of labels and slots, people with their link."""
    words, slots = _labels()
    views = []
    for h in habits:
        if h.kind == "unnamed":
            continue
        label = h.kind == "label"
        name = slots.get(h.about, h.name) if label else h.name
        choice = words.get(h.choice, h.choice) if label else h.choice
        views.append(ChoiceView(h.kind, name, "" if label else links.entity(h.about), choice, h.count, h.documents,
                                round(100 * h.count / h.documents), round(100 * h.low), round(100 * h.high)))  # fmt: skip
    return tuple(views)
