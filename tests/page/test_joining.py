"""Articles printed on several pages, joined. The pages are made up."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from riwaya.errors import InputError
from riwaya.model import Page
from riwaya.page.article import as_document
from riwaya.page.connection import Answer
from riwaya.page.fetch import Fetcher
from riwaya.page.joining import MOST_PAGES

_TITLE = "الصيادون يعودون إلى ميناء الصفصاف بعد غياب طويل"
_HOME = "https://paper.example/news/7"


def _body(number: int) -> list[str]:
    return [
        f"وصل الصيادون في اليوم {number} إلى ميناء بلدة الصفصاف القديم بعد غياب طويل، وقال رئيسهم إن البحر كان هادئا.",
        f"وأضاف رئيس الصيادين أن القوارب في اليوم {number} عادت محملة بالسمك، وأن سوق البلدة فتحت أبوابها قبل الفجر.",
    ]


def _page(
    number: int, last: int, *, title: str = _TITLE, style: str = "?page={}", body: list[str] | None = None
) -> str:
    paragraphs = "".join(f"<p>{text}</p>" for text in (body or _body(number)))
    link = f"<a rel=next href='/news/7{style.format(number + 1)}'>الصفحة التالية</a>" if number < last else ""
    return (
        f"<html><head><title>{title}</title></head><body><h1>{title}</h1><div>{paragraphs}</div>"
        f"<p>الصفحة {number} من {last}</p>{link}</body></html>"
    )


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, str]]:
    pages: dict[str, str] = {}

    def answer(self: Fetcher, address: str) -> Answer:
        if address not in pages:
            raise InputError("the host answers 404; check the address")
        return Answer(address, 200, (("content-type", "text/html"),), pages[address].encode(charset(pages[address])))

    monkeypatch.setattr(Fetcher, "_get", answer)
    yield pages


def charset(page: str) -> str:
    return "windows-1256" if "windows-1256" in page else "utf-8"


def bodies(found: list[object]) -> tuple[list[str], list[str]]:
    (page,) = found
    assert isinstance(page, Page) and page.url == _HOME
    doc, problems = as_document(page)
    assert doc.title and doc.title.of(doc.text) == _TITLE
    return [b.span.of(doc.text) for b in doc.blocks if b.role == "body"], [problem.step for problem in problems]


@pytest.mark.parametrize("style", ["?page={}", "/{}", "/page/{}"])
@pytest.mark.parametrize("meta", ["", "<meta charset=windows-1256>"])
def test_all_pages_are_one_article(web: dict[str, str], style: str, meta: str) -> None:
    for number in (1, 2, 3):
        text = _page(number, 3, style=style).replace("<head>", f"<head>{meta}")
        web[_HOME + (style.format(number) if number > 1 else "")] = text
    found, problems = bodies(list(Fetcher().pages(_HOME)))
    assert found == [text for number in (1, 2, 3) for text in _body(number)] and problems == []


def test_what_stands_on_every_page_is_taken_once(web: dict[str, str]) -> None:
    web[_HOME] = _page(1, 2)
    web[_HOME + "?page=2"] = _page(2, 2, title=_TITLE + " - 2", body=[_body(1)[0], *_body(2)])
    assert bodies(list(Fetcher().pages(_HOME)))[0] == [*_body(1), *_body(2)]


@pytest.mark.parametrize(
    "second",
    [
        None,  # not to be had
        _page(2, 2, title="خبر آخر من بلدة أخرى عن شيء آخر"),
        _page(2, 2, body=_body(1)),  # only its comments go on
        "<html><body><ul><li>شارك</li></ul></body></html>",
    ],
)
def test_else_the_page_stays_and_says_that_it_goes_on(web: dict[str, str], second: str | None) -> None:
    web[_HOME] = _page(1, 2)
    if second:
        web[_HOME + "?page=2"] = second
    found, problems = bodies(list(Fetcher().pages(_HOME)))
    assert found == _body(1) and problems == ["pages"]


def test_too_many_pages_are_not_joined(web: dict[str, str]) -> None:
    for number in range(1, MOST_PAGES + 4):
        web[_HOME + (f"?page={number}" if number > 1 else "")] = _page(number, MOST_PAGES + 3)
    assert bodies(list(Fetcher().pages(_HOME)))[0] == _body(1)
