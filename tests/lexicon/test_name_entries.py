"""Every word around names proves itself by its own example, run through the real finders."""

from __future__ import annotations

import pytest

from riwaya.annotate.mentions import find_mentions
from riwaya.lexicon.name_entries import Context, Head, Title, context_forms, contexts, heads, titles
from riwaya.lexicon.name_words import name_word
from riwaya.model import Block, Document, Mention, Span
from riwaya.text.fold import fold
from riwaya.text.words import sentences, tokenize


def mentions_of(text: str) -> tuple[Mention, ...]:
    span = Span(0, len(text))
    return find_mentions(Document("d", "example", text, (Block(span, "body"),), sentences(text, span)))


@pytest.mark.parametrize("title", titles(), ids=lambda title: title.id)
def test_a_title_belongs_to_the_person_after_it(title: Title) -> None:
    for example in title.examples:
        (person,) = (m for m in mentions_of(example) if m.type == "PERSON")
        words = {fold(span.of(example)) for span in person.titles}
        assert words & {fold(form) for form in title.forms}, (example, words)
        assert (person.span.start < person.name.start) is title.joins


@pytest.mark.parametrize("head", heads(), ids=lambda head: head.id)
def test_a_head_and_its_complement_are_one_name(head: Head) -> None:
    assert head.examples
    for example in head.examples:
        found = [m.span.of(example) for m in mentions_of(example) if m.type == head.type]
        whole = example.removeprefix("وصل الوفد أمس إلى ").removesuffix(" مساء.")
        wanted = whole.split(" ", 1)[1] if head.drop else whole
        assert wanted in found, (example, found)


@pytest.mark.parametrize("entry", contexts(), ids=lambda entry: entry.id)
def test_a_context_stands_in_its_example(entry: Context) -> None:
    for example in entry.examples:
        words = " ".join(word.form for word in tokenize(example).words)
        assert any(form in words for form in context_forms(entry.kind))


@pytest.mark.parametrize(
    ("word", "what"),
    [("محمد", "given"), ("خالد", "given"), ("حكومة", "common"), ("القاهرة", "place"), ("باريس", "place")],
)
def test_words_have_grades(word: str, what: str) -> None:
    assert getattr(name_word(fold(word)), what) == 3


def test_a_word_no_table_knows_is_likely_a_foreign_name() -> None:
    assert name_word("زغروته").unknown and name_word("زغروته").likeness > 0
