"""Train the part-of-speech tagger (a CRF over words; the tag is the stem's).

usage: python training/upos.py [--out FILE]

Trained on PUD's tags and on TALAA's where they map; determiners of quantity go with the nouns as in the other Arabic
treebanks. PADT tags its test otherwise in places (names are X or nouns; no AUX; `هذا` is DET), so tags are compared in
the classes of `SAME`, which the report prints.
"""

from __future__ import annotations

import argparse
import collections
import random
import sys
import tomllib
from pathlib import Path

import pycrfsuite

sys.path.insert(0, str(Path(__file__).parent))

from treebanks import ENCLITICS, PROCLITICS, Cut, padt_surface, padt_tags, pud, talaa

from riwaya.text.clitics import cutter, printed
from riwaya.text.fold import fold
from riwaya.text.segments import tag_features, tag_words

MODELS = Path(__file__).resolve().parents[1] / "src" / "riwaya" / "data" / "models"
#: Tags that count as one when PADT's are compared with PUD's.
SAME = {"PROPN": "NOUN", "X": "NOUN", "AUX": "VERB", "CCONJ": "CONJ", "SCONJ": "CONJ", "PART": "CONJ", "DET": "PRON",
        "SYM": "PUNCT", "INTJ": "CONJ"}  # fmt: skip
_TABLE = tomllib.loads((Path(__file__).parent / "function_words.toml").read_text(encoding="utf-8"))
SETTLED = {fold(word): tag for tag, words in _TABLE.items() if tag.isupper() for word in words}
_SWAPPED = 0.06  # share of past verbs that are swapped for one that looks like a noun with its article
_FRONT = {"و": "CCONJ", "ف": "CCONJ", "ب": "ADP", "ك": "ADP", "ل": "ADP", "س": "PART"}


def as_item(sentence: list[Cut], usual: dict[str, str]) -> tuple[list[list[str]], list[str]] | None:
    """Give features and tags; words without a tag of their own take PUD's usual tag, or the sentence is left out."""
    tags = []
    for cut in sentence:
        stem = fold(cut.word[cut.start : cut.end])
        tag = usual.get(stem) if stem in SETTLED or not cut.upos or cut.upos in ("DET", "PART") else cut.upos
        tag = tag or cut.upos
        if tag is None:
            return None
        tags.append("NOUN" if tag == "DET" else tag)
    forms = [fold(cut.word) for cut in sentence]
    return tag_features(forms, [(cut.start, len(cut.word) - cut.end) for cut in sentence]), tags


def swapped(sentences: list[list[Cut]]) -> list[list[Cut]]:
    """Give again the sentences in which a past verb was swapped for one whose first letters look like the article."""
    chance, out = random.Random(9), []
    for sentence in sentences:
        row = list(sentence)
        for at, cut in enumerate(sentence):
            stem = cut.word[cut.start : cut.end]
            past = cut.upos == "VERB" and len(stem) > 2 and stem[0] not in "يتنسأا" and cut.end == len(cut.word)
            if past and chance.random() < _SWAPPED:
                verb = chance.choice(_TABLE["swapped"]["feminine" if stem[-1] == "ت" else "masculine"])
                row[at] = Cut(cut.word[: cut.start] + verb, cut.start, cut.start + len(verb), "VERB")
        if row != sentence:
            out.append(row)
    return out


def usual_tags(sentences: list[list[Cut]]) -> dict[str, str]:
    """Give each closed-class stem's usual tag in PUD."""
    counts: collections.defaultdict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for sentence in sentences:
        for cut in sentence:
            counts[fold(cut.word[cut.start : cut.end])][cut.upos or "X"] += 1
    closed = ("ADP", "CCONJ", "SCONJ", "PART", "PRON", "ADV", "AUX")
    usual = {stem: many.most_common(1)[0] for stem, many in counts.items()}
    return {stem: tag for stem, (tag, many) in usual.items() if tag in closed and many > 1} | SETTLED


