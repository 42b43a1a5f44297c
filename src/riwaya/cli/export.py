"""`riwaya export`: a record or a library in other programs' formats."""

from __future__ import annotations

from pathlib import Path

import click

__all__ = ["export"]


@click.command()
@click.argument("source", type=click.Path(path_type=Path, exists=True))
@click.argument("form", metavar="FORMAT")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--story", help="Only this story (its id) of a library.")
def export(source: Path, form: str, folder: Path, story: str | None) -> None:
    """Write SOURCE (a record's folder or a library) as FORMAT into FOLDER.

    \b
    csv          tables for spreadsheets
    parquet      the same tables, with questions for DuckDB (needs riwaya[tables])
    plover       PLOVER JSON Lines
    polecat      POLECAT's 40 columns
    acled        ACLED's 31 columns
    annotations  W3C Web Annotation
    ftm          FollowTheMoney
    claims       schema.org Claim
    geojson      a map of the events
    timeml       each text with its times as TIMEX3
    wacz         the pages as they came, for web archive tools (from a library)
    """
    from riwaya.errors import RiwayaError
    from riwaya.store.export import FORMATS
    from riwaya.store.export import export as write

    if form not in FORMATS:
        raise click.BadParameter(f"{form!r} is none of {', '.join(FORMATS)}", param_hint="FORMAT")
    try:
        for path in write(source, form, folder, story=story):
            click.echo(path)
    except RiwayaError as error:
        raise click.ClickException(str(error)) from error
