"""The lexicon of attribution, loaded once: what may report, what may speak, and the small words around them.

Goes in: `data/speech.toml`, `speakers.toml`, `unnamed_sources.toml` and `media.toml`. Comes out: typed entries and
look-up tables on folded forms.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from riwaya.annotate.claim_verbs import Agreement, participle_forms, past_forms, present_forms
from riwaya.lexicon.load import load_entries, read_toml
from riwaya.lexicon.phrases import Phrases
from riwaya.text.fold import fold

__all__ = [
    "Evidential", "Form", "Platform", "Saying", "Silent", "Speaker", "Statement", "Unnamed", "Verb", "bare",
    "evidentials", "head_of", "in_list", "is_medium_head", "media_names", "modifiers", "platforms", "prepositions",
    "sayings", "silent_heads", "speakers", "statements", "things_announced", "unnamed", "verb_forms", "verbs", "words",
]  # fmt: skip

_WORDS_KEPT = 1 << 16  # forms of words remembered: folding again took half of this layer's time


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb; `past` and `present` are third person masculine singular. See the head of speech.toml.

    `objects`: only these nouns are a report ("*": any noun of happening); `subjects`: only these can be its source;
    `needs_subject`: says something only with a speaker beside it; `impersonal`: forms that without one name none;
    `addresses`: the noun after it can be whom it is said to; `stated`: a verb after its ان is a thing to do, no report;
    `homographs`: forms that are other words too, read as the verb only where its clause opens.
    """

    id: str
    past: str
    present: str
    stance: str
    takes: tuple[str, ...]
    examples: tuple[str, ...]
    traps: tuple[str, ...] = ()
    participle: str = ""
    noun: str = ""
    passive: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    not_objects: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    homographs: tuple[str, ...] = ()
    not_forms: tuple[str, ...] = ()
    impersonal: tuple[str, ...] = ()
    needs_subject: bool = False
    addresses: bool = False
    stated: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a verb: `shape` is "verb", "participle" or "passive"; `unsure` where print has another such word."""

    verb: Verb
    agreement: Agreement
    shape: str
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Evidential:
    """Words before a source that stand outside the report: وفق، بحسب، حسبما. `takes`: phrase, clause or nothing.

    After a form in `joined` the source carries ل (وفقا لمصادر); `plain_too`: the words also open plain sentences, which
    report in the usual way (كما قال …).
    """

    id: str
    forms: tuple[str, ...]
    takes: str
    examples: tuple[str, ...]
    traps: tuple[str, ...] = ()
    not_sources: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    plain_too: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """Words that open a document's content: جاء في."""

    id: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]
    traps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Saying:
    """A noun of saying with a pronoun, after which the report comes: قوله."""

    id: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]
    traps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Speaker:
    """Nouns that can head a source. `kind`: person, organization or document; `number`: one or many."""

    id: str
    kind: str
    number: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Silent:
    """Nouns that stand before a verb of saying and are no source (النتائج)."""

    id: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]
    traps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unnamed:
    """Nouns of sources without a name; `kind` types them."""

    id: str
    kind: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Platform:
    """Words that tell where something was said; `id` is the medium."""

    id: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]


@cache
def verbs() -> tuple[Verb, ...]:
    """Give all reporting verbs."""
    return load_entries("speech.toml", "verb", Verb)


@cache
def verb_forms() -> dict[str, tuple[Form, ...]]:
    """Give the forms of all reporting verbs: folded form to what it can be."""
    table: dict[str, list[Form]] = {}
    for verb in verbs():
        made = [(form, agreement, "verb") for form, agreement in past_forms(verb.past)]
        made += [(form, agreement, "verb") for form, agreement in present_forms(verb.present)]
        if verb.participle:
            made += [(form, agreement, "participle") for form, agreement in participle_forms(verb.participle)]
        made += [(fold(form), Agreement("m", 1), "passive") for form in verb.passive]
        never, unsure = {fold(f) for f in verb.not_forms}, {fold(f) for f in verb.homographs}
        for form, agreement, shape in made:
            if form not in never and len(form) > 1 + (shape == "verb" and form[0] in ("ي", "ت")):
                table.setdefault(form, []).append(Form(verb, agreement, shape, form in unsure))
    return {form: tuple(many) for form, many in table.items()}


