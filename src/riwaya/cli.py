"""The command line. Each command imports what it needs when it runs, so that --help answers at once."""

from __future__ import annotations

from pathlib import Path

import click

from riwaya import __version__

__all__ = ["main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="riwaya")
def main() -> None:
    """Read Arabic news: what happened, who said so and through whom, and where outlets differ."""


@main.command()
@click.argument("inputs", nargs=-1, required=True)
@click.option("--record", type=click.Path(path_type=Path, file_okay=False), help="Write the record into this folder.")
@click.option("--report", type=click.Path(path_type=Path, dir_okay=False), help="Write one HTML page of the stories.")
@click.option("--about", type=click.Path(dir_okay=False), help="What is known of the pages from outside (JSON Lines).")
@click.option("--strict", is_flag=True, help="Exit with 1 also where a page was read with doubt.")
@click.option("--quiet", is_flag=True, help="Show problems only.")
def read(
    inputs: tuple[str, ...], record: Path | None, report: Path | None, about: str | None, strict: bool, quiet: bool
) -> None:
    """Read pages and show the stories, their events and where the outlets differ.

    INPUTS are files and folders of saved pages (.html, .htm, .txt) and JSON Lines of pages (.jsonl).

    Exit status: 0 every page was read; 1 something was not (each has its line, all other pages are read).
    """
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from riwaya.batch import read_pages
    from riwaya.compare.together import gather
    from riwaya.page.intake import count_pages, find_pages
    from riwaya.store.jsonl import write_record
    from riwaya.web.report import write_report
    from riwaya.web.terminal import show_problems, show_stories

    talk = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=talk, transient=True, disable=quiet or not talk.is_terminal) as progress:
        task = progress.add_task("reading", total=count_pages(inputs))
        reading = read_pages(find_pages(inputs, about), lambda source: progress.advance(task))
        progress.update(task, description="comparing", total=None)
        gathered = gather(reading.records)
    if record:
        write_record(record, reading.records, gathered, reading.problems)
    if report:
        write_report(report, reading.records, gathered, reading.problems)
    if not quiet:
        show_stories(Console(), reading.records, gathered)
    show_problems(talk, reading.problems, reading.records)
    if not quiet:
        for kind, place in (("record", record), ("report", report)):
            if place:
                click.echo(f"{kind}: {place}")
    doubts = any(r.problems for r in reading.records)
    raise SystemExit(1 if reading.problems or (strict and doubts) else 0)


@main.command()
@click.argument("gold", type=click.Path(path_type=Path, dir_okay=False))
@click.argument("pages", type=click.Path(path_type=Path, file_okay=False))
@click.argument("record", type=click.Path(path_type=Path, file_okay=False))
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.option("--misses", is_flag=True, help="List what was missed.")
@click.option("--floors", type=click.Path(path_type=Path, dir_okay=False), help="Fail where a figure is below its floor.")
@click.option("--update", is_flag=True, help="Raise the floors to these figures.")
@click.option("--allow-fall", is_flag=True, help="With --update: let floors fall too (say why in the commit).")
def score(
    gold: Path, pages: Path, record: Path, as_json: bool, misses: bool, floors: Path | None, update: bool, allow_fall: bool
) -> None:
    """Score a record against hand-made gold.

    GOLD is a gold file (docs/gold.md), PAGES the folder of its pages, RECORD a folder that `riwaya read` wrote.
    """
    import json

    from riwaya.errors import RiwayaError
    from riwaya.score.figures import score as figures_of
    from riwaya.score.floors import below, headline, raise_floors, read_floors
    from riwaya.score.gold import load_case

    try:
        case = load_case(gold, pages, record)
        figures = figures_of(case)
        if floors and update:
            raise_floors(floors, gold.stem, headline(figures), allow_fall=allow_fall)
        fallen = below(headline(figures), read_floors(floors).get(gold.stem, {})) if floors else []
    except RiwayaError as error:
        raise click.ClickException(str(error)) from error
    if as_json:
        click.echo(json.dumps(figures, ensure_ascii=False, indent=1))
    else:
        for area, rows in figures.items():
            for name, row in rows.items():
                numbers = "  ".join(f"{k} {v:.3f}" if isinstance(v, float) else f"{k} {v}" for k, v in row.items())
                click.echo(f"{area:13} {name:22} {numbers}")
    for area, file, line, text in case.misses if misses else ():
        click.echo(f"miss {area:13} {file}:{line} {text}")
    for line in fallen:
        click.echo(f"below its floor: {line}", err=True)
    raise SystemExit(1 if fallen else 0)
