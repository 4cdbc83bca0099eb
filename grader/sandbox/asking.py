"""While a sequence runs, its cell function is the right one, which the grader has: ask and wait."""

from __future__ import annotations

import builtins
from typing import Any, Protocol

from grader.exercises import EXERCISES
from grader.replay import computed_names, result
from grader.runners.plain import plain
from grader.sandbox.writer import Writer

HELPER, FIRST = "helper", "helper, first of a call"
"""How a question begins. The grader may know where a call goes on that begins with this one."""


class Channel(Protocol):
    """What a question needs of a channel."""

    writer: Writer

    def write(self, value: Any) -> None: ...
    def reply(self, names: tuple[str, ...] = ()) -> dict[str, Any]: ...


class RightCell:
    """Asks the grader for a right cell's answer.

    The arrays that the cell hands through are the caller's own, so that a cache shows it if they
    are overwritten later.
    """

    def __init__(self, name: str, channel: Channel) -> None:
        self.cell = EXERCISES[name]
        self.names = computed_names(self.cell)
        self.channel = channel
        self.kind = HELPER
        self.__name__ = name

    def begin(self, call: int) -> None:
        """Begin a call of the sequence function; what it asks stands by itself."""
        self.channel.writer.begin(call)
        self.kind = FIRST

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        kind, self.kind = self.kind, HELPER
        args, kwargs = self.in_order(args, kwargs)
        self.channel.write([kind, plain(args, lent=True), plain(kwargs, lent=True)])
        reply = self.channel.reply(self.names)
        if "error" in reply:
            raise error_class(reply["error"])(reply["message"])
        given = dict(zip(self.cell.arguments, args, strict=False)) | kwargs
        return result(self.cell, given, reply["computed"])

    def in_order(
        self, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> tuple[tuple[Any, ...], dict[str, Any]]:
        """Put what comes by name in its place: whoever asks the same asks in the same bytes."""
        rest = self.cell.arguments[len(args) :]
        if kwargs and kwargs.keys() == set(rest):
            return (*args, *(kwargs[name] for name in rest)), {}
        return args, kwargs


def error_class(name: str) -> type[Exception]:
    """Find the built-in exception of a name, so that a wrong call fails as it would elsewhere."""
    found = getattr(builtins, name, None)
    if isinstance(found, type) and issubclass(found, Exception):
        return found
    return RuntimeError
