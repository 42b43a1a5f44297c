"""`riwaya add`: pages into a library."""

from __future__ import annotations

from pathlib import Path

import click

__all__ = ["add"]


@click.command()
@click.argument("library", type=click.Path(path_type=Path, dir_okay=False))
@click.argument("inputs", nargs=-1, required=True)
@click.option("--about", type=click.Path(dir_okay=False), help="What is known of the pages from outside (JSON Lines).")
@click.option("--allow-private", is_flag=True, help="Also fetch addresses of this machine and of private networks.")
@click.option("--archive", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE.warc.gz",
              help="Keep what is fetched in this archive, which can be read again.")  # fmt: skip
@click.option("--domain", "domains", multiple=True,
              help="Of web archives, take only this domain and what lies under it; may be repeated.")  # fmt: skip
@click.option("--arabic-only", is_flag=True, help="Of web archives, pass over what is hardly Arabic, unparsed.")
@click.option("--whole", is_flag=True, help="Gather everything anew, not only the stories that the new pages touch.")
@click.option("--workers", type=click.IntRange(0),
              help="Processes that read; 0: none but this one. [default: one a core]")  # fmt: skip
def add(
    library: Path,
    inputs: tuple[str, ...],
    about: str | None,
    allow_private: bool,
    archive: Path | None,
    domains: tuple[str, ...],
    arabic_only: bool,
    whole: bool,
    workers: int | None,
) -> None:
    """Read pages into LIBRARY (made if it is not there), then gather and compare the stories they touch.

    A page that was added before is passed over. Ctrl-C finishes the pages in hand and stops; the same command goes on
    where it was. A page that cannot be read is set aside in the library with its bytes and the reason.

    INPUTS are what `riwaya read` takes: saved pages, folders, JSON Lines, web archives (.warc, .warc.gz, .wacz), and
    addresses of pages or feeds; and data sets that `riwaya scale` wrote, which are not read again.
    """
    import os

    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from riwaya.batch import halting
    from riwaya.collect import add_dataset, add_pages, rebuild, update
    from riwaya.errors import RiwayaError
    from riwaya.page.counting import count_pages
    from riwaya.page.intake import find_pages
    from riwaya.page.sift import wanted_of
    from riwaya.scale import DATASET
    from riwaya.store.library import open_library
    from riwaya.web.terminal import show_problems

    talk = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    try:
        with (
            open_library(library) as shelf,
            halting() as halted,
            Progress(*columns, console=talk, transient=True, disable=not talk.is_terminal) as bar,
        ):
            task = bar.add_task("reading", total=count_pages(inputs))
            many = (os.cpu_count() or 1) if workers is None else workers
            sets = [Path(name) for name in inputs if (Path(name) / DATASET).is_file()]
            pages = find_pages([name for name in inputs if Path(name) not in sets], about, allow_private=allow_private,
                               archive=archive, wanted=wanted_of(domains, arabic=arabic_only))  # fmt: skip
            taken = [add_dataset(shelf, folder, lambda source: bar.advance(task)) for folder in sets]
            added = add_pages(shelf, pages, lambda source: bar.advance(task), workers=many, halted=halted)
            bar.update(task, description="comparing", total=None)
            if shelf.ungathered() and not halted():
                (rebuild if whole else update)(shelf)
            total = len(shelf)
    except RiwayaError as error:
        raise click.ClickException(str(error)) from error
    show_problems(talk, added.problems, ())
    new, known = (sum(getattr(part, what) for part in (added, *taken)) for what in ("new", "known"))
    click.echo(f"{library}: {new} pages added, {known} known before, {total} in all")
    if halted():
        click.echo("stopped; run the same command again to go on", err=True)
        raise SystemExit(130)
    raise SystemExit(1 if added.problems else 0)
