"""Words cut into clitics, with parts of speech: PUD and TALAA to learn from, parts of PADT to be tested on.

Comes in: the folder of public data. Comes out: sentences of `Cut` words: the printed word, where its stem starts and
ends, and the stem's part of speech (UPOS, or None where the corpus has none). PADT's licence (CC BY-NC-SA) lets it be
a test only. A corpus that spells segments otherwise than the word (`ل` + `الجيش` for `للجيش`) is laid over the word letter
by letter; sentences that cannot be laid over are left out and counted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from corpora import DATA

from riwaya.text.fold import is_dropped
from riwaya.text.words import tokenize

PROCLITICS = frozenset(("و", "ف", "ب", "ك", "ل", "س", "أ", "لل"))
ENCLITICS = frozenset(("ه", "ها", "هم", "هما", "هن", "ك", "كم", "كما", "كن", "نا", "ي", "ني"))


@dataclass(frozen=True, slots=True)
class Cut:
    """A printed word (no marks), its stem as word[start:end], and the stem's UPOS."""

    word: str
    start: int
    end: int
    upos: str | None


def bare(text: str) -> str:
    """Give a text without marks and tatweel."""
    return "".join(char for char in text if not is_dropped(char))


def _same(a: str, b: str) -> bool:
    return a == b or {a, b} in (
        {"ة", "ت"},
        {"ى", "ا"},
        {"ى", "ي"},
        {"ئ", "ء"},
        {"ؤ", "ء"},
        {"أ", "ا"},
        {"إ", "ا"},
        {"آ", "ا"},
    )


def _lay(word: str, segments: list[str]) -> list[int] | None:
    """Give where each segment after the first begins in the word, or None if they do not spell it."""
    joined = "".join(segments)
    size, other = len(joined), len(word)
    if joined == word:
        costs = None
    else:
        rows = [list(range(other + 1))]
        for i in range(1, size + 1):
            row = [i]
            for j in range(1, other + 1):
                swap = rows[-1][j - 1] + (
                    0 if joined[i - 1] == word[j - 1] else 0.4 if _same(joined[i - 1], word[j - 1]) else 1.5
                )
                row.append(min(swap, rows[-1][j] + 1, row[-1] + 1))
            rows.append(row)
        costs = rows
        if rows[size][other] > 2.2:
            return None
    bounds, total = [], 0
    for segment in segments[:-1]:
        total += len(segment)
        bounds.append(total)
    if costs is None:
        return bounds
    at, i, j = {}, size, other
    while i or j:
        at[i] = j
        swap = (
            0
            if i and j and joined[i - 1] == word[j - 1]
            else 0.4
            if i and j and _same(joined[i - 1], word[j - 1])
            else 1.5
        )
        if i and j and costs[i][j] == costs[i - 1][j - 1] + swap:
            i, j = i - 1, j - 1
        elif i and costs[i][j] == costs[i - 1][j] + 1:
            i -= 1
        else:
            j -= 1
    at[0] = 0
    return [at.get(bound, 0) for bound in bounds]


def _words(text: str, segments: list[tuple[str, str | None]]) -> list[Cut] | None:
    """Give a sentence's words as cuts: each word takes the segments that spell it."""
    out: list[Cut] = []
    at = 0
    for word in tokenize(text).words:
        printed = bare(word.span.of(text))
        if not printed:
            continue
        best = None
        for many in range(1, 6):
            if at + many > len(segments):
                break
            part = [segment for segment, _ in segments[at : at + many]]
            gap = abs(sum(map(len, part)) - len(printed))
            if gap <= 2 and (laid := _lay(printed, part)) is not None:
                cost = gap + ("".join(part) != printed)
                if best is None or cost < best[0]:
                    best = (cost, many, laid)
        if best is None:
            return None
        _, many, laid = best
        tags = [tag for _, tag in segments[at : at + many]]
        parts = [segment for segment, _ in segments[at : at + many]]
        first, last = 0, many - 1
        while first < last and parts[first] in PROCLITICS:
            first += 1
        while last > first and parts[last] in ENCLITICS:
            last -= 1
        if first != last:
            first = last = first if first < many else 0
        bounds = [0, *laid, len(printed)]
        out.append(Cut(printed, bounds[first], bounds[last + 1], tags[first]))
        at += many
    return out if at == len(segments) else None


