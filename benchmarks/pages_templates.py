"""HTML templates for the page benchmark, modelled on how outlets build their pages. The texts are made up.

Each template gives a page's bytes and its gold. Templates of the training set were looked at while the rules were
written; those of the test set were not.
"""

# ruff: noqa: E501 (a page in one line reads better than one cut up)
from __future__ import annotations

import html
import json
from collections.abc import Callable
from dataclasses import dataclass

from pages_texts import Article

LEVANT = ["كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني",
          "كانون الأول"]  # fmt: skip
NILE = ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"]
MAGHREB = ["جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"]
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
MENU = ["الرئيسية", "سياسة", "اقتصاد", "رياضة", "ثقافة", "منوعات", "آراء", "فيديو"]
TODAY = "الجمعة 21 حزيران 2024"


@dataclass(frozen=True)
class Gold:
    """What is right for a page: no body at all where it holds no article. `foreign` must not be kept."""

    title: str | None
    day: str | None
    body: tuple[str, ...]
    author: str | None
    foreign: tuple[str, ...]


@dataclass(frozen=True)
class Sample:
    """A page of the benchmark."""

    name: str
    content: bytes
    gold: Gold
    url: str


def iso(a: Article) -> str:
    return f"{a.year}-{a.month:02}-{a.day:02}"


def stamp(a: Article, zone: str = "+03:00") -> str:
    return f"{iso(a)}T10:20:00{zone}"


def nav(cls: str = "main-menu") -> str:
    return (
        f'<nav class="{cls}"><ul>'
        + "".join(f'<li><a href="/{i}">{m}</a></li>' for i, m in enumerate(MENU))
        + "</ul></nav>"
    )


def links(heads: tuple[str, ...], tag: str = "li") -> str:
    return "".join(f'<{tag}><a href="/n/{i}">{h}</a></{tag}>' for i, h in enumerate(heads))


def paragraphs(a: Article, tag: str = "p", *, sub: bool = False) -> str:
    parts = [f"<{tag}>{p}</{tag}>" for p in a.paragraphs]
    if sub and len(parts) > 4:
        parts.insert(3, f"<h2>{a.subheading}</h2>")
    return "\n".join(parts)


def body_of(a: Article, *, sub: bool = False) -> tuple[str, ...]:
    parts = list(a.paragraphs)
    if sub and len(parts) > 4:
        parts.insert(3, a.subheading)
    return tuple(parts)


def json_ld(a: Article, site: str, **more: object) -> str:
    row = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": a.title, "datePublished": stamp(a),
           "author": {"@type": "Person", "name": a.author}, "publisher": {"@type": "Organization", "name": site}, **more}  # fmt: skip
    return f'<script type="application/ld+json">{json.dumps(row, ensure_ascii=False)}</script>'


def head(a: Article, site: str, *, meta: str = "", charset: str = "utf-8", title: str | None = None) -> str:
    return (f'<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="{charset}"><title>{title or a.title} | {site}</title>{meta}'
            '<link rel="stylesheet" href="/s.css"><script>var a={"x":"<p>لا يقرأ</p>"};</script></head>')  # fmt: skip


def og(a: Article, site: str, *, published: str | None = None) -> str:
    return (f'<meta property="og:title" content="{html.escape(a.title)}"><meta property="og:site_name" content="{site}">'
            f'<meta property="og:type" content="article"><meta property="article:published_time" content="{published or stamp(a)}">')  # fmt: skip


def gold(a: Article, *foreign: str, author: bool = True, sub: bool = False, day: bool = True) -> Gold:
    return Gold(a.title, iso(a) if day else None, body_of(a, sub=sub), a.author if author else None, tuple(foreign))


# ---------------------------------------------------------------- training templates


