"""One self-contained page of the stories: differences, time line, who said what, and the pages with their marks.

Goes in: records and what was gathered. Comes out: HTML with no script, no remote asset and a strict content policy; it
prints, and it reads on a phone. Everything from pages is escaped.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from functools import cache, partial
from hashlib import sha256
from importlib.resources import files
from pathlib import Path, PurePath
from typing import Any

from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from riwaya import __version__
from riwaya.across import Gathered
from riwaya.model import Problem, Record
from riwaya.web.desk import story_views
from riwaya.web.views import way, when_text
from riwaya.web.wording import say, word

__all__ = ["environment", "in_language", "render_report", "write_report"]


@cache
def environment() -> Environment:
    """Give the template environment; everything is escaped."""
    made = Environment(
        loader=PackageLoader("riwaya.web"), autoescape=True, trim_blocks=True, lstrip_blocks=True, auto_reload=False
    )
    made.filters["way"], made.filters["day"] = way, when_text
    made.filters["basename"] = lambda source: PurePath(source).name
    return made


def in_language(language: str) -> dict[str, Any]:
    """Give what every template needs to speak a language: its code, its sentences, its words."""
    return {"language": language, "say": partial(say, language=language), "word": partial(word, language=language),
            "version": __version__}  # fmt: skip


def render_report(
    records: Sequence[Record], gathered: Gathered, problems: Sequence[Problem] = (), *, language: str = "ar"
) -> str:
    """Give the report as HTML, stories of most pages first."""
    every_problem = [*problems, *(p for r in records for p in r.problems)]
    stories = story_views(records, gathered, language=language)
    page = environment().get_template("report.html")
    style = files("riwaya.web").joinpath("static", "report.css").read_text(encoding="utf-8")
    seal = b64encode(sha256(style.encode()).digest()).decode()
    return page.render(stories=stories, problems=every_problem, style=Markup(style), seal=seal, **in_language(language))


def write_report(
    path: Path, records: Sequence[Record], gathered: Gathered, problems: Sequence[Problem] = (), *, language: str = "ar"
) -> None:
    """Write the report; the file appears whole or not at all."""
    part = path.with_name(f".{path.name}.part")
    path.parent.mkdir(parents=True, exist_ok=True)
    part.write_text(render_report(records, gathered, problems, language=language), encoding="utf-8")
    part.replace(path)
