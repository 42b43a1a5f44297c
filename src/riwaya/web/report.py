"""One self-contained page of the stories: differences, time line, who said what, and the pages with their marks.

Goes in: records and what was gathered. Comes out: HTML with no script, no remote asset and a strict content policy; it
prints, and it reads on a phone. Everything from pages is escaped.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path, PurePath

from jinja2 import Environment, PackageLoader

from riwaya import __version__
from riwaya.model import Gathered, Problem, Record
from riwaya.web.views import story_views
from riwaya.web.wording import word

__all__ = ["render_report", "write_report"]


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("riwaya.web"), autoescape=True, trim_blocks=True, lstrip_blocks=True, auto_reload=False
    )
    environment.filters["word"] = lambda name, table: word(table, name)
    environment.filters["basename"] = lambda source: PurePath(source).name
    return environment


def render_report(records: Sequence[Record], gathered: Gathered, problems: Sequence[Problem] = ()) -> str:
    """Give the report as HTML, stories of most pages first."""
    every_problem = [*problems, *(p for r in records for p in r.problems)]
    return _environment().get_template("report.html").render(
        stories=story_views(records, gathered), problems=every_problem, version=__version__
    )


def write_report(path: Path, records: Sequence[Record], gathered: Gathered, problems: Sequence[Problem] = ()) -> None:
    """Write the report; the file appears whole or not at all."""
    part = path.with_name(f".{path.name}.part")
    path.parent.mkdir(parents=True, exist_ok=True)
    part.write_text(render_report(records, gathered, problems), encoding="utf-8")
    part.replace(path)
