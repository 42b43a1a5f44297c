"""`riwaya vacuum`: a library without unused space."""

from __future__ import annotations

from pathlib import Path

import click

__all__ = ["vacuum"]


@click.command()
@click.argument("library", type=click.Path(path_type=Path, dir_okay=False, exists=True))
def vacuum(library: Path) -> None:
    """Give unused space of LIBRARY back and bring its statistics up to date; nothing in it changes."""
    from riwaya.errors import RiwayaError
    from riwaya.store.library import open_library

    before = library.stat().st_size
    try:
        with open_library(library) as shelf:
            shelf.vacuum()
    except RiwayaError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{library}: {before:,} bytes before, {library.stat().st_size:,} now")
