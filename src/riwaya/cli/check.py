"""`riwaya check`: a record against its schema and against itself."""

from __future__ import annotations

from pathlib import Path

import click

__all__ = ["check"]


@click.command()
@click.argument("record", type=click.Path(path_type=Path, file_okay=False))
def check(record: Path) -> None:
    """Check that a record is whole: the schema, every span and its words, every id that is spoken of."""
    from riwaya.errors import RiwayaError
    from riwaya.store.schema import check_folder

    try:
        check_folder(record)
    except RiwayaError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{record}: a whole record")
