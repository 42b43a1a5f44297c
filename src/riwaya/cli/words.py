"""`riwaya words`: the words of a text, cut into clitics, with parts of speech."""

from __future__ import annotations

import click

__all__ = ["words"]


@click.command()
@click.argument("text")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def words(text: str, as_json: bool) -> None:
    """Show the words of a text: proclitics, stem and pronoun, and the stem's part of speech.

    TEXT is the text itself, or - to read it from standard input.
    """
    import json
    import sys

    from riwaya.text.segments import segment

    text = sys.stdin.read() if text == "-" else text
    rows = []
    for cut in segment(text):
        rows.append(
            {
                "start": cut.word.span.start,
                "end": cut.word.span.end,
                "word": cut.word.span.of(text),
                "proclitics": [span.of(text) for span in cut.proclitics],
                "stem": cut.stem.of(text),
                "enclitic": cut.enclitic.of(text) if cut.enclitic else None,
                "upos": cut.upos,
            }
        )
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for row, cut in zip(rows, segment(text), strict=True):
        parts = [span.of(text) for span in (*cut.proclitics, cut.stem, *([cut.enclitic] if cut.enclitic else []))]
        click.echo(f"{row['start']:>6}  {cut.upos:6} {' + '.join(parts)}")