def rejoined(rows: list[tuple[str, str]]) -> tuple[list[str], list[list[tuple[str, str]]]]:
    """Give PADT's words rejoined from their segments, and each word's (segment, tag) pairs."""
    words: list[list[tuple[str, str]]] = []
    glue = False
    for index, (form, tag) in enumerate(rows):
        backward = words and form in ENCLITICS and tag == "PRON" and words[-1][-1][0][-1:].isalpha()
        if glue or backward:
            words[-1].append((form, tag))
        else:
            words.append([(form, tag)])
        glue = (
            form in PROCLITICS
            and tag in ("CONJ", "ADP", "PART")
            and index + 1 < len(rows)
            and rows[index + 1][0][:1].isalpha()
        )
    return [_spelled([form for form, _ in word]) for word in words], words


def _spelled(segments: list[str]) -> str:
    """Give a word of its segments as it is printed: `ل` and the article as one, `ة` open before a pronoun.

    >>> _spelled(["ل", "الجيش"]), _spelled(["خلال"]), _spelled(["و", "حكومة", "ه"])
    ('للجيش', 'خلال', 'وحكومته')
    """
    out = ""
    for segment in segments:
        if out[-1:] == "ل" and segment[:2] == "ال":
            segment = segment[1:]
        elif segment in ENCLITICS and len(out) > 2:
            out = out[:-1] + {"ة": "ت", "ى": "ا"}.get(out[-1], out[-1])
        out += segment
    return out


def measure(part: str = "test", *, show: int = 0) -> None:
    """Print the accuracy on PADT's UD 1.2 `test` (or `dev`): every syntactic word, our own cutting."""
    right = total = 0
    wrong: collections.Counter[str] = collections.Counter()
    for rows in padt_surface("test") if part == "test" else padt_tags(part):
        spelled, words = rejoined(rows)
        cuts = cutter().cut([printed(word) for word in spelled])
        cuts = [cut if len(printed(w)) == len(fold(w)) else (0, 0) for w, cut in zip(spelled, cuts, strict=True)]
        tags = tag_words([fold(word) or "." for word in spelled], cuts)
        for word, gold, (front, end), tag in zip(spelled, words, cuts, tags, strict=True):
            read = (
                [(letter, _FRONT.get(letter, "X")) for letter in word[:front]]
                + [(None, tag)]
                + ([(None, "PRON")] if end else [])
            )
            total += len(gold)
            if len(read) != len(gold):
                wrong["cut " + word] += len(gold)
                stem = max(gold, key=lambda pair: len(pair[0]))[1]
                right += SAME.get(stem, stem) == SAME.get(tag, tag)
                continue
            for (_, a), (form, b) in zip(read, gold, strict=True):
                good = SAME.get(a, a) == SAME.get(b, b)
                right += good
                if not good:
                    wrong[f"{b}>{a} {form}"] += 1
    print(f"PADT {part}: UPOS {right / total:.4f} of {total:,} syntactic words, in the classes {SAME}")
    if show:
        kinds: collections.Counter[str] = collections.Counter()
        for error, many in wrong.items():
            kinds[error.split()[0]] += many
        for kind, many in kinds.most_common(25):
            forms = [(e.split()[-1], n) for e, n in wrong.most_common() if e.split()[0] == kind]
            print(f"  {kind} {many / total:.4f}", " ".join(f"{form} {n}" for form, n in forms[:show]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=MODELS / "upos.crfsuite")
    parser.add_argument("--show", type=int, default=0, help="list that many words of each kind of error on PADT's dev")
    args = parser.parse_args()
    first = pud()
    usual = usual_tags(first)
    sentences = first + talaa()
    items = [item for sentence in sentences + swapped(sentences) if (item := as_item(sentence, usual))]
    random.Random(3).shuffle(items)
    held = items[: len(items) // 20]
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({"c1": 0.2, "c2": 0.05, "max_iterations": 120, "feature.minfreq": 1})
    for features, tags in items[len(held) :]:
        trainer.append(features, tags)
    trainer.train(str(args.out))
    tagger = pycrfsuite.Tagger()
    tagger.open(str(args.out))
    pairs = [(a, b) for features, tags in held for a, b in zip(tagger.tag(features), tags, strict=True)]
    print(
        f"{len(items)} sentences; held back {sum(a == b for a, b in pairs) / len(pairs):.4f}; {args.out.stat().st_size / 1e6:.2f} MB"
    )
    measure("dev", show=args.show)
    measure()


if __name__ == "__main__":
    main()
