"""Who is who within one page: mentions joined into the page's own entities.

Goes in: a record. Comes out: `Local` entities, each with its mentions and names. Inside a page a family name alone is
the
person whose full name the page gives, a body's head alone is the body of that head named last, an unspecified body is
the
specified one.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from riwaya.gather.homes import countries_after, own_heads
from riwaya.gather.known import is_person, known_body, known_place
from riwaya.gather.names import compare_persons, name_parts
from riwaya.gather.setting import page_countries
from riwaya.gather.written import TRADES, Written, write
from riwaya.lexicon.name_entries import context_forms, context_words
from riwaya.model import Mention, Record, Span
from riwaya.text.fold import fold
from riwaya.text.likeness import likeness

__all__ = ["Local", "read_locals"]

#: Kinds of bodies that every state has one of.
STATE = frozenset(("ministry", "government", "presidency", "parliament", "force", "police", "commission", "court",
                   "security", "council", "authority"))  # fmt: skip
_MOSTLY = 0.3
_ONE_FAMILY = 0.84
_THINGS = frozenset(("airport", "harbour", "camp"))  # called by their own name alone where no town has it


@dataclass(slots=True)
class Local:
    """One entity of one page. `written` is its fullest writing; `names` are all its folded names with their counts."""

    document: str
    type: str
    written: Written
    mentions: list[Mention] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)
    titles: set[str] = field(default_factory=set)
    entity: str | None = None
    country: str = ""
    why: set[str] = field(default_factory=set)

    @property
    def name(self) -> str:
        return self.written.name


def read_locals(record: Record) -> list[Local]:
    """Give the entities of one page, each type by its own rule, in a fixed order."""
    text, doc = record.document.text, record.document.id
    countries = page_countries(record)
    after = countries_after(record)
    written = [(m, _of_country(write(m, text), after.get(m.span, ""))) for m in record.mentions]
    own = own_heads(record, {m.span: w.nation for m, w in written if w.head in STATE}, after, countries)
    found: list[Local] = []
    for kind in ("PERSON", "PLACE", "ORGANIZATION"):
        named = [(w, m) for m, w in written if m.type == kind and (m.antecedent is None or m.span in own)]
        here = _locals(doc, kind, named)
        for local in here:
            for mention in local.mentions:
                local.titles |= {fold(title.of(text)) for title in mention.titles}
        found += here
    found = _join_forces(text, found)
    _place_nominals(record, found, own)
    for local in found:
        _settle(local, countries)
    return found


def _settle(local: Local, countries: dict[str, float]) -> None:
    """Find which known place or body the entity is, and whose country's body an unspecified one is."""
    if local.type == "PERSON":
        ids = Counter(mention.entity for mention in local.mentions if mention.entity)
        fitting = [key for key, _ in ids.most_common() if is_person(key, local.name, countries)]
        local.entity = fitting[0] if fitting else None
    elif local.type == "PLACE" and local.written.head:
        local.entity = known_place(tuple(sorted(name for name in local.names if " " in name)), countries)
    elif local.type == "PLACE":
        local.entity = known_place(tuple(sorted({local.written.core, *local.names})), countries)
    elif local.type == "ORGANIZATION":
        bodies = (known_body(name, countries) for name, _ in local.names.most_common())
        apposed = (m.entity for m in local.mentions if m.entity and local.written.head in ("agency", "media"))
        local.entity = next((key for key in (*bodies, *apposed) if key), None)
        local.country = local.written.nation or (
            _main_country(countries) if local.written.head in STATE and not local.written.named else ""
        )


def _main_country(countries: dict[str, float]) -> str:
    """Give the country that the page is mostly about, if there is one."""
    best = max(countries, key=lambda country: (countries[country], country), default="")
    return best if best and countries[best] >= _MOSTLY else ""


def _locals(doc: str, kind: str, named: list[tuple[Written, Mention]]) -> list[Local]:
    """Join a page's names of one type, the fullest first, each to the local that fits it best."""
    here: list[Local] = []
    owner: dict[Written, Local] = {}
    fullest = sorted({w for w, _ in named}, key=lambda w: (-len(name_parts(w.name)), -len(w.name), w.name, w.core))
    for written in fullest:
        fits = [
            (score, why, local)
            for local in here
            if (score := _fit(kind, written, local)[0]) and (why := _fit(kind, written, local)[1])
        ]
        best = max(fits, key=lambda fit: fit[0], default=None)
        if best is None:
            home = Local(doc, kind, written)
            here.append(home)
        else:
            home = best[2]
            home.why.add(f"{written.name}: {best[1]}")
        owner[written] = home
    for written, mention in named:
        home = owner[written]
        home.mentions.append(mention)
        home.names[written.name] += 1
    return here


def _fit(kind: str, written: Written, local: Local) -> tuple[float, str]:
    """Give how well a writing fits a local entity (0: not at all) and the reason."""
    if kind == "PERSON":
        return _fit_person(written.name, local)
    if kind == "PLACE":
        return _fit_place(written, local)
    return _fit_body(written, local)


