"""Figures of a record against gold, area by area; what was missed is noted on the case.

Every figure is in 0..1; the definitions are written in docs/gold.md.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from typing import Any

from riwaya.score.gold import Case, Range, overlap
from riwaya.score.measures import Figure, b_cubed, prf, same_value, same_when, similar

__all__ = ["AREAS", "score"]

Rows = dict[str, Figure]

#: Marks that may stand at either edge of reported words without changing what is reported.
_EDGES = " .,،؛:!؟\"«»“”'"


def _lies_on(span: Range, line: Range) -> bool:
    """Tell whether more than half of the span lies on the line, so that a span over a whole page matches nothing."""
    return overlap(span, line) * 2 > span[1] - span[0]


def _range(row: dict[str, Any]) -> Range:
    return row["start"], row["end"]


def blocks(case: Case) -> Rows:
    """Body lines found, and lines of the right role."""
    hit = predicted = wanted = right = lines = 0
    for file, roles in case.roles.items():
        read = (case.documents.get(file) or {}).get("blocks", [])
        for number, role in roles.items():
            span = case.pages[file].line(number)
            length = max(1, span[1] - span[0])
            share: Counter[str] = Counter()
            for block in read:
                share[block["role"]] += overlap(span, _range(block))
            best = next((r for r, n in share.most_common(1) if n * 2 > length), None)
            is_body = share["body"] * 2 > length
            hit += is_body and role == "body"
            predicted += is_body
            wanted += role == "body"
            right += best == role
            lines += 1
            if best != role:
                case.miss("blocks", file, number, f"gold {role}, read {best}")
    return {"body": prf(hit, predicted, wanted), "roles": {"accuracy": right / (lines or 1), "gold": lines}}


def documents(case: Case) -> Rows:
    """Publication days, and outlets where the page names one."""
    right = total = outlets = named = 0
    for document in case.gold["documents"]:
        read = case.documents.get(document["file"]) or {}
        if wanted := document.get("published"):
            total += 1
            value = str(read.get("published") or "")[:10]
            first, _, last = wanted.partition("/")
            inside = bool(last and value) and first <= value[: len(first)] and value[: len(last)] <= last
            right += value == wanted or inside
            if not (value == wanted or inside):
                case.miss("published", document["file"], 0, f"gold {wanted}, read {value or None}")
        if document.get("outlet"):
            outlets += 1
            named += similar((read.get("outlet") or {}).get("name") or "", document["outlet"]) >= 0.5
    figures: Rows = {"published": {"accuracy": right / (total or 1), "gold": total}}
    if outlets:
        figures["outlet"] = {"accuracy": named / outlets, "gold": outlets}
    return figures


def _at(case: Case, date: dict[str, Any]) -> Range:
    """Give where a gold date stands: the range of its words, or its whole line where they are not on it."""
    line = case.pages[date["file"]].line(date["line"])
    at = case.pages[date["file"]].text.find(date["text"], *line)
    return (at, at + len(date["text"])) if at >= 0 else line


def dates(case: Case) -> Rows:
    """Time expressions found, and valued right. One that the page does not fix (gold null) costs nothing."""
    found = valued = total = predicted = 0
    unknown: dict[str, list[Range]] = defaultdict(list)
    for date in case.gold["dates"]:
        file, span = date["file"], _at(case, date)
        if date.get("value") is None:
            unknown[file].append(span)
            continue
        total += 1
        read = (case.documents.get(file) or {}).get("dates", [])
        values = [row["value"] for row in read if overlap(_range(row), span)]
        found += bool(values)
        good = any(str(v).rstrip("~?%") == date["value"].rstrip("~?%") for v in values)
        valued += good
        if not good:
            case.miss("dates", file, date["line"], f"{date['text']} gold {date['value']}, read {values}")
    for file, document in case.documents.items():
        for row in document.get("dates", []):
            free = any(overlap(_range(row), null) for null in unknown[file])
            predicted += not free and any(overlap(_range(row), line) for line in case.article[file])
    return {"found": {"r": found / (total or 1), "gold": total}, "value": prf(valued, max(predicted, valued), total)}


def entities(case: Case) -> Rows:
    """Mentions found, typed and joined as the gold joins them; persons with precision where the gold has them all."""
    wanted = case.wanted_mentions
    kinds = {entity["id"]: entity["type"] for entity in case.gold["entities"]}
    placed: dict[Any, str] = {}
    typed = 0
    for (file, start, end), key in wanted.items():
        size = end - start

        def share(row: tuple[Range, str, str], start: int = start, end: int = end, size: int = size) -> float:
            return overlap(row[0], (start, end)) / max(1, row[0][1] - row[0][0], size)

        best = max(case.mentions[file], key=share, default=None)
        shared = overlap(best[0], (start, end)) if best else 0
        if best and shared and shared * 2 >= min(size, best[0][1] - best[0][0]):
            placed[(file, start, end)] = best[1]
            typed += best[2] == kinds[key]
        else:
            case.miss("entities", file, 0, f"not found: {case.pages[file].text[start:end]} ({key})")
    figures: Rows = {
        "mentions": {"r": len(placed) / (len(wanted) or 1), "gold": len(wanted)},
        "type": {"accuracy": typed / (len(placed) or 1), "gold": len(placed)},
        "resolved": b_cubed(wanted, placed),
    }
    for kind in sorted({kinds[key] for key in wanted.values()}):
        figures[f"resolved {kind.lower()}"] = b_cubed({i: k for i, k in wanted.items() if kinds[k] == kind}, placed)
    if case.gold.get("persons_complete"):
        figures["persons"] = _persons(case, {i for i, key in wanted.items() if kinds[key] == "PERSON"})
    return figures


def _persons(case: Case, persons: set[tuple[str, int, int]]) -> Figure:
    read = [
        (file, span)
        for file, rows in case.mentions.items()
        for span, _, kind in rows
        if kind == "PERSON" and any(overlap(span, line) for line in case.article.get(file, []))
    ]
    hits = sum(any(f == file and overlap(span, (s, e)) for f, s, e in persons) for file, span in read)
    found = sum(any(f == file and overlap(span, (s, e)) for f, span in read) for file, s, e in persons)
    p, r = hits / (len(read) or 1), found / (len(persons) or 1)
    return {"p": p, "r": r, "f1": 2 * p * r / (p + r) if p + r else 0.0, "gold": len(persons), "predicted": len(read)}


def attributions(case: Case) -> Rows:
    """Lines handed to somebody else with the right innermost source, and whole chains."""
    claims: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for claim in case.rows["claims"]:
        if claim["document"] in case.file_of:
            claims[case.file_of[claim["document"]]].append(claim)
    hit = chain = 0
    used: set[str] = set()
    read: list[tuple[str, str]] = []
    counted = [row for row in case.gold["attributions"] if not row.get("optional")]
    for row in counted:
        found = _claim_for(row, case.pages[row["file"]].line(row["line"]), claims[row["file"]], used)
        if row.get("said"):
            start, end = next((_range(c) for c in claims[row["file"]] if found and c["id"] == found[0]), (0, 0))
            read.append((row["said"], case.pages[row["file"]].text[start:end]))
        if found:
            used.add(found[0])
            hit += 1
            chain += found[1]
        else:
            case.miss("attributions", row["file"], row["line"], " < ".join(row["sources"]))
    free = [(r["file"], case.pages[r["file"]].line(r["line"])) for r in case.gold["attributions"] if r.get("optional")]
    predicted = 0
    for document in case.gold["documents"]:
        file = document["file"]
        body = [case.pages[file].line(n) for n in document["body"]]
        for claim in claims[file]:
            span = _range(claim)
            spared = claim["id"] not in used and any(f == file and _lies_on(span, line) for f, line in free)
            predicted += not spared and any(_lies_on(span, line) for line in body)
    return {
        "source": prf(hit, max(predicted, hit), len(counted)),
        "whole chain": {"r": chain / (len(counted) or 1), "gold": len(counted)},
        **_content(read),
    }


def _content(pairs: list[tuple[str, str]]) -> Rows:
    """Compare the reported words of the gold with those read, the marks at their edges aside."""
    if not pairs:
        return {}
    trimmed = [(wanted.strip(_EDGES), read.strip(_EDGES)) for wanted, read in pairs]
    exact = sum(wanted == read for wanted, read in trimmed)
    shared = sum(similar(wanted, read) >= 0.5 for wanted, read in trimmed)
    return {
        "content exact": {"r": exact / len(pairs), "gold": len(pairs)},
        "content overlapping": {"r": shared / len(pairs), "gold": len(pairs)},
    }


def _claim_for(
    row: dict[str, Any], line: Range, claims: list[dict[str, Any]], used: set[str]
) -> tuple[str, bool] | None:
    """Give the unused claim on the line that names the gold's innermost source best, and whether its chain is whole."""
    best: tuple[float, str, bool] | None = None
    for claim in claims:
        if claim["id"] in used or not _lies_on(_range(claim), line):
            continue
        read = [source.get("text") or "" for source in claim.get("sources", [])]
        last = max((similar(text, row["sources"][-1]) for text in read), default=0.0)
        if last >= 0.5 and (best is None or last > best[0]):
            whole = len(read) == len(row["sources"])
            whole = whole and all(similar(a, b) >= 0.5 for a, b in zip(read, row["sources"], strict=False))
            best = (last, claim["id"], whole)
    return best[1:] if best else None