def wordpress(a: Article) -> tuple[str, Gold]:
    """A magazine theme of WordPress: sidebar, author box, related grid, comment form."""
    site = "مرفأ برس"
    page = f"""{head(a, site, meta=og(a, site) + json_ld(a, site))}<body class="single single-post">
<div class="td-header-top">{TODAY} {nav("td-menu")}</div><div class="news-ticker"><span>عاجل</span>{links(a.headlines[:2], "span")}</div>
<div class="td-crumb"><a href="/">الرئيسية</a> » <a href="/p">سياسة</a> » <span>{a.title}</span></div>
<article class="post"><header><h1 class="entry-title">{a.title}</h1><div class="td-post-author-name">بواسطة <a href="/u">{a.author}</a></div>
<span class="td-post-date"><time class="entry-date" datetime="{stamp(a)}">{a.day} {NILE[a.month - 1]}، {a.year}</time></span><div class="td-post-views">1250</div></header>
<div class="td-post-sharing"><a>Facebook</a><a>Twitter</a><a>WhatsApp</a></div>
<div class="td-post-content"><figure class="wp-caption"><img src="a.jpg"><figcaption class="wp-caption-text">{a.caption}</figcaption></figure>
{paragraphs(a, sub=True)}<p><strong>اقرأ أيضا: <a href="/r">{a.headlines[2]}</a></strong></p></div>
<footer><div class="td-post-source-tags"><ul class="td-tags"><li><span>الوسوم</span></li><li><a>{a.town}</a></li></ul></div></footer></article>
<div class="td-related"><h4>مقالات ذات صلة</h4>{links(a.headlines[3:6], "h3")}</div>
<div class="comments" id="comments"><h4>2 تعليقات</h4><p>{a.comments[0]}</p><p>{a.comments[1]}</p><form><label>الاسم</label></form></div>
<aside class="td-sidebar"><h4>الأكثر قراءة</h4><ul>{links(a.headlines[6:])}</ul></aside>
<footer class="site-footer"><p>جميع الحقوق محفوظة {site}</p></footer></body></html>"""
    return page, gold(a, *a.headlines, *a.comments[:2], sub=True)


def tables(a: Article) -> tuple[str, Gold]:
    """An old portal laid out in tables, windows-1256, text cut by line breaks."""
    site = "بوابة الوادي"
    text = "<br><br>".join(a.paragraphs)
    page = f"""<html dir=rtl><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1256"><title>{site} - {a.title}</title></head>
<body><table width=100%><tr><td colspan=3><font size=1>{TODAY}</font> {" | ".join(MENU)}</td></tr><tr><td width=20%><b>أهم الأخبار</b><br>{"<br>".join(f"<a href=x.asp?{i}>{h}</a>" for i, h in enumerate(a.headlines[:5]))}</td>
<td><table><tr><td><font size=5><b>{a.title}</b></font></td></tr><tr><td><font size=1>تاريخ النشر: {a.day}/{a.month}/{a.year}</font></td></tr>
<tr><td><font size=3>{text}</font></td></tr><tr><td><a href=p.asp>طباعة</a> <a href=s.asp>ارسل لصديق</a></td></tr></table></td>
<td width=20%><b>إعلانات</b><br>{"<br>".join(f"<a href=y.asp?{i}>{h}</a>" for i, h in enumerate(a.headlines[5:]))}</td></tr><tr><td colspan=3>جميع الحقوق محفوظة {site}</td></tr></table></body></html>"""
    return page, gold(a, *a.headlines, author=False)


