"""Riwaya reads Arabic news and gives back the record behind the prose, each fact tied to its words.

`read` reads one page into a `Record`. The types live in `riwaya.model`; start there.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from riwaya.record import read

__all__ = ["__version__", "read"]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """Load the reader only when it is asked for, so that the command line starts fast."""
    if name == "read":
        from riwaya.record import read

        return read
    raise AttributeError(f"riwaya has no {name!r}")
