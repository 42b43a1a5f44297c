"""Train the fast name tagger (a CRF) and write it into the package.

usage: python training/names_fast.py [--silver FILE ...] [--repeat 2] [--out FILE] [--c1 0.15] [--c2 0.02]

Labels: ANERcorp's persons and places and NewsFANE's organisations in one label for each word, `org|name`, so that a
place inside an organisation keeps its own span. The last 200 training sentences of ANERcorp are held back for tuning.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from pathlib import Path

import pycrfsuite

sys.path.insert(0, str(Path(__file__).parent))

from corpora import Sentence, anercorp, wojood
from swaps import Swaps

from riwaya.text.features import word_features
from riwaya.text.words import tokenize

MODELS = Path(__file__).resolve().parents[1] / "src" / "riwaya" / "data" / "models"
HELD_BACK = 200  # sentences of ANERcorp's train that no training sees


def as_words(sentence: Sentence) -> tuple[list[str], list[str]]:
    """Give the sentence as our own words and one joint label for each (`org|name`)."""
    forms: list[str] = []
    labels: list[str] = []
    for token in sentence:
        for place, word in enumerate(tokenize(token.text).words):
            pair = []
            for label in (token.org, token.name):
                pair.append("I" + label[1:] if place and label[0] == "B" else label)
            forms.append(word.form)
            labels.append("|".join(pair))
    return forms, labels


def parts(labels: list[str]) -> set[tuple[int, int, str]]:
    """Give the spans (first word, word after the last, kind) that joint labels stand for."""
    found = set()
    for view in (0, 1):
        start, kind = 0, ""
        for index, label in enumerate([*labels, "O|O"]):
            mark = label.split("|")[view]
            if kind and (mark[:1] != "I" or mark[2:] != kind):
                found.add((start, index, kind))
                kind = ""
            if mark not in ("O", "?") and not kind:
                start, kind = index, mark[2:]
    return found


def score(gold: list[list[str]], guess: list[list[str]]) -> dict[str, tuple[float, float, float]]:
    """Give precision, recall and F1 for each kind: exact span and kind."""
    out = {}
    for kind in ("PERS", "LOC", "ORG"):
        right = found = wanted = 0
        for one, two in zip(gold, guess, strict=True):
            a = {span for span in parts(one) if span[2] == kind}
            b = {span for span in parts(two) if span[2] == kind and (kind != "ORG" or _known(one, span))}
            right, found, wanted = right + len(a & b), found + len(b), wanted + len(a)
        p, r = right / max(found, 1), right / max(wanted, 1)
        out[kind] = (p, r, 2 * p * r / max(p + r, 1e-9))
    return out


def _known(gold: list[str], span: tuple[int, int, str]) -> bool:
    """Say whether NewsFANE has the words at all: where it has none, nothing can be said of organisations."""
    return not any(label[0] == "?" for label in gold[span[0] : span[1]])


Rows = list[tuple[list[str], list[str]]]


def gold(swapped: int) -> tuple[Rows, Rows, Rows]:
    """Give training, held-back and official test sentences as words and labels; training also with names swapped."""
    train, test = anercorp()
    held = train[-HELD_BACK:]
    train = train[:-HELD_BACK] + [[t for t in s if t.text != "$#$"] for s in wojood()]
    more: list[Sentence] = []
    if swapped:
        swaps, chance = Swaps(train, persons=0.7, places=0.2), random.Random(11)
        named = [sentence for sentence in train if any(token.name != "O" for token in sentence)]
        more = [swaps.swap(sentence, chance) for _ in range(swapped) for sentence in named]
    parts = [[as_words(s) for s in rows if s] for rows in (train + more, held, test)]
    parts[0] = [(forms, [label.replace("?", "O") for label in labels]) for forms, labels in parts[0]]
    return tuple(parts)  # type: ignore[return-value]


def silver(path: Path) -> list[tuple[list[str], list[str]]]:
    """Read sentences labelled by the teacher: `word<TAB>label` lines, an empty line after each sentence."""
    out, forms, labels = [], [], []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line:
            form, label = line.split("\t")
            forms.append(form)
            labels.append(label)
        elif forms:
            out.append((forms, labels))
            forms, labels = [], []
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--silver", type=Path, nargs="*", default=[])
    parser.add_argument("--out", type=Path, default=MODELS / "names-fast.crfsuite")
    parser.add_argument("--c1", type=float, default=0.15)
    parser.add_argument("--c2", type=float, default=0.02)
    parser.add_argument("--least", type=int, default=1, help="features seen less often are left out")
    parser.add_argument("--swapped", type=int, default=1, help="copies of the gold sentences with other names in them")
    parser.add_argument(
        "--repeat", type=int, default=1, help="how often the annotated sentences are read, beside the labelled"
    )
    parser.add_argument("--rounds", type=int, default=90)
    args = parser.parse_args()
    train, held, test = gold(args.swapped)
    rows = train * args.repeat + [row for path in args.silver for row in silver(path)]
    random.Random(7).shuffle(rows)
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.select("lbfgs")
    trainer.set_params({"c1": args.c1, "c2": args.c2, "max_iterations": args.rounds, "feature.minfreq": args.least})
    for forms, labels in rows:
        trainer.append(word_features(forms), labels)
    started = time.perf_counter()
    trainer.train(str(args.out))
    print(f"{len(rows)} sentences, {time.perf_counter() - started:.0f} s, {args.out.stat().st_size / 1e6:.1f} MB")
    tagger = pycrfsuite.Tagger()
    tagger.open(str(args.out))
    for title, part in (("held back", held), ("official test", test)):
        started = time.perf_counter()
        guess = [tagger.tag(word_features(forms)) for forms, _ in part]
        speed = sum(len(forms) for forms, _ in part) / (time.perf_counter() - started)
        for kind, (p, r, f) in score([labels for _, labels in part], guess).items():
            print(f"{title:14} {kind:5} p {p:.3f} r {r:.3f} f1 {f:.3f}")
        print(f"{title:14} {speed:,.0f} words/s")


if __name__ == "__main__":
    main()
