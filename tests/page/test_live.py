"""Live blogs, articles of several pages, lists without article. The pages are made up."""

from __future__ import annotations

import pytest

from riwaya.lexicon.load import read_toml
from riwaya.model import Document, Page, Problem
from riwaya.page.article import as_document
from riwaya.page.label import label
from riwaya.page.live import is_entry_time
from riwaya.page.paging import is_next_word, next_page, page_line
from riwaya.page.pieces import cut_pieces, text_lines
from riwaya.text.fold import fold

_TITLE = "صيادو الصفصاف يطالبون بفتح ميناء مرسى النخيل"
_P = ("وصل وفد من صيادي بلدة الصفصاف إلى مرسى النخيل للمطالبة بإعادة فتح الميناء القديم أمام قواربهم.",
      "وقال نقيب الصيادين سامي الحلواني إن القوارب متوقفة منذ ثلاثة أشهر، وإن الخسائر تجاوزت مليوني دينار.",
      "ومن المقرر أن تجتمع اللجنة مع وزير النقل مطلع الأسبوع المقبل لبحث المطالب.",
      "غادر الوفد المرسى بعد لقاء المحافظ في مكتبه ولم يدل أحد بتصريح للصحافة.")  # fmt: skip


def read(content: str, media: str = "text", url: str | None = None) -> tuple[Document, tuple[Problem, ...]]:
    return as_document(Page("page", content.encode(), media, url=url))


def entries(doc: Document) -> list[str]:
    return [block.why.rsplit("; ", 1)[-1] for block in doc.blocks if block.role == "body"]


@pytest.mark.parametrize(
    "times",
    [
        ("10:35", "10:50 بتوقيت غرينتش", "الساعة 11:20 صباحا", "12:05"),
        ("منذ 5 دقائق", "منذ ساعة", "قبل ساعتين", "قبل 3 ساعات"),
        (
            "السبت 12 مايو 2018 - 10:30",
            "السبت 12 مايو 2018 - 9:30",
            "السبت 12 مايو 2018 - 9:10",
            "السبت 12 مايو 2018 - 9:00",
        ),
    ],
)
def test_a_live_blog_is_split_by_entry(times: tuple[str, ...]) -> None:
    expected = [f"entry {number} of a live blog" for number in (1, 2, 3, 4)]
    doc, problems = read("\n".join((_TITLE, *(f"{time}\n{words}" for time, words in zip(times, _P, strict=True)))))
    assert entries(doc) == expected and [problem.step for problem in problems] == ["live blog"]
    assert tuple(block.span.of(doc.text) for block in doc.blocks if block.role == "body") == _P
    inside = "".join(
        f"<div class=entry><time datetime=2018-05-12T10:00>{t}</time><p>{p}</p></div>"
        for t, p in zip(times, _P, strict=True)
    )
    doc, problems = read(f"<html><body><h1>{_TITLE}</h1><div class=blog>{inside}</div></body></html>", "html")
    assert entries(doc) == expected and [problem.step for problem in problems] == ["live blog"]


def test_entries_may_be_articles_with_headings_of_their_own() -> None:
    more = "وأضاف أن الأمر لا يحتمل التأجيل أكثر من ذلك، وفق قوله للصحفيين أمام مبنى البلدية القديم في وسط البلدة."
    inside = "".join(f"<article><time datetime=2018-05-12T1{n}:00>1{n}:00</time><h2>خبر الساعة رقم {n}</h2><p>{p}</p><p>{more}</p></article>"
                     for n, p in enumerate(_P))  # fmt: skip
    doc, (problem,) = read(
        f"<html><head><title>{_TITLE}</title></head><body><h1>{_TITLE}</h1><div>{inside}</div></body></html>", "html"
    )
    assert problem.step == "live blog" and entries(doc)[-1] == "entry 4 of a live blog"
    assert set(_P) <= {block.span.of(doc.text) for block in doc.blocks if block.role == "body"}


