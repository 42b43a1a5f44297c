"""Make `data/name_words.tsv.gz`: for each folded word, how much it is a given name, a family name, a common word.

usage: name_words.py ANT.jsonl.gz NAMES.sqlite3 OUT.tsv.gz

Given and family names: the name units of the package arabic-name-romanizer (MIT; from Wikidata and the Algerian Name
Transcription Corpus, both CC0). Common words: words of news (word statistics only, no text) of which several inflected
forms are seen, since names do not inflect. Shares: how often our own tagger (fast) takes the word for part of a
person's name or of a place's. Figures are classes of 0 to 3.
"""

from __future__ import annotations

import collections
import gzip
import json
import re
import sqlite3
import sys
from pathlib import Path

from riwaya.text.fold import fold
from riwaya.text.tagger import tag_names
from riwaya.text.words import tokenize

SUFFIXES = ("ها", "ه", "هم", "نا", "ين", "ون", "ات", "ان", "ت", "وا", "يه", "ي", "ا", "هما", "ني", "كم", "تها", "ته",
            "تهم", "تين", "يين", "يا")  # fmt: skip
PERSONS = ("ي", "ت", "ن")
EXEMPT = frozenset(("علي",))  # folds onto a preposition, so that its share says nothing
NATIVE = 30  # bearers among the people of Arab and neighbouring countries, from which on a name is one of theirs
SEEN = 3  # an inflected form counts when seen this often


def count_words(path: Path) -> collections.Counter[str]:
    """Count the folded words of distinct articles."""
    words: collections.Counter[str] = collections.Counter()
    seen = set()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            text = row["title"] + "\n" + row["text"]
            if text[:200] not in seen:
                seen.add(text[:200])
                words.update(re.findall(r"[^\W\d_]+", fold(text)))
    return words


def inflected(word: str, words: collections.Counter[str]) -> int:
    """Count the other inflected forms of the word that are seen."""
    base = word[2:] if word.startswith("ال") and len(word) > 4 else word
    stems = {base, base[:-1], base[:-1] + "ت"} if base.endswith("ه") and len(base) > 3 else {base}
    forms = set()
    for stem in stems:
        forms |= {stem, "ال" + stem}
        forms |= {front + stem + end for end in SUFFIXES for front in ("", "ال")}
        if stem[:1] in PERSONS and len(stem) > 3:
            forms |= {front + stem[1:] for front in (*PERSONS, "سي", "ست")}
        else:
            forms |= {front + stem for front in ("ي", "ت", "سي", "ا")}
    return sum(words[form] >= SEEN for form in forms - {word})


def name_units(path: Path) -> tuple[collections.Counter[str], collections.Counter[str]]:
    """Give how often each word is a given and a family name."""
    given: collections.Counter[str] = collections.Counter()
    family: collections.Counter[str] = collections.Counter()
    rows = sqlite3.connect(path).execute("select arabic_key, role, sum(count) from units group by 1, 2")
    for key, role, number in rows:
        word = fold(key)
        if " " not in word:
            given[word] += {"given": number, "surname": 0}.get(role, number / 2)
            family[word] += {"given": 0, "surname": number}.get(role, number / 2)
    return given, family


def name_shares(path: Path, every: int = 2) -> dict[str, list[int]]:
    """Give for each word how often it is seen, and in a person's name first, later, in a place, in a body, by our
    tagger."""
    counts: dict[str, list[int]] = collections.defaultdict(lambda: [0, 0, 0, 0, 0])
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            row = json.loads(line)
            if number % every == 0:
                count_names(row["title"] + "\n" + row["text"], counts)
    return counts


def count_names(text: str, counts: dict[str, list[int]]) -> None:
    tokens, labels = tokenize(text), {}
    for name in tag_names(text):
        first = tokens.index_at(name.start + 1) - 1
        for index in range(first, tokens.index_at(name.end)):
            kind = {"PLACE": 3, "ORGANIZATION": 4}.get(name.type, 1 if index == first else 2)
            labels[index] = min(kind, labels.get(index, 9))
    for word in tokens.words:
        if word.form[0].isalpha():
            counts[word.form][0] += 1
            if label := labels.get(word.index):
                counts[word.form][label] += 1


def grade(number: float, steps: tuple[float, float, float]) -> int:
    return sum(number >= step for step in steps)


def is_joined(word: str, words: collections.Counter[str], units: float) -> bool:
    """Tell whether the word is a name with و, ب, ل, ف or ك before it."""
    rest = word[1:]
    return units < 3 and word[0] in "وبلفك" and len(rest) > 2 and words[rest] >= 3 * words[word]


def grades(word: str, seen: int, forms: int, units: tuple[float, float], shares: list[int]) -> tuple[int, ...]:
    """Give the grades of a word: given, family, common, frequent, place, native."""
    given, family = grade(units[0], (3, 20, 100)), grade(units[1], (2, 10, 40))
    common, place = (grade(forms, (2, 4, 8)) if seen >= 5 else 0), 0
    total, first, later, in_place, in_body = shares
    if total >= 8 and word not in EXEMPT:
        person, place = (first + later) / total, grade(in_place / total, (0.2, 0.5, 0.8))
        if place and units[0] >= 20:
            place = min(place, 1)  # a given name that also names places: Khan Yunis
        elif person < 0.25:
            given, family = (min(given, 1), min(family, 1)) if person >= 0.08 or total < 15 else (0, 0)
        if person >= 0.4:
            common = 0 if person >= 0.7 else min(common, 1)
            given = max(given, 2) if first / total >= 0.3 else given
            family = max(family, 2) if later / total >= 0.2 else family
        if place >= 2:
            common = 0
        elif person < 0.05 and in_body / total < 0.3 and total >= 15:
            common = max(common, 2 if total >= 50 else 1)
    return given, family, common, grade(seen, (10, 100, 1000)), place, int(sum(units) >= NATIVE)


def main() -> None:
    words = count_words(Path(sys.argv[1]))
    shares = name_shares(Path(sys.argv[1]))
    given, family = name_units(Path(sys.argv[2]))
    rows = []
    for word in sorted({*words, *given, *family}):
        if len(word) < 2 or not word.isalpha() or (words[word] < 5 and word not in given and word not in family):
            continue
        forms = inflected(word, words) if words[word] >= 5 else 0
        if is_joined(word, words, given[word] + family[word]):
            continue
        many = grades(word, words[word], forms, (given[word], family[word]), shares.get(word, [0] * 5))
        if any(many[:3]) or many[4]:
            rows.append("\t".join(map(str, (word, *many))) + "\n")
    with Path(sys.argv[3]).open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0, filename="") as out:
        out.write("".join(rows).encode("utf-8"))
    print(f"{len(rows)} words")


if __name__ == "__main__":
    main()
