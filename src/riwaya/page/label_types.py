"""A piece with its role: what labelling gives. Types only."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.page.pieces import Piece

__all__ = ["ABOVE_TITLE", "DATED", "Label"]

#: Two rules that other modules ask for: a name above the title, a short line that gives the day.
ABOVE_TITLE = "above the title"
DATED = "a short line with a date"


@dataclass(frozen=True, slots=True)
class Label:
    """A piece with its role and the rule that gave it."""

    piece: Piece
    role: str
    why: str
