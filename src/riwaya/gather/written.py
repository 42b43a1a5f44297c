"""How a mention's name is written, made comparable: folded, whole articles, heads parted from what they head.

Goes in: a mention and its document's text. Comes out: `Written`: the folded name, the words that tell it from others
(`core`), the class of its head word. `ولاية البليدة` and `البليدة` have one core; `مطار بيروت` and `بيروت` do not.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from riwaya.lexicon.name_entries import head_phrases, lone_heads
from riwaya.lexicon.name_words import name_word
from riwaya.model import Mention
from riwaya.text.fold import fold
from riwaya.text.words import tokenize

__all__ = ["Written", "bare", "write"]

#: Place heads that name an area and not a thing in it: with or without them it is one place.
_AREAS = frozenset(("city", "region", "country"))
#: Body heads that are dropped before a name of its own: شركة "فيات" is فيات.
_TRADES = frozenset(("company", "club", "media", "agency", "party", "armed-group", "movement", "airline", "bank", "tribe"))


@dataclass(frozen=True, slots=True)
class Written:
    """A name as written: `name` folded, `core` its telling words without articles, `head` the class of its head or ''."""

    name: str
    core: str
    head: str
    named: bool  # the core is a name of its own and no description


def write(mention: Mention, text: str) -> Written:
    """Give how a mention is written."""
    name = _whole(mention.name.of(text), mention.name.start, text)
    whole = _whole(mention.span.of(text), mention.span.start, text)
    return _written(mention.type, name, whole)


def _whole(words: str, start: int, text: str) -> str:
    """Give folded words; an article that lost its alef after ل gets it back."""
    form = fold(words)
    if start and form.startswith("ل") and text[start - 1] == "ل":
        form = "ا" + form
    elif form.startswith("لل"):
        form = "ال" + form[2:]
    return " ".join(form.replace('"', " ").replace("'", " ").split())


@lru_cache(maxsize=50_000)
def _written(kind: str, name: str, whole: str) -> Written:
    if kind == "PERSON":
        return Written(name, name, "", True)
    words = bare(whole).split()
    tokens = tokenize(whole)
    hits = head_phrases().at(tokens, 0, proclitics=False) if tokens.words else ()
    head = next((hit.value for hit in hits if hit.value.type == kind), None) or lone_heads().get(tokens.words[0].form if tokens.words else "")
    if head is None or head.type != kind:
        return Written(name, bare(name), "", len(words) < 2)
    length = hits[0].last if hits and hits[0].value is head else 1
    rest = words[length:]
    if not rest:
        return Written(name, bare(name), head.kind, False)
    if kind == "PLACE":
        areal = head.kind in _AREAS and not (len(rest) > 1 and head_phrases().at(tokenize(" ".join(rest)), 0, proclitics=False))
        return Written(name, " ".join(rest), "" if areal else head.kind, True)
    if head.same and hits:
        words = [bare(fold(head.forms[0])), *rest]
    own = head.kind in _TRADES and (name_word(rest[0]).common == 0 or '"' in whole)
    return Written(name, " ".join(rest if own else words), head.kind, own)


def bare(name: str) -> str:
    """Give a folded name with the articles of its words off.

    >>> bare("القياده العامه للقوات المسلحه")
    'قياده عامه قوات مسلحه'
    """
    return " ".join(_article_off(word) for word in name.replace('"', " ").replace("'", " ").split())


def _article_off(word: str) -> str:
    word = word.replace("ء", "")
    if len(word) > 4 and word.startswith(("لل", "ال")):
        return word[2:]
    return word