def test_times_inside_the_lines_of_a_ticker() -> None:
    doc, problems = read("\n".join((_TITLE, *(f"1{n}:35 - {words}" for n, words in enumerate(_P)))))
    assert entries(doc)[-1] == "entry 4 of a live blog" and [problem.step for problem in problems] == ["live blog"]


def test_an_article_with_its_times_is_no_live_blog() -> None:
    doc, problems = read("\n".join((_TITLE, "السبت 12 مايو 2018 - 10:30", *_P[:2], "آخر تحديث 11:30", *_P[2:])))
    assert not problems and not any("live" in block.why for block in doc.blocks)


def test_the_summary_above_the_first_entry_is_none_of_it() -> None:
    doc, _ = read("\n".join((_TITLE, "السبت 12 مايو 2018 - 10:30", _P[0], *(f"1{n}:35\n{_P[n]}" for n in (1, 2, 3)))))
    assert doc.published == "2018-05-12"
    assert entries(doc) == ["the first paragraph", *(f"entry {n} of a live blog" for n in (1, 2, 3))]


@pytest.mark.parametrize(
    ("links", "own", "found"),
    [
        (["/n/7/2"], "https://a.example/n/7", "https://a.example/n/7/2"),
        (["?page=3"], "https://a.example/n?id=4&page=2", None),
        (["?id=4&page=3"], "https://a.example/n?id=4&page=2", "https://a.example/n?id=4&page=3"),
        (["?page=2"], None, "?page=2"),
        (["/n/8", "/n/7/comment-page-2", "https://b.example/n/7/2"], "https://a.example/n/7", None),
        (["/n/13"], "https://a.example/n/12", None),
        (["/page/2"], None, None),
        (["http://[", "/n/7/page/2/"], "https://a.example/n/7/", "https://a.example/n/7/page/2/"),
    ],
)
def test_the_next_page(links: list[str], own: str | None, found: str | None) -> None:
    assert next_page(links, own) == found


def test_articles_of_several_pages_name_the_next() -> None:
    inside = f"<h1>{_TITLE}</h1><div>{''.join(f'<p>{p}</p>' for p in _P)}</div>"
    for link in (
        "<a href='/n/7/2'>الصفحة التالية »</a>",
        "<a rel=next href='/n/7/2'>2</a>",
        "<link rel=next href='/n/7/2'>",
    ):
        _, (problem,) = read(f"<html><body>{inside}{link}</body></html>", "html", "https://a.example/n/7")
        assert problem.step == "pages" and "https://a.example/n/7/2" in problem.message
    _, problems = read(
        f"<html><body>{inside}<a rel=next href=/n/8>التالي</a></body></html>", "html", "https://a.example/n/7"
    )
    assert not problems
    doc, (problem,) = read("\n".join((_TITLE, *_P, "الصفحة 1 من 3")))
    assert problem.step == "pages" and "page 1 of 3" in problem.message and doc.blocks[-1].role == "furniture"


def test_a_list_of_headlines_is_no_article() -> None:
    heads = ("وزير الري يفتتح سدا في وادي الريحان", "سوق السمك في المدينة تغلق أبوابها", "عاصفة رملية تضرب السهل مجددا",
             "منتخب الطائرة يفوز بالبطولة القارية", "أسعار الذهب ترتفع في الأسواق العالمية", _TITLE)  # fmt: skip
    doc, (problem,) = read("\n".join(("أخبار عربية", *heads)))
    assert problem.step == "article" and doc.title is None and not doc.sentences


def test_every_word_of_the_data_is_found() -> None:
    data = read_toml("live.toml")
    for row in (*data["since"], *data["unit"]):
        assert all(is_entry_time(fold(example)) for example in row["examples"])
    assert all(is_next_word(fold(example)) for row in data["next"] for example in row["examples"])
    for example in (example for table in ("page", "of") for row in data[table] for example in row["examples"]):
        assert page_line(label(cut_pieces(example, text_lines(example))))
