"""Outlets' habits: counted by page, with honest intervals, told in a fixed order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from riwaya.across import Entity
from riwaya.compare.habits import Habit, habits, wilson
from riwaya.model import Block, Claim, Document, Mention, Outlet, Record, Source, Span


def page(key: str, outlet: str, title: str, label: str, kind: str) -> tuple[Record, tuple[str, Mention]]:
    text = f"وصل {title} سامي الحداد ومعه {label} إلى البلدة"
    name = Span(text.index("سامي"), text.index("سامي") + len("سامي الحداد"))
    titles = (Span(text.index(title), text.index(title) + len(title)),) if title else ()
    mention = Mention(name, "PERSON", name, "test", titles=titles)
    claim = Claim(Span(0, 3), Span(0, 3), (Source(Span(0, 3), kind),), "asserts", "indirect", "test")
    doc = Document(key, key, text, (Block(Span(0, len(text)), "body"),), (), outlet=Outlet(outlet))
    return Record(doc, (mention,), claims=(claim,)), (key, mention)


def test_titles_labels_and_unnamed_sources_are_counted_by_page() -> None:
    pages = [
        page("a", "الضفة", "المشير", "مرتزقة", "person"),
        page("b", "الضفة", "المشير", "مرتزقة", "unnamed"),
        page("c", "النهر", "", "مقاتلون", "person"),
    ]
    entity = Entity("e", "PERSON", "سامي الحداد", tuple(mention for _, mention in pages))
    found = habits([record for record, _ in pages], [entity])
    shown = [(h.kind, h.outlet, h.choice, h.count, h.documents) for h in found]
    assert shown == [
        ("label", "الضفة", "mercenaries", 2, 2),
        ("label", "النهر", "fighters", 1, 1),
        ("title", "الضفة", "المشير", 2, 2),
        ("title", "النهر", "—", 1, 1),
        ("unnamed", "الضفة", "unnamed", 1, 2),
        ("unnamed", "النهر", "unnamed", 0, 1),
    ]
    assert habits([record for record, _ in reversed(pages)], [entity]) == found
    assert isinstance(found[0], Habit)


@given(st.integers(0, 500), st.integers(0, 500))
def test_the_interval_holds_the_share(count: int, more: int) -> None:
    low, high = wilson(count, count + more)
    assert 0 <= low <= high <= 1
    if count + more:
        assert low - 1e-9 <= count / (count + more) <= high + 1e-9
