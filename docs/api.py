"""Write docs/api.md from the docstrings of what a notebook calls and of the types it gets; `--check` fails where it is out
of date."""

from __future__ import annotations

import dataclasses
import inspect
import sys
from pathlib import Path

import riwaya
from riwaya import across, model
from riwaya.store.library import Library

PAGE = Path(__file__).with_name("api.md")
HEAD = """# In Python

Written from the program's own docstrings by `make docs`. Spans are half-open, in code points of a document's text.

```python
import riwaya

record = riwaya.read("page.html")                    # one page, all layers; shows itself in a notebook
library = riwaya.open("news.riwaya")                 # a library that `riwaya add` made, or a new one
claims = riwaya.arrow(library)["claims"].to_pandas()   # every table for pandas, or polars.from_arrow(…)
```
"""


def text() -> str:
    """Give the page: the functions, the library's methods, then each type with its fields."""
    parts = [HEAD, "## Functions"]
    parts += [_callable(f"riwaya.{name}", getattr(riwaya, name)) for name in riwaya.__all__ if not name.startswith("_")]
    parts += ["## The library", _cleaned(Library)]
    public = [
        (name, one) for name, one in vars(Library).items() if inspect.isfunction(one) and not name.startswith("_")
    ]
    parts += [_callable(name, one) for name, one in public]
    parts.append("## Types")
    for module, name in ((one, name) for one in (model, across) for name in one.__all__):
        one = getattr(module, name)
        if inspect.isclass(one) and dataclasses.is_dataclass(one):
            fields = "\n".join(f"- `{field.name}`: `{field.type}`" for field in dataclasses.fields(one))
            parts.append(f"### {name}\n\n{_cleaned(one)}\n\n{fields}")
    return "\n\n".join(parts) + "\n"


def _callable(name: str, one: object) -> str:
    signature = str(inspect.signature(one)).replace("'", "")  # type: ignore[arg-type]
    return f"### {name}\n\n```python\n{name}{signature}\n```\n\n{_cleaned(one)}"


def _cleaned(one: object) -> str:
    return (inspect.getdoc(one) or "").replace("Raises:\n", "Raises:\n\n")


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(PAGE.read_text(encoding="utf-8") != text())
    PAGE.write_text(text(), encoding="utf-8")
