"""`riwaya watch`: feeds into a library, on a schedule."""

from __future__ import annotations

from pathlib import Path

import click

__all__ = ["watch"]


@click.command()
@click.argument("library", type=click.Path(path_type=Path, dir_okay=False))
@click.argument("feeds", nargs=-1, required=True)
@click.option("--every", type=click.FloatRange(1), default=30.0, show_default=True, help="Minutes between two rounds.")
@click.option("--once", is_flag=True, help="One round, then end.")
@click.option("--most", type=click.IntRange(1, 5000), default=50, show_default=True,
              help="New pages taken from one feed a round.")  # fmt: skip
@click.option("--allow-private", is_flag=True, help="Also fetch addresses of this machine and of private networks.")
@click.option("--archive", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE.warc.gz",
              help="Keep what is fetched in this archive, which can be read again.")  # fmt: skip
def watch(
    library: Path,
    feeds: tuple[str, ...],
    every: float,
    once: bool,
    most: int,
    allow_private: bool,
    archive: Path | None,
) -> None:
    """Read FEEDS (RSS, Atom, sitemaps) into LIBRARY again and again; Ctrl-C ends it.

    Only pages that are new are fetched: one at a time, with a pause between two requests to a host, as robots.txt
    allows. After a round that brought something, the stories it touches are gathered and compared anew. The reading room's status page shows
    when each feed was asked, what it brought and what went wrong.
    """
    import time
    from datetime import UTC, datetime, timedelta

    from riwaya.errors import RiwayaError
    from riwaya.page.fetch import Fetcher
    from riwaya.store.library import open_library
    from riwaya.watching import passed_over, round_of

    unknown = [feed for feed in feeds if not feed.startswith(("http://", "https://"))]
    if unknown:
        raise click.ClickException(f"{unknown[0]}: is no address; feeds begin with https:// or http://")
    try:
        with open_library(library) as shelf:
            known = shelf.sources()
            fetcher = Fetcher(allow_private=allow_private, archive=archive, most=most, skip=passed_over(known))
            while True:
                began = datetime.now(UTC)
                following = None if once else began + timedelta(minutes=every)
                for asked in round_of(shelf, feeds, fetcher, known, following):
                    said = f"; {asked.message}" if asked.message else ""
                    click.echo(f"{asked.asked} {asked.feed}: {asked.new} new{said}")
                if following is None:
                    break
                time.sleep(max(0.0, (following - datetime.now(UTC)).total_seconds()))
    except RiwayaError as error:
        raise click.ClickException(str(error)) from error
    except KeyboardInterrupt:
        click.echo("ended; what was read is in the library")
