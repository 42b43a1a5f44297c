"""A record as flat tables for spreadsheets and data frames: one list of flat rows a table.

Goes in: the rows of a record. Comes out: tables whose cells are text, numbers or None; lists of ids are joined by "|".
Every row that speaks of words has `document`, `start`, `end` and `text`. COLUMNS says what each table holds; a table
has all its columns even where it has no row.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

__all__ = ["COLUMNS", "as_csv", "table_files", "tables"]

Row = dict[str, Any]
Rows = dict[str, list[Row]]
_SPAN = {"document": str, "start": int, "end": int, "text": str}
#: The columns of each table and the type of their cells; any cell may be None.
COLUMNS: dict[str, dict[str, type]] = {
    "documents": dict.fromkeys(("id", "source", "url", "outlet", "domain", "title", "published", "published_basis",
                                "language"), str),
    "texts": {"document": str, "text": str},
    "dates": {**_SPAN, **dict.fromkeys(("value", "mod", "grain", "rule", "anchor", "reason"), str)},
    "amounts": {**_SPAN, "value": float, "kind": str, "unit": str, "currency": str, "low": float, "high": float,
                "qualifier": str, "rule": str},
    "entities": {**dict.fromkeys(("id", "type", "name", "name_en", "wikidata", "geonames", "country"), str),
                 "latitude": float, "longitude": float, "titles": str, "mentions": int},
    "mentions": {"entity": str, **_SPAN, "kind": str, "rule": str},
    "claims": {"id": str, **_SPAN, **dict.fromkeys(("stance", "mode", "medium", "cue", "chain"), str)},
    "claim_sources": {"claim": str, "depth": int, **_SPAN, "entity": str, "kind": str, "carried": bool, "why": str,
                      "detail": str, "country": str, "number": str},
    "events": {**dict.fromkeys(("id", "type", "mode", "label", "when", "status", "where", "who"), str), "reports": int},
    "reports": {"event": str, **_SPAN, "when": str, "claims": str},
    "numbers": {"event": str, "what": str, "value": float, "unit": str, "qualifier": str, **_SPAN},
    "stories": dict.fromkeys(("id", "title", "from", "to", "documents", "events"), str),
    "differences": {**dict.fromkeys(("id", "story", "about", "kind"), str), "weight": float, "value": str, **_SPAN},
    "problems": {"step": str, "message": str, "source": str, "start": int, "end": int},
}  # fmt: skip
#: Left out of what spreadsheets open: a cell there holds at most 32,767 characters.
_TOO_LONG = ("texts",)


def tables(rows: Rows) -> dict[str, list[Row]]:
    """Give the tables of a record, keyed by name."""
    texts = {d["id"]: d["text"] for d in rows["documents"]}
    out: dict[str, list[Row]] = {name: [] for name in COLUMNS}
    for d in rows["documents"]:
        out["documents"].append({
            "id": d["id"], "source": d["source"], "url": d["url"], "outlet": d["outlet"]["name"],
            "domain": d["outlet"]["domain"], "title": d["title"]["text"] if d["title"] else None,
            "published": d["published"], "published_basis": d["published_basis"], "language": d["language"],
        })  # fmt: skip
        out["texts"].append({"document": d["id"], "text": d["text"]})
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


def as_csv(table: list[Row], columns: Iterable[str]) -> str:
    """Give a table as CSV (RFC 4180); the caller writes it with a byte-order mark, which spreadsheets want for Arabic.

    A cell that a spreadsheet would take for a formula is led by an apostrophe.
    """
    out = io.StringIO()
    names = list(columns)
    writer = csv.writer(out)
    writer.writerow(names)
    writer.writerows([_cell(row.get(name)) for name in names] for row in table)
    return out.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return "'" + value
    return value


def table_files(rows: Rows) -> Iterator[tuple[str, bytes]]:
    """Give (file name, bytes) for each table as CSV with a byte-order mark."""
    for name, table in tables(rows).items():
        if name not in _TOO_LONG:
            yield f"{name}.csv", as_csv(table, COLUMNS[name]).encode("utf-8-sig")
