"""Sort words into groups by the company they keep in the news: `word_groups.bin`, which the name tagger looks up.

usage: python training/word_groups.py [--out FILE]

From ANT (only the groups leave it, no text): for each word of FEWEST places or more, which of the commonest words stand
right before it, right after it, and two away; weighted by how much oftener than by chance (positive pointwise mutual
information), made small (singular vectors by random projection), and sorted by k-means into 64, 256 and 1,024 groups.
Numbers count as one word. Seeds are fixed; numpy only.
"""

from __future__ import annotations

import argparse
import collections
import gzip
import json
import zlib
from pathlib import Path

import numpy as np

from riwaya.model import Span
from riwaya.text.words import sentences, tokenize

HERE = Path(__file__).resolve()
ANT = HERE.parents[2] / "shared" / "data" / "ant-v2.1.jsonl.gz"
MODELS = HERE.parents[1] / "src" / "riwaya" / "data" / "models"
FEWEST = 6
SIZES = (64, 256, 1024)
_CONTEXTS = 2500  # commonest words that count as company, on each of four places
_WIDTH = 96


def read(path: Path, step: int = 1) -> list[list[str]]:
    """Give the news as sentences of folded words, numbers as `0`."""
    out = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for index, line in enumerate(lines):
            if index % step:
                continue
            row = json.loads(line)
            text = f"{row['title']}\n{row['text']}"
            tokens = tokenize(text)
            for span in sentences(text, Span(0, len(text))):
                out.append(["0" if w.form[0].isdigit() else w.form for w in tokens.between(span)])
    return out


def company(rows: list[list[str]], words: list[str]) -> np.ndarray:
    """Give the matrix of words and their company."""
    number = {word: index for index, word in enumerate(words)}
    edge, none = min(_CONTEXTS, len(words)), len(words)
    flat = np.array([number.get(word, none) for row in rows for word in (*row, "", "")], dtype=np.int32)
    out = np.zeros((len(words), 4 * edge), dtype=np.float32)
    for block, shift in enumerate((-1, 1, -2, 2)):
        near = np.roll(flat, -shift)
        good = (flat < none) & (near < edge)
        pairs, many = np.unique(flat[good].astype(np.int64) * edge + near[good], return_counts=True)
        out[pairs // edge, block * edge + pairs % edge] = many
    whole = out.sum()
    of_word, of_near = out.sum(1, keepdims=True), out.sum(0, keepdims=True) ** 0.75
    of_near *= whole / of_near.sum()
    with np.errstate(divide="ignore", invalid="ignore"):
        out = np.log(out * whole / (of_word * of_near))
    out[~np.isfinite(out)] = 0
    return np.maximum(out, 0, out=out)


def vectors(matrix: np.ndarray) -> np.ndarray:
    """Give each row in few numbers, of length one."""
    chance = np.random.default_rng(5)
    base = chance.standard_normal((matrix.shape[1], _WIDTH + 16), dtype=np.float32)
    for _ in range(3):
        base, _ = np.linalg.qr(matrix.T @ (matrix @ base))
    small = matrix @ base
    u, s, _ = np.linalg.svd(small, full_matrices=False)
    out = u[:, :_WIDTH] * s[:_WIDTH] ** 0.5
    return out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9)


def sort(points: np.ndarray, weights: np.ndarray, many: int) -> np.ndarray:
    """Give each point's group (k-means by angle, the commoner words weighing a little more)."""
    chance = np.random.default_rng(many)
    share = weights / weights.sum()
    middles = points[chance.choice(len(points), many, replace=False, p=share)]
    group = np.zeros(len(points), dtype=np.int64)
    for _ in range(25):
        group = np.concatenate([(part @ middles.T).argmax(1) for part in np.array_split(points, 30)])
        sums = np.zeros_like(middles)
        np.add.at(sums, group, points * weights[:, None])
        sizes = np.linalg.norm(sums, axis=1, keepdims=True)
        middles = np.where(sizes > 1e-6, sums / np.maximum(sizes, 1e-9), middles)
    return group


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=MODELS / "word_groups.bin")
    args = parser.parse_args()
    rows = read(ANT)
    counts = collections.Counter(word for row in rows for word in row)
    ranked = sorted((w for w, n in counts.items() if n >= FEWEST and w.isprintable()), key=lambda w: (-counts[w], w))
    print(f"{sum(counts.values()):,} words read, {len(ranked):,} sorted", flush=True)
    points = vectors(company(rows, ranked))
    weights = np.array([counts[word] for word in ranked], dtype=np.float32) ** 0.5
    groups = [sort(points, weights, many) for many in SIZES]
    known = {w: row for w, *row in zip(ranked, *(g.tolist() for g in groups), strict=True) if w[0].isalpha()}
    words = sorted(known)
    numbers = np.array([known[word] for word in words], dtype="<u2").T.tobytes()
    args.out.write_bytes(zlib.compress("\n".join(words).encode() + b"\0" + numbers, 9))
    print(f"{args.out.name}: {args.out.stat().st_size / 1e6:.2f} MB, {len(words):,} words")
    for number in range(0, SIZES[1], 16):
        print(number, " ".join([w for w, g in zip(ranked, groups[1], strict=True) if g == number][:14]))


if __name__ == "__main__":
    main()
