"""A record as JSON and back, exactly: frozen types become objects keyed by field, read back by their type hints.

Goes in: a `Record` (or any frozen type of the model). Comes out: plain JSON text; `loads` gives an equal object.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

__all__ = ["dumps", "loads"]

Kind = TypeVar("Kind")


def dumps(value: object) -> str:
    """Give a frozen object as JSON text; fields that hold their default stay out."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value) if getattr(value, f.name) != f.default}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def loads(text: str, kind: type[Kind]) -> Kind:
    """Give the object of a type that `dumps` wrote."""
    value: Kind = _typed(json.loads(text), kind)
    return value


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _typed(value: Any, kind: Any) -> Any:
    if value is None:
        return None
    origin = get_origin(kind)
    if origin in (UnionType, Union):
        return _typed(value, next(arg for arg in get_args(kind) if arg is not NoneType))
    if origin is tuple:
        inner = get_args(kind)
        if len(inner) == 2 and inner[1] is Ellipsis:
            return tuple(_typed(item, inner[0]) for item in value)
        return tuple(_typed(item, one) for item, one in zip(value, inner, strict=True))
    if is_dataclass(kind) and isinstance(kind, type):
        hints = _hints(kind)
        return kind(**{name: _typed(item, hints[name]) for name, item in value.items()})
    return value
