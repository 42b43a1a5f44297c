"""Other engines' Arabic tests of times and numbers, read by Riwaya: how many come out right, and why the rest do not.

usage: times.py [FOLDER] [--misses]

FOLDER holds duckling-arabic/*.jsonl and dateparser-arabic (default: ../shared/data beside this repository). Their texts
are read there and not copied. Duckling reads every time as ahead of now; Riwaya goes by the clause, so each text is
read plain and then in a clause that looks ahead, and either may be right. Clock times and chat style are out of scope.
"""

from __future__ import annotations

import argparse
import json
import re
from datetime import date, timedelta
from pathlib import Path

from hijridate import Hijri

from riwaya.annotate.times import read_times
from riwaya.lexicon.numerals import number_words
from riwaya.text.calendar import window
from riwaya.text.words import tokenize

NOW = "2013-02-12"
#: A clause that looks ahead, to stand before a text.
AHEAD = "سيعقد اللقاء "
#: Chat style and slips of the pen: out of scope, as the task of a news reader is.
CHAT = ("بكرا", "بكرة", "الي ", "امبارح", "نص ", "شهر ثلاث", "شهر عشرة", "شهر 3", "القبل", "الماض", "الجاي", "كريسماس",
        "الشهر الثامن", "الشهر التاسع", "من اسبوع", "ميت", "مية", "متين", "اشر", "شهر ثلاثة",
        "الذي بعد", "ثان اربعا")  # fmt: skip
#: Where Riwaya answers otherwise on purpose, and why.
REASONS = {
    "قبل اسبوع": "a week ago is a week (gold guidelines: Monday to Sunday), not a day",
    "الاسابيع الثلاثة القادمة": "several units ahead are a length, P3W (gold guidelines)",
    "خلال اسبوعين": "a length, P2W (gold guidelines)",
    "اول اسبوع بشهر اكتوبر 2014": "the first week of a month is its days 1 to 7",
    "اخر اسبوع في سبتمبر لعام 2014": "the last week of a month is its last seven days",
    "الليلة": "valued as the day", "هذه الليلة": "valued as the day",
    "ثانية": "also the ordinal: not a length by itself", "لحظة": "vague",
    "اسبوع": "one unit with no number is a length only behind a word like 'for'",
    "شهر": "one unit with no number is a length only behind a word like 'for'",
    "2/2013": "a month, not its first day",
    "الثلاثاء": "on a Tuesday, a bare Tuesday is that day",
    "في نصف شهر مارس": "half a month is no middle",
    "١١/١٠": "a slash between numbers is a date or a ratio, no division",
    "٧٧/١٠٠": "a slash between numbers is a date or a ratio, no division",
    "-١٢/١٠": "a slash between numbers is a date or a ratio, no division",
}  # fmt: skip
_STAMP = re.compile(r"\((\d+), (\d+), (\d+), (\d+), (\d+), (\d+)\)")


def expected(value: str) -> set[str] | None:
    """Give the EDTF values that Duckling's value allows, or None for a clock time."""
    stamps = [date(int(m[1]), int(m[2]), int(m[3])) for m in _STAMP.finditer(value)]
    if not stamps or re.search(r"\) (Hour|Minute|Second)$", value):
        return None
    first = stamps[0]
    if "Interval" in value:
        last = stamps[1] - timedelta(days=1) if "Holiday" not in value else stamps[1]
        return {f"{first}/{last}", f"{first}/{last + timedelta(days=1)}"}
    if value.endswith("Week"):
        return {f"{first}/{first + timedelta(days=6)}"}
    if value.endswith("Month"):
        return {f"{first}"[:7]}
    return {f"{first}"[:4]} if value.endswith("Year") else {f"{first}"}


def is_right(value: str | None, mod: str | None, wanted: set[str]) -> bool:
    """Tell whether our value says what Duckling's does: equal, or its part of a month by a modifier."""
    plain = (value or "").replace("~", "")
    if plain in wanted:
        return True
    days = [window(w) for w in wanted]
    if mod in ("START", "END", "MID") and len(plain) == 7:
        return any(d.first and f"{d.first}"[:7] == plain for d in days)
    if "~" not in (value or ""):
        return False
    ours = window(plain)  # Hijri days: the calendar's leeway of a day
    return any(d.first and ours.first and abs((d.first - ours.first).days) <= 1 for d in days)


def times(rows: list[dict], misses: list[str]) -> dict[str, int]:
    """Count right, explained, wrong, chat and clock examples of times."""
    counts = dict.fromkeys(("right", "explained", "wrong", "chat", "clock"), 0)
    for row in rows:
        for text in row["texts"]:
            found = [t for frame in ("", AHEAD) for t in read_times(frame + text, published=NOW)]
            if row["value"] is None:
                counts["right" if not found else "wrong"] += 1
                continue
            wanted = expected(row["value"])
            if wanted is None:
                counts["clock"] += 1
            elif any(mark in text + " " for mark in CHAT):
                counts["chat"] += 1
            elif any(is_right(t.value, t.mod, wanted) for t in found):
                counts["right"] += 1
            else:
                counts["explained" if text in REASONS else "wrong"] += 1
                misses.append(
                    f"{text}: wanted {sorted(wanted)}, read {[t.value for t in found]}; {REASONS.get(text, '?')}"
                )
    return counts


