"""Which way a clause looks, and whether words are somebody's speech: what the value of a bare day turns on.

Goes in: a text and an expression of time in one of its blocks. Comes out: yes or no.
"""

from __future__ import annotations

import re
from functools import cache

from riwaya.annotate.time_expression import Expression
from riwaya.lexicon.phrases import Phrases
from riwaya.lexicon.tense import FutureWords, clause_breaks, future_words, not_future, not_now, speech_verbs
from riwaya.model import Span
from riwaya.text.fold import fold
from riwaya.text.words import Tokens, tokenize

__all__ = ["is_spoken", "looks_ahead"]

#: How many words before a weekday, and after it, can say that its clause looks ahead.
_WORDS_BEFORE, _WORDS_AFTER = 14, 6
#: A clause ends here. A comma or a quotation mark before the words is passed over: "will meet him, Thursday, in".
_CLAUSE_END, _PASSED = frozenset(".؟!؛:|"), frozenset('،,"')
#: Verbs of the future begin with this letter and one of the letters of the imperfect.
_FUTURE, _IMPERFECT = "س", ("ي", "ت", "ن")
#: A word like this is a past verb of the feminine ("she announced"): it ends in its letter, but not in a plural's two.
_SHE_DID = re.compile("(?!ال)[^\\W\\d_]{3,}[^\\W\\d_ا]ت")
_FUTURE_VERB = re.compile(f"{_FUTURE}[{''.join(_IMPERFECT)}][^\\W\\d_]{{3,}}")
#: What a verb may have behind a long vowel: another such, or a pronoun.
_LAST = ("ي", "ه", "ك")
#: No verb of the present is built so; foreign names are ("Sturgis"): four letters, or five, with a long vowel before the
#: last, but for forms that begin with a "t" of their own.
_NO_VERB = re.compile(f"{_FUTURE}.(?!ت|{_FUTURE}ت)[^\\W\\d_]{{2,3}}ي[^\\W\\d_{''.join(_LAST)}]")
#: Rules whose value turns on whether the clause looks ahead.
_TURNS = frozenset(("weekday", "nights", "day", "days", "month", "hijri-day", "hijri-month", "feast", "month-days",
                    "nth-weekday", "part-of-month"))  # fmt: skip
#: The entry of `tense.toml` with what stands between a speech verb and what is said: "that" and the colon.
_THAT = "that"
_WORDS_OF_SPEECH = 60
#: A quotation is looked for so many letters back, so that a page of one line costs no more than one of many.
_QUOTATION = 4000
#: "was" so many words before a verb of the present makes it past.
_PAST_WITHIN = 3


@cache
def _future_phrases() -> Phrases[FutureWords]:
    return Phrases((form, words) for words in future_words() for form in words.forms)


@cache
def _no_verbs() -> frozenset[str]:
    return frozenset(fold(form) for words in not_future() for form in words.forms)


@cache
def _past_makers() -> frozenset[str]:
    return frozenset(fold(form) for words in not_now() for form in words.forms)


@cache
def _speech() -> frozenset[str]:
    return frozenset(fold(form) for words in speech_verbs() if words.id != _THAT for form in words.forms)


@cache
def _that() -> frozenset[str]:
    return frozenset(fold(form) for words in speech_verbs() if words.id == _THAT for form in words.forms)


def looks_ahead(text: str, expression: Expression, block: Span) -> bool:
    """Tell whether a word of the clause before the expression, or just after it, looks ahead."""
    if expression.rule not in _TURNS or expression.relation or expression.year:
        return False
    tokens = tokenize(text)
    index, floor = tokens.index_at(expression.span.start), tokens.index_at(block.start)
    between: set[str] = set()
    for at in range(index - 1, max(floor, index - _WORDS_BEFORE) - 1, -1):
        form = tokens.words[at].form
        if form in _CLAUSE_END:
            break
        if _is_future(tokens, at, between):
            return True
        if _begins_clause(tokens, at) or (_SHE_DID.fullmatch(form) and form not in _no_verbs()):
            return False
        between.add(form)
    end = tokens.index_at(expression.span.end)
    for at in range(end, min(end + _WORDS_AFTER, tokens.index_at(block.end))):
        form = tokens.words[at].form
        if form in _CLAUSE_END or (form in _PASSED and at > end) or form in _that() or form.startswith("و"):
            return False
        if _is_future_verb(form) or (at == end and _future_phrases().at(tokens, at)):
            return True
    return False


@cache
def _breaks() -> dict[str, bool]:
    return {fold(form): words.relative for words in clause_breaks() for form in words.forms}


def _begins_clause(tokens: Tokens, index: int) -> bool:
    """Tell whether a clause of its own, about the past, begins at a word."""
    relative = _breaks().get(tokens.words[index].form)
    if relative is None:
        return False
    after = tokens.words[index + 1].form if index + 1 < len(tokens.words) else ""
    return not (relative and after.startswith(_IMPERFECT))


def _is_future(tokens: Tokens, index: int, between: set[str]) -> bool:
    if _is_future_verb(tokens.words[index].form):
        return True
    was = bool(_past_makers() & {word.form for word in tokens.words[max(0, index - _PAST_WITHIN) : index]})
    words = (hit.value for hit in _future_phrases().at(tokens, index))
    return any(not (was and word.present) and (not word.then or fold(word.then) in between) for word in words)


def _is_future_verb(form: str) -> bool:
    bare = form[1:] if form[0] in "وف" else form
    return bool(_FUTURE_VERB.fullmatch(bare)) and bare not in _no_verbs() and not _NO_VERB.fullmatch(bare)


def is_spoken(text: str, block: Span, at: int) -> bool:
    """Tell whether the place stands in somebody's words: between quotation marks, or after "said that" or a colon."""
    before = text[max(block.start, at - _QUOTATION) : at]
    if before.rfind("«") > before.rfind("»") or before.rfind("“") > before.rfind("”") or before.count('"') % 2 == 1:
        return True
    tokens = tokenize(text)
    index, floor = tokens.index_at(at), tokens.index_at(block.start)
    opened = False
    for word in reversed(tokens.words[max(floor, index - _WORDS_OF_SPEECH) : index]):
        opened = opened or word.form in _that()
        if opened and (word.form in _speech() or word.form[1:] in _speech()):
            return True
    return False
