"""What several tests share: the sample pages read once, and where gold outside the project may lie."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from riwaya.across import Gathered
from riwaya.batch import Reading, read_pages
from riwaya.compare.together import gather
from riwaya.page.intake import find_pages

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "samples"


@pytest.fixture(scope="session")
def reading() -> Reading:
    """The sample pages, read."""
    return read_pages(find_pages([str(SAMPLES / "pages")]))


@pytest.fixture(scope="session")
def gathered(reading: Reading) -> Gathered:
    """What was gathered from the sample pages."""
    return gather(reading.records)


# No test is timed: machines differ, and a busy one is no error.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
