"""Riwaya reads Arabic news and gives back the record behind the prose, each fact tied to its words.

`read` reads one page into a `Record`, `open` opens a library, `tables` gives flat rows and `arrow` Arrow tables for data
frames. The types live in `riwaya.model` and `riwaya.across`; start there.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from riwaya.api import arrow, open, read, tables

__all__ = ["__version__", "arrow", "open", "read", "tables"]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """Load the reader only when it is asked for, so that the command line starts fast."""
    if name in ("arrow", "open", "read", "tables"):
        from riwaya import api
        from riwaya.web.notebook import show_in_notebooks

        show_in_notebooks()
        return getattr(api, name)
    raise AttributeError(f"riwaya has no {name!r}")
