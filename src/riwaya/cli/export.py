"""`riwaya export`: a record or a library in other programs' formats."""

from __future__ import annotations

from pathlib import Path

import click

__all__ = ["export"]


@click.command()
@click.argument("source", type=click.Path(path_type=Path, exists=True))
@click.argument("form", metavar="FORMAT")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def export(source: Path, form: str, folder: Path) -> None:
    """Write SOURCE (a record's folder or a library) as FORMAT into FOLDER.

    Formats: csv (tables for spreadsheets), plover (PLOVER JSON Lines), polecat (its 40 columns), acled (ACLED's 31
    columns), annotations (W3C Web Annotation), ftm (FollowTheMoney), claims (schema.org Claim), geojson (a map).
    """
    from riwaya.errors import RiwayaError
    from riwaya.store.export import FORMATS
    from riwaya.store.export import export as write

    if form not in FORMATS:
        raise click.BadParameter(f"{form!r} is none of {', '.join(FORMATS)}", param_hint="FORMAT")
    try:
        for path in write(source, form, folder):
            click.echo(path)
    except RiwayaError as error:
        raise click.ClickException(str(error)) from error
