"""A claim rests on its source alone until another source, or an outlet itself, says the same."""

from __future__ import annotations

import pytest

from riwaya.batch import Reading
from riwaya.model import Event, Gathered, Happening, Report, Span
from riwaya.web.alone import Said, alone
from riwaya.web.desk import story_views

FIRE = "اندلع الحريق الكبير داخل المخزن القديم"
WORK = "تستأنف المدارس الدراسة الأسبوع المقبل"


def report(document: str, *claims: str) -> Report:
    event = Event(Span(0, 1), Span(0, 1), "DISASTER", None, (), "happened", "test")
    return Report(document, Span(0, 1), event, None, (), (), (), claims)


def happening(*reports: Report) -> Happening:
    return Happening("h", "DISASTER", None, "", "happened", reports, None, (), ())


@pytest.mark.parametrize(
    ("claims", "reports", "wanted"),
    [
        ([Said("a", "x", FIRE), Said("b", "y", WORK)], (), {"a", "b"}),
        ([Said("a", "x", FIRE), Said("b", "y", FIRE)], (), set()),
        ([Said("a", "x", FIRE), Said("b", "x", FIRE)], (), {"a", "b"}),
        ([Said("a", "x", FIRE), Said("b", "y", WORK)], (("d", "a"), ("d", "b")), set()),
        ([Said("a", "x", FIRE), Said("b", "y", WORK)], (("d", "a"), ("d",)), {"b"}),
        ([Said("a", "x", FIRE), Said("b", "y", WORK)], (("d", "a"), ("elsewhere",)), {"a", "b"}),
    ],
)
def test_what_rests_on_one_source(claims: list[Said], reports: tuple[tuple[str, ...], ...], wanted: set[str]) -> None:
    told = happening(*(report(*row) for row in reports))
    assert alone(claims, [told], ["d"]) == wanted


def test_the_count_of_a_source_is_of_its_claims(reading: Reading, gathered: Gathered) -> None:
    sources = [source for story in story_views(reading.records, gathered) for source in story.sources]
    assert any(source.alone for source in sources)
    assert all(source.alone == sum(claim.alone for claim in source.claims) for source in sources)
