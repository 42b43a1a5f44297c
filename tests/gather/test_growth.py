"""Stories that grow, join, split and end; time lines whose later values stand beside the earlier ones."""

from __future__ import annotations

from riwaya.across import Evidence, Happening, Number, Report, Story
from riwaya.gather.corrections import entries
from riwaya.gather.growth import changes
from riwaya.model import Event, Span


def story(key: str, documents: str, end: str | None = None) -> Story:
    return Story(key, "", tuple(documents), (), end=end)


def kinds(before: list[Story], after: list[Story], today: str | None = None) -> list[tuple[str, str, str]]:
    return [(c.kind, c.story, "".join(c.pages)) for c in changes(before, after, today)]


def test_a_story_is_new_and_grows_and_ends() -> None:
    assert kinds([], [story("s", "ab")]) == [("new", "s", "ab")]
    assert kinds([story("s", "ab")], [story("s", "abc")]) == [("grown", "s", "c")]
    assert kinds([story("s", "ab")], [story("s", "ab", "2021-05-01")], "2021-06-01") == [("ended", "s", "")]
    assert kinds([story("s", "ab")], [story("s", "ab", "2021-05-30")], "2021-06-01") == []


def test_stories_join_and_split() -> None:
    assert kinds([story("s", "ab"), story("t", "cd")], [story("s", "abcde")]) == [("joined", "s", "e")]
    assert kinds([story("s", "abc")], [story("s", "ab"), story("t", "cd")]) == [("split", "t", "d")]


def report(document: str, killed: int, when: str | None = None, status: str = "happened") -> Report:
    event = Event(Span(0, 9), Span(0, 4), "DISASTER", None, (), status, "test")
    number = Number("killed", killed, Evidence(document, Span(5, 9), str(killed)))
    return Report(document, Span(0, 9), event, when, (), (), (number,), ())


def corrected(*reports: Report) -> list[tuple[str, str, str, int]]:
    days = {"a": 1, "b": 1, "c": 2, "d": 3}
    (entry,) = entries([Happening("h", "DISASTER", None, "", "happened", reports, None, (), ())], days)
    return [(c.kind, c.before, c.after, c.day) for c in entry.corrections]


def test_a_toll_that_grows_from_day_to_day_is_corrected_and_one_day_in_conflict_is_not() -> None:
    assert corrected(report("d", 12), report("a", 7), report("c", 9)) == [("toll", "7", "9", 2), ("toll", "9", "12", 3)]
    assert corrected(report("a", 9), report("c", 7)) == [("figure", "9", "7", 2)]
    assert corrected(report("a", 7), report("b", 9)) == []


def test_a_day_and_a_status_are_corrected() -> None:
    assert corrected(report("a", 7, "2021-05-01"), report("c", 7, "2021-05-02")) == [
        ("date", "2021-05-01", "2021-05-02", 2)
    ]
    assert corrected(report("a", 7, None, "planned"), report("c", 7, None, "cancelled")) == [
        ("status", "planned", "cancelled", 2)
    ]
