"""How a record and a library show themselves in a notebook: self-contained HTML, everything from pages escaped.

`show_in_notebooks` gives the two types the method that notebooks call; `riwaya` does it when its functions are used.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

from riwaya.model import Record
from riwaya.store.front_queries import largest
from riwaya.store.library import Library
from riwaya.web.marking import Mark, mark_text
from riwaya.web.views import outlet_name, way, when_text
from riwaya.web.wording import word

__all__ = ["library_html", "record_html", "show_in_notebooks"]

#: Colours that are told apart by all readers, on light and on dark; the mark is a line, so that the text keeps its own.
STYLE = (
    "<style>.riwaya p{margin:.3em 0;line-height:1.8}.riwaya .m{border-bottom:2px solid}.riwaya .person{border-color:#0072b2}"
    ".riwaya .organization{border-color:#009e73}.riwaya .place{border-color:#d55e00}.riwaya .time{border-bottom-style:dotted}"
    ".riwaya .claim{background:rgba(240,228,66,.25)}.riwaya .dim{opacity:.55;font-size:.85em}"
    ".riwaya td,.riwaya th{text-align:start}</style>"
)
#: Stories that a library shows of itself.
SHOWN = 10


def record_html(record: Record) -> str:
    """Give a page's text with who, where, when and what is claimed marked, and its claims and events as tables."""
    doc = record.document
    marks = [Mark(m.span, "", f"m {m.type.lower()}", m.type.lower()) for m in record.mentions]
    marks += [Mark(t.span, "", "m time", t.value or t.reason or "") for t in record.times]
    marks += [Mark(c.span, "", "claim", _chain(record, n)) for n, c in enumerate(record.claims)]
    lines = [
        Markup('<p class="{}">{}</p>').format(
            "" if b.role in ("title", "body") else "dim", mark_text(doc.text, b.span, marks)
        )
        for b in doc.blocks
    ]
    head = Markup("<p><b>{}</b> · {}</p>").format(outlet_name(doc), when_text(doc.published) or "?")
    claims = _table(("who", "stance", "said"), [
        (_chain(record, n), word("stance", c.stance, "en"), c.span.of(doc.text)) for n, c in enumerate(record.claims)
    ])  # fmt: skip
    events = _table(("when", "type", "status", "words"), [
        (when_text(e.when), " ".join(filter(None, (e.type, e.mode))), e.status, e.span.of(doc.text)) for e in record.events
    ])  # fmt: skip
    way_of_text = way(doc.text)
    return str(
        Markup(STYLE) + Markup('<div class="riwaya"><div dir="{}">{}{}</div>{}{}</div>').format(
            way_of_text, head, Markup("").join(lines), claims, events
        )
    )  # fmt: skip


def _chain(record: Record, number: int) -> str:
    return " ← ".join(" ".join(s.span.of(record.document.text).split()) for s in record.claims[number].sources)


def _table(names: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Markup:
    if not rows:
        return Markup("")
    head = Markup("").join(Markup("<th>{}</th>").format(name) for name in names)
    body = Markup("").join(
        Markup("<tr>{}</tr>").format(
            Markup("").join(Markup('<td dir="{}">{}</td>').format(way(cell), " ".join(cell.split())) for cell in row)
        )
        for row in rows
    )
    return Markup("<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>").format(head, body)


def library_html(library: Library) -> str:
    """Give a library's largest stories as a table."""
    rows = [(s.title, str(s.documents), str(s.outlets), str(s.differences), " – ".join(filter(None, (s.start, s.end))))
            for s in largest(library, limit=SHOWN)]  # fmt: skip
    table = _table(("story", "pages", "outlets", "differences", "days"), rows)
    return f'{STYLE}<div class="riwaya"><p>{escape(library.path)}: {len(library)} pages</p>{table}</div>'


def show_in_notebooks() -> None:
    """Let records and libraries show themselves as HTML where a notebook asks for it."""
    setattr(Record, "_repr_html_", record_html)  # noqa: B010 - the type itself knows no web
    setattr(Library, "_repr_html_", library_html)  # noqa: B010
