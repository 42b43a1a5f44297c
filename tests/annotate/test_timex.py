"""Times as TIMEX3."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.annotate.times import read_times
from riwaya.annotate.timex import timex, with_timex


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("17 أيلول 2023", {"type": "DATE", "value": "2023-09-17"}),
        ("الأسبوع الماضي", {"type": "DATE", "value": "2023-W38"}),
        ("صيف 2019", {"type": "DATE", "value": "2019-SU"}),
        ("ثلاثة أيام", {"type": "DURATION", "value": "P3D"}),
        ("كل خميس", {"type": "SET", "value": "P1W", "quant": "EVERY"}),
        ("منذ 2011", {"type": "DATE", "value": "2011", "mod": "ON_OR_AFTER"}),
        ("حتى عام 2030", {"type": "DATE", "value": "2030", "mod": "ON_OR_BEFORE"}),
        ("مطلع العام", {"type": "DATE", "value": "2023", "mod": "START"}),
        ("قبل نحو 150 عاما", {"type": "DATE", "value": "1873", "mod": "APPROX"}),
        ("التسعينيات", {"type": "DATE", "value": "199"}),
        ("القرن الماضي", {"type": "DATE", "value": "19"}),
        (
            "من مارس إلى يونيو 2020",
            {"type": "DURATION", "value": "2020-03/2020-06", "beginPoint": "2020-03", "endPoint": "2020-06"},
        ),
        ("31 شباط", {"type": "DATE", "value": ""}),
    ],
)
def test_attributes(text: str, wanted: dict[str, str]) -> None:
    (time,) = read_times(text, published="2023-09-27")
    assert timex(time) == {"tid": "t1", **wanted}


@given(st.text(alphabet=st.sampled_from("اليوم أمس<>&\"' 2023/9"), max_size=60))
def test_marked_up_text_is_xml_and_holds_the_text(text: str) -> None:
    marked = with_timex(text, read_times(text, published="2023-09-27"))
    assert "".join(ElementTree.fromstring(f"<x>{marked}</x>").itertext()) == text
