"""Arabic names in Latin letters by one named scheme."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.text.romanize import SCHEME, romanize


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("سالم الفاروق", "Sālm al-Fārūq"),
        ("عبد الله بن سعيد", "ʻAbd Allāh ibn Sʻīd"),
        ("أبو ماجد", "Abū Mājd"),
        ("وائل", "Wāʼl"),
        ("يوسف", "Yūsf"),
        ("إيمان", "Īmān"),
        ("هدى", "Hdá"),
        ("زغروطة", "Zghrūṭah"),
        ("مُحَمَّد", "Muḥammad"),
        ("CNN العربية", "CNN al-ʻRbyah"),
        ("", ""),
    ],
)
def test_names_are_written_letter_by_letter(name: str, latin: str) -> None:
    assert romanize(name) == latin
    assert SCHEME.startswith("ALA-LC")


@given(st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئ ", max_size=30))
def test_no_arabic_letter_is_left(name: str) -> None:
    assert not any("\u0600" <= letter <= "\u06ff" for letter in romanize(name))
