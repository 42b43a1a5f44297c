"""`riwaya publish`: one story of a library as a page that any host can serve."""

from __future__ import annotations

from pathlib import Path

import click

__all__ = ["publish"]


@click.command()
@click.argument("library", type=click.Path(path_type=Path, dir_okay=False))
@click.argument("story")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--language", type=click.Choice(["ar", "en"]), default="ar", show_default=True)
def publish(library: Path, story: str, folder: Path, language: str) -> None:
    """Write STORY (its id) of LIBRARY as index.html and as a record into FOLDER.

    The page is self-contained: no script, nothing fetched. The record beside it holds the same facts.
    """
    from riwaya.errors import RiwayaError
    from riwaya.store.jsonl import write_record
    from riwaya.store.library import open_library
    from riwaya.store.queries import story_parts
    from riwaya.web.report import write_report

    try:
        with open_library(library, read_only=True) as shelf:
            parts = story_parts(shelf, story)
    except RiwayaError as error:
        raise click.ClickException(str(error)) from error
    if parts is None:
        raise click.ClickException(
            f"{library}: there is no story {story}; its ids stand in the reading room's addresses"
        )
    records, gathered = parts
    write_report(folder / "index.html", records, gathered, language=language)
    write_record(folder / "record", records, gathered)
    click.echo(folder / "index.html")
