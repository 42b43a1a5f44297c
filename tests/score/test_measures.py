"""Measures on cases small enough to reckon by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from riwaya.errors import RecordError
from riwaya.score.floors import below, raise_floors, read_floors
from riwaya.score.measures import b_cubed, prf, same_value, same_when, similar


def test_precision_and_recall() -> None:
    assert prf(2, 4, 3)["f1"] == pytest.approx(2 * (2 / 4) * (2 / 3) / (2 / 4 + 2 / 3))
    assert prf(0, 0, 0)["p"] == 1.0


def test_b_cubed_counts_each_item() -> None:
    gold = {"a": 1, "b": 1, "c": 2}
    assert b_cubed(gold, {"a": "x", "b": "x", "c": "y"})["f1"] == pytest.approx(1.0)
    assert b_cubed(gold, {"a": "x", "b": "x", "c": "x"})["p"] == pytest.approx((2 / 3 + 2 / 3 + 1 / 3) / 3)
    assert b_cubed(gold, {"a": "x"})["r"] == pytest.approx(1 / 6)
    assert b_cubed(gold, {"a": "x"}, alone=True)["p"] == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("read", "wanted", "same"),
    [
        ("2024-01-12", "2024-01-12", True),
        ("2024-01-12~", "2024-01-12", True),
        ("2024-01-12", "2024-01", True),
        ("2024-01", "2024-01-12", False),
        ("2024-01-12", "2024-01-11/2024-01-12", False),
        (None, "2024", False),
    ],
)
def test_same_when(read: str | None, wanted: str, same: bool) -> None:
    assert same_when(read, wanted) is same


def test_words_longer_or_shorter_are_the_same_and_numbers_are_not() -> None:
    assert same_value("title", "المشير", "المُشير أركان حرب")
    assert not same_value("number", "10", "100")
    assert similar("المتحدث باسم الجيش", "متحدث باسم الجيش") == 1.0


def test_floors_rise_and_do_not_fall(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    raise_floors(path, "a", {"x": 0.81239})
    raise_floors(path, "a", {"x": 0.5})
    assert read_floors(path) == {"a": {"x": 0.812}}
    assert below({"x": 0.7}, read_floors(path)["a"]) == ["x: 0.700, floor 0.812"]
    assert below({}, {"x": 0.1}) == ["x: not measured, floor 0.100"]
    raise_floors(path, "a", {"x": 0.5}, allow_fall=True)
    assert read_floors(path)["a"]["x"] == 0.5


def test_broken_floors_name_the_line(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    path.write_text("{\n nope", encoding="utf-8")
    with pytest.raises(RecordError, match=r"floors\.json: line 2"):
        read_floors(path)
    path.write_text(json.dumps({}), encoding="utf-8")
    assert read_floors(path) == {}
