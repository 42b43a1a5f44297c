"""`riwaya reread`: the pages of a library read anew."""

from __future__ import annotations

from pathlib import Path

import click

__all__ = ["reread"]


@click.command()
@click.argument("library", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("--workers", type=click.IntRange(0),
              help="Processes that read; 0: none but this one. [default: one a core]")  # fmt: skip
def reread(library: Path, workers: int | None) -> None:
    """Read every page of LIBRARY anew from its kept bytes, then gather and compare; judgements stay and are applied.

    Each page is put in place in a transaction of its own: stopped at any moment, the library is whole.
    """
    import os

    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from riwaya.collect import read_again, rebuild
    from riwaya.errors import RiwayaError
    from riwaya.store.library import open_library
    from riwaya.web.terminal import show_problems

    talk = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    try:
        with (
            open_library(library) as shelf,
            Progress(*columns, console=talk, transient=True, disable=not talk.is_terminal) as bar,
        ):
            task = bar.add_task("reading", total=len(shelf))
            many = (os.cpu_count() or 1) if workers is None else workers
            again = read_again(shelf, lambda source: bar.advance(task), workers=many)
            bar.update(task, description="comparing", total=None)
            rebuild(shelf)
    except RiwayaError as error:
        raise click.ClickException(str(error)) from error
    show_problems(talk, again.problems, ())
    click.echo(f"{library}: {again.new} pages read anew")
    raise SystemExit(1 if again.problems else 0)
