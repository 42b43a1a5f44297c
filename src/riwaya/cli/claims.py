"""`riwaya claims`: who says what on a page, through whom, as a tree, what rests on one source alone, and whose voice it is."""

from __future__ import annotations

import json
from collections.abc import Sequence

import click

from riwaya.annotate.claim_voice import voice_of
from riwaya.batch import read_pages
from riwaya.compare.together import gather
from riwaya.model import Claim, Document, Record
from riwaya.page.intake import find_pages
from riwaya.web.alone import alone_in

__all__ = ["claims"]

_WORDS = 90  # letters of a report that a line of the tree shows


@click.command()
@click.argument("pages", nargs=-1, required=True, metavar="PAGE...", type=click.Path(exists=True))
@click.option(
    "--form", type=click.Choice(["tree", "json"]), default="tree", show_default=True, help="How to show them."
)
def claims(pages: tuple[str, ...], form: str) -> None:
    """Show who says what on a page, through whom.

    PAGE is a saved page (.html, .htm, .txt). Each source has its claims under it, the outermost source first; `~` marks a
    source that stands in an earlier sentence. "alone" marks what nothing else on the given pages says: no other source
    and not the outlet itself. The last lines tell how much of the body is the outlet's own voice, whose text it credits,
    and whom it rests on.
    """
    reading = read_pages(find_pages(pages))
    for problem in reading.problems:
        if not reading.records:
            raise click.ClickException(f"{problem.source}: {problem.message}")
        click.echo(f"{problem.source}: {problem.message}", err=True)
    alone = alone_in(reading.records, gather(reading.records))
    for record in reading.records:
        if form == "json":
            for claim in record.claims:
                click.echo(json.dumps(_row(record.document, claim, alone), ensure_ascii=False))
        else:
            _tree(record, alone, several=len(reading.records) > 1)


def _tree(record: Record, alone: frozenset[str], *, several: bool) -> None:
    doc, voice = record.document, voice_of(record.document, record.claims)
    if several:
        click.echo(f"# {doc.source}")
    for source in voice.sources:
        only = sum(record.claims[place].id_in(doc.id) in alone for place in source.claims)
        click.echo(
            f"{source.name}   [{source.kind}, {source.share:.0%} of the body, alone: {only} of {len(source.claims)}]"
        )
        for place in source.claims:
            claim = record.claims[place]
            through = " > ".join(("~" if s.carried else "") + s.span.of(doc.text) for s in claim.sources)
            said = ", ".join([claim.stance, claim.mode, *_unnamed(claim), *([claim.medium] if claim.medium else [])])
            click.echo(f"├─ {through}   [{said}{', alone' if claim.id_in(doc.id) in alone else ''}]")
            click.echo(f"│  {claim.cue.of(doc.text)}: {_short(claim.span.of(doc.text))}")
    click.echo(f"own voice {voice.own:.0%}, named sources {voice.named:.0%}, unnamed sources {voice.unnamed:.0%}")
    if voice.credited:
        click.echo(f"the text comes from: {', '.join(voice.credited)}")
    if voice.rests_on:
        click.echo(f"the page rests on: {voice.rests_on}")


def _unnamed(claim: Claim) -> Sequence[str]:
    """Give what is known of an unnamed source: how many, of what kind, of which country."""
    last = claim.sources[-1]
    known = " ".join(part for part in (last.number, last.detail, last.country) if part)
    return [f"unnamed: {known}"] if last.kind == "unnamed" else []


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _WORDS else line[: _WORDS - 1] + "…"


def _row(doc: Document, claim: Claim, alone: frozenset[str]) -> dict[str, object]:
    return {
        "start": claim.span.start, "end": claim.span.end, "text": claim.span.of(doc.text),
        "cue": claim.cue.of(doc.text),
        "sources": [{"text": s.span.of(doc.text), "start": s.span.start, "end": s.span.end, "kind": s.kind,
                     "detail": s.detail, "country": s.country, "number": s.number, "carried": s.carried, "why": s.why}
                    for s in claim.sources],
        "stance": claim.stance, "mode": claim.mode, "medium": claim.medium, "rule": claim.rule,
        "alone": claim.id_in(doc.id) in alone,
    }  # fmt: skip
