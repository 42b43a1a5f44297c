"""A figure of a part is no rival of the whole."""

import pytest

from riwaya.compare.figures import Part, is_part
from riwaya.lexicon.load import load_entries
from riwaya.model import Span

PARTS = load_entries("measures.toml", "part", Part)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.id)
def test_every_example_has_a_part(part: Part) -> None:
    for text in part.examples:
        assert any(is_part(text, Span(at, len(text))) for at in range(len(text)))
        assert not is_part(text, Span(0, 3))
