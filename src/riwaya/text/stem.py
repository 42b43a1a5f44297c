"""A light stem for likeness: one form for a word with and without its article, proclitics and plain endings.

Goes in: a folded word. Comes out: a shorter form that is good for counting and for nothing else: it is no lemma, and it
may be no word. The rules are those of light stemming: one prefix, one ending, never fewer than three letters left.
"""

from __future__ import annotations

import re
from functools import lru_cache

from riwaya.text.fold import fold

__all__ = ["stem", "stems_in"]

#: Article and proclitics, longest first; letters cut here are never cut twice.
_FRONT = ("وبال", "وال", "بال", "كال", "فال", "ولل", "لل", "ال")
#: Endings of number, gender and possession, longest first.
_BACK = ("ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي")
_KEEP = 3  # letters that must be left
_WORD = re.compile(r"[^\W\d_]{2,}|\d{2,}")


@lru_cache(maxsize=200_000)
def stem(form: str) -> str:
    """Give the light stem of a folded word.

    >>> stem("والمدينه"), stem("مدينه"), stem("للمدينه")
    ('مدين', 'مدين', 'مدين')
    """
    for front in _FRONT:
        if form.startswith(front) and len(form) - len(front) >= _KEEP:
            form = form[len(front) :]
            break
    else:
        if form.startswith("و") and len(form) > _KEEP + 1:
            form = form[1:]
    for back in _BACK:
        if form.endswith(back) and len(form) - len(back) >= _KEEP:
            return form[: -len(back)]
    return form


def stems_in(text: str) -> list[str]:
    """Give the stems of a text's words and numbers, in order; single letters and digits are left out."""
    return [stem(form) for form in _WORD.findall(fold(text))]
