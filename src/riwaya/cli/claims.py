"""`riwaya claims`: who says what on a page, through whom, as a tree, and how much of it is the outlet's own voice."""

from __future__ import annotations

import json

import click

from riwaya.model import Claim, Document, Record

__all__ = ["claims"]

_WORDS = 90  # letters of a report that a line of the tree shows


@click.command()
@click.argument("page", type=click.Path(exists=True))
@click.option(
    "--form", type=click.Choice(["tree", "json"]), default="tree", show_default=True, help="How to show them."
)
def claims(page: str, form: str) -> None:
    """Show who says what on a page, through whom.

    PAGE is a saved page (.html, .htm, .txt). Each source has its claims under it, the outermost source first; `~`
    marks a source that stands in an earlier sentence. The last lines tell how much of the body is the outlet's own.
    """
    from riwaya.model import Page
    from riwaya.page.intake import find_pages
    from riwaya.record import read

    for found in find_pages((page,)):
        if not isinstance(found, Page):
            raise click.ClickException(f"{found.source}: {found.message}")
        record = read(found)
        if form == "json":
            for claim in record.claims:
                click.echo(json.dumps(_row(record.document, claim), ensure_ascii=False))
        else:
            _tree(record)


def _tree(record: Record) -> None:
    from riwaya.annotate.claim_voice import voice_of

    doc, voice = record.document, voice_of(record.document, record.claims)
    for source in voice.sources:
        click.echo(f"{source.name}   [{source.kind}, {source.share:.0%} of the body]")
        for place in source.claims:
            claim = record.claims[place]
            through = " > ".join(("~" if s.carried else "") + s.span.of(doc.text) for s in claim.sources)
            medium = f", {claim.medium}" if claim.medium else ""
            click.echo(f"├─ {through}   [{claim.stance}, {claim.mode}{medium}]")
            click.echo(f"│  {claim.cue.of(doc.text)}: {_short(claim.span.of(doc.text))}")
    click.echo(f"own voice {voice.own:.0%}, named sources {voice.named:.0%}, unnamed sources {voice.unnamed:.0%}")
    if voice.rests_on:
        click.echo(f"the page rests on: {voice.rests_on}")


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _WORDS else line[: _WORDS - 1] + "…"


def _row(doc: Document, claim: Claim) -> dict[str, object]:
    return {
        "start": claim.span.start, "end": claim.span.end, "text": claim.span.of(doc.text),
        "cue": claim.cue.of(doc.text),
        "sources": [{"text": s.span.of(doc.text), "start": s.span.start, "end": s.span.end, "kind": s.kind,
                     "detail": s.detail, "country": s.country, "carried": s.carried, "why": s.why} for s in claim.sources],
        "stance": claim.stance, "mode": claim.mode, "medium": claim.medium, "rule": claim.rule,
    }  # fmt: skip
