"""Events: every family proves itself by its examples, roles come out as the data says, and no text breaks anything."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.annotate.event_triggers import find_triggers, readings_of
from riwaya.annotate.events import find_events
from riwaya.lexicon.event_entries import EventType, Family, RoleExample, event_types
from riwaya.model import Block, Document, Event, Mention, Span, Time
from riwaya.text.words import sentences, tokenize

FAMILIES = [(kind, family) for kind in event_types() for family in kind.families]
EXAMPLES = [(kind, example) for kind in event_types() for example in kind.examples]
COMMON = ("ASSAULT", "CONSULT", "OFFICE")


def document(text: str, *, published: str | None = "2021-05-04") -> Document:
    """Give a document of one body block."""
    blocks = (Block(Span(0, len(text)), "body"),)
    return Document("d1", "made up", text, blocks, sentences(text, Span(0, len(text))), published=published)


def named(text: str, names: Iterable[str], kind: str) -> list[Mention]:
    """Give a mention for each name where it stands first."""
    spans = [Span(at, at + len(name)) for name in names if (at := text.find(name)) >= 0]
    return [Mention(span, kind, span, "test") for span in spans]


def read(text: str, example: RoleExample | None = None, times: tuple[Time, ...] = ()) -> tuple[Event, ...]:
    """Give the events of a text whose names are the example's."""
    mentions: list[Mention] = []
    if example:
        mentions += named(text, example.people, "PERSON") + named(text, example.organizations, "ORGANIZATION")
        mentions += named(text, example.places, "PLACE")
    ordered = tuple(sorted(mentions, key=lambda m: m.span))
    return find_events(document(text), ordered, times, (), ())


@pytest.mark.parametrize(("kind", "family"), FAMILIES, ids=[f"{k.type}-{f.id}" for k, f in FAMILIES])
def test_every_family_finds_its_examples(kind: EventType, family: Family) -> None:
    for text in family.examples:
        words = tokenize(text).words
        read = {(t.type.type, t.family.id) for readings in readings_of(words, text) for t in readings}
        assert (kind.type, family.id) in read, (text, read)
        assert kind.type in {t.type.type for t in find_triggers(words, text)}, text


@pytest.mark.parametrize(("kind", "example"), EXAMPLES, ids=[f"{k.type}-{e.id}" for k, e in EXAMPLES])
def test_roles_mode_and_status_come_out_as_the_data_says(kind: EventType, example: RoleExample) -> None:
    for text in example.examples:
        events = [event for event in read(text, example) if event.type == kind.type]
        assert events, text
        event = events[0]
        assert event.status == example.status
        assert not example.mode or event.mode == example.mode
        for role, names in (("actor", example.actor), ("recipient", example.recipient)):
            given_names = {r.span.of(text) for r in event.roles if r.role == role}
            assert set(names) <= given_names, (role, event.roles)


def test_the_types_are_plovers_and_ours_and_the_common_ones_are_broad() -> None:
    names = {kind.type for kind in event_types()}
    assert len(names) == 22  # sixteen of PLOVER, five of ours, and what came of an attack or a disaster
    assert {"DISASTER", "LEGAL", "OFFICE", "ECONOMY", "SPORT"} <= names
    for kind in event_types():
        if kind.type in COMMON:
            triggers = sum(
                len(f.verbs) + len(f.passives) + len(f.nouns) + len(f.idioms) + len(f.phrases) for f in kind.families
            )
            assert triggers >= 60, kind.type


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("لم يزر سامي نعمان روما.", set()),
        ("هل يزور سامي نعمان روما؟", set()),
        ("في حال وقوع هجوم على السوق.", set()),
        ("وزارة الصحة أعلنت النتائج.", set()),
        ("بعد قليل وصل القطار إلى المحطة.", set()),
        ("خرج السكان إلى الشوارع مذعورين.", set()),
        ("نزل المشجعون إلى الشوارع احتفالا بالفوز.", set()),
        ("قتل ثلاثة عمال في حريق بالمصنع أمس.", {"DISASTER"}),
        ("قتل ثلاثة جنود في هجوم على الحاجز أمس.", {"ASSAULT"}),
    ],
)
def test_what_did_not_happen_is_no_event_and_victims_go_with_their_cause(text: str, types: set[str]) -> None:
    names = RoleExample("x", (), people=("سامي نعمان",), places=("روما",))
    assert {event.type for event in read(text, names)} == types


def test_an_event_takes_the_time_of_its_own_clause() -> None:
    text = "زار سامي نعمان روما في مايو 2019 بعد هجوم وقع في يونيو 2018."
    times = tuple(
        Time(Span(at, at + len(words)), value, "month", "test")
        for words, value in (("مايو 2019", "2019-05"), ("يونيو 2018", "2018-06"))
        for at in [text.find(words)]
    )
    names = RoleExample("x", (), people=("سامي نعمان",), places=("روما",))
    whens = {event.type: event.when for event in read(text, names, times)}
    assert whens == {"CONSULT": "2019-05", "ASSAULT": "2018-06"}


def test_news_without_a_date_is_of_the_pages_day_and_says_so() -> None:
    event = read("زار سامي نعمان روما.", RoleExample("x", (), people=("سامي نعمان",), places=("روما",)))[0]
    assert event.when == "2021-05-04"
    assert "page" in event.when_why


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("زار قتل هجوم في على الـ، .\n«»ًَ٣؟ \ud800ab"), max_size=120))
def test_no_text_breaks_it_and_spans_lie_inside(text: str) -> None:
    for event in find_events(document(text), (), (), (), ()):
        assert 0 <= event.trigger.start < event.trigger.end <= len(text)
        assert event.span.holds(event.trigger)


@pytest.mark.parametrize("text", ["", "ا", "ًٌٍ", "\ud800", "plain English text, no Arabic.", "قتل " * 3000])
def test_odd_texts(text: str) -> None:
    find_events(document(text), (), (), (), ())


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("نزل الضيوف في مدينة تعز أمس.", "SUPPORT"),
        ("نحن هنا لخدمة الناس في روما.", "SUPPORT"),
        ("أضاف حاكم روما سامي نعمان أن الطريق مغلق.", "LEGAL"),
        ("زار سامي نعمان مخيم عين الحلوة أمس.", "OFFICE"),
        ("كان الانسجام التام بين الفريقين ظاهرا في روما.", "CONSULT"),
        ("تلقت السفارة في روما تهديدات بتفجير انتحاري أمس.", "ASSAULT"),
        ("كتب سامي نعمان مسودة استقالة أمس.", "OFFICE"),
    ],
)
def test_words_that_only_look_like_an_event_are_none(text: str, wrong: str) -> None:
    names = RoleExample("x", (), people=("سامي نعمان",), places=("روما",))
    assert wrong not in {event.type for event in read(text, names)}