def hashed(a: Article) -> tuple[str, Gold]:
    """A page of a JavaScript framework: class names say nothing, paragraphs stand in divs, data in JSON-LD."""
    site = "ساحل نيوز"
    cards = f'<div class="c9f1"><div class="c9f2">ذات صلة</div><a href="/c"><span>{a.headlines[0]}</span></a></div>'
    parts = [f'<div class="b7k"><p class="x1" dir="rtl">{p}</p></div>' for p in a.paragraphs]
    parts.insert(2, cards)
    page = f"""{head(a, site, meta=og(a, site) + json_ld(a, site, articleSection="عربي"))}<body><div id="__next"><header role="banner"><div class="q2"><a href="/">{site}</a>{nav("z9")}</div></header>
<main role="main"><div class="h3a"><h1 class="k2 k3" tabindex="-1">{a.title}</h1></div><div class="m1"><ul><li><div class="a1">{a.author}</div></li><li><time datetime="{iso(a)}">{a.day} {NILE[a.month - 1]}/ {LEVANT[a.month - 1]} {a.year}</time></li></ul></div>
<figure><div><img alt="x"></div><figcaption>{a.caption}</figcaption></figure>{"".join(parts)}</main>
<section role="region"><h2>قصص رئيسية</h2><ul>{links(a.headlines[1:5])}</ul></section><section><h2>الأكثر قراءة</h2><ol>{links(a.headlines[5:])}</ol></section>
<footer role="contentinfo"><ul>{links(tuple(MENU))}</ul></footer></div></body></html>"""
    return page, gold(a, *a.headlines)


def lead_box(a: Article) -> tuple[str, Gold]:
    """The first paragraph in a box of its own above the photo; cards between the paragraphs; day in Eastern digits."""
    site = "تلفزيون الواحة"
    date = f"{a.day:02}/{a.month:02}/{a.year}".translate(EASTERN)
    rest = "".join(
        f"<p>{p}</p>"
        + (f'<div class="embed-card"><h5>اقرأ المزيد</h5><a href="/e">{a.headlines[0]}</a></div>' if i == 1 else "")
        for i, p in enumerate(a.paragraphs[1:])
    )
    page = f"""{head(a, site, meta=og(a, site, published=f"{a.day} {NILE[a.month - 1]} {a.year}"))}<body><header>{nav()}</header><div class="page"><div class="top"><h4 class="cat">أخبار العالم</h4><h1>{a.title}</h1><div class="info">{a.author} - {a.town} <span>نشر في: {date}</span></div>
<div class="abstract"><p>{a.paragraphs[0]}</p></div></div><div class="photo"><img src="p.jpg"><div class="photo-desc">{a.caption}</div></div><div class="content"><div class="body">{rest}</div></div>
<div class="social"><span>شارك</span><a>فيسبوك</a></div><div class="more"><h3>المزيد من الأخبار</h3><ul>{links(a.headlines[1:7])}</ul></div></div><footer>{site}</footer></body></html>"""
    return page, gold(a, *a.headlines[:7])


def drupal(a: Article) -> tuple[str, Gold]:
    """A Drupal site of a newspaper: byline inside the body field, source as the last line."""
    site = "صحيفة السنديان"
    page = f"""{head(a, site, meta='<meta name="author" content="admin">')}<body class="html not-front"><div id="skip-link"><a href="#m">انتقل إلى المحتوى</a></div><div class="region-header"><div class="date-now">{TODAY}</div>{nav("menu-block")}</div>
<div id="block-system-main"><div class="node node-article"><h1 class="title" id="page-title">{a.title}</h1><div class="field-name-post-date">{a.day} {MAGHREB[a.month - 1]} {a.year} - 14:05</div><div class="field-name-field-image"><img><blockquote class="image-field-caption">{a.caption}</blockquote></div>
<div class="field-name-body"><p>{a.author} – {a.town}</p>{paragraphs(a)}<p>المصدر: وكالات</p></div><div class="field-name-field-tags">كلمات دلالية: <a>{a.town}</a> <a>أخبار</a></div></div></div>
<div class="region-sidebar-second"><h2 class="block-title">آخر الأخبار</h2><div class="view-content">{links(a.headlines[:8], "div")}</div></div><div class="region-footer"><p>Copyright {site}</p></div></body></html>"""
    return page, gold(a, *a.headlines[:8])


