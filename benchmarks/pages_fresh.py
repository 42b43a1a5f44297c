"""HTML templates written after all others, to read the page rules at first sight once more. The texts are made up."""

# ruff: noqa: E501 (a page in one line reads better than one cut up)
from __future__ import annotations

from collections.abc import Callable

from pages_templates import (
    EASTERN,
    MAGHREB,
    NILE,
    TODAY,
    Gold,
    gold,
    head,
    iso,
    json_ld,
    links,
    nav,
    og,
    paragraphs,
    stamp,
)
from pages_texts import Article

__all__ = ["FRESH"]

_NEWSLETTER = "اشترك في نشرتنا البريدية ليصلك كل صباح أهم ما كتبه مراسلونا في المنطقة"
_COOKIES = "نستخدم ملفات تعريف الارتباط لتحسين تجربتك في الموقع، وباستمرارك في التصفح فإنك توافق على سياسة الخصوصية"
_FOLLOW = "تابعوا آخر أخبارنا عبر قناتنا على تطبيق واتساب وعبر صفحاتنا في مواقع التواصل"


def between(a: Article) -> tuple[str, Gold]:
    """Boxes between the paragraphs: a headline to read on, an advertisement, a newsletter, a channel to follow."""
    site = "مدار النورس"
    boxes = {
        1: f'<div class="r-box"><strong>قد يهمك أيضا</strong><a href="/9"><h3>{a.headlines[0]}</h3></a></div>',
        2: '<div class="ad-slot"><span>إعلان</span></div>',
        3: f'<div class="nl"><h4>النشرة البريدية</h4><p>{_NEWSLETTER}</p><button>اشترك</button></div>',
    }
    text = "".join(f"<p>{p}</p>{boxes.get(i, '')}" for i, p in enumerate(a.paragraphs))
    page = f"""{head(a, site, meta=og(a, site))}<body><div id="cookie"><p>{_COOKIES}</p><button>موافق</button></div>{nav()}<main><h1>{a.title}</h1><div class="by"><a href="/w">{a.author}</a> <time datetime="{stamp(a)}">قبل 3 ساعات</time></div><div class="txt">{text}<p>{_FOLLOW}</p></div></main><section><h2>الأكثر قراءة</h2><ol>{links(a.headlines[1:5])}</ol></section></body></html>"""
    return page, gold(a, *a.headlines[:5], _NEWSLETTER, _COOKIES, _FOLLOW)


def sidebar_first(a: Article) -> tuple[str, Gold]:
    """The side column comes first in the page and has a comment piece with a long excerpt."""
    site = "الساقية"
    excerpt = f"{a.comments[0]} {a.comments[1]}"
    page = f"""{head(a, site, meta=json_ld(a, site))}<body>{nav()}<div class="row"><div class="col-4"><div class="card"><h3><a href="/o">{a.headlines[0]}</a></h3><p>{excerpt}</p><a href="/o">المزيد</a></div>{links(a.headlines[1:4], "h4")}</div><div class="col-8"><h1>{a.title}</h1><p class="d">{a.day} {MAGHREB[a.month - 1]} {a.year} - 10:20</p><p class="w">{a.author}</p>{paragraphs(a)}</div></div><footer><p>© {site} {a.year}</p></footer></body></html>"""
    return page, gold(a, *a.headlines[:4], excerpt)


def board(a: Article) -> tuple[str, Gold]:
    """A local site built on a forum: the text cut by breaks in one cell, replies in cells built alike."""
    site = "منتدى أهل القرية"
    replies = "".join(f'<div class="post"><b>زائر</b><div class="c">{c}</div></div>' for c in a.comments)
    page = f"""{head(a, site)}<body><div class="bar">{TODAY}</div><div class="thread"><h2>{a.title}</h2><div class="post first"><b>{a.author}</b> <small>{a.day}-{a.month}-{a.year}</small><div class="c">{"<br><br>".join(a.paragraphs)}</div></div><h3>الردود</h3>{replies}</div><div class="foot">{links(a.headlines[:4], "div")}</div></body></html>"""
    return page, gold(a, *a.headlines[:4], *a.comments, author=False)


def photo_story(a: Article) -> tuple[str, Gold]:
    """Pictures between the paragraphs, each with a caption and a credit, Eastern digits in the day."""
    site = "عدسة الشرق"
    picture = f"<figure><img src=a.jpg><figcaption>{a.caption} <span>(رويترز)</span></figcaption></figure>"
    text = "".join(f"<section>{picture if i % 2 else ''}<p>{p}</p></section>" for i, p in enumerate(a.paragraphs))
    day = f"{a.day} {NILE[a.month - 1]} {a.year}".translate(EASTERN)
    page = f"""{head(a, site, meta=og(a, site))}<body><header>{nav()}</header><article><header><h1>{a.title}</h1><p>{day}</p><p>{site} - {a.author}</p></header>{text}<ul class="tags"><li><a href="/t">#{a.town}</a></li></ul></article><div class="more"><h2>اخترنا لك</h2>{links(a.headlines[:6], "article")}</div></body></html>"""
    return page, gold(a, *a.headlines[:6], author=False)


def elements(a: Article) -> tuple[str, Gold]:
    """A page builder: every element in five boxes, a pull quote of the text beside it, previous and next below."""
    site = "بيدر نيوز"

    def box(inner: str) -> str:
        return f'<div class="e-sec"><div class="e-con"><div class="e-col"><div class="e-wid"><div>{inner}</div></div></div></div></div>'

    page = f"""{head(a, site, meta=og(a, site))}<body>{box(nav())}{box(f"<h1>{a.title}</h1>")}{box(f"<ul><li>{a.author}</li><li>{iso(a)}</li><li>لا توجد تعليقات</li></ul>")}{box(paragraphs(a))}{box("<a>شارك</a><a>غرد</a>")}{box(f'<a href="/p"><span>السابق</span>{a.headlines[0]}</a><a href="/n"><span>التالي</span>{a.headlines[1]}</a>')}{box("<h3>أخبار ذات صلة</h3>" + "".join(f"<div><h4><a href=/x>{h}</a></h4><p>{c}</p></div>" for h, c in zip(a.headlines[2:5], a.comments, strict=False)))}</body></html>"""
    return page, gold(a, *a.headlines[:5], *a.comments[:3])


FRESH: tuple[Callable[[Article], tuple[str, Gold]], ...] = (between, sidebar_first, board, photo_story, elements)
