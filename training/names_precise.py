"""Train the precise name tagger: the Arabic cut of multilingual-e5-small with two heads, one for each label set.

usage: python training/names_precise.py E5.npz OUT.pt [--epochs 5] [--frozen 3]        (needs torch; see encoder.py)

One head learns ANERcorp's labels (PERS, LOC, ORG, MISC), the other NewsFANE's (PERS, LOC, ORG and what it knows
besides), so that neither has to unlearn the other; persons and places are read off the first, organisations off the
second. Sentences are packed into stretches of text, so that a name can be known by its neighbours' sentences. Names
are swapped for others of the same length (`swaps.py`), and spelling is loosened as sloppy writers do.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
import time
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional

sys.path.insert(0, str(Path(__file__).parent))

from corpora import Sentence, Token, rich_anercorp, rich_wojood
from swaps import Swaps

from riwaya.text.crf import decode
from riwaya.text.pieces import Pieces, spelled
from riwaya.text.words import tokenize

NAME_LABELS = ("O", "B-PERS", "I-PERS", "B-LOC", "I-LOC", "B-ORG", "I-ORG", "B-MISC", "I-MISC")
ORG_LABELS = ("O", "B-ORG", "I-ORG", "B-PERS", "I-PERS", "B-LOC", "I-LOC", "B-MISC", "I-MISC")
HELD_BACK = 200
_STRETCH = 180  # pieces in one stretch of text
_BATCH = 700  # pieces in one step
_HIDDEN = 0.04  # share of pieces that training does not see, so that it reads what stands around
_DECAY = 0.9  # each layer learns this much slower than the one above it
_SLOPPY = str.maketrans("أإآةى", "اااهي")


class Layer(nn.Module):
    def __init__(self, hidden: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.q, self.k, self.v, self.ao = (nn.Linear(hidden, hidden) for _ in range(4))
        self.fi, self.fo = nn.Linear(hidden, 4 * hidden), nn.Linear(4 * hidden, hidden)
        self.aln, self.oln = nn.LayerNorm(hidden, eps=1e-12), nn.LayerNorm(hidden, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        batch, size, hidden = x.shape
        q, k, v = (part(x).view(batch, size, self.heads, -1).transpose(1, 2) for part in (self.q, self.k, self.v))
        seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask, dropout_p=0.1 if self.training else 0.0)
        x = self.aln(x + self.drop(self.ao(seen.transpose(1, 2).reshape(batch, size, hidden))))
        return self.oln(x + self.drop(self.fo(functional.gelu(self.fi(x)))))


class Tagger(nn.Module):
    def __init__(self, tensors: dict[str, np.ndarray], layers: int = 12) -> None:
        super().__init__()
        hidden = tensors["emb.word"].shape[1]
        self.word = nn.Embedding.from_pretrained(torch.tensor(tensors["emb.word"]), freeze=True)
        self.pos = nn.Parameter(torch.tensor(tensors["emb.pos"] + tensors["emb.type"][:hidden]), requires_grad=False)
        self.ln = nn.LayerNorm(hidden, eps=1e-12)
        self.layers = nn.ModuleList(Layer(hidden, 12) for _ in range(layers))
        self.name, self.org = nn.Linear(hidden, len(NAME_LABELS)), nn.Linear(hidden, len(ORG_LABELS))
        self.drop = nn.Dropout(0.1)
        with torch.no_grad():
            self.ln.weight.copy_(torch.tensor(tensors["emb.ln.w"]))
            self.ln.bias.copy_(torch.tensor(tensors["emb.ln.b"]))
            for index, layer in enumerate(self.layers):
                for part in ("q", "k", "v", "ao", "fi", "fo", "aln", "oln"):
                    getattr(layer, part).weight.copy_(torch.tensor(tensors[f"l{index}.{part}.w"]))
                    getattr(layer, part).bias.copy_(torch.tensor(tensors[f"l{index}.{part}.b"]))

    def forward(self, pieces: torch.Tensor, frozen: int = 0) -> tuple[torch.Tensor, torch.Tensor]:
        mask = (pieces != 1)[:, None, None, :]
        with torch.no_grad():
            x = self.drop(self.ln(self.word(pieces) + self.pos[: pieces.shape[1]]))
            for layer in self.layers[:frozen]:
                x = layer(x, mask)
        for layer in self.layers[frozen:]:
            x = layer(x, mask)
        x = self.drop(x)
        return self.name(x), self.org(x)


Row = tuple[list[str], list[int], list[int]]  # words as printed, labels of both heads (-100: unknown)


def as_row(sentence: Sentence) -> Row:
    words, names, orgs = [], [], []
    for token in sentence:
        for place, word in enumerate(tokenize(token.text).words):
            words.append(word.span.of(token.text))
            for label, labels, out in ((token.name, NAME_LABELS, names), (token.org, ORG_LABELS, orgs)):
                inner = "I" + label[1:] if place and label[:1] == "B" else label
                out.append(-100 if inner == "?" else labels.index(inner))
    return words, names, orgs


def stretches(rows: list[Row], pieces: Pieces, chance: random.Random) -> list[tuple[list[int], list[int], list[int]]]:
    """Give the rows packed into stretches: pieces, and both labels on each word's first piece."""
    out = []
    ids, names, orgs = [0], [-100], [-100]
    limit = chance.choice((40, 90, _STRETCH))
    for words, one, two in rows:
        cut = [pieces.of(spelled(word)) for word in words]
        if len(ids) > 1 and len(ids) + sum(map(len, cut)) > limit:
            out.append((ids, names, orgs))
            ids, names, orgs = [0], [-100], [-100]
            limit = chance.choice((40, 90, _STRETCH))
        for part, a, b in zip(cut, one, two, strict=True):
            ids += part
            names += [a] + [-100] * (len(part) - 1)
            orgs += [b] + [-100] * (len(part) - 1)
    out.append((ids, names, orgs))
    return [([*i[:500], 2], [*n[:500], -100], [*o[:500], -100]) for i, n, o in out]


