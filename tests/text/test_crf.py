"""The fast tagger's chances are chances, its groups of words are stable, and nothing it reads breaks it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.text.crf import fast_chances, fast_tags, likeliest
from riwaya.text.features import word_features
from riwaya.text.groups import name_shares, word_groups

FORMS = st.lists(
    st.text(min_size=1, max_size=12) | st.sampled_from(["وزير", "محمد", "بيروت", "99", "،", "\ud800"]), max_size=12
)


@settings(max_examples=60)
@given(FORMS)
def test_every_word_gets_a_label_and_a_likelihood(forms: list[str]) -> None:
    read = fast_tags(forms)
    assert len(read.labels) == len(forms)
    assert all(len(half) == len(forms) and all(0 <= sure <= 1.000001 for sure in half) for half in read.sure)


@settings(max_examples=40)
@given(FORMS)
def test_chances_sum_to_one(forms: list[str]) -> None:
    for half in fast_chances(forms):
        assert half.shape[0] == len(forms)
        assert np.allclose(half.sum(1), 1, atol=1e-6)


def test_a_name_is_given_a_little_credit() -> None:
    names = np.log(np.array([[0.52, 0.48, 1e-9, 1e-9, 1e-9]]))
    orgs = np.log(np.array([[0.8, 0.2, 1e-9]]))
    assert likeliest(names, orgs, credits=(0.3, 0.3)).labels == ["O|B-PERS"]


@pytest.mark.parametrize(
    ("one", "other"), [("بيروت", "دمشق"), ("وزير", "رييس"), ("السبت", "الاحد"), ("مليون", "مليار"), ("وقال", "واضاف")]
)
def test_words_of_like_company_share_a_group(one: str, other: str) -> None:
    assert word_groups(one)[0] == word_groups(other)[0]


def test_an_unknown_word_has_no_group_and_is_no_name() -> None:
    assert word_groups("ققققق") == ()
    assert name_shares("ققققق") == ""


def test_features_stay_few_and_short() -> None:
    rows = word_features(["ب" * 1000, "قال", "محمد"])
    assert max(map(len, rows)) < 60
    assert max(len(feature) for row in rows for feature in row) < 100
