"""What people judge is applied last, and what goes against it is said; names are made up."""

from __future__ import annotations

from riwaya.across import Entity, Judgement
from riwaya.annotate.mentions import find_mentions
from riwaya.gather.entities import gather_entities
from riwaya.model import Block, Document, Record, Span

TEXTS = ("وصل سامر الزغروتي إلى تونس.", "قال سامر الزغروطي ذلك.", "وصل اللواء ماجد الحمصاني أمس.")
ONE, OTHER, THIRD = (f"{name}|PERSON" for name in ("سامر الزغروتي", "سامر الزغروطي", "ماجد الحمصاني"))


def record(key: str, text: str) -> Record:
    doc = Document(key, key, text, (Block(Span(0, len(text)), "body"),), (Span(0, len(text)),))
    return Record(doc, find_mentions(doc))


RECORDS = [record(f"d{number}", text) for number, text in enumerate(TEXTS)]


def persons(*judgements: Judgement) -> list[Entity]:
    return [entity for entity in gather_entities(RECORDS, judgements) if entity.type == "PERSON"]


def test_no_judgement_changes_nothing() -> None:
    assert gather_entities(RECORDS, ()) == gather_entities(RECORDS)


def test_two_are_joined_with_who_said_so() -> None:
    before = persons()
    after = persons(Judgement("same", ONE, THIRD, "amal", "one man"))
    assert len(after) == len(before) - 1
    (joined,) = (entity for entity in after if any(m.span.of(TEXTS[2]) for d, m in entity.mentions if d == "d2"))
    assert any("amal" in why and "one man" in why for why in joined.why)


def test_two_are_joined_by_their_ids() -> None:
    ids = [entity.id for entity in persons()]
    assert len(persons(Judgement("same", ids[0], ids[-1]))) == len(ids) - 1


def test_what_the_program_joined_is_parted() -> None:
    assert len(persons()) == 2
    after = persons(Judgement("not-same", ONE, OTHER, "amal"))
    assert sorted(entity.name for entity in after) == ["سامر الزغروتي", "سامر الزغروطي", "ماجد الحمصاني"]
    assert all(any("not-same" in why for why in e.why) for e in after if e.name.startswith("سامر"))


def test_a_join_against_a_judgement_is_not_made_and_said() -> None:
    after = persons(Judgement("not-same", ONE, OTHER), Judgement("same", ONE, THIRD), Judgement("same", OTHER, THIRD))
    assert len(after) == 2
    assert any("not applied" in why for entity in after for why in entity.why)


def test_the_later_of_two_judgements_stands_and_says_so() -> None:
    after = persons(Judgement("not-same", ONE, THIRD), Judgement("same", ONE, THIRD))
    assert len(after) == 1
    assert any("against an earlier judgement" in why for why in after[0].why)
    assert len(persons(Judgement("same", ONE, THIRD), Judgement("undo", ONE, THIRD))) == 2


def test_a_wrong_entity_goes_or_gets_its_type() -> None:
    assert [e.name for e in persons(Judgement("wrong", THIRD))] == [e.name for e in persons() if e.name[0] == "س"]
    entities = gather_entities(RECORDS, [Judgement("wrong", THIRD, "ORGANIZATION")])
    (body,) = (entity for entity in entities if entity.type == "ORGANIZATION")
    assert {mention.type for _, mention in body.mentions} == {"ORGANIZATION"} and "wrong" in body.why[-1]


def test_an_unknown_name_breaks_nothing_and_is_said() -> None:
    after = persons(Judgement("same", THIRD, "لا أحد|PERSON"), Judgement("note", THIRD), Judgement("same", "e0", "e1"))
    assert any("not in these pages" in why for entity in after for why in entity.why)