def _conllu(path: Path) -> list[tuple[str, list[tuple[str, str | None]]]]:
    out = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        text, rows = "", []
        for line in block.split("\n"):
            if line.startswith("# text = "):
                text = line[9:]
            cells = line.split("\t")
            if len(cells) == 10 and cells[0].isdigit():
                rows.append((bare(cells[1]), cells[3] if cells[3] != "_" else None))
        if rows:
            out.append((text, rows))
    return out


def _read(path: Path) -> list[list[Cut]]:
    rows = _conllu(path)
    cut = [_words(bare(text), [(s, t) for s, t in segments if s]) for text, segments in rows]
    found = [sentence for sentence in cut if sentence]
    print(f"{path.name}: {len(found)} of {len(rows)} sentences laid over, {sum(map(len, found)):,} words")
    return found


def pud(data: Path = DATA) -> list[list[Cut]]:
    return _read(data / "padt-pud" / "ar_pud-ud-test.conllu")


def padt(part: str, data: Path = DATA) -> list[list[Cut]]:
    """Give PADT's SIGMORPHON `test` or `dev` part (no parts of speech). A test, never trained on."""
    return _read(data / "padt-pud" / f"padt-sigmorphon2019-{part}.conllu")


def padt_tags(part: str, data: Path = DATA) -> list[list[tuple[str, str]]]:
    """Give PADT's UD 1.2 `test` or `dev` part: (form, UPOS) by syntactic word. A test, never trained on."""
    return [[(s, t or "X") for s, t in rows] for _, rows in _conllu(data / "padt-pud" / f"padt-ud1.2-{part}.conllu")]


def padt_surface(part: str = "test", data: Path = DATA) -> list[list[tuple[str, str]]]:
    """Give PADT's UD 1.2 test with the unvowelled segments that UniversalPetrarch prints for the same sentences."""
    text = (data / "padt-pud" / f"padt-{part}-surface-segments.xml").read_text(encoding="utf-8")
    out = []
    for segments, rows in zip(re.findall(r"<Text>(.*?)</Text>", text, re.S), padt_tags(part, data), strict=True):
        out.append([(bare(segment) or segment, tag) for segment, (_, tag) in zip(segments.split(), rows, strict=True)])
    return out


_SENTENCE = re.compile(r"<Text>(.*?)</Text>\s*<Tokenisation>(.*?)</Tokenisation>\s*<POS_Tag>(.*?)</POS_Tag>", re.S)
_AS_UPOS = (("PNOUN", "PROPN"), ("NOUN", "NOUN"), ("ADJ", "ADJ"), ("PVERB", "VERB"), ("IVERB", "VERB"), ("CVERB", "VERB"),
            ("PUNC", "PUNCT"), ("NUM", "NUM"), ("DPRON", "PRON"))  # fmt: skip


def talaa(data: Path = DATA) -> list[list[Cut]]:
    """Give TALAA's sentences, its finer pieces joined: article, plural and tense endings belong to the stem."""
    text = (data / "talaa-pos" / "talaa-pos-v1.xml").read_text(encoding="utf-8")
    found, whole = [], 0
    for match in _SENTENCE.finditer(text):
        pieces, tags = match[2].split(), match[3].replace("NULL", " ", 1).split()
        whole += 1
        if len(pieces) == len(tags) and (cut := _words(bare(" ".join(match[1].split())), _joined(pieces, tags))):
            found.append(cut)
    print(f"TALAA: {len(found)} of {whole} sentences laid over, {sum(map(len, found)):,} words")
    return found


def _joined(pieces: list[str], tags: list[str]) -> list[tuple[str, str | None]]:
    out: list[tuple[str, str | None]] = []
    glue = False
    for piece, tag in zip(map(bare, pieces), tags, strict=True):
        upos = next((upos for start, upos in _AS_UPOS if tag.startswith(start)), None)
        if out and (glue or (tag.startswith("SUFF_") and "SUFFDO" not in tag) or (tag == "SHORT_FORM")):
            out[-1] = (out[-1][0] + piece, upos if glue else out[-1][1])
        elif piece:
            out.append((piece, upos))
        glue = tag == "DEF" or (tag.startswith("IV") and not tag.startswith("IVERB"))
    return out


if __name__ == "__main__":
    for title, part in (("pud", pud()), ("talaa", talaa()), ("test", padt("test"))):
        cuts = [cut for sentence in part for cut in sentence]
        print(title, sum(c.start > 0 for c in cuts), sum(c.end < len(c.word) for c in cuts))
        print(
            " ".join(
                f"{c.word[: c.start]}+{c.word[c.start : c.end]}+{c.word[c.end :]}"
                for c in cuts[1000:1060]
                if c.start or c.end < len(c.word)
            )
        )
