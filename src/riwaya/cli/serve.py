"""`riwaya serve`: the reading room over a library."""

from __future__ import annotations

from pathlib import Path

import click

__all__ = ["serve"]

#: Addresses that only this machine reaches.
LOOPBACK = ("127.0.0.1", "localhost", "::1")


@click.command()
@click.argument("library", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), default=8642, show_default=True)
@click.option("--read-only", is_flag=True, help="Take no judgements: for a host that others reach too.")
@click.option("--name", "names", multiple=True, metavar="HOST", help="Also answer to this host name (repeatable).")
def serve(library: Path, host: str, port: int, read_only: bool, names: tuple[str, ...]) -> None:
    """Open the reading room over LIBRARY in a browser on this machine.

    It asks nothing of the network and answers only to its own host names. Readers can judge what they see, unless
    --read-only is given or --host is an address that other machines reach.
    """
    import uvicorn

    from riwaya.errors import RiwayaError
    from riwaya.store.library import open_library
    from riwaya.web.app import make_app

    try:
        open_library(library).close()
    except RiwayaError as error:
        raise click.ClickException(str(error)) from error
    shared = host not in LOOPBACK
    shown = f"[{host}]" if ":" in host else host
    app = make_app(
        library, hosts=("127.0.0.1", "localhost", "[::1]", shown, *names), judging=not read_only and not shared
    )
    click.echo(f"The reading room: http://{shown}:{port}/  (Ctrl-C ends it)")
    if shared:
        click.echo("Other machines can reach it: it is read-only.")
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)
