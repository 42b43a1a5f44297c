"""`riwaya names`: the persons, places and organisations of a text, by the models alone."""

from __future__ import annotations

import click

__all__ = ["names"]


@click.command()
@click.argument("text")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def names(text: str, as_json: bool) -> None:
    """Show the persons, places and organisations that the tagger finds in a text, each with its score.

    TEXT is the text itself, or - to read it from standard input.
    """
    import json
    import sys

    from riwaya.text.tagger import tag_names

    text = sys.stdin.read() if text == "-" else text
    found = tag_names(text)
    if as_json:
        rows = [
            {"start": n.start, "end": n.end, "text": text[n.start : n.end], "type": n.type, "score": n.score}
            for n in found
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for name in found:
        click.echo(f"{name.start:>6}  {name.type:12} {name.score:.2f}  {text[name.start : name.end]}")
