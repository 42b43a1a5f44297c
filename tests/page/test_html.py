"""HTML pages: what each piece is, the title, the day, the outlet. The pages are made up."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.model import ROLES, Document, Page, Problem
from riwaya.page.article import as_document

_TITLE = "صيادو الصفصاف يطالبون بفتح ميناء مرسى النخيل"
_A = "وصل وفد من صيادي بلدة الصفصاف إلى مرسى النخيل للمطالبة بإعادة فتح الميناء القديم أمام قواربهم."
_B = "وقال نقيب الصيادين سامي الحلواني إن القوارب متوقفة منذ ثلاثة أشهر، وإن الخسائر تجاوزت مليوني دينار."
_C = "ومن المقرر أن تجتمع اللجنة مع وزير النقل مطلع الأسبوع المقبل لبحث المطالب."
_OTHER = "سوق السمك في وادي الريحان تغلق أبوابها"


def read(html: str | bytes, url: str | None = None) -> tuple[Document, tuple[Problem, ...]]:
    return as_document(Page("page.html", html.encode() if isinstance(html, str) else html, "html", url=url))


def role_of(doc: Document, words: str) -> set[str]:
    return {block.role for block in doc.blocks if words in block.span.of(doc.text)}


def page(inside: str, head: str = "") -> str:
    return (
        f"<!doctype html><html lang=ar><head><title>{_TITLE} | المرفأ</title>{head}</head><body>{inside}</body></html>"
    )


def test_nothing_visible_is_thrown_away() -> None:
    doc, _ = read(
        page(f"<nav><a href=/>الرئيسية</a></nav><h1>{_TITLE}</h1><p>{_A}</p>نص بلا صندوق<p>{_B}</p><b>آخر</b>")
    )
    blocks = [block.span.of(doc.text) for block in doc.blocks]
    assert blocks == ["الرئيسية", _TITLE, _A, "نص بلا صندوق", _B, "آخر"]
    assert doc.text == "\n".join(blocks)


@pytest.mark.parametrize(
    ("html", "words", "role"),
    [
        (f"<div class=related-box><a href=x>{_OTHER}</a></div>", _OTHER, "inline_link"),
        (f"<p><a href=x>{_OTHER}</a></p>", _OTHER, "inline_link"),
        (f"<p>اقرأ أيضا: <a href=x>{_OTHER}</a></p>", _OTHER, "inline_link"),
        ("<figure><img><figcaption>قوارب في الميناء</figcaption></figure>", "قوارب في", "caption"),
        ("<div class='img-desc'>قوارب في الميناء</div>", "قوارب في", "caption"),
        ("<div class=social-share>شارك</div>", "شارك", "furniture"),
        ("<h3>مطالب قديمة</h3>", "مطالب قديمة", "body"),
        ("<ul><li>فتح الميناء خلال شهر واحد</li></ul>", "فتح الميناء خلال", "body"),
        ("<div style='display: none'>نص لا يراه أحد على هذه الصفحة.</div>", "لا يراه", "furniture"),
    ],
)
def test_what_stands_between_paragraphs(html: str, words: str, role: str) -> None:
    doc, _ = read(page(f"<h1>{_TITLE}</h1><div><p>{_A}</p>{html}<p>{_B}</p><p>{_C}</p></div>"))
    assert role_of(doc, words) == {role}
    assert [b.role for b in doc.blocks if b.span.of(doc.text) in (_A, _B, _C)] == ["body"] * 3


def test_above_and_below_the_body() -> None:
    doc, problems = read(
        page(
            f"<div class=today>الجمعة 21 حزيران 2024</div><div class=ticker><a>{_TITLE}</a></div>"
            f"<div class=art><span class=cat>محليات</span><h1>{_TITLE}</h1><div class=author>ليلى الصفدي</div>"
            f"<div class=d>نشر في: 3 أيار/مايو 2021</div><div class=body><p>{_A}</p><p>{_B}</p><p>{_C}</p></div>"
            f"<div class=src>المصدر: وكالات</div><div class=post-tags>الصيد</div></div><div class=comments><p>{_B}</p></div>"
        )
    )
    assert [block.role for block in doc.blocks] == (
        "furniture furniture furniture title byline furniture body body body source_line keywords furniture".split()  # noqa: SIM905
    )
    assert (doc.published, doc.published_basis, problems) == ("2021-05-03", "page", ())
    assert [span.of(doc.text) for span in doc.agencies] == ["وكالات"]


@pytest.mark.parametrize(
    ("head", "shown", "day", "basis", "doubts"),
    [
        ('<meta property="article:published_time" content="2021-05-03T23:30:00Z">', "", "2021-05-03", "metadata", 0),
        ('<meta property="article:published_time" content="الاثنين 3 مايو 2021">', "", "2021-05-03", "metadata", 0),
        ('<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2021-05-03"}]}</script>',
         "نشر في 4 مايو 2021", "2021-05-03", "metadata", 0),
        ('<meta property="article:published_time" content="2024-05-03">', "نشر في 4 مايو 2021", "2021-05-04", "page", 1),
        ('<script type="application/ld+json">{broken</script>', "نشر في ٤ مايو ٢٠٢١", "2021-05-04", "page", 0),
    ],
)  # fmt: skip
def test_the_day(head: str, shown: str, day: str, basis: str, doubts: int) -> None:
    doc, problems = read(page(f"<h1>{_TITLE}</h1><div>{shown}</div><p>{_A}</p><p>{_B}</p>", head))
    assert (doc.published, doc.published_basis, len(problems)) == (day, basis, doubts)


def test_the_address_gives_outlet_and_day() -> None:
    doc, _ = read(page(f"<h1>{_TITLE}</h1><p>{_A}</p>"), "https://www.arabi21.com/2021/05/03/x")
    assert doc.outlet and (doc.outlet.name, doc.outlet.domain) == ("عربي21", "arabi21.com")
    assert (doc.published, doc.published_basis) == ("2021-05-03", "url")
    own, _ = read(
        page(f"<h1>{_TITLE}</h1><p>{_A}</p>", '<meta property="og:site_name" content="المرفأ">'), "https://a.example/1"
    )
    assert own.outlet and (own.outlet.name, own.outlet.domain) == ("المرفأ", "a.example")


def test_last_paragraphs_without_a_stop_are_body() -> None:
    doc, _ = read(
        page(f"<div><h1>{_TITLE}</h1><p>{_A}</p><p>{_B}</p><p>وحضر الاجتماع من النواب</p><p>ليلى الصفدي</p></div>")
    )
    assert [block.role for block in doc.blocks] == ["title", "body", "body", "body", "byline"]


def test_a_second_article_below_is_another() -> None:
    own = f"<article><h1>{_TITLE}</h1><p>{_A}</p><p>{_B}</p><p>{_C}</p></article>"
    other = f"<article><h1>{_OTHER}</h1><p>{_A[:-1]} مرة أخرى.</p><p>{_B[:-1]} كما قيل.</p></article>"
    doc, _ = read(page(f"<div>{own}{other}</div>"))
    assert role_of(doc, _OTHER) == {"related_title"} and role_of(doc, "مرة أخرى") == {"related_body"}
    assert role_of(doc, _C) == {"body"}


def test_pages_without_article() -> None:
    cards = "".join(f"<div><h3><a href=/{n}>{_OTHER} {n}</a></h3><p>{_A[:80]}...</p></div>" for n in range(9))
    for inside in (f"<h1>أخبار</h1>{cards}", "<nav><a>الرئيسية</a></nav>", ""):
        doc, problems = read(page(inside))
        assert not doc.sentences and [problem.step for problem in problems] == ["article"]


@pytest.mark.parametrize("encoding", ["windows-1256", "iso-8859-6", "utf-16"])
def test_declared_and_undeclared_encodings(encoding: str) -> None:
    html = f"<html><head><title>{_TITLE}</title></head><body><h1>{_TITLE}</h1><p>{_A}</p><p>{_B}</p></body></html>"
    for declared in ("", f"<meta charset={encoding}>", "<meta charset=utf-8>"):
        doc, _ = read((declared + html).encode(encoding))
        assert role_of(doc, _A) == {"body"}


@pytest.mark.parametrize(
    "html",
    ["<div>" * 100_000 + _A, "<b>" * 50_000 + _A + "</b>", "<table><tr><td>" * 30_000 + _A, f"<p a='{'x' * 3_000_000}'>{_A}</p>",
     "\0" * 1000 + f"<p>{_A}</p>", "<" * 100_000, "<a href=x>ر</a>" * 20_000, "<!--" + "-" * 100_000, "<p>" * 100_000 + _A,
     "<script>" + "x" * 100_000, f'<script type="application/ld+json">{"[" * 100_000}</script><p>{_A}</p>'],
    ids=["divs", "bolds", "tables", "attribute", "nulls", "signs", "links", "comment", "paragraphs", "script", "json"],
)  # fmt: skip
def test_odd_pages_are_read(html: str) -> None:
    doc, _ = read(html)
    assert doc.source == "page.html"
    if _A in html:
        assert _A in doc.text


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["<p>", "</p>", "<div class=x>", "</div>", "<h1>", "<br>", "<a>", "</a>", _A, "ب", "\n", "&nbsp;",
                                 "<article>", "</article>", "<li>", "<span class=author>", "</span>", "<table>", "<td>"]), max_size=40))  # fmt: skip
def test_blocks_tile_the_text(parts: list[str]) -> None:
    doc, _ = read("".join(parts))
    seen = 0
    for block in doc.blocks:
        assert block.role in ROLES and seen <= block.span.start < block.span.end <= len(doc.text)
        assert not doc.text[seen : block.span.start].strip()
        seen = block.span.end
    assert not doc.text[seen:].strip()


@pytest.mark.parametrize(
    ("link", "role"),
    [("سامي الحلواني", "byline"), ("مدينة الصفصاف", "furniture"), ("أخبار المدينة", "furniture")],
)
def test_a_link_to_the_author_under_the_title(link: str, role: str) -> None:
    text = "".join(
        f"<p>وصل الصيادون إلى مرسى النخيل في اليوم {n} بعد غياب طويل، وقالوا إن البحر هادئ.</p>" for n in range(4)
    )
    page = f"<html><body><main><h1>الصيادون يعودون إلى مرسى النخيل</h1><div><a href='/w/3'>{link}</a></div>{text}</main></body></html>"
    doc, _ = as_document(Page("x", page.encode(), "html"))
    assert [block.role for block in doc.blocks if block.span.of(doc.text) == link] == [role]
