"""`riwaya dates`: an argument or a pipe in; a table, JSON Lines or TIMEX3 out; every value is one the record allows."""

from __future__ import annotations

import json
import re
from importlib.resources import files

import pytest
from click.testing import CliRunner

from riwaya.cli import main

SCHEMA = json.loads(files("riwaya").joinpath("data/record.schema.json").read_text(encoding="utf-8"))
TEXT = "وصل الوفد أمس، ويعود في 31 شباط 2021."


def run(*arguments: str, given: str | bytes | None = None) -> str:
    result = CliRunner().invoke(main, ["dates", *arguments], input=given)
    assert result.exit_code == 0, result.output
    return result.output


def test_a_table_for_people() -> None:
    yesterday, never = run(TEXT, "--published", "2021-05-04").splitlines()
    assert yesterday.split()[0] == "2021-05-03" and yesterday.endswith("أمس")
    assert never.startswith("- ") and never.endswith("]")


def test_json_lines_for_pipes_give_the_words_where_they_stand() -> None:
    rows = [json.loads(line) for line in run("--form", "json", "--published", "2021-05-04", given=TEXT).splitlines()]
    assert [row["value"] for row in rows] == ["2021-05-03", None]
    assert all(TEXT[row["start"] : row["end"]] == row["text"] for row in rows)
    assert rows[0]["anchor"] == "publication day" and rows[1]["reason"]


def test_without_a_day_only_what_is_written_whole_has_a_value() -> None:
    out = run("--form", "json", given="وصل أمس، وكان زارها في 5 مايو 2019.")
    rows = [json.loads(line) for line in out.splitlines()]
    assert [row["value"] for row in rows] == [None, "2019-05-05"]


def test_the_country_says_how_digits_are_read() -> None:
    assert run("3/12/2023").startswith("2023-12-03")
    assert run("3/12/2023", "--country", "us").startswith("2023-03-12")


def test_timex_marks_the_text_up() -> None:
    assert 'value="2022-SU"' in run("افتتح في صيف 2022", "--form", "timex")


@pytest.mark.parametrize("given", [b"", b"\xff\xfe\x00", "لا وقت هنا".encode()])
def test_a_pipe_without_times_gives_nothing(given: bytes) -> None:
    assert run(given=given) == ""


def test_a_day_that_is_none_is_refused_in_one_line() -> None:
    result = CliRunner().invoke(main, ["dates", "أمس", "--published", "2021-13-40"])
    assert result.exit_code == 2 and "YYYY-MM-DD" in result.output


@pytest.mark.parametrize("value", ["2016-22", "2016-02-03~", "2011/..", "../2030", "2019-04/2020-06", "P3D", "1873~"])
def test_the_record_takes_edtf(value: str) -> None:
    assert re.search(SCHEMA["$defs"]["edtf"]["pattern"], value)


@pytest.mark.parametrize("value", ["2016-25", "2016-13", "2016-00", "2016-22-01", "2016-02-32", "16-02"])
def test_the_record_takes_nothing_else(value: str) -> None:
    assert not re.search(SCHEMA["$defs"]["edtf"]["pattern"], value)