def long_comments(a: Article) -> tuple[str, Gold]:
    """Comments longer than the article, in boxes whose names do not say so."""
    site = "منبر الصفصاف"
    opinions = "".join(f'<div class="op-item"><b>زائر {i}</b><p>{c}</p></div>' for i, c in enumerate(a.comments * 3))
    page = f"""{head(a, site)}<body>{nav()}<div class="wrap"><div class="art"><h2 class="ttl">{a.title}</h2><div class="dt">{TODAY.split()[0]} {a.day} {LEVANT[a.month - 1]} {a.year}</div><div class="txt">{paragraphs(a)}</div></div>
<div class="op"><h3>تعليقات الزوار</h3>{opinions}<h3>أضف تعليقك</h3><p>التعليقات المنشورة لا تعبر عن رأي الموقع وإنما عن رأي أصحابها.</p></div><div class="lst"><h3>مواضيع ذات صلة</h3>{links(a.headlines[:6], "p")}</div></div></body></html>"""
    return page, gold(a, *a.headlines[:6], *a.comments, author=False)


def listing(a: Article) -> tuple[str, Gold]:
    """A section's front page: headlines with teasers, no article."""
    site = "ساحل نيوز"
    cards = "".join(
        f'<div class="item"><h3><a href="/{i}">{h}</a></h3><p>{p[:90]}...</p></div>'
        for i, (h, p) in enumerate(zip(a.headlines, (*a.paragraphs, *a.paragraphs), strict=False))
    )
    page = f'{head(a, site, title="أخبار عربية")}<body>{nav()}<div class="list"><h1>أخبار عربية</h1>{cards}</div><footer>{site}</footer></body></html>'
    return page, Gold(None, None, (), None, a.headlines)


def gallery(a: Article) -> tuple[str, Gold]:
    """A gallery: photos with captions only."""
    site = "تلفزيون الواحة"
    shots = "".join(
        f'<figure><img src="{i}.jpg"><figcaption>{a.caption} {i}</figcaption></figure>' for i in range(1, 7)
    )
    page = f'{head(a, site)}<body>{nav()}<h1>{a.title}</h1><div class="gallery">{shots}</div><aside class="related"><ul>{links(a.headlines[:5])}</ul></aside></body></html>'
    return page, Gold(a.title, None, (), None, a.headlines[:5])


# ---------------------------------------------------------------- test templates


def aspnet(a: Article) -> tuple[str, Gold]:
    """An ASP.NET site: the whole text in one span cut by breaks, byline as its first line."""
    site = "جريدة الرمان"
    text = "<br /><br />".join((f"كتب: {a.author}", *a.paragraphs))
    page = f"""{head(a, site)}<body><form method="post" action="./n.aspx" id="form1"><div id="hdr"><span id="ctl00_lblToday">{TODAY}</span>{nav("tabs")}</div>
<div class="col-md-8"><span id="ctl00_cph_lblTitle" class="NewsTitle">{a.title}</span><div><span id="ctl00_cph_lblDate">{a.day} {NILE[a.month - 1]} {a.year} 09:15 ص</span></div><img id="ctl00_img" src="x.jpg" /><span id="ctl00_cph_lblBody">{text}</span></div>
<div class="col-md-4"><div class="panel"><div class="panel-heading">اخترنا لكم</div><div class="panel-body">{links(a.headlines[:7], "div")}</div></div></div></form><div id="ftr">حقوق النشر محفوظة {site}</div></body></html>"""
    return page, gold(a, *a.headlines[:7])


def amp(a: Article) -> tuple[str, Gold]:
    """An AMP page."""
    site = "كفر اللوز اليوم"
    page = f"""<!doctype html><html amp lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{a.title}</title>{json_ld(a, site)}<style amp-custom>p{{margin:0}}</style></head><body><header class="amp-wp-header"><a href="/">{site}</a></header>
<article class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">{a.title}</h1><div class="amp-wp-meta amp-wp-byline"><span>{a.author}</span></div><div class="amp-wp-meta amp-wp-posted-on"><time datetime="{stamp(a, "Z")}">منذ يومين</time></div></header>
<amp-img src="x.jpg" width="600" height="400"></amp-img><div class="amp-wp-article-content">{paragraphs(a)}<amp-ad type="x"></amp-ad><h3>موضوعات متعلقة</h3><ul>{links(a.headlines[:3])}</ul></div>
<footer class="amp-wp-article-footer"><div class="amp-wp-meta amp-wp-tax-tag">الوسوم: <a>{a.town}</a></div><amp-social-share type="twitter"></amp-social-share></footer></article><footer class="amp-wp-footer"><h2>{site}</h2><a href="#top">العودة إلى الأعلى</a></footer></body></html>"""
    return page, gold(a, *a.headlines[:3])


