"""The grammar of time: pieces of a text in, `Expression`s out, not valued yet.

Goes in: `Pieces`, whose letters stand for words. Comes out: what was found, left to right, each with its rule and
slots. The letters: A B year · S s month · K k week · J T day (T: "اليوم") · U V other units (second letter: with the
article) · u a dual · M month name · m the same where it is another word too · L Libya's · H h Hijri · W weekday ·
q without article · d y n l c o numbers (day, year, other, long, in words, ordinal) · N dotted date · D yesterday … ·
p ¶ part of day · P past · E gone · R recent · Z previous · F coming · C current · G same · f following · t this ·
e that · a ago · i since · g after · r during · 0 throughout · z until · O to · v from, of · b between · ^ by · @ in ·
~ about · > more · < less · I beginning, end · X every · Q quarter · ! season · j decade · Y feast · % age · ; clock ·
1 2 3 eras · 4 whole · 5 in a row · 6 and a half · + after that · _ before that · = corresponding to · & two of ·
$ suffix · ` who, which · ? reaches · # perfect · * plan · § war, street · w 7 8 9 proclitics · x any word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from riwaya.annotate.time_words import Piece, Pieces
from riwaya.lexicon.counted import counted_nouns
from riwaya.lexicon.times import Feast, MonthName, TimeEntry, TimeUnit
from riwaya.model import Span
from riwaya.text.words import tokenize

__all__ = ["Expression", "parse"]

# Parts that several rules share.
_MONTH = r"[Mm](?:[/(,-]?[Mm]\)?|/x(?=[AB]?y))?"
_YEAR = r"(?:[,v]*[AB]?,?y1?|[v78@][AB]y1?)"
_TOLD = r"(?:\(?y1?\)?)?"
_YEAR_OF = rf"(?:v?[AB][PFC]{_TOLD}|v?[AB][ZG]|v?tBC?{_TOLD}|v?BtC?|v?[eB]?BG)"
_WHEN = rf"(?:{_YEAR}|{_YEAR_OF}|[PFCGZ])"
_LEAD = r"(?:[JT]?p?J?W[,)]*=?(?:xv?)?|[JT]=?)"
_COUNT = r"(?:[dnlcy]|[dnlc][UV]?)"
_UNITS = r"[AJSKUBkV]"
_NUMBER_OF = r"(?:(?:[dnlc]x?|y)(?:[ASKU]|J(?![WDTdo(,]))(?!y)6?|u(?!y)6?)"
_COMPOUND = r"(?:[dnlcy]x?[ASKUJ]|[ASK]|u)w(?:[dnlc][USJ]|u|[SKJU])(?![MmHhWyodTD`])"
_ONE_OF = r"(?:[AJSKU]c?4|[AJSKU]x4|U(?![dnlc]))"

#: The rules in order of precedence: at one place the first that fits is taken.
_RULES: tuple[tuple[str, str], ...] = (
    ("numeric", r"y[/-]d[/-]d(?![/\-:]?d)[12]?|d[/-]d[/-][yn][12]?|N[12]?|d/y(?![/-])"),
    ("clock", r";@?x?[dnco](?::[dn])*(?:w[dnc]U)?|(?:d|n|l):(?:d|n|l)(?::d)*"),
    (
        "age",
        r"(?:%x?|\?)[~><@vb]*[dnlc](?:(?:w|O8?|-)[dnlc])?[AU]|%[dn](?![A-Za-z])|\(%?[dn][AU][,)]|(?<=,)[dn][AU](?=,)",
    ),
    ("bad-year", rf"[do]v?[Ss]?{_MONTH}l(?=[|.,)\"]|$)|d[-/]d[-/]l"),
    ("nth-weekday", rf"(?:[oI]J?[qW]|W[oR])[v8@]*[Ss]?(?:{_MONTH}{_WHEN}?|(?<=s)[PFC])"),
    ("day-of-month", rf"{_LEAD}?[doc]v?(?:ts|s[PFCG])|Wo(?=[|.,]|$)"),
    ("month-days", rf"{_MONTH}d[-O]d(?![/-])"),
    ("days", rf"[do](?:[-/O]|O8?|w|wz|z)[do]v?[Ss]?{_MONTH}{_WHEN}?"),
    ("day", rf"{_LEAD}?[doc]\$?[,v/-]*[Ss]?{_MONTH}{_WHEN}?"),
    ("english-day", rf"(?:W,?)?{_MONTH}d\$?,{_YEAR}"),
    ("libyan-day", r"[doc]v?[Ss]?Ly"),
    ("hijri-day", rf"{_LEAD}?[doc]v?[Ss]?[Hh](?:[,v]*[AB]?,?[yn]2?|[PFCG])?"),
    ("hijri-month", r"I?v?[Ss]?[Hh](?:[,v]*[AB]?[yn]2?|7[AB][yn]2?)|(?<![dc])S[Hh][PFCG]?|H[PFCG]?|h[PFC]"),
    ("hijri-year", r"I?v?[AB]?[yn]2"),
    ("era", r"[AB]?[dny]3"),
    (
        "month",
        rf"I?v?[Ss]{_MONTH}{_WHEN}?|I?v?M(?:[/(,-]?[Mm]\)?|/x(?=[AB]?y))?{_WHEN}?|I?v?m[/(-][Mm]\)?{_WHEN}?"
        rf"|I?v?m{_WHEN}|(?<=[@I^izbvO])m|Ivm",
    ),
    ("season", rf"I?v?![,v]?(?:[AB]?y1?|[AB][PFC]{_TOLD}|tB{_TOLD}|[PFC])"),
    ("part-of-month", rf"(?:[Qk]o|[oI]K)[v8@]*(?:[Ss]?{_MONTH}{_WHEN}?|[Ss][PFC]?)"),
    ("part-of-year", rf"Qov?(?:[AB]?y1?C?|tB{_TOLD}|B[PFC]{_TOLD}|B)"),
    ("decade", r"I?v?[jc](?:v?V[PC])|I?v?j"),
    ("feast", r"(?:o[UVJ])?p?Y[,v7]*[AB]?[yn]2?|(?:o[UVJ])?p?Y[PFC]?"),
    ("years", r"&?[AB]?y1?[-/]y1?(?![/-])"),
    ("year", r"I?v?(?:[AB]v?y1?C?|[u&]y1?)"),
    ("in-a-row", r"[TB]o5|[sk]o5|[dnlcy]U5|u5"),
    ("same", r"[TBsk]G|e[TBsk]|e[TBsk]G"),
    ("next-in-story", r"p?[TBsk]f"),
    ("later-in-story", rf"[+_]8(?:{_NUMBER_OF}|[AJSK]4?|{_UNITS})"),
    ("decades", r"VP"),
    ("told-year", r"I?v?(?:B[PFC]|tBC?)(?:\(y1?\)|y1?)"),
    ("units-of", r"[VBsk]c?4?[PFRE]|[VT][cd][PFRE]|cU[PFRE]|[dnlc]v?U[PFRE]|u[PFRE]|7?I[dlcn]U|[dnlc]V[PFRE]"),
    ("edge", r"Iv?(?:tB|[Bsk][PFCG]?|t[sk]|[ASK][PFC]|[VU][PFC])"),
    ("unit", r"t[BskV]C?|[Bsk][PFCZ]|[Bsk]tC?|T[PFZ]"),
    ("nights", r"pW[/-]?p?w?W"),
    ("weekday", r"(?:pv?)?(?:[JT]|&)?p?J?(?:D[,(]*J?|T[,(]*J?)?[(]?W[)]?(?:v(?:k[PFC]|tk)|[PFCZ])?|tW|qk[PFC]"),
    ("deictic", r"t¶|(?:pv?)?J?DP?|(?:pv?)?tT|pv?T|tT|p[PF]|T(?!R?`)(?!R)"),
    ("before-event", rf"a[~><]?(?:{_NUMBER_OF}|[AJSK])4?v"),
    ("ago", rf"a[~><]?(?:{_NUMBER_OF}|[AJSK])4?(?!4?v)"),
    ("since-length", rf"i[~><]?(?:{_NUMBER_OF}|[AJSK]4?(?![xyWDdo(M]))"),
    ("compound", rf"(?:[r0]|g)?[~><]?{_COMPOUND}"),
    ("for-length", rf"(?:[r0]|g)[~><]?(?:{_NUMBER_OF}|{_ONE_OF}|[AJSK]4|[AJSK](?![dyMmHhWD]))|0B"),
    ("set", r"X[qAJKS]|XW|Xu|Xc[UJASK]"),
    ("two-lengths", r"[dnlc](?:O8?|-|wz|w)[dnlc](?:[ASKU]|J(?![WDTdo(,]))"),
    ("part-length", r"[~><]?Q[ASU](?![yo])(?!S?[MmHh])"),
    ("length", rf"[~><]?{_NUMBER_OF}E?|[~><]?[AJSK](?:c?4|x4|xc4?(?<=c4))"),
    ("bare-year", r"I?v?y1?"),
)
_GRAMMAR = re.compile(
    "(?![x|.,:w)`#])(?:" + "|".join(f"(?P<r{index}>{pattern})" for index, (_, pattern) in enumerate(_RULES)) + ")"
)
#: Rules that use up their words without giving a time.
_SILENT = frozenset(("clock", "age", "era", "before-event"))
#: A bare number of four digits is a year only in these years, and only where its neighbours allow it.
_BARE_YEARS = range(1800, 2101)
#: A number of four digits right behind "last year" and the like: the year, unless it counts something.
_TOLD_YEAR = re.compile(r"(?:[PFC]|t[BC])\(?y")
#: The letter of words that make a name of a day or month behind them.
_NAMED = "§"
#: So many pieces before an expression can belong to it.
_LOOK_BACK = 8
_YEAR_BEFORE = frozenset('@izb^wOv(/-,|"AB&I7rgaxU:=§')
#: Before a bare year: "since the revolution of", or another year and "to" or "and".
_YEAR_LEADS = re.compile(r"(?:i[x§]{1,2}|y(?:[wz]*O|w))$")
_YEAR_AFTER = frozenset('|,.()"w@zvOga=/-:i^brIFPp;e0t+_#W8')


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression of time with its slots. `first` and `last` are pieces; letters are those of the grammar.

    `relation` and `year_relation` are P, F, C, Z, G or f; `opens` is "since" or "until"; `until` ends an interval.
    """

    rule: str
    span: Span
    first: int
    last: int
    day: int | None = None
    day_to: int | None = None
    month: int | None = None
    month_to: int | None = None
    calendar: str = "gregorian"
    year: int | None = None
    year_to: int | None = None
    weekday: int | None = None
    weekday_to: int | None = None
    relation: str | None = None
    year_relation: str | None = None
    offset: int | None = None
    part: str | None = None
    mod: str | None = None
    unit: TimeUnit | None = None
    count: float | None = None
    and_half: bool = False
    ordinal: int | None = None
    number: int | None = None
    feast: Feast | None = None
    opens: str | None = None
    name: MonthName | None = None
    note: str | None = None
    until: Expression | None = None
    more: Expression | None = None
    digits: str = ""
    about: bool = False
    unit_letter: str = ""


