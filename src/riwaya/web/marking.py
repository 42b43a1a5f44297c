"""A page's text with its annotations marked, as HTML that is safe to show.

Goes in: text and `Mark`s (span, id, class, tip). Comes out: escaped HTML in which every mark is a <span> (or a
link) that can be linked to. Marks nest; where two cross, the later one is cut at the earlier one's end, so that the HTML stays a tree.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

from riwaya.model import Span

__all__ = ["Mark", "mark_text", "snippet"]

#: How many code points of context a snippet shows on each side of its words; about one line on a phone.
CONTEXT = 110


@dataclass(frozen=True, slots=True)
class Mark:
    """A span to mark: `key` becomes the element's id (may be empty), `layer` its class, `tip` its title.

    `link` makes it a link, where it stands in no other link.
    """

    span: Span
    key: str
    layer: str
    tip: str = ""
    link: str = ""


def mark_text(text: str, within: Span, marks: Iterable[Mark]) -> Markup:
    """Give the text of a stretch with its marks as nested HTML.

    >>> mark_text("a<b", Span(0, 3), [Mark(Span(2, 3), "k", "time")])
    Markup('a&lt;<span id="k" class="time">b</span>')
    """
    inside = sorted(
        (m for m in marks if within.holds(m.span) and len(m.span)), key=lambda m: (m.span.start, -m.span.end, m.key)
    )
    out: list[str] = []
    open_ends: list[int] = []
    tags: list[str] = []
    at = within.start

    def close_until(offset: int) -> None:
        nonlocal at
        while open_ends and open_ends[-1] <= offset:
            out.append(f"{escape(text[at : open_ends[-1]])}</{tags.pop()}>")
            at = open_ends.pop()

    for mark in inside:
        close_until(mark.span.start)
        out.append(str(escape(text[at : mark.span.start])))
        at = mark.span.start
        key = f' id="{escape(mark.key)}"' if mark.key else ""
        tip = f' title="{escape(mark.tip)}"' if mark.tip else ""
        tags.append("a" if mark.link and "a" not in tags else "span")
        link = f' href="{escape(mark.link)}"' if tags[-1] == "a" else ""
        out.append(f'<{tags[-1]}{key} class="{escape(mark.layer)}"{link}{tip}>')
        open_ends.append(min(mark.span.end, open_ends[-1]) if open_ends else mark.span.end)
    close_until(within.end)
    out.append(str(escape(text[at : within.end])))
    return Markup("".join(out))


def snippet(text: str, span: Span, *, context: int = CONTEXT) -> Markup:
    """Give the words of a span marked, with `context` code points of their own paragraph on each side."""
    line_start, line_end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    line_end = len(text) if line_end < 0 else line_end
    start, end = max(line_start, span.start - context), min(line_end, span.end + context)
    if start > line_start and " " in text[start : span.start]:
        start = text.index(" ", start) + 1
    if end < line_end and " " in text[span.end : end]:
        end = text.rindex(" ", span.end, end)
    before, after = "… " if start > line_start else "", " …" if end < line_end else ""
    marked = escape(text[start : span.start]) + Markup("<mark>{}</mark>").format(span.of(text))
    return escape(before) + marked + escape(text[span.end : end]) + escape(after)
