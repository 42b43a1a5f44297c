"""Events in the forms that conflict research reads: PLOVER JSON Lines, POLECAT's 40 columns, ACLED's 31.

Goes in: the rows of a record. Comes out: (file name, bytes). What is unknown is empty: no date falls back to the day of
publication, no place to a capital. Types that PLOVER does not have (DISASTER, LEGAL, OFFICE, ECONOMY, SPORT) are left
out of its forms and POLECAT's; ACLED's table holds what ACLED codes: battles, explosions, violence, protests, riots.

Sources: PLOVER manual 0.8 (Open Event Data Alliance); POLECAT's header as its public loaders read it; ACLED codebook
(columns as its R client tests them; time and geo precision 1, the best, to 3).
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

__all__ = ["ACLED", "POLECAT", "acled", "plover", "polecat"]

Row = dict[str, Any]
Rows = dict[str, list[Row]]
Files = Iterator[tuple[str, bytes]]

#: PLOVER's quad codes: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
QUADS = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 1, "COOPERATE": 2, "AID": 2, "RETREAT": 2, "REQUEST": 3,
    "ACCUSE": 3, "REJECT": 3, "THREATEN": 3, "SANCTION": 3, "PROTEST": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip

POLECAT = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name",
    "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw",
    "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector",
    "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City",
    "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type", "Source",
    "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip

ACLED = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso", "region",
    "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source",
    "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip

#: Our type and mode → ACLED's disorder type, event type and sub-event type. A mode that is not here takes its type's row.
_ACLED_TYPES: dict[tuple[str, str | None], tuple[str, str, str]] = {
    ("ASSAULT", "aerial"): ("Political violence", "Explosions/Remote violence", "Air/drone strike"),
    ("ASSAULT", "bombing"): ("Political violence", "Explosions/Remote violence", "Remote explosive/landmine/IED"),
    ("ASSAULT", "suicide-attack"): ("Political violence", "Explosions/Remote violence", "Suicide bomb"),
    ("ASSAULT", "heavy-weapons"): (
        "Political violence",
        "Explosions/Remote violence",
        "Shelling/artillery/missile attack",
    ),
    ("ASSAULT", "offensive"): ("Political violence", "Battles", "Armed clash"),
    ("ASSAULT", "shooting"): ("Political violence", "Battles", "Armed clash"),
    ("ASSAULT", "abduction"): ("Political violence", "Violence against civilians", "Abduction/forced disappearance"),
    ("ASSAULT", "assassination"): ("Political violence", "Violence against civilians", "Attack"),
    ("ASSAULT", "beating"): ("Political violence", "Violence against civilians", "Attack"),
    ("ASSAULT", None): ("Political violence", "Violence against civilians", "Attack"),
    ("PROTEST", "riot"): ("Demonstrations", "Riots", "Violent demonstration"),
    ("PROTEST", None): ("Demonstrations", "Protests", "Peaceful protest"),
    ("RETREAT", "withdraw"): ("Strategic developments", "Strategic developments", "Non-violent transfer of territory"),
    ("AGREE", None): ("Strategic developments", "Strategic developments", "Agreement"),
    ("LEGAL", "arrest"): ("Strategic developments", "Strategic developments", "Arrests"),
}


class _Record:
    """Looks up what events speak of by id."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self.entities = {e["id"]: e for e in rows["entities"]}
        self.documents = {d["id"]: d for d in rows["documents"]}

    def part(self, event: Row, *roles: str) -> list[Row]:
        return [self.entities[w["entity"]] for w in event["who"] if w["role"] in roles and w["entity"] in self.entities]

    def place(self, event: Row) -> Row:
        """Give the place known most finely: a town of GeoNames, else one with coordinates, else the first."""
        places = [self.entities[key] for key in event["where"] if key in self.entities]
        return min(places, key=_precision, default={})

    def killed(self, event: Row) -> list[int]:
        return [int(n["value"]) for n in event["numbers"] if n["what"] == "killed"]


def _precision(place: Row) -> str:
    """Give ACLED's geo precision: 1 a town that GeoNames knows, 2 a part of a region, 3 a larger region or country."""
    if not place.get("coordinates"):
        return "3"
    return "1" if (place.get("links") or {}).get("geonames") else "2"


def _name(entity: Row) -> str:
    return str(entity["name_en"] or entity["name"])


def _day(when: str | None) -> tuple[str, str]:
    """Give (day, ACLED time precision): a day is 1, a month or a short interval 2 or 3; the first day stands for both."""
    if not when or when.startswith(("P", "..")):
        return "", ""
    first = when.partition("/")[0].rstrip("~?%")
    if "/" not in when and len(first) == 10:
        return first, "1"
    if len(first) == 10:
        return first, "2"
    return (f"{first}-01", "3") if len(first) == 7 else ("", "")


def _table(name: str, columns: tuple[str, ...], rows: list[Row], delimiter: str) -> tuple[str, bytes]:
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, delimiter=delimiter, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return name, out.getvalue().encode()


