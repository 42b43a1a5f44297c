"""Label news with the precise tagger, for the fast one to learn from.

usage: python training/silver.py OUT.txt [--words 700000] [--step 3] [--first 0] [--leave-out FOLDER ...]

News of ANT (its texts stay here; only what a model learns from them ships). Pages that figures are quoted on are left
out by their text: an article whose title or opening words stand on a page of a --leave-out folder is skipped.
Sentences in which the tagger is unsure of a name are skipped too. A share is respelled without hamza, as many write.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from corpora import DATA

from riwaya.model import Span
from riwaya.text.fold import fold
from riwaya.text.precise import precise_tagger
from riwaya.text.words import sentences, tokenize

_OPENING = 70  # letters by which an article is known again
_MOST = 1500  # letters of one article that are read: names are introduced at its head
_LEAST = 0.45  # how sure the tagger must be of every name in a sentence


def _plain(text: str) -> str:
    return "".join(char for char in fold(text) if char.isalnum())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--words", type=int, default=700_000)
    parser.add_argument("--step", type=int, default=3, help="every how many articles one is read")
    parser.add_argument("--first", type=int, default=0, help="with --step: which article is the first")
    parser.add_argument("--leave-out", type=Path, nargs="*", default=[DATA.parent / "dev", DATA.parent / "seeds"])
    args = parser.parse_args()
    pages = "\n".join(
        _plain(path.read_text(encoding="utf-8", errors="replace"))
        for folder in args.leave_out
        for path in sorted(folder.rglob("*.txt"))
    )
    tagger, total, kept, skipped = precise_tagger(), 0, 0, 0
    with (
        gzip.open(DATA / "ant-v2.1.jsonl.gz", "rt", encoding="utf-8") as lines,
        args.out.open("w", encoding="utf-8") as out,
    ):
        for index, line in enumerate(lines):
            if index % args.step != args.first or total >= args.words:
                continue
            article = json.loads(line)
            title, body = article["title"], article["text"][:_MOST]
            if any(len(part) > 25 and part in pages for part in (_plain(title), _plain(body)[:_OPENING])):
                skipped += 1
                continue
            text = f"{title}\n{body}"
            tokens = tokenize(text)
            rows = [
                words for span in sentences(text, Span(0, len(text))) if 2 < len(words := tokens.between(span)) < 120
            ]
            for words, tagged in zip(
                rows, tagger.tag([[w.span.of(text) for w in words] for words in rows]), strict=True
            ):
                total += len(words)
                doubtful = any(
                    half != "O" and sure[at] < _LEAST
                    for at, label in enumerate(tagged.labels)
                    for half, sure in zip(label.split("|"), tagged.sure, strict=True)
                )
                if not doubtful:
                    kept += len(words)
                    out.writelines(f"{word.form}\t{label}\n" for word, label in zip(words, tagged.labels, strict=True))
                    out.write("\n")
    print(f"{total:,} words read, {kept:,} kept, {skipped} articles left out")


if __name__ == "__main__":
    main()
