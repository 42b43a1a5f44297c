"""A record as flat tables for spreadsheets and data frames: one list of flat rows a table.

Goes in: the rows of a record. Comes out: tables whose cells are text, numbers or None; lists of ids are joined by "|".
Every row that speaks of words has `document`, `start`, `end` and `text`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

__all__ = ["TABLES", "as_csv", "tables"]

Row = dict[str, Any]
Rows = dict[str, list[Row]]
TABLES = ("documents", "dates", "amounts", "entities", "mentions", "claims", "claim_sources", "events", "reports",
          "numbers", "stories", "differences", "problems")  # fmt: skip


def tables(rows: Rows) -> dict[str, list[Row]]:
    """Give the tables of a record, keyed by name."""
    texts = {d["id"]: d["text"] for d in rows["documents"]}
    out: dict[str, list[Row]] = {name: [] for name in TABLES}
    for d in rows["documents"]:
        out["documents"].append({
            "id": d["id"], "source": d["source"], "url": d["url"], "outlet": d["outlet"]["name"],
            "domain": d["outlet"]["domain"], "title": d["title"]["text"] if d["title"] else None,
            "published": d["published"], "published_basis": d["published_basis"], "language": d["language"],
        })  # fmt: skip
        for name in ("dates", "amounts"):
            out[name] += [{"document": d["id"], **part} for part in d.get(name, [])]
    for e in rows["entities"]:
        at = e.get("coordinates") or [None, None]
        out["entities"].append({
            "id": e["id"], "type": e["type"], "name": e["name"], "name_en": e["name_en"],
            "wikidata": e["links"].get("wikidata"), "geonames": e["links"].get("geonames"), "country": e.get("country"),
            "latitude": at[0], "longitude": at[1], "titles": "|".join(e["titles"]), "mentions": len(e["mentions"]),
        })  # fmt: skip
        out["mentions"] += [{"entity": e["id"], **m} for m in e["mentions"]]
    for c in rows["claims"]:
        words = texts[c["document"]][c["start"] : c["end"]]
        chain = " < ".join(s["text"] for s in c["sources"])
        flat = {k: c[k] for k in ("id", "document", "start", "end", "stance", "mode", "medium")}
        out["claims"].append({**flat, "text": words, "cue": c["cue"]["text"], "chain": chain})
        out["claim_sources"] += [{"claim": c["id"], "depth": n, **s} for n, s in enumerate(c["sources"])]
    for e in rows["events"]:
        flat = {k: e[k] for k in ("id", "type", "mode", "label", "when", "status")}
        who = "|".join(f"{w['role']}:{w['entity']}" for w in e["who"])
        out["events"].append({**flat, "where": "|".join(e["where"]), "who": who, "reports": len(e["reports"])})
        for r in e["reports"]:
            words = texts[r["document"]][r["start"] : r["end"]]
            flat = {k: r[k] for k in ("document", "start", "end", "when")}
            out["reports"].append({"event": e["id"], **flat, "text": words, "claims": "|".join(r["claims"])})
        out["numbers"] += [
            {"event": e["id"], **n, "text": texts[n["document"]][n["start"] : n["end"]]} for n in e["numbers"]
        ]
    for s in rows["stories"]:
        flat = {k: s[k] for k in ("id", "title", "from", "to")}
        out["stories"].append({**flat, "documents": "|".join(s["documents"]), "events": "|".join(s["events"])})
    for x in rows["differences"]:
        flat = {k: x[k] for k in ("id", "story", "about", "kind", "weight")}
        out["differences"] += [{**flat, "value": v["value"], **r} for v in x["values"] for r in v["reports"]]
    out["problems"] = list(rows["problems"])
    return out


def as_csv(table: list[Row]) -> str:
    """Give a table as CSV (RFC 4180); the caller writes it with a byte-order mark, which spreadsheets want for Arabic.

    A cell that a spreadsheet would take for a formula is led by an apostrophe.
    """
    out = io.StringIO()
    columns = list(dict.fromkeys(key for row in table for key in row))
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([_cell(row.get(column)) for column in columns] for row in table)
    return out.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return "'" + value
    return value


def table_files(rows: Rows) -> Iterator[tuple[str, bytes]]:
    """Give (file name, bytes) for each table as CSV with a byte-order mark."""
    for name, table in tables(rows).items():
        yield f"{name}.csv", as_csv(table).encode("utf-8-sig")
