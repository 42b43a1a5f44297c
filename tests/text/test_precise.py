"""The precise tagger reads what the fast one reads, where onnxruntime is there."""

from __future__ import annotations

import numpy as np
import pytest

from riwaya.text.crf import decode
from riwaya.text.pieces import Pieces, spelled
from riwaya.text.tagger import tag_names


def test_decoding_never_lets_an_inside_follow_another_kind() -> None:
    labels = ("O", "B-PERS", "I-PERS")
    scores = np.log(np.array([[0.5, 0.2, 0.3], [0.1, 0.2, 0.7], [0.1, 0.2, 0.7]]))
    assert decode(scores, labels) == [1, 2, 2]


def test_pieces_take_the_likeliest_cut() -> None:
    pieces = Pieces(
        ["<s>", "<pad>", "</s>", "<unk>", "▁س", "لام", "▁سلا", "م"], [0.0, 0.0, 0.0, 0.0, -3.0, -3.0, -2.0, -5.0]
    )
    assert pieces.of(spelled("سلام")) == (4, 5)
    assert pieces.of("؟") == (3,)
    assert pieces.of("") == (3,)


@pytest.mark.parametrize("text", ["", "و", "\ud800 قال", "ب" + "\u0301" * 2000, "سلام" * 5000, "قال " * 900])
def test_hard_texts_are_read(text: str) -> None:
    pytest.importorskip("onnxruntime")
    assert all(0 <= name.start < name.end <= len(text) for name in tag_names(text, setting="precise"))


def test_names() -> None:
    pytest.importorskip("onnxruntime")
    text = "وصل وزير الخارجية المصري سامح كريم إلى بيروت"
    found = [(name.span.of(text), name.type) for name in tag_names(text, setting="precise")]
    assert ("سامح كريم", "PERSON") in found
    assert ("بيروت", "PLACE") in found


def test_an_unknown_setting_is_an_error() -> None:
    with pytest.raises(ValueError, match="fast"):
        tag_names("قال", setting="slow")
