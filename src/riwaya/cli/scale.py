"""`riwaya scale`: many archives into a data set, here or on a cluster."""

from __future__ import annotations

from pathlib import Path

import click

__all__ = ["scale"]


@click.command()
@click.argument("archives", nargs=-1, required=True)
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="Folder of the data set.")
@click.option("--runner", type=click.Choice(["pool", "daft", "ray"]), default="pool", show_default=True,
              help="Processes of this machine; Daft on this machine; Daft on the Ray cluster of RAY_ADDRESS.")  # fmt: skip
@click.option("--workers", type=click.IntRange(1), help="Archives read at a time. [default: one a core]")
@click.option(
    "--domain", "domains", multiple=True, help="Take only this domain and what lies under it; may be repeated."
)
@click.option("--any-language", is_flag=True, help="Also keep pages that are not Arabic.")
@click.option("--plan", is_flag=True, help="Print the plan and the estimate, and read nothing.")
def scale(
    archives: tuple[str, ...],
    out: Path,
    runner: str,
    workers: int | None,
    domains: tuple[str, ...],
    any_language: bool,
    plan: bool,
) -> None:
    """Read ARCHIVES (.warc, .warc.gz: paths, https or s3 addresses, or a file of such lines ending in .paths) into a
    data set of Parquet files, one folder a day.

    What is hardly Arabic is passed over before it is parsed. A run that was stopped goes on with the archives that are
    not done. `riwaya add LIBRARY DATASET` then takes the pages in without reading them again.
    """
    import os

    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from riwaya.errors import RiwayaError
    from riwaya.page.sift import wanted_of
    from riwaya.scale import archives_of, estimate, remaining, run

    talk, many = Console(stderr=True), workers or os.cpu_count() or 1
    wanted = wanted_of(domains, arabic=not any_language)
    try:
        named = archives_of(archives)
        todo = remaining(named, out)
        click.echo(
            f"{len(named)} archives, {len(named) - len(todo)} done before, {len(todo)} to read with {many} workers"
        )
        if todo and (cost := estimate(todo, wanted)):
            seconds, size = cost
            click.echo(
                f"{size / 1e9:.3f} GB; about {seconds / 3600:.2f} hours of one core (told from the first archive's first "
                f"pages), {seconds / 3600 / many:.2f} hours here"
            )
        click.echo(f"data set: {out}")
        if plan:
            return
        columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        with Progress(*columns, console=talk, transient=True, disable=not talk.is_terminal) as bar:
            task = bar.add_task("reading", total=len(todo))
            shares = run(named, out, lambda share: bar.advance(task), runner=runner, workers=many, wanted=wanted)
    except RiwayaError as error:
        raise click.ClickException(str(error)) from error
    problems = [problem for share in shares for problem in share.problems]
    for source, message in problems[:20]:
        click.echo(f"{source}: {message}", err=True)
    if len(problems) > 20:
        click.echo(f"… and {len(problems) - 20} more; all stand in {out / 'done'}", err=True)
    pages, documents = sum(s.pages for s in shares), sum(s.documents for s in shares)
    click.echo(f"{pages} pages opened, {documents} documents, {len(problems)} could not be read")
    raise SystemExit(1 if problems else 0)
