"""Values to frames, as `wire` describes them: answers in the sandbox, replies outside."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import numpy as np

from grader.exercise import Opaque
from grader.sandbox import wire

NARROWED = {"f": wire.KNOWN["<f8"], "c": wire.KNOWN["<c16"]}
"""What becomes of numbers that are longer than any known, by their kind."""

LARGEST_KEPT = 4096
"""Parameters are smaller, which come with every step of a sequence."""


NUMBERS = itertools.count()
"""For arrays that are kept; no two of one process share one, whoever else writes frames there."""


def dump(value: Any) -> bytes:
    """Write a frame that stands alone."""
    return Writer(room=0).frame(value)


class Writer:
    """Writes the frames of a conversation. Arrays of other kinds than the known go as `Opaque`.

    Parameters
    ----------
    room : int
        For the arrays that may come again.
    """

    def __init__(self, room: int = wire.MOST_KEPT) -> None:
        self.room = room
        self.kept: dict[bytes, bytes] = {}
        self.new: dict[bytes, bytes] = {}

    def frame(self, value: Any) -> bytes:
        """Write a value; `sent` has to be told when it is on its way."""
        self.new = {}
        parts: list[bytes] = []
        self.add(value, parts.append)
        return b"".join(parts)

    def sent(self) -> None:
        """Call the arrays of the last frame by their numbers from now on.

        Not before: the end of time may come between writing and sending.
        """
        self.kept |= self.new

    def add(self, value: Any, put: Callable[[bytes], None]) -> None:
        if isinstance(value, np.ndarray):
            put(self.array(value))
        elif isinstance(value, str):
            put(words(wire.TEXT, value))
        elif isinstance(value, (tuple, list)):
            put(begun(wire.TUPLE if isinstance(value, tuple) else wire.LIST, len(value)))
            for item in value:
                self.add(item, put)
        elif isinstance(value, dict):
            put(begun(wire.DICT, len(value)))
            for key, item in value.items():
                put(words(wire.TEXT, str(key)))
                self.add(item, put)
        elif isinstance(value, Opaque):
            put(words(wire.OPAQUE, value.description))
        elif value is None or isinstance(value, bool):
            put(bytes([wire.NONE if value is None else wire.TRUE if value else wire.FALSE]))
        else:
            put(wire.WHOLE.pack(wire.INTEGER, value))

    def array(self, array: np.ndarray) -> bytes:
        code = wire.CODES.get(array.dtype)
        if code is None:
            dtype = nearest(array.dtype)
            return self.array(array.astype(dtype)) if dtype else not_numbers(array)
        body = wire.SHAPES[array.ndim].pack(code, array.ndim, *array.shape) + array.tobytes()
        again = self.kept.get(body) or self.new.get(body)
        if again:
            return again
        weight = wire.weight(array)
        if weight > self.room or array.size > LARGEST_KEPT:
            return bytes([wire.ARRAY]) + body
        self.room -= weight
        number = next(NUMBERS)
        self.new[body] = begun(wire.AGAIN, number)
        return begun(wire.KEPT, number) + body


def nearest(dtype: np.dtype[Any]) -> np.dtype[Any] | None:
    return wire.KNOWN.get(dtype.newbyteorder("<").str) or NARROWED.get(dtype.kind)


def not_numbers(array: np.ndarray) -> bytes:
    return words(wire.OPAQUE, f"an array of {array.dtype.name}")


def words(kind: int, text: str) -> bytes:
    written = text.encode("utf-8", "surrogatepass")
    return begun(kind, len(written)) + written


def begun(kind: int, length: int) -> bytes:
    return wire.LENGTH.pack(kind, length)