def batches(parts: list, chance: random.Random) -> list[tuple[torch.Tensor, torch.Tensor, torch.Tensor]]:
    parts = sorted(parts, key=lambda part: len(part[0]) + chance.random() * 10)
    groups: list[list] = [[]]
    for part in parts:
        if groups[-1] and (len(groups[-1]) + 1) * len(part[0]) > _BATCH:
            groups.append([])
        groups[-1].append(part)
    chance.shuffle(groups)
    out = []
    for group in groups:
        size = max(len(part[0]) for part in group)
        out.append(
            tuple(
                torch.tensor([part[k] + [fill] * (size - len(part[k])) for part in group])
                for k, fill in enumerate((1, -100, -100))
            )
        )
    return out


def predict(model: Tagger, rows: list[Row], pieces: Pieces) -> list[tuple[list[str], list[str]]]:
    """Give both heads' labels for each word of each row. Neighbouring rows are read in one stretch."""
    model.eval()
    out: list[tuple[list[str], list[str]]] = []
    group: list[Row] = []
    size = 0

    def flush() -> None:
        ids, firsts = [0], []
        for words, _, _ in group:
            for word in words:
                firsts.append(len(ids))
                ids += pieces.of(spelled(word))
        ids = [*ids[:510], 2]
        with torch.no_grad():
            name, org = model(torch.tensor([ids]))
        firsts = [min(first, len(ids) - 1) for first in firsts]
        name, org = (torch.log_softmax(x[0, firsts].float(), -1).numpy() for x in (name, org))
        start = 0
        for words, _, _ in group:
            end = start + len(words)
            out.append(
                (
                    [NAME_LABELS[i] for i in decode(name[start:end], NAME_LABELS)],
                    [ORG_LABELS[i] for i in decode(org[start:end], ORG_LABELS)],
                )
            )
            start = end

    for row in rows:
        more = sum(len(pieces.of(spelled(word))) for word in row[0])
        if group and size + more > _STRETCH:
            flush()
            group, size = [], 0
        group.append(row)
        size += more
    if group:
        flush()
    return out


def doubted(model: Tagger, sentences: list[Sentence], pieces: Pieces, least: float) -> list[Sentence]:
    """Give the sentences with `?` where a corpus says O and the model is all but sure of a name: annotators overlook."""
    model.eval()
    out, left_out = [], 0
    for sentence in sentences:
        rows = as_row(sentence)
        ids, firsts = [0], []
        for word in rows[0]:
            firsts.append(len(ids))
            ids += pieces.of(spelled(word))
        with torch.no_grad():
            chances = [torch.softmax(x[0].float(), -1)[:, 0].tolist() for x in model(torch.tensor([[*ids[:510], 2]]))]
        again, at = [], 0
        for token in sentence:
            first = min(firsts[at], len(chances[0]) - 1) if at < len(firsts) else 0
            at += len(tokenize(token.text).words)
            labels = [
                "?" if label == "O" and chance[first] < least else label
                for label, chance in zip((token.name, token.org), chances, strict=True)
            ]
            left_out += "?" in labels
            again.append(Token(token.text, *labels))
        out.append(again)
    print(f"{left_out} words left out of doubt", flush=True)
    return out


def spans(labels: list[str], kinds: tuple[str, ...]) -> set[tuple[int, int, str]]:
    found, start, kind = set(), 0, ""
    for index, label in enumerate([*labels, "O"]):
        if kind and (label[:1] != "I" or label[2:] != kind):
            found.add((start, index, kind))
            kind = ""
        if label[2:] in kinds and not kind:
            start, kind = index, label[2:]
    return found


