"""`riwaya who`: everybody and everything that pages name, with all spellings by outlet and why they were joined."""

from __future__ import annotations

import click

__all__ = ["who"]


@click.command()
@click.argument("inputs", nargs=-1, required=True)
@click.option("--about", type=click.Path(dir_okay=False), help="What is known of the pages from outside (JSON Lines).")
@click.option(
    "--type", "kinds", multiple=True, type=click.Choice(["person", "organization", "place"]), help="Only these."
)
@click.option("--judgements", type=click.Path(dir_okay=False), help="What people judged of entities (JSON Lines).")
@click.option("--workers", type=click.IntRange(0), default=0, help="Processes that read; 0: none but this one.")
def who(
    inputs: tuple[str, ...], about: str | None, kinds: tuple[str, ...], judgements: str | None, workers: int
) -> None:
    """Show the people, bodies and places of pages: their spellings by outlet, their titles, and why they were joined.

    INPUTS are files and folders of saved pages (.html, .htm, .txt) and JSON Lines of pages (.jsonl).
    """
    from collections import Counter

    from riwaya.batch import read_pages
    from riwaya.gather.entities import gather_entities
    from riwaya.page.intake import find_pages
    from riwaya.store.judgements import read_judgements
    from riwaya.text.romanize import romanize

    judged = read_judgements(judgements) if judgements else ()
    reading = read_pages(find_pages(inputs, about), workers=workers)
    documents = {record.document.id: record.document for record in reading.records}
    wanted = {kind.upper() for kind in kinds}
    entities = [e for e in gather_entities(reading.records, judged) if not wanted or e.type in wanted]
    for entity in sorted(entities, key=lambda e: (e.type, -len(e.mentions), e.name)):
        latin = entity.name_en or f"{romanize(entity.name)} by its letters"
        facts = [latin, entity.country, *(f"{name} {key}" for name, key in entity.links)]
        click.echo(
            f"{entity.type.lower():12} {entity.name}  ({', '.join(fact for fact in facts if fact) or 'not known'})"
        )
        spellings: dict[str, Counter[str]] = {}
        for key, mention in entity.mentions:
            doc = documents[key]
            outlet = doc.outlet.name if doc.outlet else doc.source
            spellings.setdefault(outlet, Counter())[" ".join(mention.span.of(doc.text).split())] += 1
        for outlet, forms in sorted(spellings.items()):
            click.echo(
                f"    {outlet}: " + " · ".join(f"{form} ×{n}" if n > 1 else form for form, n in forms.most_common())
            )
        for why in entity.why:
            click.echo(f"    because: {why}")
