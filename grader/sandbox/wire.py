"""What passes between the sandbox and the grader.

Inwards go packed values (`grader.packing`), and where a cell is asked, `replies`: their sender is
trusted. Outwards come frames, and of these only what a `Reader` lets through: numbers, text, lists
and arrays of a few kinds, all counted, nothing pickled.

A value begins with a letter that says what it is. Lengths follow, then bytes or parts. Arrays may
be given a number, by which they are called when they come again later in a conversation.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import numpy as np

from grader.exercise import Opaque

LARGEST_FRAME = 8 * 2**20
MOST_TEXT = 2 * 2**20
MOST_PARTS = 60_000
MOST_NUMBERS = 2**20  # of one byte or of eight: whoever compares them makes them eight
MOST_KEPT = 2**20
DEEPEST = 16
MOST_AXES = 8
LONGEST_TEXT = 2000
LARGEST_INTEGER = 2**53
SHORT = 32

DTYPES = {
    kind: np.dtype(kind)
    for kind in ("<f8", "<f4", "<f2", "<i8", "<i4", "<i2", "|i1", "<u8", "<u4", "<u2", "|u1", "|b1")
}
COMPLEX = {kind: np.dtype(kind) for kind in ("<c16", "<c8")}
KNOWN = DTYPES | COMPLEX
CODES = {dtype: code for code, dtype in enumerate(KNOWN.values())}
BY_CODE = {code: dtype for dtype, code in CODES.items()}
NONE, FALSE, TRUE, INTEGER, TEXT, OPAQUE, TUPLE, LIST, DICT, ARRAY, KEPT, AGAIN = b"NFTI'?([{AK="
SINGLE = {NONE, FALSE, TRUE, ARRAY}
LENGTH = struct.Struct("<BI")
WHOLE = struct.Struct("<Bq")
SHAPES = tuple(struct.Struct(f"<BB{axes}q") for axes in range(65))
UNREADABLE = (
    ValueError,
    TypeError,
    IndexError,
    RecursionError,
    OverflowError,
    struct.error,
)


class BadFrame(Exception):
    """What came out of the sandbox is not an answer; the message says in what way."""


def load(frame: bytes) -> Any:
    """Read a frame that stands alone.

    Raises
    ------
    BadFrame
        If the frame is anything but one complete value within the limits.
    """
    return Reader().value_of(frame)


def weight(array: np.ndarray) -> int:
    """Say how much room an array takes where it is kept: its numbers, and itself."""
    return array.size + 16


class Reader:
    """Reads the frames of a conversation, outside. Nothing in them is believed."""

    def __init__(self) -> None:
        self.room = MOST_KEPT
        self.kept: dict[int, np.ndarray] = {}

    def value_of(self, frame: bytes) -> Any:
        """Read one frame.

        Raises
        ------
        BadFrame
            If it is anything but one complete value within the limits.
        """
        if len(frame) > LARGEST_FRAME:
            raise BadFrame("it is too large")
        self.frame = frame
        self.place = self.parts = self.numbers = self.letters = 0
        try:
            value = self.value(0)
        except UNREADABLE as error:
            raise BadFrame(f"it cannot be read ({type(error).__name__})") from None
        if self.place != len(frame):
            raise BadFrame("something is left over")
        return value

    def value(self, depth: int) -> Any:
        self.parts += 1
        if self.parts > MOST_PARTS or depth > DEEPEST:
            raise BadFrame("it has too many parts")
        kind = self.frame[self.place]
        if kind in SINGLE:
            self.place += 1
            return self.array() if kind == ARRAY else None if kind == NONE else kind == TRUE
        if kind == INTEGER:
            return self.integer()
        (_, length) = LENGTH.unpack_from(self.frame, self.place)
        self.place += LENGTH.size
        if kind == AGAIN:
            return self.again(length)
        if kind == KEPT:
            return self.keep(length)
        if kind == TUPLE:
            return tuple([self.value(depth + 1) for _ in range(length)])
        if kind == LIST:
            return [self.value(depth + 1) for _ in range(length)]
        if kind == DICT:
            return {self.key(): self.value(depth + 1) for _ in range(length)}
        if kind in (TEXT, OPAQUE):
            found = self.text(length)
            return found if kind == TEXT else Opaque(found)
        raise BadFrame("a part is of an unknown kind")

    def integer(self) -> int:
        (_, value) = WHOLE.unpack_from(self.frame, self.place)
        self.place += WHOLE.size
        if abs(value) > LARGEST_INTEGER:
            raise BadFrame("a value is of an unknown kind")
        return int(value)

    def key(self) -> str:
        (kind, length) = LENGTH.unpack_from(self.frame, self.place)
        if kind != TEXT:
            raise BadFrame("text expected")
        self.place += LENGTH.size
        return self.text(length)

    def text(self, length: int) -> str:
        """Read text without characters that could steer a terminal, and not much of it."""
        written = self.taken(length)
        self.letters += length
        if self.letters > MOST_TEXT:
            raise BadFrame("it holds too much text")
        return short_text(written) if length <= SHORT else long_text(written)

    def taken(self, count: int) -> bytes:
        start, self.place = self.place, self.place + count
        if self.place > len(self.frame):
            raise BadFrame("it is cut off")
        return self.frame[start : self.place]

    def array(self) -> np.ndarray:
        code, axes = self.frame[self.place], self.frame[self.place + 1]
        dtype = BY_CODE.get(code)
        if dtype is None or axes > MOST_AXES:
            raise BadFrame("an array is of an unknown kind")
        shape = SHAPES[axes].unpack_from(self.frame, self.place)[2:]
        if shape and not 0 <= min(shape) <= max(shape) <= LARGEST_FRAME:
            raise BadFrame("an array has an impossible shape")
        count = math.prod(shape)
        self.count(count)
        start = self.place + SHAPES[axes].size
        self.place = start + count * dtype.itemsize
        if self.place > len(self.frame):
            raise BadFrame("an array is cut off")
        if dtype.kind == "b":  # a byte that is neither 0 nor 1 would be no truth value
            return np.ndarray(shape, np.uint8, self.frame, start).astype(bool)
        return np.ndarray(shape, dtype, self.frame, start).copy()

    def keep(self, number: int) -> np.ndarray:
        array = self.array()
        self.room -= weight(array)
        if self.room < 0:
            raise BadFrame("it holds too many numbers")
        array.flags.writeable = False  # it may stand in many places
        self.kept[number] = array
        return array

    def again(self, number: int) -> np.ndarray:
        array = self.kept.get(number)
        if array is None:
            raise BadFrame("an array is called by a number that none has")
        self.count(array.size)
        return array

    def adopt(self, kept: Mapping[int, np.ndarray]) -> None:
        """Keep what an equal frame, read elsewhere, has given to keep.

        Raises
        ------
        BadFrame
            If there is no room for it, as if it had been read here.
        """
        self.room -= sum(map(weight, kept.values()))
        if self.room < 0:
            raise BadFrame("it holds too many numbers")
        self.kept |= kept

    def count(self, numbers: int) -> None:
        self.numbers += numbers
        if self.numbers > MOST_NUMBERS:
            raise BadFrame("it holds too many numbers")


def long_text(written: bytes) -> str:
    return text(written.decode("utf-8", "surrogatepass"))


short_text = lru_cache(maxsize=512)(long_text)  # names of arguments and parameters come often


def text(words: str) -> str:
    """Take text without characters that could steer a terminal, and not much of it."""
    words = words[:LONGEST_TEXT]
    if words.isprintable():
        return words
    return "".join(c for c in words if c.isprintable() or c == "\n")
