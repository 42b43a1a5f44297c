

@given(st.text(max_size=60))
def test_short_and_long_texts_fold_alike(text: str) -> None:
    assert fold(text) == folded(text).text
