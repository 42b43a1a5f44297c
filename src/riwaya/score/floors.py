"""Floors under the figures: they may rise freely, and fall only when a person says so with a reason.

A floors file is JSON: for each gold file's name, "area: figure" → the least it may be. Only the headline number of each
figure (F1, accuracy or recall) has a floor.
"""

from __future__ import annotations

import json
import math
from pathlib import Path

from riwaya.errors import RecordError
from riwaya.score.figures import Rows

__all__ = ["below", "headline", "raise_floors", "read_floors"]

Floors = dict[str, dict[str, float]]


def headline(figures: dict[str, Rows]) -> dict[str, float]:
    """Give the one number of each figure that counts: F1, else accuracy, else recall."""
    out = {}
    for area, rows in figures.items():
        for name, row in rows.items():
            value = row.get("f1", row.get("accuracy", row.get("r")))
            if value is not None:
                out[f"{area}: {name}"] = value
    return out


def read_floors(path: Path) -> Floors:
    """Give a floors file's content; one that is not there holds nothing.

    Raises:
        RecordError: the file is no JSON.
    """
    if not path.exists():
        return {}
    try:
        floors: Floors = json.loads(path.read_text(encoding="utf-8"))
    except json.JSONDecodeError as error:
        raise RecordError(f"{path}: line {error.lineno}: {error.msg}") from error
    return floors


def below(figures: dict[str, float], floors: dict[str, float]) -> list[str]:
    """Give a line for every figure that lies under its floor, or that is no longer measured."""
    lines = []
    for name, floor in sorted(floors.items()):
        value = figures.get(name)
        if value is None or value < floor - 1e-9:
            lines.append(f"{name}: {'not measured' if value is None else f'{value:.3f}'}, floor {floor:.3f}")
    return lines


def raise_floors(path: Path, case: str, figures: dict[str, float], *, allow_fall: bool = False) -> None:
    """Write new floors (cut to three places) for one gold file; lower ones are kept unless a fall is allowed."""
    floors = read_floors(path)
    old = floors.get(case, {})
    new = {name: math.floor(value * 1000) / 1000 for name, value in figures.items()}
    floors[case] = dict(sorted({n: v if allow_fall else max(v, old.get(n, 0.0)) for n, v in new.items()}.items()))
    part = path.with_name(f".{path.name}.part")
    part.write_text(json.dumps(floors, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    part.replace(path)