def scroll(a: Article) -> tuple[str, Gold]:
    """Endless scrolling: the next articles stand whole below."""
    site = "أخبار الزعتر"
    nexts = "".join(f'<article class="story"><h1>{h}</h1><time>{TODAY}</time><div class="story-text"><p>{c}</p><p>{d}</p><p>{c[::1]} وقال شهود إن ذلك تكرر مرات.</p></div></article>'
                    for h, c, d in zip(a.headlines[:2], a.comments[:2], a.comments[2:], strict=True))  # fmt: skip
    page = f"""{head(a, site, meta=og(a, site))}<body>{nav()}<div class="stream"><article class="story"><h1>{a.title}</h1><p class="by">{a.author}</p><time datetime="{stamp(a)}">{a.day} {LEVANT[a.month - 1]} {a.year}</time><div class="story-text">{paragraphs(a)}</div></article>{nexts}</div>
<div class="most-read"><h3>الأكثر قراءة</h3>{links(a.headlines[2:8], "p")}</div></body></html>"""
    return page, gold(a, *a.headlines[:8], *a.comments)


def plain_boxes(a: Article) -> tuple[str, Gold]:
    """Captions in plain boxes, the title again in a ticker, the outlet's name glued to the title, update after publication."""
    site = "شط الطيور"
    parts = [f"<p>{p}</p>" for p in a.paragraphs]
    parts.insert(1, f'<div><img src="1.jpg"><div>{a.caption} - أرشيف</div></div>')
    parts.insert(3, f'<p><a href="/z">{a.headlines[0]}</a></p>')
    page = f"""{head(a, site, title=f"{site}{a.title}", meta=f'<meta property="og:title" content="{a.title}">')}<body><div class="bar"><marquee><a href="/1">{a.headlines[1]}</a> <a href="/2">{a.title}</a></marquee></div>{nav("m")}
<div class="box"><div class="sec">محليات</div><h1>{a.title}</h1><div class="d">نُشر: {a.day} {NILE[a.month - 1]} {a.year} | آخر تحديث: {min(a.day + 3, 28)} {NILE[a.month - 1]} {a.year + 1}</div>
<div class="inner">{"".join(parts)}<p>{a.author}</p></div><div class="pn"><a href="/p">الخبر السابق: {a.headlines[2]}</a><a href="/n">الخبر التالي: {a.headlines[3]}</a></div></div><div class="side"><h3>شاهد أيضا</h3>{links(a.headlines[4:], "div")}</div></body></html>"""
    return page, gold(a, *a.headlines)


def agency(a: Article) -> tuple[str, Gold]:
    """An agency's page: dateline in the first sentence, end mark, related news in a list right below."""
    site = "وكالة السهل للأنباء"
    first, *rest = a.paragraphs
    page = f"""{head(a, site, meta=f'<meta name="pubdate" content="{iso(a)}">')}<body>{nav()}<main><section class="news-details"><h1>{a.title}</h1><span class="timestamp">{a.day}-{a.month}-{a.year}</span><div class="text-block">
<p>{a.town} - {a.day} - {a.month} (وكالات) -- {first}</p>{"".join(f"<p>{p}</p>" for p in rest)}<p>انتهى</p></div></section><section class="x"><h2>أخبار ذات صلة</h2><ul>{links(a.headlines[:5])}</ul></section></main><footer>{site}</footer></body></html>"""
    return page, gold(a, *a.headlines[:5], author=False)


def printed(a: Article) -> tuple[str, Gold]:
    """The version for printing: no boxes at all, one element after the other."""
    site = "بئر العسل نت"
    page = f"""{head(a, site)}<body onload="window.print()"><p><b>{site}</b></p><h3>{a.title}</h3><p><i>{a.author} | {a.day} {MAGHREB[a.month - 1]} {a.year}</i></p>{paragraphs(a)}<p>رابط المقال: http://bir.example/{a.day}</p></body></html>"""
    return page, gold(a)


