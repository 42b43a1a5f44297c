"""Whose state a body is of, by where it stands in the text.

Goes in: a record and the countries that its page is about. Comes out: for mentions of bodies the country of the place
that directly follows (`الشرطة الوطنية في بوركينا فاسو`), and the heads standing alone that mean the page's own state
rather than the other state's body named far away (`الجيش`, on a page that names the French army once).
"""

from __future__ import annotations

from bisect import bisect_right

from riwaya.gather.known import place_country
from riwaya.model import Mention, Record, Span
from riwaya.text.fold import fold

__all__ = ["countries_after", "own_heads"]

_LONGEST_LINK = 4  # letters of the preposition and its spaces
_LINKS = frozenset(("في", "ب"))
_NEAR = 1  # sentences from a body's full name to its head alone


def countries_after(record: Record) -> dict[Span, str]:
    """Give the country of the place that directly follows a body's name, by the name's span."""
    text = record.document.text
    bodies = {m.span.end: m.span for m in record.mentions if m.type == "ORGANIZATION"}
    found = {}
    for place in record.mentions:
        if place.type != "PLACE":
            continue
        for end in range(place.name.start - 1 - _LONGEST_LINK, place.name.start):
            link = text[end : place.name.start]
            if end in bodies and fold(link).strip() in _LINKS and link[:1].isspace() and "\n" not in link:
                if country := place_country(place.name.of(text)):
                    found[bodies[end]] = country
    return found


def own_heads(
    record: Record, nations: dict[Span, str], after: dict[Span, str], countries: dict[str, float]
) -> frozenset[Span]:
    """Give the heads alone that do not mean the body named before: another place follows, or it is another state's
    and far away while the page is about one state. `nations`: countries that full names say, by span."""
    main = max(countries, key=lambda country: (countries[country], country), default="")
    starts = [span.start for span in record.document.sentences]
    found = set()
    for mention in record.mentions:
        nation = nations.get(mention.antecedent, "") if mention.antecedent else ""
        if not nation or mention.type != "ORGANIZATION":
            continue
        other = after.get(mention.span, "")
        if other and other != nation:
            found.add(mention.span)
        elif not other and main != nation and countries.get(main, 0.0) > 2 * countries.get(nation, 0.0):
            if _distance(starts, mention) > _NEAR:
                found.add(mention.span)
    return frozenset(found)


def _distance(starts: list[int], mention: Mention) -> int:
    """Give how many sentences a head alone is from its antecedent; before it is far."""
    if mention.antecedent is None or mention.antecedent.start > mention.span.start:
        return len(starts) + 1
    return bisect_right(starts, mention.span.start) - bisect_right(starts, mention.antecedent.start)
