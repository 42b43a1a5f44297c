"""Words of a page, ready to cite: as a line of text, as BibTeX, as a W3C Web Annotation.

Goes in: a document and a span of it (or None for the whole page). Comes out: text. The address is the page's own, where
it has one; a span is given by its words and by its code points, so that others can check it.
"""

from __future__ import annotations

import json

from riwaya.model import Document, Span
from riwaya.web.views import outlet_name

__all__ = ["annotation", "bibtex", "citation"]

#: Code points before and after a quote that fix its place where offsets have moved.
AROUND = 32
#: Code points of a quote in a line of text.
LONGEST = 300
_BRACES = str.maketrans({"{": "(", "}": ")", "\\": "/", "\n": " "})


def _title(doc: Document) -> str:
    return " ".join(doc.title.of(doc.text).split()) if doc.title else doc.source


def _words(doc: Document, span: Span) -> str:
    words = " ".join(span.of(doc.text).split())
    return words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + " …"


def citation(doc: Document, span: Span | None = None) -> str:
    """Give one line: outlet, title, day, address, and the words with their place.

    Day, address and place are isolated, so that they read left to right in a line that runs the other way.
    """
    day, address = _alone(doc.published or "n.d."), _alone(doc.url or doc.source)
    line = f"{outlet_name(doc)}, «{_title(doc)}», {day}, {address}"
    if span:
        line += f": «{_words(doc, span)}» {_alone(f'[{doc.id}:{span.start}-{span.end}]')}"
    return line


def _alone(words: str) -> str:
    """Give words between the signs U+2066 and U+2069: left to right, whatever stands around them."""
    return f"\u2066{words}\u2069"


def bibtex(doc: Document, span: Span | None = None) -> str:
    """Give a BibLaTeX entry of type online."""
    key = doc.id if span is None else f"{doc.id}-{span.start}-{span.end}"
    fields = {
        "title": f"{{{_title(doc).translate(_BRACES)}}}",
        "organization": f"{{{outlet_name(doc).translate(_BRACES)}}}",
        "date": doc.published if doc.published and "~" not in doc.published else None,
        "url": doc.url.translate(_BRACES) if doc.url else None,
        "langid": "arabic" if doc.language == "ar" else None,
        "note": f"«{_words(doc, span).translate(_BRACES)}» ({span.start}--{span.end})" if span else None,
    }
    rows = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@online{{riwaya-{key},\n{rows}}}\n"


def annotation(doc: Document, span: Span) -> str:
    """Give the words as a Web Annotation (W3C Recommendation of 2017) with quote and position selectors."""
    text = doc.text
    quote = {"type": "TextQuoteSelector", "exact": span.of(text), "prefix": text[max(0, span.start - AROUND) : span.start],
             "suffix": text[span.end : span.end + AROUND]}  # fmt: skip
    place = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    whole = {
        "@context": "http://www.w3.org/ns/anno.jsonld", "id": f"urn:riwaya:{doc.id}:{span.start}-{span.end}",
        "type": "Annotation", "motivation": "highlighting",
        "target": {"source": doc.url or doc.source, "selector": [quote, place]},
    }  # fmt: skip
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