@cache
def evidentials() -> Phrases[Evidential]:
    """Give the words before a source that stands outside the report."""
    entries = load_entries("speech.toml", "evidential", Evidential)
    return Phrases((form, entry) for entry in entries for form in entry.forms)


@cache
def statements() -> Phrases[Statement]:
    """Give the words that open a document's content."""
    entries = load_entries("speech.toml", "statement", Statement)
    return Phrases((form, entry) for entry in entries for form in entry.forms)


@cache
def sayings() -> frozenset[str]:
    """Give the nouns of saying with a pronoun, folded."""
    return frozenset(fold(form) for entry in load_entries("speech.toml", "saying", Saying) for form in entry.forms)


@cache
def speakers() -> dict[str, Speaker]:
    """Give the nouns that can head a source, folded, without their article."""
    return {bare(form): entry for entry in load_entries("speakers.toml", "speaker", Speaker) for form in entry.forms}


@cache
def silent_heads() -> frozenset[str]:
    """Give the nouns that are no source, folded, without their article."""
    return frozenset(bare(f) for entry in load_entries("speakers.toml", "silent", Silent) for f in entry.forms)


@cache
def things_announced() -> frozenset[str]:
    """Give nouns that open what is announced, confirmed or denied, folded."""
    return frozenset(fold(f) for entry in load_entries("speakers.toml", "complement", Silent) for f in entry.forms)


@cache
def unnamed() -> dict[str, Unnamed]:
    """Give the nouns of unnamed sources, folded, without their article."""
    return {bare(form): e for e in load_entries("unnamed_sources.toml", "unnamed", Unnamed) for form in e.forms}


@cache
def modifiers() -> dict[str, str]:
    """Give what may be said of an unnamed source, folded, without article, and the kind that it tells."""
    return {bare(f): e.kind for e in load_entries("unnamed_sources.toml", "modifier", Unnamed) for f in e.forms}


@cache
def platforms() -> Phrases[Platform]:
    """Give the words that tell where something was said."""
    return Phrases((form, e) for e in load_entries("media.toml", "platform", Platform) for form in e.forms)


@cache
def media_names() -> Phrases[str]:
    """Give names of media that carry other people's words."""
    return Phrases((name, name) for name in read_toml("media.toml")["media"]["names"])


@cache
def is_medium_head() -> frozenset[str]:
    """Give the nouns that head a medium's name (وكالة، قناة), folded, without their article."""
    return frozenset(bare(name) for name in read_toml("media.toml")["media"]["heads"])


@cache
def prepositions() -> dict[str, str]:
    """Give the prepositions that join a report to its verb, by their name in `takes`, folded."""
    return {name: fold(word) for name, word in read_toml("speech.toml")["prepositions"].items()}


@cache
def words(name: str) -> frozenset[str]:
    """Give one list of small words from speech.toml, folded."""
    return frozenset(fold(word) for word in read_toml("speech.toml")["words"][name])


def in_list(form: str, name: str) -> bool:
    """Tell whether a folded word, with or without a conjunction letter, stands in one of the lists of small words."""
    found = words(name)
    return form in found or (len(form) > 2 and form[0] in "وف" and form[1:] in found)


@lru_cache(maxsize=_WORDS_KEPT)
def bare(form: str) -> str:
    """Give a word folded and without its article."""
    form = fold(form)
    return form[2:] if form.startswith("ال") and len(form) > 4 else form


@lru_cache(maxsize=_WORDS_KEPT)
def head_of(form: str) -> str:
    """Give a source's first noun as it is listed: without article, and in the nominative (تقريرا، صحفيين)."""
    noun = bare(form)
    if noun in speakers():
        return noun
    if noun.endswith("ا") and noun[:-1] in speakers() and noun not in verb_forms():
        return noun[:-1]
    if noun.endswith("ين") and noun[:-2] + "ون" in speakers():
        return noun[:-2] + "ون"
    for end, rest in (("ان", ""), ("ين", ""), ("ت" + "ان", "ه"), ("ت" + "ين", "ه")):  # two of them: الزعيمان، وزيرتان
        stem = noun[: -len(end)] + rest
        if noun.endswith(end) and stem in speakers() and speakers()[stem].number == "one":
            return stem
    if noun.endswith("ي") and noun[:-1] + "ون" in speakers():
        return noun[:-1] + "ون"
    return noun
