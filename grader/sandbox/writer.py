"""Values to frames, as `wire` describes them: questions and answers in the sandbox."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np

from grader.exercise import Opaque
from grader.sandbox import wire

NARROWED = {"f": wire.KNOWN["<f8"], "c": wire.KNOWN["<c16"]}
"""What becomes of numbers that are longer than any known, by their kind."""

LARGEST_KEPT = 4096
"""Parameters are smaller, which come with every step of a sequence."""

NUMBERS_A_CALL = 2**16
"""So many arrays may be kept in a call before their numbers reach those of the next one."""


class Numbers:
    """Numbers for arrays that are kept, the same whenever a conversation goes the same way."""

    def __init__(self) -> None:
        self.last = 0

    def __next__(self) -> int:
        self.last += 1
        return self.last

    def begin(self, call: int) -> None:
        """Go on where the numbers of a call begin, unless others are there already."""
        self.last = max(self.last, call * NUMBERS_A_CALL)


def dump(value: Any) -> bytes:
    """Write a frame that stands alone."""
    return Writer(room=0).frame(value)


class Writer:
    """Writes the frames of a conversation. Arrays of other kinds than the known go as `Opaque`.

    Parameters
    ----------
    room : int
        For the arrays that may come again.
    numbers : Numbers, optional
        Where their numbers come from, if others write frames of the same conversation.
    """

    def __init__(self, room: int = wire.MOST_KEPT, numbers: Numbers | None = None) -> None:
        self.room = room
        self.numbers = numbers or Numbers()
        self.earlier: dict[bytes, bytes] = {}
        self.kept: dict[bytes, bytes] = {}
        self.new: dict[bytes, bytes] = {}

    def begin(self, call: int) -> None:
        """Write each array of the next call whole once, even if an earlier call had it.

        So what is asked during a call is the same bytes whatever was asked before.
        """
        self.earlier |= self.kept
        self.kept = {}
        self.numbers.begin(call)

    def recall(self) -> None:
        """Call all arrays by their numbers again, those of earlier calls, too."""
        self.kept = self.earlier | self.kept

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
            self.dictionary(value, put)
        elif isinstance(value, Opaque):
            put(words(wire.OPAQUE, value.description))
        elif value is None or isinstance(value, bool):
            put(bytes([wire.NONE if value is None else wire.TRUE if value else wire.FALSE]))
        else:
            put(wire.WHOLE.pack(wire.INTEGER, value))

    def dictionary(self, value: dict[Any, Any], put: Callable[[bytes], None]) -> None:
        """Add a dictionary; what has come before as a whole, as parameters do, is looked up."""
        whole = whole_of(value)
        again = self.kept.get(whole) or self.new.get(whole)
        if again:
            return put(again)
        parts = [begun(wire.DICT, len(value))]
        for key, item in value.items():
            parts.append(words(wire.TEXT, str(key)))
            self.add(item, parts.append)
        if whole and not any(part[0] == wire.KEPT for part in parts):
            self.new[whole] = b"".join(parts)
        return put(b"".join(parts))

    def array(self, array: np.ndarray) -> bytes:
        begin = head(array.dtype, array.shape)
        if not begin:
            same = known(array)
            return not_numbers(array) if same is None else self.array(same)
        body = begin + array.tobytes()
        again = self.kept.get(body) or self.new.get(body)
        if again:
            return again
        weight = wire.weight(array)
        if weight > self.room or array.size > LARGEST_KEPT:
            return bytes([wire.ARRAY]) + body
        self.room -= weight
        number = next(self.numbers)
        self.new[body] = begun(wire.AGAIN, number)
        return begun(wire.KEPT, number) + body


def whole_of(value: dict[Any, Any]) -> bytes:
    """Put all that a dictionary of arrays holds in a row; nothing if it holds anything else.

    It begins with a word, so it is never taken for what an array has in a row.
    """
    if set(map(type, value)) != {str} or set(map(type, value.values())) != {np.ndarray}:
        return b""
    heads = [head(array.dtype, array.shape) for array in value.values()]
    if not all(heads):
        return b""
    return b"".join([*map(word, value), *heads, *[array.tobytes() for array in value.values()]])


@lru_cache(maxsize=1024)
def head(dtype: np.dtype[Any], shape: tuple[int, ...]) -> bytes:
    code = wire.CODES.get(dtype)
    return b"" if code is None else wire.SHAPES[len(shape)].pack(code, len(shape), *shape)


def known(array: np.ndarray) -> np.ndarray | None:
    """Give an array, or the same numbers in the nearest kind that a frame can hold, if any can."""
    if array.dtype in wire.CODES:
        return array
    dtype = nearest(array.dtype)
    return array.astype(dtype) if dtype else None


def nearest(dtype: np.dtype[Any]) -> np.dtype[Any] | None:
    return wire.KNOWN.get(dtype.newbyteorder("<").str) or NARROWED.get(dtype.kind)


def not_numbers(array: np.ndarray) -> bytes:
    return words(wire.OPAQUE, f"an array of {array.dtype.name}")


@lru_cache(maxsize=256)
def word(key: str) -> bytes:
    return words(wire.TEXT, key)


def words(kind: int, text: str) -> bytes:
    written = text.encode("utf-8", "surrogatepass")
    return begun(kind, len(written)) + written


def begun(kind: int, length: int) -> bytes:
    return wire.LENGTH.pack(kind, length)
