"""A record in the formats of linked data: Web Annotations, FollowTheMoney, schema.org claims, GeoJSON.

Goes in: the rows of a record. Comes out: (file name, bytes). Nothing is invented: what is unknown is left out.
Web Annotation: W3C Recommendation of 2017, with TextQuoteSelector and TextPositionSelector. FollowTheMoney: one entity a
line, lists of strings. schema.org: `Claim`, never a rating. GeoJSON: RFC 7946, longitude first.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

__all__ = ["FORMATS", "followthemoney", "geojson", "schema_claims", "web_annotations"]

Row = dict[str, Any]
Rows = dict[str, list[Row]]
Files = Iterator[tuple[str, bytes]]
#: Code points of text before and after a quote that fix its place even where offsets moved.
AROUND = 32


def _lines(rows: list[Row]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def _whole(row: Row) -> bytes:
    return (json.dumps(row, ensure_ascii=False, indent=1) + "\n").encode()


def _target(doc: Row, start: int, end: int) -> Row:
    text = doc["text"]
    quote = {"type": "TextQuoteSelector", "exact": text[start:end], "prefix": text[max(0, start - AROUND) : start],
             "suffix": text[end : end + AROUND]}  # fmt: skip
    return {
        "source": doc["url"] or doc["source"],
        "selector": [quote, {"type": "TextPositionSelector", "start": start, "end": end}],
    }


def _words(doc: Row, words: Row, purpose: str) -> Row:
    return {"type": "SpecificResource", "purpose": purpose, **_target(doc, words["start"], words["end"])}


def web_annotations(rows: Rows) -> Files:
    """Give every claim as a W3C Web Annotation: the reported words as target, who said them through whom as bodies.

    The first body names the chain in words, the second the stance. Each link of the chain (outermost first, `identifying`)
    and each cue (`highlighting`) is a body of its own, its words fixed by quote and position. Words reported in several
    pieces are several targets.
    """
    docs = {d["id"]: d for d in rows["documents"]}
    out = []
    for c in rows["claims"]:
        doc = docs[c["document"]]
        chain = " < ".join(s["text"] for s in c["sources"])
        body: list[Row] = [
            {"type": "TextualBody", "value": chain, "purpose": "describing", "language": "ar"},
            {"type": "TextualBody", "value": c["stance"], "purpose": "tagging"},
        ]
        body += [_words(doc, s, "identifying") for s in c["sources"]]
        body += [_words(doc, cue, "highlighting") for cue in c.get("cues") or [c["cue"]]]
        parts = c.get("parts") or [c]
        target = [_target(doc, part["start"], part["end"]) for part in parts]
        out.append({
            "@context": "http://www.w3.org/ns/anno.jsonld", "id": f"urn:riwaya:{c['id']}", "type": "Annotation",
            "motivation": "describing", "body": body, "target": target if len(target) > 1 else target[0],
        })  # fmt: skip
    yield "annotations.jsonl", _lines(out)


_SCHEMATA = {"PERSON": "Person", "ORGANIZATION": "Organization", "PLACE": "Address"}


def followthemoney(rows: Rows) -> Files:
    """Give articles, entities, mentions and events as FollowTheMoney entities, each mention with its proof."""
    out: list[Row] = []

    def add(key: str, schema: str, **properties: object) -> None:
        kept = {
            k: [str(v) for v in (value if isinstance(value, list) else [value])]
            for k, value in properties.items()
            if value
        }
        out.append({"id": key, "schema": schema, "properties": kept})

    for d in rows["documents"]:
        day = d["published"] if d["published"] and not set("/?") & set(d["published"]) else None
        add(d["id"], "Article", title=d["title"]["text"] if d["title"] else None, publishedAt=day, sourceUrl=d["url"],
            publisher=d["outlet"]["name"], language="ara" if d["language"] == "ar" else None, bodyText=d["text"])  # fmt: skip
    for e in rows["entities"]:
        spellings = sorted({m["text"] for m in e["mentions"] if m.get("kind", "name") == "name"} - {e["name"]})
        proof = sorted({m["document"] for m in e["mentions"]})
        if e["type"] == "PLACE":
            at = e.get("coordinates") or [None, None]
            add(
                e["id"],
                "Address",
                full=e["name"],
                latitude=at[0],
                longitude=at[1],
                country=e.get("country"),
                proof=proof,
            )
        else:
            add(e["id"], _SCHEMATA[e["type"]], name=[e["name"], *([e["name_en"]] if e["name_en"] else [])], alias=spellings,
                wikidataId=e["links"].get("wikidata"), country=e.get("country"), proof=proof)  # fmt: skip
            for document in proof:
                add(f"{e['id']}-{document}", "Mention", document=document, name=e["name"], resolved=e["id"],
                    detectedSchema=_SCHEMATA[e["type"]])  # fmt: skip
    for e in rows["events"]:
        day = e["when"] if e["when"] and len(e["when"]) <= 10 and "/" not in e["when"] else None
        people = [w["entity"] for w in e["who"]]
        add(
            e["id"],
            "Event",
            name=e["label"],
            date=day,
            involved=people,
            proof=sorted({r["document"] for r in e["reports"]}),
        )
    yield "entities.ftm.jsonl", _lines(out)


def _one_day(value: str | None) -> str | None:
    """Give a day of publication where it is sure and one, as ISO 8601; else nothing."""
    return value if value and not set(value) & set("/~?") else None


def schema_claims(rows: Rows) -> Files:
    """Give every claim as a schema.org Claim: who said it, where it appeared; never whether it is true."""
    docs = {d["id"]: d for d in rows["documents"]}
    out = []
    for c in rows["claims"]:
        doc, last = docs[c["document"]], c["sources"][-1]
        kind = "Person" if last["kind"] == "person" else "Organization"
        article = {"@type": "NewsArticle", "url": doc["url"] or doc["source"], "datePublished": _one_day(doc["published"]),
                   "publisher": doc["outlet"]["name"]}  # fmt: skip
        row: Row = {
            "@context": "https://schema.org", "@type": "Claim", "@id": f"urn:riwaya:{c['id']}",
            "text": doc["text"][c["start"] : c["end"]], "appearance": {k: v for k, v in article.items() if v},
        }  # fmt: skip
        if last["kind"] != "unnamed":
            row["author"] = {"@type": kind, "name": last["text"]}
        out.append(row)
    yield "claims.schema.jsonl", _lines(out)


def geojson(rows: Rows) -> Files:
    """Give every event that has a place with coordinates as a point."""
    places = {e["id"]: e for e in rows["entities"] if e["type"] == "PLACE" and e.get("coordinates")}
    points = []
    for e in rows["events"]:
        for key in e["where"]:
            if key in places:
                latitude, longitude = places[key]["coordinates"]
                facts = {k: e[k] for k in ("id", "type", "mode", "label", "when", "status")}
                points.append({
                    "type": "Feature", "geometry": {"type": "Point", "coordinates": [longitude, latitude]},
                    "properties": {**facts, "place": places[key]["name"], "reports": len(e["reports"])},
                })  # fmt: skip
    yield "events.geojson", _whole({"type": "FeatureCollection", "features": points})


#: The formats of this module by the name the command line gives them.
FORMATS: dict[str, Callable[[Rows], Files]] = {
    "annotations": web_annotations,
    "ftm": followthemoney,
    "claims": schema_claims,
    "geojson": geojson,
}
