"""Print the tables of docs/results-core.md: clitics, parts of speech, names and speed, of the models as shipped.

usage: PYTHONPATH=src python benchmarks/core.py [clitics upos names size] [--baselines] [--picture docs/frontier-names.svg]

Tests: PADT's SIGMORPHON and UD 1.2 test parts (licensed for tests only), ANERcorp's official test (persons, places) and
NewsFANE's labels of the same sentences (organisations; a passage that NewsFANE lacks counts for neither). No model saw
them in training. --baselines also trains an averaged perceptron and a CRF with plain features on the annotated
sentences alone. Speeds are words for each second of processor time, one core, so that a busy machine gives them too.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "training"))

import clitics
import pycrfsuite
import upos
from corpora import anercorp, rich_anercorp
from frontier import Point, draw
from names_fast import as_words, gold, score
from treebanks import padt

from riwaya.text import precise
from riwaya.text.clitics import cutter
from riwaya.text.crf import fast_tags
from riwaya.text.features import word_features
from riwaya.text.words import tokenize

MODELS = Path(__file__).resolve().parents[1] / "src" / "riwaya" / "data" / "models"
_PARTS = ("clitics", "upos", "names", "size")
_LEARNED = ("g0=", "g1=", "g2=", "n=")  # features by word groups and name tables, which the baselines lack

Read = Callable[[], list[list[str]]]


def print_clitics() -> None:
    examples = [clitics.as_example(sentence) for sentence in padt("test")]
    words = sum(len(row) for row, _ in examples)
    cutter().alone.cache_clear()  # type: ignore[attr-defined]
    started = time.process_time()
    clitics.measure(cutter(), examples, "clitics, exact word, PADT test")
    print(f"  {words / (time.process_time() - started):,.0f} words a second, each word form worked out once")


def plain_features(forms: list[str]) -> list[list[str]]:
    """Give the features of the baselines: letters and neighbours only."""
    return [[f for f in row if not f.lstrip("+-").startswith(_LEARNED)] for row in word_features(forms)]


def baseline(algorithm: str, settings: dict[str, float], folder: str) -> Callable[[list[str]], list[str]]:
    """Train a tagger with plain features on the annotated sentences, and give it."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.select(algorithm)
    trainer.set_params(settings)
    for forms, labels in gold(0)[0]:
        trainer.append(plain_features(forms), labels)
    path = str(Path(folder) / algorithm)
    trainer.train(path)
    tagger = pycrfsuite.Tagger()
    tagger.open(path)
    return lambda forms: tagger.tag(plain_features(forms)) if forms else []  # type: ignore[no-any-return]


def print_names(*, baselines: bool, picture: Path | None) -> None:
    _, test = anercorp()
    rows = [as_words(sentence) for sentence in test]
    forms = [row for row, _ in rows]
    truth = [labels for _, labels in rows]
    printed = [[w.span.of(token.text) for token in sentence for w in tokenize(token.text).words] for sentence in test]
    encoder = precise.precise_tagger()
    taggers: dict[str, Read] = {
        "fast (the default)": lambda: [fast_tags(row).labels for row in forms],
        "precise, the encoder alone": lambda: [t.labels for t in encoder.tag(printed, share=1.0)],
        "precise": lambda: [tagged.labels for tagged in encoder.tag(printed)],
    }
    print("| tagger | persons | places | organisations | words/s, one core |\n|---|---|---|---|---|")
    points = []
    with tempfile.TemporaryDirectory() as folder:
        if baselines:
            ap = baseline("ap", {"max_iterations": 12}, folder)
            crf = baseline("lbfgs", {"c1": 0.15, "c2": 0.02, "max_iterations": 60}, folder)
            taggers = {
                "averaged perceptron, plain features": lambda: [ap(row) for row in forms],
                "CRF, plain features": lambda: [crf(row) for row in forms],
                **taggers,
            }
        for name, tag in taggers.items():
            tag_first = forms[0]
            fast_tags(tag_first)  # what is loaded once is not counted
            started = time.process_time()
            figures = score(truth, tag())
            speed = sum(map(len, forms)) / (time.process_time() - started)
            cells = " | ".join(f"{p:.3f} / {r:.3f} / **{f:.3f}**" for p, r, f in figures.values())
            print(f"| {name} | {cells} | {speed:,.0f} |", flush=True)
            points.append(Point(name, speed, sum(f for _, _, f in figures.values()) / 3))
    print(f"| {print_agreement()} | human |")
    if picture:
        picture.write_text(draw(points), encoding="utf-8")
        print(f"{picture} drawn")


def print_agreement() -> str:
    """Give how well NewsFANE's annotators agree with ANERcorp's on the same test sentences, as cells of the table."""
    _, test = rich_anercorp()
    one, two = [], []
    for sentence in test:
        names = [t.name if t.name[2:] in ("PERS", "LOC") else "O" for t in sentence]
        orgs = [t.name if t.name[2:] == "ORG" else "O" for t in sentence]
        one.append(
            [f"{'?' if t.org == '?' else org}|{name}" for t, org, name in zip(sentence, orgs, names, strict=True)]
        )
        two.append(
            [
                f"{t.org if t.org[2:] == 'ORG' else 'O'}|{t.org if t.org[2:] in ('PERS', 'LOC') else 'O'}"
                for t in sentence
            ]
        )
    figures = score(one, two)
    return "NewsFANE's annotators against ANERcorp's | " + " | ".join(
        f"{p:.3f} / {r:.3f} / {f:.3f}" for p, r, f in figures.values()
    )


def print_size() -> None:
    """Print what the models weigh on disk and in memory, all of them loaded and used."""
    files = sorted(MODELS.iterdir())
    for path in files:
        if path.suffix not in (".md", ".txt"):
            print(f"| `{path.name}` | {path.stat().st_size / 1e6:.2f} MB |")
    from riwaya.text.segments import segment
    from riwaya.text.tagger import tag_names

    text = "\n".join("وصل وزير الخارجية سامر الحداد إلى بيروت والتقى قائد الجيش." for _ in range(40))
    tag_names(text)
    segment(text)
    fast = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    tag_names(text, setting="precise")
    whole = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"| memory at its highest | {fast:.0f} MB with the fast models, {whole:.0f} MB with all |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", default=list(_PARTS))
    parser.add_argument("--baselines", action="store_true")
    parser.add_argument("--picture", type=Path)
    args = parser.parse_args()
    if "size" in args.parts:
        print_size()  # first: the highest memory would be that of the other tables
    if "clitics" in args.parts:
        print_clitics()
    if "upos" in args.parts:
        upos.measure()
    if "names" in args.parts:
        print_names(baselines=args.baselines, picture=args.picture)


if __name__ == "__main__":
    main()
