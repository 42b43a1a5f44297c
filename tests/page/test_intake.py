"""Inputs: every bad one gets one clear line and costs no other page anything."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from riwaya.model import Page, Problem
from riwaya.page.article import as_document
from riwaya.page.decode import decode
from riwaya.page.intake import find_pages
from riwaya.page.limits import LARGEST_PAGE

_TEXT = "وصل الصيادون إلى ميناء البلدة القديم بعد غياب طويل، وقالوا إن البحر هادئ."


def found(*inputs: Path | str, about: Path | None = None) -> tuple[list[Page], list[Problem]]:
    both = list(find_pages([str(name) for name in inputs], str(about) if about else None))
    return [x for x in both if isinstance(x, Page)], [x for x in both if isinstance(x, Problem)]


def test_bad_files_cost_no_other_page_anything(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(_TEXT, encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "paper.txt").write_bytes(b"%PDF-1.7 and more")
    with (tmp_path / "long.txt").open("wb") as file:
        file.truncate(LARGEST_PAGE + 1)
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    pages, problems = found(tmp_path, tmp_path / "missing.txt")
    assert [Path(page.source).name for page in pages] == ["good.txt"]
    told = {Path(problem.source).name: problem.message for problem in problems}
    assert set(told) == {"empty.txt", "binary.txt", "paper.txt", "long.txt", "missing.txt"}
    assert "a PDF" in told["paper.txt"] and "16 MB" in told["long.txt"]
    assert all(";" in message for message in told.values())  # what is wrong; what to do


def test_jsonl_says_which_line(tmp_path: Path) -> None:
    rows = [json.dumps({"source": f"p{n}", "text": _TEXT}) for n in range(6)]
    rows += ["{broken", json.dumps({"source": "no text"}), json.dumps([1]), "",
             json.dumps({"source": "p9", "title": "عنوان", "text": _TEXT, "published": "2020-04-12T10:00Z"})]  # fmt: skip
    (tmp_path / "pages.jsonl").write_text("\n".join(rows), encoding="utf-8")
    pages, problems = found(tmp_path / "pages.jsonl")
    assert [page.source for page in pages] == ["p0", "p1", "p2", "p3", "p4", "p5", "p9"]
    assert pages[-1].published == "2020-04-12"
    doc, _ = as_document(pages[-1])
    assert doc.title and doc.title.of(doc.text) == "عنوان"
    assert [problem.source.rsplit(", ")[-1] for problem in problems] == ["line 7", "line 8", "line 9"]


def test_about_is_believed_and_checked(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "a.txt").write_text(_TEXT, encoding="utf-8")
    (tmp_path / "about.jsonl").write_text(
        '{"source": "inner/a.txt", "published": "2020-04-12", "outlet": "عربي21"}\nnonsense\n'
        '{"source": "b.txt", "published": "yesterday"}\n',
        encoding="utf-8",
    )
    pages, problems = found(tmp_path)
    assert (pages[0].published, pages[0].outlet) == ("2020-04-12", "عربي21")
    assert ["line 2" in problems[0].source, "yesterday" in problems[1].message] == [True, True]


_ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1256", "iso-8859-6"]


@pytest.mark.parametrize("name", _ENCODINGS)
@pytest.mark.parametrize("declared", [None, "utf-8", "windows-1256", "no-such-thing"])
def test_encodings(name: str, declared: str | None) -> None:
    assert decode(_TEXT.encode(name), declared).text.strip("\ufeff") == _TEXT


def test_broken_utf_8_is_read_and_told() -> None:
    content = (_TEXT * 5).encode()
    doc, problems = as_document(Page("x", content[:101] + b"\xff" + content[101:], "text"))
    assert "broken UTF-8 at byte" in problems[0].message and "الصيادون" in doc.text


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("ماهیگیران صبح به بندر رسیدند و گفتند که دریا آرام است و باد نمی‌وزد.", "fa"),
        ("ماہی گیر صبح کے وقت بندرگاہ پر پہنچے اور کہا کہ سمندر پرسکون ہے۔", "ur"),
        ("The fishermen reached the harbour in the morning and said that the sea was calm.", "en"),
    ],
)
def test_other_languages_are_read_and_told(text: str, tag: str) -> None:
    doc, problems = as_document(Page("x", text.encode(), "text"))
    assert doc.language == tag and [problem.step for problem in problems] == ["language"]


def test_a_page_without_article_is_told() -> None:
    _, problems = as_document(Page("x", "شارك\n1250\nالتعليقات (0)".encode(), "text"))
    assert [problem.step for problem in problems] == ["article"]
