"""What the terminal shows after reading: stories, their outlets and time line, and the weightiest differences.

Goes in: records, what was gathered, a rich console. Prints; nothing comes out.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from riwaya.across import Gathered
from riwaya.model import Problem, Record
from riwaya.web.desk import story_views
from riwaya.web.views import DifferenceView, EventView, StoryView
from riwaya.web.wording import word

__all__ = ["show_problems", "show_stories"]

#: How much of each story fits a screen; the report and the record hold everything.
STORIES, EVENTS, DIFFERENCES = 5, 12, 8


def show_stories(console: Console, records: Sequence[Record], gathered: Gathered) -> None:
    """Print the largest stories, each with its time line and its differences."""
    stories = story_views(records, gathered)
    shown = [s for s in stories if len(s.chips) > 1] or list(stories)
    for story in shown[:STORIES]:
        console.print(Text(f"\n{story.title}", style="bold"))
        pages = f"{len(story.chips)} page{'s' if len(story.chips) != 1 else ''}"
        days = f" · {story.span}" if story.span else ""
        console.print(Text(f"{pages} · {story.outlets} outlets · {len(story.events)} events · "
                           f"{len(story.differences)} differences{days}", style="dim"))  # fmt: skip
        for number, chip in ((c.number, c) for c in story.chips[:8]):
            console.print(Text(f"  [{number}] {chip.name}  {chip.day}", style="dim"))
        if story.events:
            console.print(_events(story))
        if story.differences:
            console.print(_differences(story))
    if len(shown) > STORIES:
        console.print(Text(f"… and {len(shown) - STORIES} more stories of several pages", style="dim"))
    console.print(Text(f"{len(stories)} stories in {len(records)} pages", style="dim"))


def _events(story: StoryView) -> Table:
    table = Table(box=SIMPLE_HEAD, title="time line", title_justify="left", title_style="italic dim")
    for name in ("when", "type", "what", "pages"):
        table.add_column(name, overflow="fold", no_wrap=name != "what")
    for event in _fullest(story.events):
        pages = sorted({report.quote.chip.number for report in event.reports})
        table.add_row(
            event.when or "?", event.type, escape(event.label), " ".join(f"[dim]\\[[/]{n}[dim]][/]" for n in pages)
        )
    return table


def _fullest(events: Sequence[EventView]) -> list[EventView]:
    """Give the events that most pages report, in the order of the time line."""
    best = sorted(range(len(events)), key=lambda i: (-events[i].pages, i))[:EVENTS]
    return [events[i] for i in sorted(best)]


def _differences(story: StoryView) -> Table:
    table = Table(box=SIMPLE_HEAD, title="where they differ", title_justify="left", title_style="italic dim")
    for name in ("kind", "about", "values"):
        table.add_column(name, overflow="fold")
    for difference in story.differences[:DIFFERENCES]:
        table.add_row(word("kind", difference.kind), escape(difference.about), Text(_sides(difference)))
    return table


def _sides(difference: DifferenceView) -> str:
    lines = []
    for value in difference.values:
        pages = " ".join(f"[{n}]" for n in sorted({quote.chip.number for quote in value.quotes}))
        lines.append(f"{value.value}  {pages}")
    return "\n".join(lines)


def show_problems(console: Console, problems: Sequence[Problem], records: Sequence[Record]) -> None:
    """Print one line for everything that could not be read, or was read with doubt."""
    for problem in problems:
        console.print(Text(f"not read  {problem.source}: {problem.message}", style="red"), soft_wrap=True)
    for record in records:
        for problem in record.problems:
            source = problem.source or record.document.source
            console.print(Text(f"doubt     {source}: {problem.message}", style="yellow"), soft_wrap=True)