def parse(pieces: Pieces) -> tuple[Expression, ...]:
    """Give the expressions of time in a stretch, left to right, none overlapping, intervals joined."""
    found: list[Expression] = []
    for match in _GRAMMAR.finditer(pieces.letters):
        rule = _RULES[int((match.lastgroup or "r0")[1:])][0]
        if rule in _SILENT:
            continue
        last = match.end()
        if rule == "bare-year" and not _is_year(pieces, match.start(), last):
            continue
        if (told := _TOLD_YEAR.search(match.group())) and not _is_written_year(pieces, match.start(), last):
            rule, last = "unit" if rule == "told-year" else rule, match.start() + told.start() + 1
        found.extend(e for e in _build(rule, pieces, match.start(), last) if not _is_name(pieces, e))
    return tuple(_opened(pieces, _joined(pieces, found)))


def _is_name(pieces: Pieces, expression: Expression) -> bool:
    """Tell whether a day or month without a year is the name of a war, a street or a town, by the word before it."""
    whole = expression.year or expression.relation or expression.year_relation
    return (
        expression.rule in ("day", "month")
        and not whole
        and pieces.letters[expression.first - 1 : expression.first] == _NAMED
    )


def _before(letters: str, first: int) -> str:
    """Give the few letters that stand before a piece."""
    return letters[max(0, first - _LOOK_BACK) : first]


