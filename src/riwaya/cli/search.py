"""`riwaya search`: words in a library."""

from __future__ import annotations

from pathlib import Path

import click

__all__ = ["search"]


@click.command()
@click.argument("library", type=click.Path(path_type=Path, dir_okay=False))
@click.argument("words")
@click.option("--since", help="First day (2024-01-31).")
@click.option("--until", help="Last day.")
@click.option("--outlet", help="An outlet's name or domain.")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def search(
    library: Path, words: str, since: str | None, until: str | None, outlet: str | None, limit: int, as_json: bool
) -> None:
    """Search LIBRARY for WORDS, in any spelling and with or without what is written in front of them.

    Words in quotes must stand near each other.
    """
    import json
    from dataclasses import asdict

    from riwaya.errors import RiwayaError
    from riwaya.store.library import open_library
    from riwaya.store.search import search as find

    try:
        with open_library(library, read_only=True) as shelf:
            found = list(find(shelf.connection, words, since=since, until=until, outlet=outlet, limit=limit))
    except RiwayaError as error:
        raise click.ClickException(str(error)) from error
    for row in found:
        if as_json:
            click.echo(json.dumps(asdict(row), ensure_ascii=False))
        else:
            click.echo(f"{row.published or '?':10}  {row.outlet or '?'}  {row.title or ''}  [{row.document}]")
    if not as_json:
        click.echo(f"{len(found)} pages", err=True)