def _fit_person(name: str, local: Local) -> tuple[float, str]:
    parts, full = name_parts(name), name_parts(local.name)
    if not parts or not full:
        return 0.0, ""
    if len(parts) > 1:
        verdict, why = compare_persons(name, local.name)
        return (4.0, why) if verdict == "same" else (0.0, "")
    alone = parts[0]
    nasab = context_words("nasab")
    father = alone in full[1:] and bool(nasab & set(local.name.split()[1:])) and name.split()[0] not in nasab
    if father:
        return 0.0, ""
    if alone == full[-1]:
        return 3.0, "the family name alone, on a page that gives the full name"
    if alone == full[0]:
        return 2.0, "the given name alone, on a page that gives the full name"
    if (
        len(full) > 1
        and len(alone) > 2
        and full[-1].endswith(alone)
        and full[-1].startswith(context_forms("first_part"))
    ):
        return 2.5, "the family name without its first part"
    if alone in full:
        return 1.0, "a part of the full name that the page gives"
    if len(alone) > 3 and likeness(alone, full[-1]) >= _ONE_FAMILY:
        return 0.9, "the family name in another spelling"
    return 0.0, ""


def _fit_place(written: Written, local: Local) -> tuple[float, str]:
    same_head = written.head == local.written.head
    if same_head and written.core == local.written.core:
        return 4.0, "the same place name"
    if (
        same_head
        and min(len(written.core), len(local.written.core)) > 4
        and likeness(written.core, local.written.core) >= 0.93
    ):
        return 2.0, "the place name in another spelling"
    if not written.head and local.written.head in _THINGS and written.core == local.written.core:
        if known_place((written.core,), {}) is None:
            return 1.5, "the name of the thing without its head word"
    return 0.0, ""


def _fit_body(written: Written, local: Local) -> tuple[float, str]:
    if written.core == local.written.core and written.nation in (local.written.nation, ""):
        return 4.0, "the same name"
    left, right = written.core.split(), local.written.core.split()
    nations = written.nation, local.written.nation
    if not left or not right or (all(nations) and nations[0] != nations[1]) or _known_apart(written, local):
        return 0.0, ""
    if (
        written.named
        and local.written.named
        and min(len(written.core), len(local.written.core)) > 3
        and likeness(written.core, local.written.core) >= 0.85
    ):
        return 2.0, "the name in another spelling"
    both_named = written.named and local.written.named
    if left[0] == right[0] and set(left) < set(right) and (len(left) > 1 or both_named):
        return 3.0, "the shorter form of the name that the page gives"
    if len(left) == 1 and left[0] == right[0] and not written.named and not written.nation:
        return 1.5, "its head word alone"
    if left == right[1:] and local.written.head in TRADES:
        return 2.5, "the name without its head word"
    return 0.0, ""


def _known_apart(written: Written, local: Local) -> bool:
    """Tell whether the tables know the two names as two bodies: the army of a state and one that is against it."""
    ids = known_body(written.name, {}), known_body(local.written.name, {})
    return all(ids) and ids[0] != ids[1]


def _join_forces(text: str, found: list[Local]) -> list[Local]:
    """Join forces called by their leader's name to the one body that his titles say he leads: قوات + family name."""
    bodies = [local for local in found if local.type == "ORGANIZATION"]
    gone: set[int] = set()
    for local in bodies:
        words = local.written.core.split()
        if local.written.name.split()[0] not in context_words("armed_head") or len(words) < 2:
            continue
        leaders = [one for one in found if one.type == "PERSON" and name_parts(one.name)[-1:] == tuple(words[1:])]
        leaders = [one for one in leaders if _led(one, bodies, text)]
        led = [other for one in leaders for other in _led(one, bodies, text) if other is not local]
        if led and all(other is led[0] for other in led):
            led[0].mentions += local.mentions
            led[0].names += local.names
            led[0].why.add(f"{local.written.name}: the forces of {leaders[0].name}, whom the page calls their leader")
            gone.add(id(local))
    return [local for local in found if id(local) not in gone]


def _led(person: Local, bodies: list[Local], text: str) -> list[Local]:
    """Give the armed bodies that stand in a title of the person as those that he leads."""
    heads = context_forms("leader")
    titles = [span for m in person.mentions for span in m.titles if fold(span.of(text)).startswith(heads)]
    return [
        body
        for body in bodies
        if body.written.head in ("force", "armed-group", "movement")
        and any(title.holds(m.name) for title in titles for m in body.mentions)
    ]


def _of_country(written: Written, country: str) -> Written:
    """Give a body of state that no word of its own gives a country the one of the place after it."""
    fits = country and not written.nation and not written.named and written.head in STATE
    return replace(written, nation=country) if fits else written


def _place_nominals(record: Record, found: list[Local], own: frozenset[Span]) -> None:
    """Give each nominal to the local entity of its antecedent, but those that mean another body."""
    by_span: dict[tuple[Span, str], Local] = {(m.span, local.type): local for local in found for m in local.mentions}
    for mention in record.mentions:
        if mention.span in own:
            continue
        if mention.antecedent is not None and (home := by_span.get((mention.antecedent, mention.type))):
            home.mentions.append(mention)
            home.why.add(f"{mention.span.of(record.document.text)}: its head alone, after the full name")