def _is_year(pieces: Pieces, first: int, last: int) -> bool:
    """Tell whether a bare number of four digits may be a year, by what stands around it."""
    letters = pieces.letters
    if not _is_written_year(pieces, first, last):
        return False
    if _before(letters, first).endswith("*x"):  # "vision of the kingdom 2030"
        return False
    before = letters[first - 1] if first else "|"
    after = letters[last] if last < len(letters) else "|"
    if (before in "@iz^b" and after == "x") or _YEAR_LEADS.search(_before(letters, first)):
        return True
    return before in _YEAR_BEFORE and after in _YEAR_AFTER


def _is_written_year(pieces: Pieces, first: int, last: int) -> bool:
    """Tell whether the number of four digits in an expression is a year of ours, and counts nothing behind it."""
    year = next(piece for piece in pieces.pieces[first:last] if piece.letter == "y")
    if int(year.number) not in _BARE_YEARS:
        return False
    return pieces.letters[last : last + 1] != "x" or not _is_counted(pieces, pieces.pieces[last].span.start)


def _is_counted(pieces: Pieces, at: int) -> bool:
    """Tell whether the word at a place is a noun that numbers count: then the number before it is no year."""
    tokens = tokenize(pieces.text)
    return bool(counted_nouns().at(tokens, tokens.index_at(at), proclitics=False))