def teasers(a: Article) -> tuple[str, Gold]:
    """A homepage-like article page: many teasers with text around one short article."""
    site = "الغزال 24"
    around = "".join(
        f'<div class="blk"><h3><a href="/{i}">{h}</a></h3><p>{c}</p></div>'
        for i, (h, c) in enumerate(zip(a.headlines, a.comments * 3, strict=False))
    )
    page = f"""{head(a, site, meta=og(a, site))}<body>{nav()}<div class="grid"><div class="main-col"><div class="article-head"><h1 class="headline">{a.title}</h1><p class="article-lead-author">{a.author}</p></div><div class="article-text" itemprop="articleBody">{paragraphs(a, sub=True)}</div></div><div class="rail">{around}</div></div></body></html>"""
    return page, gold(a, *a.headlines, *a.comments, sub=True)


def ticker(a: Article) -> tuple[str, Gold]:
    """A page of urgent news: one line each, no article."""
    site = "الغزال 24"
    rows = "".join(f'<li><span>{i:02}:15</span> <a href="/u/{i}">{h}</a></li>' for i, h in enumerate(a.headlines * 2))
    page = f'{head(a, site, title="عاجل")}<body>{nav()}<div class="urgent"><h1>آخر الأخبار</h1><ul>{rows}</ul></div><footer>{site}</footer></body></html>'
    return page, Gold(None, None, (), None, a.headlines)


# ---------------------------------------------------------------- held-out templates, written last and read once before any mending


def word_paste(a: Article) -> tuple[str, Gold]:
    """Text pasted from a word processor: spans in spans, empty paragraphs, breaks, no class that says anything."""
    site = "أوراق الحور"
    parts = "".join(
        f'<div><span style="font-size:14pt"><span lang="AR-SA">{p}<o:p></o:p></span></span></div><div>&nbsp;</div>'
        for p in a.paragraphs
    )
    page = f"""{head(a, site)}<body><div id="a1">{" - ".join(f'<a href="/{m}">{m}</a>' for m in MENU)}</div><div id="a2"><div id="a3"><div><font size="6">{a.title}</font></div><div>{a.day}/{a.month}/{a.year} 11:30:00 ص</div><div id="a4">{parts}</div></div>
<div id="a5"><div>المزيد</div>{links(a.headlines[:6], "div")}</div></div><div id="a6">Powered by X</div></body></html>"""
    return page, gold(a, *a.headlines[:6], author=False)


def logo_heading(a: Article) -> tuple[str, Gold]:
    """The logo is the first heading; the title is the second, and the head's title runs from the site down."""
    site = "ضفاف"
    page = f"""<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>{site} - أخبار عربية - {a.title}</title></head><body><div class="head"><h1><a href="/">{site}</a></h1><p>{TODAY}</p></div><div class="hot"><h2>الأكثر مشاهدة</h2><ul>{links(a.headlines[:5])}</ul></div>
<div class="mid"><h2>{a.title}</h2><ul class="inf"><li>{a.author}</li><li>{a.day} {LEVANT[a.month - 1]} {a.year}</li><li>320 قراءة</li></ul><div>{paragraphs(a)}</div><ul class="prev"><li><a href="/p">« {a.headlines[5]}</a></li><li><a href="/n">{a.headlines[6]} »</a></li></ul></div></body></html>"""
    return page, gold(a, *a.headlines[:7])


