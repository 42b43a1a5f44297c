"""Reports into happenings: one event told by many, in any order; hard cases stay apart."""

from __future__ import annotations

import random

from riwaya.across import Entity, Happening
from riwaya.gather.happenings import gather_happenings
from riwaya.model import Block, Document, Event, Mention, Record, Role, Span

TEXT = "زار سامي نعمان مدينة روما والتقى رامي حداد في القصر"
PEOPLE = {"سامي نعمان": "p1", "رامي حداد": "p2", "هالة كمال": "p3"}


def page(
    key: str, day: str, text: str, *, mode: str, when: str | None, people: tuple[str, ...], status: str = "happened"
) -> Record:
    """Give a record of one sentence with one CONSULT event."""
    span = Span(0, len(text))
    mentions = tuple(
        Mention(s, "PERSON", s, "test") for name in people for s in [Span(text.find(name), text.find(name) + len(name))]
    )
    roles = tuple(Role("actor" if not at else "recipient", m.span, m) for at, m in enumerate(mentions))
    event = Event(span, Span(0, 3), "CONSULT", mode, roles, status, "test", when, "test")
    doc = Document(key, key, text, (Block(span, "body"),), (span,), published=day)
    return Record(doc, mentions, events=(event,))


def entities(records: list[Record]) -> list[Entity]:
    """Give the entities by name."""
    rows: dict[str, list[tuple[str, Mention]]] = {}
    for record in records:
        for mention in record.mentions:
            rows.setdefault(mention.span.of(record.document.text), []).append((record.document.id, mention))
    return [Entity(PEOPLE[name], "PERSON", name, tuple(many)) for name, many in sorted(rows.items())]


def joined(records: list[Record]) -> tuple[Happening, ...]:
    return gather_happenings(records, entities(records))


def visit(key: str, day: str, when: str | None, **changes: object) -> Record:
    people = ("سامي نعمان", "رامي حداد")
    return page(key, day, TEXT, **({"mode": "visit", "when": when, "people": people} | changes))  # type: ignore[arg-type]


def test_one_event_told_by_two_pages_is_one_happening_with_both_reports() -> None:
    found = joined([visit("a", "2021-03-02", "2021-03-01"), visit("b", "2021-03-02", "2021-03-01")])
    assert [len(h.reports) for h in found] == [2]
    assert found[0].when == "2021-03-01"
    assert {entity for entity, _ in found[0].who} == {"p1", "p2"}
    assert found[0].why


def test_two_visits_of_one_person_in_a_year_stay_two() -> None:
    found = joined([visit("a", "2021-03-02", "2021-03-01"), visit("b", "2021-09-02", "2021-09-01")])
    assert [len(h.reports) for h in found] == [1, 1]


def test_the_plan_and_the_visit_are_one_happening_that_happened() -> None:
    found = joined([visit("a", "2021-03-01", "2021-03-03", status="planned"), visit("b", "2021-03-04", "2021-03-03")])
    assert [(len(h.reports), h.status) for h in found] == [(2, "happened")]


def test_different_people_on_one_day_stay_apart() -> None:
    other = page(
        "b",
        "2021-03-02",
        "زارت هالة كمال مصنع الزجاج في الضاحية",
        mode="visit",
        when="2021-03-01",
        people=("هالة كمال",),
    )
    assert len(joined([visit("a", "2021-03-02", "2021-03-01"), other])) == 2


def test_the_order_of_pages_does_not_matter_and_a_later_page_leaves_ids_alone() -> None:
    records = [visit(f"d{n}", f"2021-03-{n + 10}", "2021-03-01" if n % 2 else "2021-02-11") for n in range(6)]
    first = joined(records)
    random.Random(4).shuffle(records)
    assert joined(records) == first
    later = joined([*records, visit("z", "2021-04-20", "2021-04-19")])
    assert {h.id for h in first} < {h.id for h in later}


def _quake(key: str, day: str, when: str | None) -> Record:
    text = "ضرب زلزال قوي جزيرة سياحية وأسفر عن مقتل عدد من سكانها وتضرر آلاف المنازل"
    span = Span(0, len(text))
    event = Event(span, Span(4, 9), "DISASTER", "earthquake", (), "happened", "test", when, "test")
    doc = Document(key, key, text, (Block(span, "body"),), (span,), published=day)
    return Record(doc, (), events=(event,))


def test_no_page_tells_of_a_quake_of_a_week_later() -> None:
    told_before = [_quake("a", "2021-07-29", None), _quake("b", "2021-08-07", "2021-08-05")]
    assert [len(h.reports) for h in gather_happenings(told_before, [])] == [1, 1]
    told_after = [_quake("a", "2021-08-06", None), _quake("b", "2021-08-07", "2021-08-05")]
    assert [len(h.reports) for h in gather_happenings(told_after, [])] == [2]
