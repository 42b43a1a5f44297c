"""Make `data/name_words.tsv.gz`: for each folded word, how much it is a given name, a family name, a common word.

usage: name_words.py ANT.jsonl.gz NAMES.sqlite3 OUT.tsv.gz

Given and family names: the name units of the package arabic-name-romanizer (MIT; from Wikidata and the Algerian Name
Transcription Corpus, both CC0). Common words: words of news (word statistics only, no text) of which several inflected
forms are seen, since names do not inflect. Figures are classes of 0 to 3.
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

SUFFIXES = ("ها", "ه", "هم", "نا", "ين", "ون", "ات", "ان", "ت", "وا", "يه", "ي", "ا", "هما", "ني", "كم", "تها", "ته",
            "تهم", "تين", "يين", "يا")  # fmt: skip
PERSONS = ("ي", "ت", "ن")
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


def grade(number: float, steps: tuple[float, float, float]) -> int:
    return sum(number >= step for step in steps)


def main() -> None:
    words = count_words(Path(sys.argv[1]))
    given, family = name_units(Path(sys.argv[2]))
    rows = []
    for word in sorted({*words, *given, *family}):
        if len(word) < 2 or not word.isalpha() or (words[word] < 8 and word not in given and word not in family):
            continue
        forms = inflected(word, words) if words[word] >= 5 else 0
        names = (grade(given[word], (3, 20, 100)), grade(family[word], (2, 10, 40)))
        common = grade(forms, (2, 4, 8)) if words[word] >= 5 else 0
        if any(names) or common:
            rows.append(f"{word}\t{names[0]}\t{names[1]}\t{common}\t{grade(words[word], (10, 100, 1000))}\n")
    with Path(sys.argv[3]).open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0, filename="") as out:
        out.write("".join(rows).encode("utf-8"))
    print(f"{len(rows)} words")


if __name__ == "__main__":
    main()
