"""A claim rests on its source alone until another source, or an outlet itself, says the same."""

from __future__ import annotations

import pytest

from riwaya.across import Gathered
from riwaya.batch import Reading, read_pages
from riwaya.compare.together import gather
from riwaya.model import Page
from riwaya.web.alone import alone_in
from riwaya.web.desk import story_views

FIRE = "حريقا كبيرا التهم المخزن القديم وأتلف القمح"
WORK = "المدارس ستستأنف الدراسة بعد أسبوعين"
MINISTER, MAYOR = "وقال وزير الري سامر الهادي إن", "وقال رئيس البلدية كريم الصافي إن"
#: Pages of one story, each claim in order with whether it rests on its source alone.
STORIES = [
    ([f"{MINISTER} {FIRE}.\n{MAYOR} {WORK}."], [True, True]),
    ([f"{MINISTER} {FIRE}.\n{MAYOR} {FIRE}."], [False, False]),
    ([f"{MINISTER} {FIRE}.", f"{MAYOR} {FIRE}."], [False, False]),
    ([f"{MINISTER} {FIRE}.", f"{MINISTER} {FIRE}."], [True, True]),  # the same one, on two pages
    ([f"{MINISTER} {FIRE}.", "التهم حريق كبير المخزن القديم مساء الثلاثاء."], [False]),  # an outlet says it itself
    ([f"{MINISTER} {FIRE}.", "وصل سامر الهادي إلى المدينة مساء الثلاثاء."], [True]),  # a name alone is no statement
    (  # a medium that passes the source on is no other source
        [f"{MINISTER} {FIRE}.", f"ونقلت وكالة الساحل عن وزير الري سامر الهادي قوله إن {FIRE}."],
        [True, True],
    ),
    (["وقال مصدر أمني إن الوفد يضم 12 ضابطا.", "وقال شهود إن وفدا يضم 12 ضابطا وصل فجرا."], [False, False]),
    (["وقال مصدر أمني إن الوفد وصل.", "وقال شهود إن السوق مغلقة منذ الصباح."], [True, True]),
]


@pytest.mark.parametrize(("texts", "wanted"), STORIES, ids=range(len(STORIES)))
def test_what_rests_on_one_source(texts: list[str], wanted: list[bool]) -> None:
    reading = read_pages(Page(f"{n}.txt", text.encode(), "text") for n, text in enumerate(texts))
    only = alone_in(reading.records, gather(reading.records))
    assert [c.id_in(r.document.id) in only for r in reading.records for c in r.claims] == wanted


def test_the_count_of_a_source_is_of_its_claims(reading: Reading, gathered: Gathered) -> None:
    sources = [source for story in story_views(reading.records, gathered) for source in story.sources]
    assert any(source.alone for source in sources)
    assert all(source.alone == sum(claim.alone for claim in source.claims) for source in sources)
