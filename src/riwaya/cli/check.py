"""`riwaya check`: a record against its schema and against itself, or a library file against damage."""

from __future__ import annotations

from pathlib import Path

import click

__all__ = ["check"]


@click.command()
@click.argument("source", type=click.Path(path_type=Path))
def check(source: Path) -> None:
    """Check that SOURCE, a record's folder or a library, is whole.

    A record: the schema, every span and its words, every id that is spoken of. A library: the file and its references.
    """
    from riwaya.errors import RiwayaError
    from riwaya.store.library import open_library
    from riwaya.store.schema import check_folder

    try:
        if source.is_file():
            with open_library(source, read_only=True) as library:
                wrong = library.check()
            if wrong:
                raise click.ClickException(f"{source}: " + "; ".join(wrong[:20]))
        else:
            check_folder(source)
    except RiwayaError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{source}: whole")
