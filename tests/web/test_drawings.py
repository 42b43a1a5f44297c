"""Maps, graphs, voices, edits and citations: what they hold, and that words of pages stay words."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import pytest

from riwaya.gather.edits import edits
from riwaya.model import Page, Span
from riwaya.record import read
from riwaya.web.basemap import Box, country_middle, outlines
from riwaya.web.cite import annotation, bibtex, citation
from riwaya.web.edited import marked_copy
from riwaya.web.graph import Chain, draw_graph
from riwaya.web.map import Spot, draw_map
from riwaya.web.marking import Mark, mark_text
from riwaya.web.voices import voices

SVG = "{http://www.w3.org/2000/svg}"


def parsed(drawing: str) -> ElementTree.Element:
    return ElementTree.fromstring(str(drawing).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


def test_a_map_has_a_dot_for_each_place_and_names_its_countries() -> None:
    drawn = parsed(
        draw_map([Spot("صفاقس", 34.74, 10.76, 3, "#a"), Spot("تونس", 34.1, 9.5, 1, "#b", False)], label="خريطة")
    )
    assert [link.get("href") for link in drawn.iter(f"{SVG}a")] == ["#a", "#b"]
    assert "الجزائر" in [text.text for text in drawn.iter(f"{SVG}text")]


@pytest.mark.parametrize("spots", [[(90.0, 180.0)], [(-90.0, -180.0), (90.0, 180.0)], [(0.0, 0.0)] * 30])
def test_a_map_of_any_places_is_drawn(spots: list[tuple[float, float]]) -> None:
    parsed(draw_map([Spot("<ا>", latitude, longitude, 1, "#x") for latitude, longitude in spots], label="م"))


def test_no_place_no_map() -> None:
    assert draw_map([], label="") == ""


def test_outlines_stay_in_their_window() -> None:
    box = Box(30, 20, 40, 30)
    points = [point for shape in outlines(box) for point in shape.points]
    assert points and all(30 <= x <= 40 and 20 <= y <= 30 for x, y in points)
    assert country_middle("") is None and country_middle("xx") is None


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_graph_joins_outlets_to_their_sources(language: str) -> None:
    chains = [
        Chain(("صدى", "وكالة <مدار>", "الوزير"), "#s1"),
        Chain(("صدى", "الوزير"), "#s1"),
        Chain(("المرفأ", "شاهد"), "#s2"),
    ]
    drawn = parsed(draw_graph(chains, label="من قال", others="آخرون", language=language))
    assert len(list(drawn.iter(f"{SVG}path"))) == 4
    assert {link.get("href") for link in drawn.iter(f"{SVG}a")} == {"#s1", "#s2"}


def test_sources_beyond_the_last_are_one_box() -> None:
    chains = [Chain(("صدى", f"مصدر {number}"), f"#s{number}") for number in range(40)]
    names = [text.text for text in parsed(draw_graph(chains, label="", others="آخرون")).iter(f"{SVG}text")]
    assert names.count("آخرون") == 1 and len(names) < 40


def test_an_edited_copy_shows_what_was_added_and_cut() -> None:
    first = read(Page("a.txt", "عنوان\n\nافتتح الوزير سوق السمك الكبير في مدينة رأس العين صباح أمس.".encode(), "text"))
    copy = read(
        Page(
            "b.txt",
            "عنوان\n\nافتتح الوزير سوق <السمك> الجديد في مدينة رأس العين صباح أمس بحضور الأهالي.".encode(),
            "text",
        )
    )
    counts, html = marked_copy(first, copy)
    assert sum(count for _, count in counts) == len(edits(first, copy)) > 0
    assert "<ins>" in html and "<del>" in html and "<السمك>" not in html


def test_voices_add_up() -> None:
    text = "عنوان\n\nقال الوزير سمير الكعبي إن السوق سيفتح غدا. وذكرت مصادر محلية أن الشارع مغلق. والطقس حار."
    found = voices(read(Page("p.txt", text.encode(), "text")))
    assert sum(found.shares()) == 100
    assert found.own and found.named and found.unnamed


def test_words_are_cited_in_three_forms() -> None:
    text = "{عنوان}\n\nقال الوزير سمير الكعبي إن السوق سيفتح غدا."
    doc = read(Page("p.txt", text.encode(), "text", url="https://news.example/1")).document
    span = Span(doc.text.index("سمير"), doc.text.index("سمير") + 4)
    assert "سمير" in citation(doc, span) and "https://news.example/1" in citation(doc)
    entry = bibtex(doc, span)
    assert entry.startswith("@online{riwaya-") and entry.count("{") == entry.count("}")
    quote, place = json.loads(annotation(doc, span))["target"]["selector"]
    assert quote["exact"] == "سمير" and doc.text[place["start"] : place["end"]] == "سمير"


def test_a_link_never_stands_in_a_link() -> None:
    html = mark_text("abcdef", Span(0, 6), [Mark(Span(0, 6), "", "m", "", "/x"), Mark(Span(1, 3), "", "m", "", "/y")])
    assert html.count("<a ") == html.count("</a>") == 1 and html.count("<span") == html.count("</span>") == 1
