"""`riwaya dates`: a text in, the times it names out, as a table, JSON Lines or TIMEX3."""

from __future__ import annotations

import json
import sys
from datetime import date

import click

from riwaya.model import Time

__all__ = ["dates"]


@click.command()
@click.argument("text", required=False)
@click.option(
    "--published",
    metavar="DAY",
    help="The day the words are read on (YYYY-MM-DD); without it only what is written whole has a value.",
)
@click.option(
    "--country",
    metavar="XX",
    help="The outlet's country (ISO 3166-1): it says how 3/12/2023 and names of months are read.",
)
@click.option(
    "--form",
    type=click.Choice(["table", "json", "timex"]),
    default="table",
    show_default=True,
    help="How to show them.",
)
def dates(text: str | None, published: str | None, country: str | None, form: str) -> None:
    """Read the times in a text and give each its value.

    TEXT is the text; without it, the standard input is read. Values are EDTF (2023-09-17, 2023-09, 2019-04/2020-06,
    2011/..) or ISO 8601 lengths (P3D); a dash stands where the text fixes none, and the reason beside it.
    """
    from riwaya.annotate.times import read_times

    if text is None:
        text = sys.stdin.buffer.read().decode("utf-8", "replace")
    if published is not None:
        try:
            published = date.fromisoformat(published).isoformat()
        except ValueError as error:
            raise click.BadParameter("give a day as YYYY-MM-DD", param_hint="--published") from error
    times = read_times(text, published=published, country=country)
    if form == "timex":
        from riwaya.annotate.timex import with_timex

        click.echo(with_timex(text, times))
    elif form == "json":
        for time in times:
            click.echo(json.dumps(_row(text, time), ensure_ascii=False))
    else:
        for time in times:
            words, value = time.span.of(text), time.value or "-"
            click.echo(
                f"{value:23} {time.mod or '':10} {time.rule:15} {words}"
                + (f"   [{time.reason}]" if time.reason else "")
            )


def _row(text: str, time: Time) -> dict[str, object]:
    row = {
        "start": time.span.start,
        "end": time.span.end,
        "text": time.span.of(text),
        "value": time.value,
        "mod": time.mod,
        "grain": time.grain,
        "rule": time.rule,
        "anchor": time.anchor,
        "reason": time.reason,
    }
    return {key: value for key, value in row.items() if value is not None or key == "value"}
