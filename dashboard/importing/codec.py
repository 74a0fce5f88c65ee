"""Frozen dataclasses as plain JSON values and back, checked against their types: what a reader's process tells is data.

Unlike pickle it can carry no code, so that a reader that a file took over can't reach the process that asked.
"""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from math import isfinite
from types import NoneType, UnionType
from typing import Any, TypeAlias, TypeVar, get_args, get_origin, get_type_hints

Value = TypeVar("Value")
_Turn: TypeAlias = Callable[[Any], Any]


def encode(value: object) -> Any:
    """A dataclass becomes the list of its fields' values, a tuple a list; everything else is plain already."""
    if is_dataclass(value) and not isinstance(value, type):
        return [encode(getattr(value, item.name)) for item in fields(value)]
    if isinstance(value, (tuple, list)):
        return [encode(part) for part in value]
    return value.value if isinstance(value, StrEnum) else value


def decode(form: type[Value], plain: object) -> Value:
    """The value that `encode` was given; ValueError where `plain` is anything else than such a value."""
    hint: Any = form
    found: Value = _turn(hint)(plain)
    return found


@cache
def _turn(hint: Any) -> _Turn:
    if isinstance(hint, UnionType):
        return _either(hint)
    if get_origin(hint) is tuple:
        return _tuple(get_args(hint))
    if is_dataclass(hint):
        return _record(hint)
    return hint if issubclass(hint, StrEnum) else _plain(hint)


def _either(hint: UnionType) -> _Turn:
    (inner,) = (_turn(choice) for choice in get_args(hint) if choice is not NoneType)
    return lambda plain: None if plain is None else inner(plain)


def _tuple(hints: tuple[Any, ...]) -> _Turn:
    parts = [_turn(hint) for hint in hints if hint is not Ellipsis]

    def turn(plain: Any) -> tuple[Any, ...]:
        several = _listed(plain)
        if hints[-1] is Ellipsis:
            return tuple(map(parts[0], several))
        return tuple(part(value) for part, value in zip(parts, several, strict=True))

    return turn


def _record(form: Any) -> _Turn:
    hints = get_type_hints(form)
    parts = [(item.name, _turn(hints[item.name])) for item in fields(form)]

    def turn(plain: Any) -> Any:
        values = _listed(plain)
        return form(**{name: part(value) for (name, part), value in zip(parts, values, strict=True)})

    return turn


def _listed(plain: Any) -> list[Any]:
    if not isinstance(plain, list):
        raise ValueError(f"a list was expected, not {type(plain).__name__}")
    return plain


def _plain(form: type) -> _Turn:
    def turn(plain: Any) -> Any:
        value: Any = float(plain) if form is float and type(plain) is int else plain
        if type(value) is not form or (isinstance(value, float) and not isfinite(value)):
            raise ValueError(f"{form.__name__} was expected, not {type(plain).__name__}")
        return value

    return turn
