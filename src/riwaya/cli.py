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
@click.option("--about", type=click.Path(), help="What is known of the pages from outside (JSON Lines).")
def read(inputs: tuple[str, ...], record: Path | None, about: str | None) -> None:
    """Read pages and show the stories, their events and where the outlets differ.

    INPUTS are files and folders of saved pages (.html, .htm, .txt) and JSON Lines of pages (.jsonl).
    """
    from riwaya.batch import read_pages
    from riwaya.compare.together import gather
    from riwaya.page.intake import find_pages
    from riwaya.store.jsonl import write_record

    reading = read_pages(find_pages(inputs, about))
    gathered = gather(reading.records)
    if record:
        write_record(record, reading.records, gathered, reading.problems)
