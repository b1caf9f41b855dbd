"""Reads typed values from a JSON document."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Callable, TypeVar

from host.model.failure import Failure

T = TypeVar("T")

CIDR = r"([0-9]{1,3}\.){3}[0-9]{1,3}/[0-9]{1,2}"
ANY_CIDR = rf"{CIDR}|[0-9a-f:]+/[0-9]{{1,3}}"
SERVICE = r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?"
"""The key of a service: its name and its environment."""


class Malformed(Failure):
    """An invalid order or document."""

    def __init__(self, field: str) -> None:
        super().__init__("bad-payload", f"field {field} is missing or malformed")


class Reader:
    """Reads typed values from a JSON object; names the field that is invalid."""

    def __init__(self, raw: Any, at: str = "") -> None:
        if not isinstance(raw, dict):
            raise Malformed(at or "order")
        self.raw: Mapping[str, Any] = raw
        self.at = at

    def _get(self, name: str, kind: tuple[type, ...], default: Any) -> Any:
        value = self.raw.get(name, default)
        if not isinstance(value, kind) or isinstance(value, bool) != (bool in kind):
            raise Malformed(self.at + name)
        return value

    def text(self, name: str, pattern: str = r"[^\0]*", default: str | None = None) -> str:
        """A string that matches the whole pattern."""
        value: str = self._get(name, (str,), default)
        if not re.fullmatch(pattern, value):
            raise Malformed(self.at + name)
        return value

    def number(self, name: str, low: float = 0, high: float = 10**15, default: float | None = None) -> float:
        """A number within bounds."""
        value: float = self._get(name, (int, float), default)
        if not low <= value <= high:
            raise Malformed(self.at + name)
        return value

    def integer(self, name: str, low: int = 0, high: int = 10**15, default: int | None = None) -> int:
        """A whole number within bounds."""
        value = self.number(name, low, high, default)
        if value != int(value):
            raise Malformed(self.at + name)
        return int(value)

    def flag(self, name: str, default: bool = False) -> bool:
        """True or false."""
        value: bool = self._get(name, (bool,), default)
        return value

    def texts(self, name: str, pattern: str = r"[^\0]*") -> tuple[str, ...]:
        """A list of strings, each of which matches the pattern."""
        values: list[Any] = self._get(name, (list,), [])
        if not all(isinstance(value, str) and re.fullmatch(pattern, value) for value in values):
            raise Malformed(self.at + name)
        return tuple(values)

    def pairs(self, name: str, pattern: str = r"[^\0]*") -> Mapping[str, str]:
        """An object of strings. Names are those that Docker accepts: anything without `=` and NUL."""
        values: dict[str, Any] = self._get(name, (dict,), {})
        for key, value in values.items():
            if not re.fullmatch(r"[^=\0]+", key) or not isinstance(value, str) or not re.fullmatch(pattern, value, re.DOTALL):
                raise Malformed(f"{self.at}{name}.{key}")
        return values

    def maybe(self, name: str, take: Callable[[str], T]) -> T | None:
        """The result of `take`, or None if the field is null or missing."""
        return None if self.raw.get(name) is None else take(name)

    def inside(self, name: str) -> Reader:
        """The object in a field."""
        return Reader(self.raw.get(name), f"{self.at}{name}.")
