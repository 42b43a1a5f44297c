"""`riwaya read`: pages in; record, report and tables out."""

from __future__ import annotations

from pathlib import Path

import click

__all__ = ["read"]

#: How many pages an input counts for that cannot be counted beforehand.
MANY = 1000


@click.command()
@click.argument("inputs", nargs=-1, required=True)
@click.option("--record", type=click.Path(path_type=Path, file_okay=False), help="Write the record into this folder.")
@click.option("--report", type=click.Path(path_type=Path, dir_okay=False), help="Write one HTML page of the stories.")
@click.option("--about", type=click.Path(dir_okay=False), help="What is known of the pages from outside (JSON Lines).")
@click.option("--allow-private", is_flag=True, help="Also fetch addresses of this machine and of private networks.")
@click.option("--archive", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE.warc.gz",
              help="Keep what is fetched in this archive, which can be read again.")  # fmt: skip
@click.option("--domain", "domains", multiple=True,
              help="Of web archives, take only this domain and what lies under it; may be repeated.")  # fmt: skip
@click.option("--arabic-only", is_flag=True, help="Of web archives, pass over what is hardly Arabic, unparsed.")
@click.option("--judgements", type=click.Path(dir_okay=False), help="What people judged of entities (JSON Lines).")
@click.option("--workers", type=click.IntRange(0),
              help="Processes that read; 0: none but this one. [default: one a core]")  # fmt: skip
@click.option("--strict", is_flag=True, help="Exit with 1 also where a page was read with doubt.")
@click.option("--quiet", is_flag=True, help="Show problems only.")
def read(
    inputs: tuple[str, ...],
    record: Path | None,
    report: Path | None,
    about: str | None,
    judgements: str | None,
    allow_private: bool,
    archive: Path | None,
    domains: tuple[str, ...],
    arabic_only: bool,
    workers: int | None,
    strict: bool,
    quiet: bool,
) -> None:
    """Read pages and show the stories, their events and where the outlets differ.

    INPUTS are files and folders of saved pages (.html, .htm, .txt), JSON Lines of pages (.jsonl), web archives
    (.warc, .warc.gz, and .wacz or .zip that hold them; needs riwaya[warc]), and addresses of pages or feeds (RSS, Atom,
    sitemaps). Addresses are fetched one at a time, as robots.txt allows.

    Exit status: 0 every page was read; 1 something was not (each has its line, all other pages are read).
    """
    import os

    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from riwaya.batch import read_pages
    from riwaya.compare.together import gather
    from riwaya.errors import InputError
    from riwaya.page.counting import count_pages
    from riwaya.page.intake import find_pages
    from riwaya.page.sift import wanted_of
    from riwaya.store.jsonl import write_record
    from riwaya.store.judgements import read_judgements
    from riwaya.web.report import write_report
    from riwaya.web.terminal import show_problems, show_stories

    try:
        judged = read_judgements(judgements) if judgements else ()
    except InputError as error:
        raise click.ClickException(str(error)) from error
    talk = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=talk, transient=True, disable=quiet or not talk.is_terminal) as progress:
        total = count_pages(inputs)
        task = progress.add_task("reading", total=total)
        if workers is None:
            workers = min(os.cpu_count() or 1, total or MANY)
        pages = find_pages(inputs, about, allow_private=allow_private, archive=archive,
                           wanted=wanted_of(domains, arabic=arabic_only))  # fmt: skip
        reading = read_pages(pages, lambda source: progress.advance(task), workers=workers)
        progress.update(task, description="comparing", total=None)
        gathered = gather(reading.records, judged)
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
