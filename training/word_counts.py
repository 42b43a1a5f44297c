"""Count in how many news articles each word stem stands: the weights that likeness of pages rests on.

usage: word_counts.py ANT.jsonl.gz OUT.tsv

ANT v2.1 (Apache-2.0) is 31,417 articles of five outlets, 2018. Only counts leave it, no text: the first line is the
number of articles, every other line `count<TAB>stem`, most frequent first. Stems in fewer than FEWEST articles are left
out: a word the table does not know counts as that rare.
"""

from __future__ import annotations

import collections
import gzip
import json
import sys
from pathlib import Path

from riwaya.text.stem import stems_in

FEWEST = 5  # 36,000 stems; 3 adds 12,000 that change no story of the test set


def main(articles: str, out: str) -> None:
    """Write the table."""
    counts: collections.Counter[str] = collections.Counter()
    number = 0
    with gzip.open(articles, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            counts.update(set(stems_in(f"{row['title']}\n{row['text']}")))
            number += 1
    kept = sorted(((count, word) for word, count in counts.items() if count >= FEWEST), key=lambda p: (-p[0], p[1]))
    Path(out).write_text(f"{number}\n" + "".join(f"{count}\t{word}\n" for count, word in kept), encoding="utf-8")
    print(f"{len(kept)} stems of {number} articles")


if __name__ == "__main__":
    main(*sys.argv[1:])
