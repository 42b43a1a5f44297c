"""`riwaya serve`: the reading room over a library."""

from __future__ import annotations

from pathlib import Path

import click

__all__ = ["serve"]


@click.command()
@click.argument("library", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), default=8642, show_default=True)
def serve(library: Path, host: str, port: int) -> None:
    """Open the reading room over LIBRARY in a browser on this machine.

    It reads the library only, and asks nothing of the network.
    """
    import uvicorn

    from riwaya.errors import RiwayaError
    from riwaya.store.library import open_library
    from riwaya.web.app import make_app

    try:
        open_library(library).close()
    except RiwayaError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"The reading room: http://{host}:{port}/  (Ctrl-C ends it)")
    uvicorn.run(
        make_app(library, hosts=("127.0.0.1", "localhost", "[::1]", host)), host=host, port=port, log_level="warning"
    )
