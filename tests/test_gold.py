"""Figures hold their floors: on the samples always, on the gold outside the project where it is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from riwaya.batch import read_pages
from riwaya.compare.together import gather
from riwaya.page.intake import find_pages
from riwaya.score.figures import score
from riwaya.score.floors import below, headline, read_floors
from riwaya.score.gold import load_case
from riwaya.store.jsonl import write_record

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
FLOORS = read_floors(ROOT / "samples" / "floors.json")


def _cases() -> list[tuple[Path, Path]]:
    cases = [(gold, ROOT / "samples" / "pages") for gold in sorted((ROOT / "samples" / "gold").glob("*.json"))]
    for gold in sorted((SHARED / "gold").glob("*.json")):
        folder = SHARED / ("seeds" if gold.stem == "seeds" else f"dev/{gold.stem}")
        cases.append((gold, folder))
    return cases


@pytest.mark.parametrize(("gold", "pages"), _cases(), ids=lambda path: path.stem)
def test_no_figure_is_below_its_floor(gold: Path, pages: Path, tmp_path: Path) -> None:
    reading = read_pages(find_pages([str(pages)]))
    write_record(tmp_path, reading.records, gather(reading.records), reading.problems)
    figures = headline(score(load_case(gold, pages, tmp_path)))
    assert FLOORS.get(gold.stem), f"{gold.stem} has no floors; see CONTRIBUTING.md"
    assert below(figures, FLOORS[gold.stem]) == []