def _lines(value: int | list[int]) -> list[int]:
    return value if isinstance(value, list) else [value]


def events(case: Case) -> Rows:
    """Report lines found with the right type, and joined, dated and peopled as the gold has them."""
    wanted: dict[Any, str] = {}
    placed: dict[Any, str] = {}
    moded = dated = datable = who_hit = who_all = 0
    for event in case.gold["events"]:
        for file, numbers in event["reports"].items():
            for number in _lines(numbers):
                item = (file, number, event["id"])
                wanted[item] = event["id"]
                best = _event_for(case, event, file, case.pages[file].line(number))
                if best is None:
                    case.miss("events", file, number, f"{event['id']} {event['type']} {event['what']}")
                    continue
                read, people = best
                placed[item] = read["id"]
                moded += read.get("mode") == event.get("mode")
                if event.get("when"):
                    datable += 1
                    dated += same_when(read.get("when"), event["when"])
                who_hit += len(people & set(event["who"]))
                who_all += len(event["who"])
    here = sum(any(r["document"] in case.file_of for r in e.get("reports", [])) for e in case.rows["events"])
    return {
        "reports": {"r": len(placed) / (len(wanted) or 1), "gold": len(wanted)},
        "mode": {"accuracy": moded / (len(placed) or 1)},
        "when": {"accuracy": dated / (datable or 1), "gold": datable},
        "who": {"r": who_hit / (who_all or 1), "gold": who_all},
        "same event": b_cubed(wanted, placed),
        "predicted": {"count": here},
    }


