"""`riwaya events`: what happened, by pages, each event with when, where, who, numbers, status and its words."""

from __future__ import annotations

import click

__all__ = ["events"]


@click.command()
@click.argument("inputs", nargs=-1, required=True)
@click.option("--about", type=click.Path(dir_okay=False), help="What is known of the pages from outside (JSON Lines).")
@click.option("--why", is_flag=True, help="Show why reports were joined, and each report.")
@click.option("--type", "kinds", multiple=True, help="Show this type only (may be given several times).")
def events(inputs: tuple[str, ...], about: str | None, why: bool, kinds: tuple[str, ...]) -> None:
    """Show the events that pages report: one line an event, however many pages tell it.

    INPUTS are files and folders of saved pages (.html, .htm, .txt) and JSON Lines of pages (.jsonl).
    """
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from riwaya.batch import read_pages
    from riwaya.compare.together import gather
    from riwaya.page.intake import find_pages

    reading = read_pages(find_pages(inputs, about), workers=0)
    gathered = gather(reading.records)
    names = {entity.id: entity.name for entity in gathered.entities}
    sources = {record.document.id: record.document.source for record in reading.records}
    table = Table("when", "type", "status", "who", "where", "numbers", "pages", "event", box=SIMPLE_HEAD)
    for event in gathered.happenings:
        if kinds and event.type not in kinds:
            continue
        numbers = dict.fromkeys(f"{n.what} {n.value:g}" for r in event.reports for n in r.numbers if n.what != "count")
        table.add_row(
            event.when or "", f"{event.type} {event.mode or ''}".strip(), event.status,
            Text("، ".join(names[entity] for entity, _ in event.who)), Text("، ".join(names[p] for p in event.where[:3])),
            Text(", ".join(list(numbers)[:4])), str(len({r.document for r in event.reports})), Text(event.label),
        )  # fmt: skip
        if why:
            for report in event.reports:
                place = f"{sources[report.document]}:{report.event.trigger.start}"
                table.add_row(
                    "", "", "", "", "", "", "", Text(f"{place} {report.event.rule}; {report.event.when_why}", "dim")
                )
            for reason in event.why[:6]:
                table.add_row("", "", "", "", "", "", "", Text(reason, style="dim"))
    Console().print(table)