def _build(rule: str, pieces: Pieces, first: int, last: int) -> list[Expression]:
    """Fill an expression's slots from its pieces; a rule of two makes two."""
    while first < last - 1 and pieces.pieces[first].letter in "7v,(":
        first += 1
    last = _without_tail(pieces, first, last)
    inside = pieces.pieces[first:last]
    expression = Expression(rule, pieces.span(first, last), first, last)
    for index, piece in enumerate(inside):
        expression = _fill(expression, piece, inside[index - 1].letter if index else "")
    if rule == "compound":
        return _compound(pieces, first, last)
    if rule == "two-lengths":
        return _two_lengths(pieces, expression)
    if rule == "days" and "w" in pieces.letters[first:last] and "z" not in pieces.letters[first:last]:
        return _two_days(pieces, expression)
    return [expression]


def _without_tail(pieces: Pieces, first: int, last: int) -> int:
    """Leave punctuation at the end out, but keep a bracket that was opened inside."""
    while last - 1 > first and pieces.letters[last - 1] in ",=(/-v" + (
        "" if "(" in pieces.letters[first:last] else ")"
    ):
        last -= 1
    return last


def _fill(expression: Expression, piece: Piece, before: str) -> Expression:
    """Put one piece into the slot its letter says."""
    letter, number, entry = piece.letter, piece.number, piece.entry
    if letter in "doc" and expression.rule in _WITH_DAY:
        return (
            replace(expression, day=int(number)) if expression.day is None else replace(expression, day_to=int(number))
        )
    if letter in "MmLHh" and entry:
        if expression.month is None:
            return replace(expression, month=entry.number, calendar=entry.calendar, name=entry.month)
        return _second_month(expression, entry, before) if entry.number != expression.month else expression
    if letter == "y" or (letter == "n" and expression.rule.startswith(("hijri", "feast"))):
        if expression.rule in _COUNTING:
            return replace(expression, count=float(number))
        if expression.rule == "numeric":
            return replace(expression, digits=f"{expression.digits}-{piece.form}")
        return (
            replace(expression, year=int(number))
            if expression.year is None
            else replace(expression, year_to=int(number))
        )
    if letter in "dnlNc" or (letter == "o" and expression.rule not in _RANKED):
        if expression.rule == "numeric":
            return replace(expression, digits=f"{expression.digits}-{piece.form}")
        return replace(expression, count=float(number))
    if letter == "W" and entry:
        day = entry.number
        return replace(expression, weekday=day) if expression.weekday is None else replace(expression, weekday_to=day)
    if letter == "q" and entry:
        return replace(expression, weekday=entry.number)
    return _fill_little(expression, piece, before)


def _second_month(expression: Expression, entry: TimeEntry, before: str) -> Expression:
    """Take a second month: the end of an interval, or, after a slash, the same month's other name.

    Two names of one month that differ: the ones told apart by number are the ones mistaken ("the second Tishrin").
    """
    one, two = expression.name, entry.month
    if before != "/" or one is None or two is None or one.system == two.system:
        return replace(expression, month_to=entry.number)
    numbered = [name for name in (one, two) if _NUMBERED in name.forms[0]] if one.forms and two.forms else []
    if len(numbered) == 1 and abs(one.number - two.number) == 1:
        sure = one if numbered[0] is two else two
        return replace(expression, month=sure.number, name=sure, note="its two names differ; the one without a number is taken")
    return replace(expression, note="the two names are of different months", month_to=entry.number)