def quotes_and_lists(a: Article) -> tuple[str, Gold]:
    """Quotations in blockquotes and a list inside the article; a box of links in its middle."""
    site = "سنديان أونلاين"
    inner = [f"<p>{a.paragraphs[0]}</p>", f"<blockquote>{a.paragraphs[1]}</blockquote>", f'<aside><h4>موضوعات أخرى</h4><ul>{links(a.headlines[:3])}</ul></aside>',
             *(f"<p>{p}</p>" for p in a.paragraphs[2:-1]), f"<ul><li>{a.paragraphs[-1]}</li></ul>"]  # fmt: skip
    page = f"""{head(a, site, meta=json_ld(a, site))}<body>{nav()}<article><header><h1>{a.title}</h1><p class="meta">{a.author} • {a.day} {NILE[a.month - 1]} {a.year}</p></header>{"".join(inner)}<p class="tags">وسوم: <a>{a.town}</a></p></article><section class="newsletter"><p>اشترك في نشرتنا البريدية ليصلك كل جديد في بريدك كل صباح.</p></section></body></html>"""
    return page, gold(a, *a.headlines[:3], "اشترك في نشرتنا")


def author_bio(a: Article) -> tuple[str, Gold]:
    """An opinion page: a note on the author and the site's disclaimer below the text."""
    site = "رأي السنديان"
    bio = f"{a.author}: كاتب وباحث من {a.town}، صدرت له ثلاث روايات ومجموعة قصصية."
    page = f"""{head(a, site, meta=og(a, site))}<body>{nav()}<div class="post"><h1>{a.title}</h1><div class="date">{a.day} {NILE[a.month - 1]} {a.year}</div><div class="post-text">{paragraphs(a)}</div><div class="author-box"><img><h4>{a.author}</h4><p>{bio}</p></div><p class="note">المقالات المنشورة لا تعبر بالضرورة عن رأي الموقع.</p></div><div class="other"><h3>مقالات أخرى للكاتب</h3>{links(a.headlines[:4], "p")}</div></body></html>"""
    return page, gold(a, *a.headlines[:4], bio, "المقالات المنشورة")


def undeclared(a: Article) -> tuple[str, Gold]:
    """Windows-1256 without a word of it, tatweel and marks in the text, capitals in the tags."""
    site = "صوت الوادي"
    body = "".join(f"<P ALIGN=JUSTIFY>{p.replace('قال', 'قـال').replace('أن', 'أنّ')}</P>" for p in a.paragraphs)
    page = f"""<HTML><HEAD><TITLE>{a.title}</TITLE></HEAD><BODY DIR=RTL><CENTER><H3>{site}</H3></CENTER><HR><H2>{a.title}</H2><P><SMALL>كتب {a.author} بتاريخ {a.day} {LEVANT[a.month - 1]} {a.year}</SMALL></P>{body}<HR><P><A HREF=i.htm>الصفحة الرئيسية</A> | <A HREF=c.htm>اتصل بنا</A></P></BODY></HTML>"""
    right = gold(a)
    return page, Gold(
        a.title, right.day, tuple(p.replace("قال", "قـال").replace("أن", "أنّ") for p in a.paragraphs), a.author, ()
    )


def short_video(a: Article) -> tuple[str, Gold]:
    """A video with one sentence, among many other videos."""
    site = "الغزال 24"
    page = f"""{head(a, site, meta=og(a, site))}<body>{nav()}<div class="player"><video></video><h1>{a.title}</h1><p>{a.paragraphs[0]}</p></div><div class="videos"><h3>فيديوهات أخرى</h3>{links(a.headlines, "div")}</div></body></html>"""
    return page, Gold(a.title, iso(a), a.paragraphs[:1], None, a.headlines)


TRAIN: tuple[Callable[[Article], tuple[str, Gold]], ...] = (
    wordpress, tables, hashed, lead_box, drupal, long_comments, listing, gallery,
)  # fmt: skip
TEST: tuple[Callable[[Article], tuple[str, Gold]], ...] = (
    aspnet, amp, scroll, plain_boxes, agency, printed, teasers, ticker,
)  # fmt: skip
HELD: tuple[Callable[[Article], tuple[str, Gold]], ...] = (
    word_paste, logo_heading, quotes_and_lists, author_bio, undeclared, short_video,
)  # fmt: skip
ENCODINGS = {"tables": "windows-1256", "undeclared": "windows-1256"}
