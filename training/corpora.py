"""The annotated corpora as sentences of words with labels; what every training command reads.

Comes in: the folder of public data (`../shared/data`, each set with its licence). Comes out: lists of sentences; a
sentence is a list of `Token` (the word as printed, ANERcorp's label, NewsFANE's label). Two label sets stand side by
side, since they say different things: ANERcorp marks persons and places and few institutions; NewsFANE, on the same
text, marks every ministry, army and police. NewsFANE's forms are normalised and cut, so its labels are carried over to
ANERcorp's words letter by letter. The official ANERcorp test is cut off both.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from riwaya.text.fold import fold

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"

#: NewsFANE's fifty classes, as the three that we tag. Its "Police" are officers, so persons; its "Group" are peoples
#: and faiths, so none of the three (see `_RICH`); books, films, weapons and buildings are left out.
NEWSFANE = {
    "PERS": (
        "Politician", "Athlete", "Artist", "Other_PER", "Religious_PER", "Scientist", "Businessperson", "Lawyer",
        "Engineer", "Police",
    ),
    "LOC": (
        "Nation", "Population-Center", "State-or-Province", "Water-Body", "Land", "Continent", "County-or-District",
        "Land-Region-Natural", "GPE-Cluster",
    ),
    "ORG": (
        "Government", "Media", "Non-Governmental", "Commercial", "Educational", "Sports", "Medical-Science",
        "Entertainment", "Religious_ORG",
    ),
}  # fmt: skip
_CLASS = {fine: coarse for coarse, many in NEWSFANE.items() for fine in many}
_RICH = {
    "Group": "MISC",
    "Book": "MISC",
    "Movie": "MISC",
    "Building-Grounds": "MISC",
    "Airport": "MISC",
    "Subarea-Facility": "MISC",
    "Path": "MISC",
}
_WOJOOD = {"PERS": "PERS", "GPE": "LOC", "LOC": "LOC", "ORG": "ORG"}

_ANCHOR = 16  # letters that, standing once in each text, make two places the same one


@dataclass(frozen=True, slots=True)
class Token:
    """A word and its labels: `name` from ANERcorp's view (PERS, LOC), `org` from NewsFANE's view (ORG). B-, I- or O."""

    text: str
    name: str
    org: str


Sentence = list[Token]


def _columns(path: Path) -> list[list[tuple[str, ...]]]:
    sentences: list[list[tuple[str, ...]]] = [[]]
    for line in path.read_text(encoding="utf-8-sig").split("\n"):
        cells = tuple(line.replace("\u200e", "").split())
        if len(cells) > 1:
            sentences[-1].append(cells)
        elif sentences[-1]:
            sentences.append([])
    return [sentence for sentence in sentences if sentence]


def _letters(word: str) -> str:
    return "".join(char for char in fold(word) if char.isalnum())


def _carry(words: list[str], fane: list[tuple[str, ...]]) -> list[str]:
    """Give each word NewsFANE's label of the letters it shares with it, or `?` where NewsFANE lacks the word.

    Both texts are laid over one another letter by letter: first by stretches of letters that stand once in each and in
    the same order, then on from them to both sides. NewsFANE lacks some passages and has others twice or elsewhere.
    """
    left = [(letter, index) for index, word in enumerate(words) for letter in _letters(word)]
    right = [(letter, index) for index, cells in enumerate(fane) for letter in _letters(cells[0])]
    meeting = _laid_over("".join(c for c, _ in left), "".join(c for c, _ in right))
    touched: list[dict[int, None]] = [{} for _ in words]
    for i, j in meeting.items():
        touched[left[i][1]][right[j][1]] = None
    labels = []
    for word, parts in zip(words, touched, strict=True):
        named = [fane[part][1] for part in parts if fane[part][1] != "O"]
        labels.append(named[0] if named else "O" if parts or not _letters(word) else "?")
    print(f"NewsFANE's labels on {len(words):,} words; {labels.count('?')} stand in no text of it")
    return labels


def _laid_over(one: str, two: str) -> dict[int, int]:
    """Give for places of the first text the same place of the second."""
    places = [_only_places(text) for text in (one, two)]
    anchors = sorted((at, places[1][piece]) for piece, at in places[0].items() if piece in places[1])
    meeting: dict[int, int] = {}
    for i, j in anchors:
        for shift in range(_ANCHOR):
            meeting.setdefault(i + shift, j + shift)
    for step in (1, -1):
        for i in sorted(meeting, reverse=step < 0):
            j = meeting[i]
            while 0 <= i + step < len(one) and 0 <= j + step < len(two) and i + step not in meeting:
                if one[i + step] != two[j + step]:
                    i, j = _past_a_slip(one, two, i, j, step)
                    if i < 0:
                        break
                    continue
                i, j = i + step, j + step
                meeting[i] = j
    return meeting


def _past_a_slip(one: str, two: str, i: int, j: int, step: int) -> tuple[int, int]:
    """Give the last place before both texts go on alike, where a few letters differ; (-1, -1) if they do not."""
    for total in range(1, 12):
        for skip in range(total + 1):
            a, b = i + step * (skip + 1), j + step * (total - skip + 1)
            ones = one[a : a + 6] if step > 0 else one[max(0, a - 5) : a + 1]
            twos = two[b : b + 6] if step > 0 else two[max(0, b - 5) : b + 1]
            if a >= 0 and b >= 0 and len(ones) == 6 and ones == twos:
                return a - step, b - step
    return -1, -1


def _only_places(text: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for at in range(len(text) - _ANCHOR):
        piece = text[at : at + _ANCHOR]
        found[piece] = -1 if piece in found else at
    return {piece: at for piece, at in found.items() if at >= 0}


def _coarse(label: str, wanted: tuple[str, ...]) -> str:
    if label in ("O", "?"):
        return label
    kind = _CLASS.get(label[2:], "")
    return label[:2] + kind if kind in wanted else "O"


def anercorp(data: Path = DATA) -> tuple[list[Sentence], list[Sentence]]:
    """Give ANERcorp's training and official test sentences, with NewsFANE's organisations on the same words."""
    folder = data / "ner-newsfane-anercorp"
    train = _columns(folder / "ANERCorp_train_derived.txt")
    test = _columns(folder / "ANERCorp_CamelLab_test.txt")
    fane = [cells for sentence in _columns(folder / "NewsFANE_Gold_2014_170K.txt") for cells in sentence]
    words = [cells[0] for sentence in train + test for cells in sentence]
    carried = iter(_carry(words, fane))
    out = []
    for sentence in train + test:
        row = []
        for word, label in sentence:
            name = label if label[2:] in ("PERS", "LOC") else "O"
            row.append(Token(word, name, _coarse(next(carried), ("ORG",))))
        out.append(_mend(row))
    return out[: len(train)], out[len(train) :]


def _mend(row: Sentence) -> Sentence:
    """Give the sentence with every I- that follows nothing of its kind as B-."""
    out: Sentence = []
    for token in row:
        before = out[-1] if out else Token("", "O", "O")
        name = token.name if token.name[:1] != "I" or before.name[2:] == token.name[2:] else "B" + token.name[1:]
        org = token.org if token.org[:1] != "I" or before.org[2:] == token.org[2:] else "B" + token.org[1:]
        out.append(Token(token.text, name, org))
    return out


#: Wojood's classes that may hold a place or person which ANERcorp would not mark on its own.
_HOLDERS = frozenset(("ORG", "FAC", "EVENT", "LAW", "WEBSITE", "PRODUCT", "NORP"))


def wojood(data: Path = DATA, *, doubt_nested: bool = False) -> list[Sentence]:
    """Give the public sample of Wojood (train and val). Nested: the outermost span of each view counts.

    With `doubt_nested`, the name of a word inside another entity is `?`: ANERcorp does not mark such names.
    """
    out = []
    for part in ("train.txt", "val.txt"):
        for sentence in _columns(data / "ner-wojood-sample" / part):
            row = []
            for word, *labels in sentence:
                views = {"name": "O", "org": "O"}
                for label in labels:
                    kind = _WOJOOD.get(label[2:])
                    if kind:
                        view = "org" if kind == "ORG" else "name"
                        if views[view] == "O":
                            views[view] = label[:2] + kind
                if doubt_nested and any(label[2:] in _HOLDERS for label in labels):
                    views["name"] = "?"
                row.append(Token(word, views["name"], views["org"]))
            out.append(_mend(row))
    return out


def rich_anercorp(data: Path = DATA) -> tuple[list[Sentence], list[Sentence]]:
    """Give ANERcorp's train and test with all four of its own labels, and NewsFANE's labels made coarse beside them."""
    folder = data / "ner-newsfane-anercorp"
    train = _columns(folder / "ANERCorp_train_derived.txt")
    test = _columns(folder / "ANERCorp_CamelLab_test.txt")
    fane = [cells for sentence in _columns(folder / "NewsFANE_Gold_2014_170K.txt") for cells in sentence]
    carried = iter(_carry([cells[0] for sentence in train + test for cells in sentence], fane))
    out = []
    for sentence in train + test:
        row = []
        for word, label in sentence:
            fine = next(carried)
            kind = _CLASS.get(fine[2:]) or _RICH.get(fine[2:])
            row.append(Token(word, label, fine[:2] + kind if kind else "?" if fine == "?" else "O"))
        out.append(_mend(row))
    return out[: len(train)], out[len(train) :]


def rich_wojood(data: Path = DATA) -> list[Sentence]:
    """Give Wojood's sample for two heads; what one view cannot say of a word is `?`."""
    out = []
    for sentence in wojood(data, doubt_nested=True):
        row = []
        for token in sentence:
            if token.text == "$#$":
                continue
            org = token.org if token.org != "O" else token.name
            name = "?" if token.name[2:] == "LOC" else token.name  # it marks places where ANERcorp does not
            row.append(Token(token.text, name, org))
        if row:
            out.append(_mend(row))
    return out


if __name__ == "__main__":
    trained, tested = anercorp()
    for title, part in (("train", trained), ("test", tested), ("wojood", wojood())):
        tokens = [token for sentence in part for token in sentence]
        print(
            title,
            len(part),
            len(tokens),
            {k: sum(t.name == f"B-{k}" for t in tokens) for k in ("PERS", "LOC")},
            "ORG",
            sum(t.org == "B-ORG" for t in tokens),
        )
        both = sum(t.name != "O" and t.org != "O" for t in tokens)
        print(
            "  in a name and in an organisation:",
            both,
            "names begun:",
            sum(t.name[:1] == "B" and t.org != "O" for t in tokens),
        )