#: The names of months that are told apart by number alone have two words.
_NUMBERED = " "
#: Rules in which an ordinal is a rank, not a day of the month.
_RANKED = frozenset(("part-of-year", "part-of-month", "feast", "nth-weekday"))
#: Rules in which a number is a day of the month.
_WITH_DAY = frozenset((
    "day", "days", "english-day", "libyan-day", "hijri-day", "month-days", "day-of-month",
))  # fmt: skip
#: Rules in which "day", "month" and "year" are words beside a name or number, not units; in the latter "month" is.
_NO_UNIT = frozenset((
    "day", "days", "hijri-day", "month", "hijri-month", "year", "season", "weekday", "part-of-month", "nth-weekday",
    "day-of-month", "told-year",
))  # fmt: skip
_OF_MONTH = frozenset(("part-of-month", "nth-weekday"))
#: Rules in which a number counts units.
_COUNTING = frozenset(
    ("length", "part-length", "two-lengths", "ago", "since-length", "for-length", "units-of", "later-in-story", "in-a-row")
)


def _fill_little(expression: Expression, piece: Piece, before: str) -> Expression:
    letter, entry = piece.letter, piece.entry
    if letter in "PFCZGfRE" or letter == "t":
        relation = "C" if letter == "t" else letter
        if letter == "t" and expression.rule == "weekday":
            relation = "t"
        if letter != "t" and before in "AB" and expression.rule not in ("unit", "edge", "same", "units-of"):
            return replace(expression, year_relation=relation)
        if letter == "t" and expression.rule in ("day", "days", "month", "season", "part-of-year", "part-of-month"):
            return replace(expression, year_relation=relation)
        if expression.relation and letter in "CPF" and expression.relation == "C":
            return expression
        return replace(expression, relation=relation)
    if letter in "ABSsKkUVuJT" and entry and entry.unit:
        if letter == "u" and expression.rule == "year":
            return expression
        if expression.rule in _NO_UNIT and letter in "JTABSs" and not (letter in "Ss" and expression.rule in _OF_MONTH):
            return expression
        expression = replace(expression, unit=entry.unit, unit_letter=letter)
        if letter == "U":
            return replace(expression, number=entry.number)
        if letter == "V" and expression.number is None:
            return replace(expression, number=entry.number)
        return replace(expression, count=2.0) if letter == "u" else expression
    if letter == "T":
        return replace(expression, offset=0, unit_letter="T") if expression.offset is None else expression
    if letter == "D" and entry:
        return replace(expression, offset=entry.number)
    if letter == "¶" and entry:
        return replace(expression, part=entry.mod, offset=0)
    if letter == "p" and entry:
        return replace(expression, part=entry.mod)
    if letter in "I~><" and entry:
        return replace(expression, mod=entry.mod)
    if letter == "Q" and entry and expression.rule == "part-length":
        return replace(expression, count=1 / entry.number)
    if letter in "!Qj" and entry:
        return replace(expression, number=entry.number)
    if letter == "o":
        return replace(expression, ordinal=int(piece.number))
    if letter == "Y" and entry:
        return replace(expression, feast=entry.feast, calendar=entry.calendar)
    if letter == "6":
        return replace(expression, and_half=True)
    if letter in "+_":
        return replace(expression, relation=letter)
    if letter == "2":
        return replace(expression, calendar="hijri")
    return expression


#: Codes of units from the smallest to the largest; only what is smaller is added to a length, and never to weeks.
_SIZES = ("W", "TS", "TM", "TH", "D", "M", "Y")


def _compound(pieces: Pieces, first: int, last: int) -> list[Expression]:
    """Make "12 years and a month" one length, if the second unit is the smaller one; else two."""
    middle = pieces.letters.index("w", first)
    (one,), (two,) = _build("length", pieces, first, middle), _build("length", pieces, middle + 1, last)
    if one.unit and two.unit and _SIZES.index(one.unit.code) > _SIZES.index(two.unit.code) > 0:
        return [replace(one, span=pieces.span(first, last), last=last, more=two)]
    return [one, two]


