"""Short and long texts fold by two roads to one spelling."""

from hypothesis import given
from hypothesis import strategies as st

from riwaya.text.fold import fold, folded


@given(st.text(max_size=60))
def test_short_and_long_texts_fold_alike(text: str) -> None:
    assert fold(text) == folded(text).text