def report(model: Tagger, rows: list[Row], pieces: Pieces, title: str) -> None:
    started = time.perf_counter()
    guess = predict(model, rows, pieces)
    speed = sum(len(row[0]) for row in rows) / (time.perf_counter() - started)
    line = [title]
    for kind in ("PERS", "LOC", "ORG"):
        right = found = wanted = 0
        for (_, names, orgs), (one, two) in zip(rows, guess, strict=True):
            labels, known, guess_of = (ORG_LABELS, orgs, two) if kind == "ORG" else (NAME_LABELS, names, one)
            gold = spans([labels[i] if i >= 0 else "?" for i in known], (kind,))
            read = {s for s in spans(guess_of, (kind,)) if all(i >= 0 for i in known[s[0] : s[1]])}
            right, found, wanted = right + len(gold & read), found + len(read), wanted + len(gold)
        p, r = right / max(1, found), right / max(1, wanted)
        line.append(f"{kind} p {p:.3f} r {r:.3f} f1 {2 * p * r / max(1e-9, p + r):.3f}")
    print("  ".join(line), f"{speed:,.0f} words/s", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--frozen", type=int, default=3, help="layers that stay as they are")
    parser.add_argument("--rate", type=float, default=1.2e-4)
    parser.add_argument("--head", type=float, default=8.0, help="how many times faster the heads learn")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--start", type=Path, help="go on from this checkpoint, and leave out labels it doubts")
    parser.add_argument(
        "--doubt", type=float, default=0.15, help="with --start: O counts for nothing where it is less likely"
    )
    parser.add_argument("--everything", action="store_true", help="train on the held-back sentences too")
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    chance = random.Random(args.seed)
    stored = dict(np.load(args.encoder))
    pieces = Pieces(stored["pieces"].tolist(), stored["scores"].tolist())
    model = Tagger(stored)
    train, test = rich_anercorp()
    held, train = train[-HELD_BACK:], train if args.everything else train[:-HELD_BACK]
    if args.start:
        model.load_state_dict(torch.load(args.start, weights_only=False)["model"])
    held_rows, test_rows = [as_row(s) for s in held], [as_row(s) for s in test]
    extra = rich_wojood()
    swaps = Swaps(train + extra, persons=0.25, places=0.05)
    if args.start and args.doubt:
        train = doubted(model, train, pieces, args.doubt)
    trained = [*model.layers[args.frozen :].parameters(), *model.name.parameters(), *model.org.parameters()]
    groups = [
        {"params": list(layer.parameters()), "rate": args.rate * _DECAY ** (len(model.layers) - 1 - index)}
        for index, layer in enumerate(model.layers)
        if index >= args.frozen
    ]
    groups.append({"params": [*model.name.parameters(), *model.org.parameters()], "rate": args.rate * args.head})
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = args.epochs * 225
    average, step, started = [p.detach().clone() for p in trained], 0, time.perf_counter()
    for epoch in range(args.epochs):
        rows = []
        for part in (train, extra):
            for sentence in part:
                words, one, two = as_row(swaps.swap(sentence, chance))
                if chance.random() < 0.12:
                    words = [word.translate(_SLOPPY) for word in words]
                rows.append((words, one, two))
        todo = batches(stretches(rows, pieces, chance), chance)
        steps = args.epochs * len(todo)
        model.train()
        total = 0.0
        for ids, names, orgs in todo:
            ids = ids.masked_fill((torch.rand(ids.shape) < _HIDDEN) & (ids > 2), 3)
            share = step / steps
            for group in optimizer.param_groups:
                group["lr"] = group["rate"] * min(1.0, share / 0.08, (1.02 - share) / 0.92)
            with torch.autocast("cpu", torch.bfloat16):
                one, two = model(ids, args.frozen)
            loss = functional.cross_entropy(one.float().flatten(0, 1), names.flatten()) + functional.cross_entropy(
                two.float().flatten(0, 1), orgs.flatten()
            )
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(trained, 1.0)
            optimizer.step()
            step += 1
            total += float(loss.detach())
            keep = min(0.99, (1 + step) / (10 + step))
            for slow, fast in zip(average, trained, strict=True):
                slow.mul_(keep).add_(fast.detach(), alpha=1 - keep)
            if step % 40 == 0:
                print(
                    f"step {step} of {steps}: loss {total / 40:.4f}, {time.perf_counter() - started:.0f} s", flush=True
                )
                total = 0.0
        live = [p.detach().clone() for p in trained]
        for p, slow in zip(trained, average, strict=True):
            p.data.copy_(slow)
        torch.save({"model": model.state_dict(), "pieces": stored["pieces"], "scores": stored["scores"]}, args.out)
        report(model, held_rows, pieces, f"epoch {epoch + 1} held back")
        if epoch == args.epochs - 1:
            report(model, test_rows, pieces, "official test")
        if epoch < args.epochs - 1:
            for p, fast in zip(trained, live, strict=True):
                p.data.copy_(fast)
    print(f"{time.perf_counter() - started:.0f} s, {math.ceil(args.out.stat().st_size / 1e6)} MB")


if __name__ == "__main__":
    main()