def plover(rows: Rows) -> Files:
    """Give one JSON object for each report of an event of PLOVER's sixteen types, with offsets into the page's text."""
    record, lines = _Record(rows), []
    for event in rows["events"]:
        if event["type"] not in QUADS:
            continue
        place = record.place(event)
        at = place.get("coordinates") or [None, None]
        for number, report in enumerate(event["reports"]):
            doc = record.documents[report["document"]]
            words = doc["text"][report["start"] : report["end"]]
            line = {
                "id": f"{event['id']}-{number}",
                "date": _day(report["when"] or event["when"])[0] or None,
                "actor": [_plover_entity(e) for e in record.part(event, "actor", "participant")],
                "recipient": [_plover_entity(e) for e in record.part(event, "recipient")],
                "event": [event["type"]],
                "mode": event["mode"],
                "quad_code": QUADS[event["type"]],
                "event_text": words,
                "event_loc": {
                    "resolved_place": place.get("name"), "geonameid": (place.get("links") or {}).get("geonames"),
                    "lat": at[0], "lon": at[1], "country_code": place.get("country"),
                },
                "size": {"dead": max(record.killed({"numbers": report["numbers"]}), default=None)},
                "comment": event["status"],
                "link": event["id"],
                "text_info": {"sequence": number, "start": report["start"], "end": report["end"]},
                "cite_info": {
                    "url": doc["url"] or doc["source"], "title": doc["title"]["text"] if doc["title"] else None,
                    "language": doc["language"], "publication": doc["outlet"]["name"], "coder": "riwaya",
                },
            }  # fmt: skip
            lines.append(json.dumps(_without_none(line), ensure_ascii=False) + "\n")
    yield "plover.jsonl", "".join(lines).encode()


def _plover_entity(entity: Row) -> Row:
    links = entity["links"]
    return {"entity_text": entity["name"], "identifier_text": entity["name_en"], "identifier_id": links.get("wikidata"),
            "code": (entity.get("country") or "").upper() or None}  # fmt: skip


def _without_none(value: Any) -> Any:
    if isinstance(value, dict):
        kept = {k: _without_none(v) for k, v in value.items()}
        return {k: v for k, v in kept.items() if v is not None and v != {}}
    return [_without_none(v) for v in value] if isinstance(value, list) else value


def _sure(day: str | None) -> str:
    """Give a day of publication where it is sure and one, else nothing: the column holds a day."""
    return day if day and not set(day) & set("/~?") else ""


def polecat(rows: Rows) -> Files:
    """Give one row for each event of PLOVER's types in POLECAT's columns, tab-separated, UTF-8."""
    record, lines = _Record(rows), []
    for event in rows["events"]:
        if event["type"] not in QUADS:
            continue
        doc = record.documents[event["reports"][0]["document"]]
        place, named = (
            record.place(event),
            [e for e in rows["entities"] if any(m["document"] == doc["id"] for m in e["mentions"])],
        )
        at = place.get("coordinates") or ["", ""]
        line = {
            "Event ID": event["id"], "Event Date": _day(event["when"])[0], "Event Type": event["type"],
            "Event Mode": event["mode"] or "", "Quad Code": QUADS[event["type"]], "Placename": _name(place) if place else "",
            "Country": (place.get("country") or "").upper(), "Latitude": at[0], "Longitude": at[1],
            "GeoNames ID": (place.get("links") or {}).get("geonames", ""), "Raw Placename": place.get("name", ""),
            "Source": doc["outlet"]["name"] or "", "Publication Date": _sure(doc["published"]), "Language": doc["language"],
            "Version": "riwaya",
        }  # fmt: skip
        for side, roles in (("Actor", ("actor", "participant")), ("Recipient", ("recipient",))):
            people = record.part(event, *roles)
            line |= {
                f"{side} Name": ";".join(map(_name, people)), f"{side} Name Raw": ";".join(e["name"] for e in people),
                f"{side} Country": ";".join((e.get("country") or "").upper() for e in people),
                f"{side} Title": ";".join(t for e in people[:1] for t in e["titles"][:1]),
                f"Wikipedia {side} ID": ";".join(e["links"].get("wikidata", "") for e in people),
            }  # fmt: skip
        for column, kind in (("People", "PERSON"), ("Organizations", "ORGANIZATION"), ("Locations", "PLACE")):
            line[f"Story {column}"] = ";".join(_name(e) for e in named if e["type"] == kind)
        lines.append(line)
    yield _table("polecat.tsv", POLECAT, lines, "\t")


def acled(rows: Rows) -> Files:
    """Give one row for each event that ACLED codes, in its columns. Fatalities are the lowest toll reported."""
    record, lines = _Record(rows), []
    for event in rows["events"]:
        kind = _ACLED_TYPES.get((event["type"], event["mode"])) or _ACLED_TYPES.get((event["type"], None))
        if kind is None or event["status"] not in ("happened", "ongoing"):
            continue
        place, (day, precision) = record.place(event), _day(event["when"])
        at = place.get("coordinates") or ["", ""]
        actors, others = record.part(event, "actor", "participant"), record.part(event, "recipient")
        killed = record.killed(event)
        names = sorted({record.documents[r["document"]]["outlet"]["name"] or "" for r in event["reports"]} - {""})
        lines.append({
            "event_id_cnty": event["id"], "event_date": day, "year": day[:4], "time_precision": precision,
            "disorder_type": kind[0], "event_type": kind[1], "sub_event_type": kind[2],
            "actor1": _name(actors[0]) if actors else "", "assoc_actor_1": ";".join(map(_name, actors[1:])),
            "actor2": _name(others[0]) if others else "", "assoc_actor_2": ";".join(map(_name, others[1:])),
            "country": (place.get("country") or "").upper(), "location": place.get("name", ""), "latitude": at[0],
            "longitude": at[1], "geo_precision": _precision(place) if place else "", "source": "; ".join(names),
            "notes": event["label"], "fatalities": min(killed) if killed else "",
        })  # fmt: skip
    yield _table("acled.csv", ACLED, lines, ",")
