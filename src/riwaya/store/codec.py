"""A record as JSON and back, exactly: frozen types become objects keyed by field, read back by their type hints.

Goes in: a `Record` (or any frozen type of the model). Comes out: plain JSON text; `loads` gives an equal object.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

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
    value: Kind = _reader(cast(Any, kind))(json.loads(text))
    return value


def _same(value: Any) -> Any:
    return value


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    """Give the function that makes a value of a type from plain JSON; it is put together once for each type."""
    origin = get_origin(kind)
    if origin in (UnionType, Union):
        inner = _reader(next(arg for arg in get_args(kind) if arg is not NoneType))
        return inner if inner is _same else lambda value: None if value is None else inner(value)
    if origin is tuple:
        readers = [_reader(arg) for arg in get_args(kind) if arg is not Ellipsis]
        if Ellipsis not in get_args(kind):
            return lambda value: tuple(read(item) for read, item in zip(readers, value, strict=True))
        one = readers[0]
        return tuple if one is _same else lambda value: tuple([one(item) for item in value])
    if is_dataclass(kind) and isinstance(kind, type):
        return _object_reader(kind)
    return _same


def _object_reader(kind: type) -> Callable[[dict[str, Any]], Any]:
    made = [(name, _reader(hint)) for name, hint in get_type_hints(kind).items()]
    deep = [(name, read) for name, read in made if read is not _same]

    def read_object(value: dict[str, Any]) -> Any:
        for name, read in deep:
            if name in value:
                value[name] = read(value[name])
        return kind(**value)

    return read_object
