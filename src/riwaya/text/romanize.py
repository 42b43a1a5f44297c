"""Arabic names in Latin letters, for readers who have no name in Latin letters to go by.

Goes in: a name as printed. Comes out: its letters by the table of ALA-LC (1997). Short vowels that are not printed are
not guessed, except in the few particles and names of `_WHOLE`; so the result is a transliteration, and no spelling
that the bearer uses.
"""

from __future__ import annotations

import unicodedata

__all__ = ["SCHEME", "romanize"]

#: What the letters are by; it goes with every name that is made here.
SCHEME = "ALA-LC letters; short vowels only where printed"

_ARTICLE, _ALEF, _WAW, _YA = "ال", "ا", "و", "ي"
_SHADDA = "\u0651"
_LETTERS = {
    "ا": "ā", "أ": "ʼ", "إ": "ʼ", "آ": "ʼā", "ٱ": "ā", "ء": "ʼ", "ؤ": "ʼ", "ئ": "ʼ", "ب": "b", "ت": "t", "ث": "th",
    "ج": "j", "ح": "ḥ", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "ṣ", "ض": "ḍ",
    "ط": "ṭ", "ظ": "ẓ", "ع": "ʻ", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h",
    "ة": "ah", "ى": "á", "پ": "p", "چ": "ch", "ژ": "zh", "گ": "g", "ڤ": "v", "ڨ": "g", "ک": "k", "ی": "y",
    "\u064e": "a", "\u064f": "u", "\u0650": "i", "\u064b": "an", "\u064c": "un", "\u064d": "in",
}  # fmt: skip
#: At the beginning of a word hamza is not written and the alef stands for a vowel.
_FIRST = {"ا": "a", "أ": "a", "إ": "i", "آ": "ā", "ٱ": "a"}
_WHOLE = {
    "بن": "ibn", "ابن": "ibn", "بنت": "bint", "آل": "Āl", "أبو": "Abū", "ابو": "Abū", "أبي": "Abī", "أم": "Umm",
    "عبد": "ʻAbd", "الله": "Allāh", "محمد": "Muḥammad", "أحمد": "Aḥmad", "علي": "ʻAlī", "حسن": "Ḥasan",
    "حسين": "Ḥusayn", "في": "fī", "من": "min",
}  # fmt: skip


def romanize(name: str) -> str:
    """Give a name in Latin letters; what is no Arabic letter stays as it is.

    >>> romanize("سالم بن راشد الفاروق"), romanize("يوسف"), romanize("درنة")
    ('Sālm ibn Rāshd al-Fārūq', 'Yūsf', 'Drnah')
    """
    return " ".join(_word(word) for word in unicodedata.normalize("NFKC", name).replace("\u0640", "").split())


def _word(word: str) -> str:
    if word in _WHOLE:
        return _WHOLE[word]
    if word.startswith(_ARTICLE) and len(word) > len(_ARTICLE) + 1:
        return "al-" + _capital(_letters(word[len(_ARTICLE) :], after_article=True))
    return _capital(_letters(word, after_article=False))


def _letters(word: str, *, after_article: bool) -> str:
    out: list[str] = []
    last = 0  # where the last letter that is no mark stands in `out`
    for at, letter in enumerate(word):
        if letter == _SHADDA:
            out.insert(last, out[last] if out else "")  # the vowel's mark may stand before it
            continue
        if unicodedata.category(letter) != "Mn":
            last = len(out)
        if letter in (_WAW, _YA):
            out.append(_glide(word, at))
        elif not at and letter in _FIRST and not after_article:
            out.append("" if word[1:2] == _YA and letter == "إ" else _FIRST[letter])
        else:
            out.append(_LETTERS.get(letter, "" if unicodedata.category(letter) in ("Mn", "Cf") else letter))
    return "".join(out)


def _glide(word: str, at: int) -> str:
    """Give و or ي as a consonant at a word's beginning and beside alef, as a long vowel elsewhere."""
    before, after = word[at - 1 : at], word[at + 1 : at + 2]
    vowels = (_ALEF, "آ", "ى", "ة")
    long = bool(before) and before not in vowels and after not in vowels and (at == 1 or before not in (_WAW, _YA))
    if word[at] == _WAW:
        return "ū" if long else "w"
    return "ī" if long else "y"


def _capital(word: str) -> str:
    """Give a word with its first letter large, behind the signs of hamza and ayn."""
    for at, letter in enumerate(word):
        if letter.isalpha() and letter not in "ʼʻ":
            return word[:at] + letter.upper() + word[at + 1 :]
    return word