UNITS = {
    "Second": "PT{}S",
    "Minute": "PT{}M",
    "Hour": "PT{}H",
    "Day": "P{}D",
    "Week": "P{}W",
    "Month": "P{}M",
    "Year": "P{}Y",
}


def durations(rows: list[dict], misses: list[str]) -> dict[str, int]:
    """Count right, explained and wrong examples of lengths."""
    counts = dict.fromkeys(("right", "explained", "wrong"), 0)
    for row in rows:
        _, count, unit = row["value"].split()
        for text in row["texts"]:
            found = [t.value for t in read_times(text, published=NOW)]
            right = UNITS[unit].format(count) in found
            counts["right" if right else "explained" if text in REASONS else "wrong"] += 1
            if not right:
                misses.append(f"{text}: wanted {UNITS[unit].format(count)}, read {found}; {REASONS.get(text, '?')}")
    return counts


def numbers(rows: list[dict], misses: list[str], *, ordinal: bool = False) -> dict[str, int]:
    """Count right, chat and wrong examples of numbers."""
    counts = dict.fromkeys(("right", "explained", "chat", "wrong"), 0)
    for row in rows:
        wanted = float(row["value"].split(maxsplit=1)[1].strip("()"))
        for text in row["texts"]:
            words = tokenize(text).words
            read = number_words().ordinal(words, 0) if ordinal else None
            read = read or number_words().cardinal(words, 0)
            right = read is not None and abs(read.value - wanted) < 1e-9 and read.last == len(words)
            chat = not right and any(mark in text for mark in CHAT)
            counts["right" if right else "chat" if chat else "explained" if text in REASONS else "wrong"] += 1
            if not right:
                misses.append(
                    f"{text}: wanted {wanted}, read {read.value if read else None}{' (chat)' if chat else ''}"
                )
    return counts


_AGO = re.compile(r'param\("([^"]+)", ago=\{"days": (\d+)\}')
_ENGLISH = re.compile(r'param\("ar", "([^"]+)", "(\d+) (\w+)(?: (\d{4}))?([^"]*)"\)')
_FOUND = re.compile(r'\("([^"]+)", datetime\.datetime\((\d+), (\d+), (\d+),')
_HIJRI = re.compile(r'dt_string="( ?(\d\d)-(\d\d)-(\d{4}) [^"]+)"')


def dateparser_rows(folder: Path) -> list[tuple[str, str]]:
    """Give dateparser's Arabic strings, as its test lines hold them, with the value each must have here."""
    lines = "\n".join(file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.txt")))
    rows = [(m[1], f"{date.fromisoformat(NOW) - timedelta(days=int(m[2]))}") for m in _AGO.finditer(lines)]
    for m in _ENGLISH.finditer(lines):
        month = MONTHS.get(m[3])
        if month and m[4]:
            rows.append((m[1], f"{m[4]}-{month:02d}-{int(m[2]):02d}"))
        elif "ago" in m[5]:
            rows.append((m[1], f"{date.fromisoformat(NOW) - timedelta(days=int(m[2]))}"))
        elif not month:
            rows.append((m[1], UNITS[m[3].title()].format(m[2])))
    rows += [(m[1], f"{date(int(m[2]), int(m[3]), int(m[4]))}") for m in _FOUND.finditer(lines) if "نگ" not in m[1]]
    for m in _HIJRI.finditer(lines):
        rows.append((m[1], f"{date(*Hijri(int(m[4]), int(m[3]), int(m[2])).to_gregorian().datetuple())}~"))
    return list(dict.fromkeys(row for row in rows if "سپ" not in row[0]))


MONTHS = {"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8}


def dateparser_strings(rows: list[tuple[str, str]], misses: list[str]) -> dict[str, int]:
    """Count dateparser's strings that come out right, as the only time in them."""
    counts = {"right": 0, "wrong": 0}
    for text, wanted in rows:
        found = [t.value for t in read_times(text, published=NOW)]
        counts["right" if found == [wanted] else "wrong"] += 1
        if found != [wanted]:
            misses.append(f"{text}: wanted {wanted}, read {found}")
    return counts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    here = Path(__file__).resolve().parents[2] / "shared" / "data"
    parser.add_argument("folder", nargs="?", type=Path, default=here)
    parser.add_argument("--misses", action="store_true")
    args = parser.parse_args()

    def load(name: str) -> list[dict]:
        lines = (args.folder / "duckling-arabic" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines if line.strip()]

    misses: list[str] = []
    table = {
        "Duckling time": times(load("time-ar"), misses),
        "Duckling duration": durations(load("duration-ar"), misses),
        "Duckling numeral": numbers(load("numeral-ar"), misses),
        "Duckling numeral (Egypt)": numbers(load("numeral-ar-eg"), misses),
        "Duckling ordinal": numbers(load("ordinal-ar"), misses, ordinal=True),
        "dateparser strings": dateparser_strings(dateparser_rows(args.folder / "dateparser-arabic"), misses),
    }
    for name, counts in table.items():
        counted = sum(counts.get(key, 0) for key in ("right", "explained", "wrong"))
        share = counts["right"] / counted if counted else 1.0
        print(f"{name:26} right {counts['right']:3} of {counted:3} = {share:6.1%}   {counts}")
    if args.misses:
        print("\n".join(misses))


if __name__ == "__main__":
    main()