def _event_for(case: Case, event: dict[str, Any], file: str, line: Range) -> tuple[dict[str, Any], set[Any]] | None:
    """Give the event of the record that fits a gold report best: type first, then people, day and mode."""
    best: tuple[int, dict[str, Any], set[Any]] | None = None
    for read in case.rows["events"]:
        if read["type"] != event["type"]:
            continue
        for report in read.get("reports", []):
            if case.file_of.get(report["document"]) != file or not _lies_on(_range(report), line):
                continue
            people = {case.gold_entity.get(w["entity"]) for w in read.get("who", [])} - {None}
            points = 3 + len(people & set(event["who"]))
            points += same_when(read.get("when"), event["when"]) + (read.get("mode") == event.get("mode"))
            if best is None or points > best[0]:
                best = (points, read, people)
    return best[1:] if best else None


def differences(case: Case) -> Rows:
    """Values of the gold's differences found, each on its page."""
    event_of: dict[str, set[str]] = defaultdict(set)
    for read in case.rows["events"]:
        for report in read.get("reports", []):
            file = case.file_of.get(report["document"])
            for event in case.gold["events"]:
                lines = _lines(event["reports"][file]) if file in event["reports"] else []
                for line in (case.pages[str(file)].line(n) for n in lines):
                    if read["type"] == event["type"] and _lies_on(_range(report), line):
                        event_of[read["id"]].add(event["id"])
    hit = total = 0
    matched: set[str] = set()
    for row in case.gold["differences"]:
        pairs = {(value, file) for value, files in row["values"].items() for file in files}
        total += len(pairs)
        found: set[tuple[str, str]] = set()
        for read in case.rows["differences"]:
            about = case.gold_entity.get(read["about"]) == row["about"] or row["about"] in event_of[read["about"]]
            if not about or read["kind"] != row["kind"]:
                continue
            matched.add(read["id"])
            for value in read["values"]:
                files = {case.file_of.get(report["document"]) for report in value["reports"]}
                found |= {(v, f) for v, f in pairs if f in files and same_value(row["kind"], v, str(value["value"]))}
        hit += len(found)
        for value, file in sorted(pairs - found):
            case.miss("differences", file, 0, f"{row['about']} {row['kind']}: {value}")
    count = len(case.rows["differences"])
    return {"values": {"r": hit / (total or 1), "gold": total}, "predicted": {"count": count, "matched": len(matched)}}


def stories(case: Case) -> Rows:
    """Documents joined into stories as the gold joins them (B-cubed); nothing where the gold names no stories."""
    wanted = {d["file"]: d["story"] for d in case.gold["documents"] if d.get("story")}
    if not wanted:
        return {}
    gold = {file: (story if story != "none" else ("alone", file)) for file, story in wanted.items()}
    placed = {case.file_of[d]: s["id"] for s in case.rows["stories"] for d in s["documents"] if d in case.file_of}
    return {"documents": b_cubed(gold, {f: s for f, s in placed.items() if f in wanted}, alone=True)}


#: The areas in the order they are printed.
AREAS: dict[str, Callable[[Case], Rows]] = {
    "blocks": blocks, "documents": documents, "dates": dates, "entities": entities, "attributions": attributions,
    "events": events, "differences": differences, "stories": stories,
}  # fmt: skip


def score(case: Case) -> dict[str, Rows]:
    """Give every area's figures."""
    return {area: measure(case) for area, measure in AREAS.items()}
