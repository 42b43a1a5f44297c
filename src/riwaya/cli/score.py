"""`riwaya score`: a record against hand-made gold, with floors."""

from __future__ import annotations

from pathlib import Path

import click

__all__ = ["score"]


@click.command()
@click.argument("gold", type=click.Path(path_type=Path, dir_okay=False))
@click.argument("pages", type=click.Path(path_type=Path, file_okay=False))
@click.argument("record", type=click.Path(path_type=Path, file_okay=False))
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.option("--misses", is_flag=True, help="List what was missed.")
@click.option(
    "--floors", type=click.Path(path_type=Path, dir_okay=False), help="Fail where a figure is below its floor."
)
@click.option("--update", is_flag=True, help="Raise the floors to these figures.")
@click.option("--allow-fall", is_flag=True, help="With --update: let floors fall too (say why in the commit).")
def score(
    gold: Path,
    pages: Path,
    record: Path,
    as_json: bool,
    misses: bool,
    floors: Path | None,
    update: bool,
    allow_fall: bool,
) -> None:
    """Score a record against hand-made gold.

    GOLD is a gold file (docs/gold.md), PAGES the folder of its pages, RECORD a folder that `riwaya read` wrote.
    """
    import json

    from riwaya.errors import RiwayaError
    from riwaya.score.figures import score as figures_of
    from riwaya.score.floors import below, headline, raise_floors, read_floors
    from riwaya.score.gold import load_case

    try:
        case = load_case(gold, pages, record)
        figures = figures_of(case)
        if floors and update:
            raise_floors(floors, gold.stem, headline(figures), allow_fall=allow_fall)
        fallen = below(headline(figures), read_floors(floors).get(gold.stem, {})) if floors else []
    except RiwayaError as error:
        raise click.ClickException(str(error)) from error
    if as_json:
        click.echo(json.dumps(figures, ensure_ascii=False, indent=1))
    else:
        for area, rows in figures.items():
            for name, row in rows.items():
                numbers = "  ".join(f"{k} {v:.3f}" if isinstance(v, float) else f"{k} {v}" for k, v in row.items())
                click.echo(f"{area:13} {name:22} {numbers}")
    for area, file, line, text in case.misses if misses else ():
        click.echo(f"miss {area:13} {file}:{line} {text}")
    for words in fallen:
        click.echo(f"below its floor: {words}", err=True)
    raise SystemExit(1 if fallen else 0)