def _two_lengths(pieces: Pieces, whole: Expression) -> list[Expression]:
    """Make "18 to 11 hours" two lengths of one unit."""
    first, second = whole.first, whole.last - 2
    one = replace(
        whole,
        rule="length",
        count=float(pieces.pieces[first].number),
        span=pieces.span(first, first + 1),
        last=first + 1,
    )
    two = replace(
        whole,
        rule="length",
        count=float(pieces.pieces[second].number),
        span=pieces.span(second, whole.last),
        first=second,
    )
    return [one, two]


def _two_days(pieces: Pieces, whole: Expression) -> list[Expression]:
    """Make "8 and 9 October" two days of one month."""
    one = replace(whole, rule="day", day_to=None, span=pieces.span(whole.first, whole.first + 1), last=whole.first + 1)
    two = replace(whole, rule="day", day=whole.day_to, day_to=None, first=whole.first + 2,
                  span=pieces.span(whole.first + 2, whole.last))  # fmt: skip
    return [one, two]


#: Rules whose value is a point that can begin or end an interval.
_POINTS = frozenset((
    "numeric", "day", "english-day", "libyan-day", "hijri-day", "hijri-month", "hijri-year", "month", "season", "year",
    "bare-year", "told-year", "weekday", "nth-weekday", "day-of-month", "deictic", "unit", "edge", "feast", "part-of-year",
    "part-of-month",
))  # fmt: skip


def _joined(pieces: Pieces, found: list[Expression]) -> list[Expression]:
    """Join two points into an interval: between … and, from … to, … until …."""
    out: list[Expression] = []
    for expression in found:
        before = out[-1] if out else None
        if before and before.until is None and _is_interval(pieces, before, expression):
            first = _interval_start(pieces, before)
            out[-1] = replace(
                before, span=pieces.span(first, expression.last), first=first, last=expression.last, until=expression
            )
        else:
            out.append(expression)
    return out


def _is_interval(pieces: Pieces, one: Expression, two: Expression) -> bool:
    between = pieces.letters[one.last : two.first].replace("@", "").replace("8", "")
    if one.rule not in _POINTS or two.rule not in _POINTS or len(between) > 2:
        return False
    lead = _before(pieces.letters, one.first).rstrip("@&IJ")[-1:]
    if lead == "b":
        return between in ("w", "wz", "wO")
    if lead in ("v", "i"):
        return between in ("O", "z", "wz", "wO")
    return between in ("wz", "z") or (between == "-" and one.rule == two.rule)


def _interval_start(pieces: Pieces, one: Expression) -> int:
    """Give the piece an interval starts at: its "between" belongs to it, its "from" does not."""
    head = _before(pieces.letters, one.first)
    plain = head.rstrip("@&")
    return one.first - (len(head) - len(plain)) - 1 if plain.endswith("b") else one.first


def _opened(pieces: Pieces, found: list[Expression]) -> list[Expression]:
    """Make "since X" and "until X" intervals with one open end."""
    out = []
    for expression in found:
        if expression.until is None and expression.rule in _POINTS:
            head = _before(pieces.letters, expression.first)
            plain, start = head.rstrip("@&"), expression.first - len(head)
            if plain.endswith("i") and len(head) - len(plain) < 2:
                expression = _with_open(pieces, expression, start + len(plain) - 1, "since")
            elif expression.rule == "bare-year" and re.search(r"i[x§]{1,2}$", head):
                expression = _with_open(pieces, expression, start + head.rindex("i"), "since")
            elif not _is_deadline(expression) and plain.endswith("z") and not plain.endswith("wz"):
                expression = _with_open(pieces, expression, start + len(plain) - 1, "until")
        if expression.rule in _POINTS and _before(pieces.letters, expression.first).rstrip("@").endswith("~"):
            expression = replace(expression, about=True)
        out.append(expression)
    return out


#: Rules of years: "until the end of 2030" is an open interval as "until 2030" is.
_WHOLE_YEARS = frozenset(("year", "bare-year", "told-year"))


def _is_deadline(expression: Expression) -> bool:
    """Tell whether "until" comes before a point of a day or month, which it only ends at."""
    edge = expression.mod is not None and expression.year_to is None and expression.rule not in _WHOLE_YEARS
    return expression.rule == "season" or edge or (expression.rule == "weekday" and expression.part is not None)


def _with_open(pieces: Pieces, expression: Expression, first: int, opens: str) -> Expression:
    return replace(expression, opens=opens, first=first, span=pieces.span(first, expression.last))
