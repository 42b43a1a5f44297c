"""The grammar of time as patterns over letters: the letters of `Pieces` in, the names and places of rules out.

The letters: A B year · S s month · K k week · J T day (T: "اليوم") · U V other units (second letter: with the
article) · u a dual · M month name · m the same where it is another word too · L Libya's · H h Hijri · W weekday ·
q without article · d y n l c o numbers (day, year, other, long, in words, ordinal) · N dotted date · D yesterday … ·
p ¶ part of day · P past · E gone · R recent · Z previous · ß the one before the last · F coming · C current · G same · f following · t this ·
e that · a ago · i since · g after · r during · 0 throughout · z until · O to · v from, of · b between · ^ by · @ in ·
~ about · > more · < less · I beginning, end · X every · Q quarter · ! season · j decade · Y feast · % age · ; clock ·
1 2 3 eras · 4 whole · 5 in a row · 6 and a half · + after that · _ before that · = corresponding to · & two of ·
$ suffix · ` who, which · ? reaches · # perfect · * plan · § war, street · w 7 8 9 proclitics · x any word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["matches"]

# Parts that several rules share.
_MONTH = r"[Mm](?:[/(,-]?[Mm]\)?|/x(?=[AB]?y))?"
_YEAR = r"(?:[,v]*[AB]?,?y1?|[v78@][AB]y1?)"
_TOLD = r"(?:\(?y1?\)?)?"
_YEAR_OF = rf"(?:v?[AB][PFC]{_TOLD}|v?[AB][ZGß]|v?tBC?{_TOLD}|v?BtC?|v?[eB]?BG)"
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
    ("three-days", rf"[do],?w?[do],?w[do]v?[Ss]?{_MONTH}{_WHEN}?"),
    ("days", rf"[do](?:[-/O]|O8?|w|wz|z)[do]v?[Ss]?{_MONTH}{_WHEN}?"),
    ("day", rf"{_LEAD}?[doc]\$?[,v/-]*[Ss]?{_MONTH}{_WHEN}?"),
    ("english-day", rf"(?:W,?)?{_MONTH}d\$?,{_YEAR}"),
    ("libyan-day", r"[doc]v?[Ss]?Ly?"),
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
    ("edge", r"Iv?(?:tB|[Bsk][PFCGß]?|t[sk]|[ASK][PFC]|[VU][PFC])"),
    ("unit", r"t[BskV]C?|[Bsk][PFCZß]|[Bsk]tC?|T[PFZ]"),
    ("weekdays", r"&?Ww[J&]?W[PFCZ]"),
    ("nights", r"pW[/O-]?p?w?W"),
    ("weekday", r"(?:pv?)?(?:[JT]|&)?p?J?(?:D[,(]*J?|T[,(]*J?)?[(]?W[)]?(?:v(?:k[PFC]|tk)|[PFCZ])?|tW|qk[PFC]"),
    ("deictic", r"t¶|(?:pv?)?J?DP?|(?:pv?)?tT|pv?T|tT|p[PF]|T(?!R?`)(?!R)"),
    ("before-event", rf"a[~><]?(?:{_NUMBER_OF}|[AJSK])4?v"),
    ("ago", rf"a[~><]?(?:{_NUMBER_OF}|Q[AU]|[AJSK])4?(?!4?v)"),
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


def matches(letters: str) -> Iterator[tuple[str, int, int]]:
    """Give what the rules find in the letters of a stretch, left to right, none overlapping: rule, first, last piece.

    >>> list(matches("@dM/MC"))
    [('day', 1, 6)]
    """
    for found in _GRAMMAR.finditer(letters):
        yield _RULES[int((found.lastgroup or "r0")[1:])][0], found.start(), found.end()
