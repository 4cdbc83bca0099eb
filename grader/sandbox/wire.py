"""What passes between the sandbox and the grader.

Inwards go packed values (`grader.packing`): their sender is trusted. Outwards comes only what
`load` lets through: numbers, text, lists and arrays of a few kinds, all counted, nothing pickled.
"""

from __future__ import annotations

import json
import math
import struct
from typing import Any

import numpy as np

from grader.exercise import Opaque

LARGEST_FRAME = 8 * 2**20
LARGEST_SPEC = 2 * 2**20  # JSON unfolds to some thirty times its length
MOST_PARTS = 60_000
MOST_NUMBERS = 2**20  # of one byte or of eight: whoever compares them makes them eight
DEEPEST = 16
LONGEST_TEXT = 2000
LARGEST_INTEGER = 2**53

DTYPES = {
    kind: np.dtype(kind)
    for kind in ("<f8", "<f4", "<f2", "<i8", "<i4", "<i2", "|i1", "<u8", "<u4", "<u2", "|u1", "|b1")
}
COMPLEX = {kind: np.dtype(kind) for kind in ("<c16", "<c8")}
KNOWN = DTYPES | COMPLEX
NARROWED = {"f": "<f8", "c": "<c16"}
"""What becomes of numbers that are longer than any of these, by their kind."""

LENGTH = struct.Struct("<I")
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


def dump(value: Any) -> bytes:
    """Write an answer, inside the sandbox. Arrays of other kinds than the known go as `Opaque`."""
    arrays: list[bytes] = []
    spec = json.dumps(_spec(value, arrays), separators=(",", ":")).encode()
    return b"".join((LENGTH.pack(len(spec)), spec, *arrays))


def _spec(value: Any, arrays: list[bytes]) -> Any:
    if isinstance(value, np.ndarray):
        kind = value.dtype.newbyteorder("<").str
        if kind not in KNOWN:
            kind = NARROWED.get(value.dtype.kind, "")
        if not kind:
            return ["opaque", f"an array of {value.dtype.name}"]
        arrays.append(value.astype(KNOWN[kind], copy=False).tobytes())
        return ["array", kind, list(value.shape)]
    if isinstance(value, tuple | list):
        kind = "tuple" if isinstance(value, tuple) else "list"
        return [kind, [_spec(item, arrays) for item in value]]
    if isinstance(value, dict):
        return ["dict", [[str(key), _spec(item, arrays)] for key, item in value.items()]]
    if isinstance(value, Opaque):
        return ["opaque", value.description]
    return ["plain", value]


def load(frame: bytes) -> Any:
    """Read an answer, outside. Nothing in the frame is believed.

    Raises
    ------
    BadFrame
        If the frame is anything but one complete value within the limits.
    """
    try:
        reader = _Reader(frame)
        value = reader.value(reader.spec, 0)
    except UNREADABLE as error:
        raise BadFrame(f"it cannot be read ({type(error).__name__})") from None
    if reader.place != len(frame):
        raise BadFrame("something is left over")
    return value


class _Reader:
    def __init__(self, frame: bytes) -> None:
        if len(frame) > LARGEST_FRAME:
            raise BadFrame("it is too large")
        (length,) = LENGTH.unpack_from(frame)
        self.frame = frame
        self.place = LENGTH.size + length
        if length > LARGEST_SPEC:
            raise BadFrame("it has too many parts")
        if self.place > len(frame):
            raise BadFrame("it is cut off")
        self.spec = json.loads(frame[LENGTH.size : self.place])
        self.parts = 0
        self.numbers = 0

    def value(self, spec: Any, depth: int) -> Any:
        self.parts += 1
        if self.parts > MOST_PARTS or depth > DEEPEST:
            raise BadFrame("it has too many parts")
        if type(spec) is not list or len(spec) < 2 or type(spec[0]) is not str:
            raise BadFrame("a part has no kind")
        kind, content = spec[0], spec[1]
        if kind == "array":
            return self.array(content, spec[2])
        if kind in ("tuple", "list"):
            parts = (self.value(item, depth + 1) for item in expect(list, content))
            return tuple(parts) if kind == "tuple" else list(parts)
        if kind == "dict":
            pairs = [(text(key), item) for key, item in expect(list, content)]
            return {key: self.value(item, depth + 1) for key, item in pairs}
        if kind == "opaque":
            return Opaque(text(content))
        if kind == "plain":
            return scalar(content)
        raise BadFrame("a part is of an unknown kind")

    def array(self, kind: Any, shape: Any) -> np.ndarray:
        dtype = KNOWN.get(expect(str, kind))
        sizes = expect(list, shape)
        if dtype is None or len(sizes) > 8:
            raise BadFrame("an array is of an unknown kind")
        for size in sizes:
            if type(size) is not int or not 0 <= size <= LARGEST_FRAME:
                raise BadFrame("an array has an impossible shape")
        count = math.prod(sizes)
        self.numbers += count
        if self.numbers > MOST_NUMBERS:
            raise BadFrame("it holds too many numbers")
        start, self.place = self.place, self.place + count * dtype.itemsize
        if self.place > len(self.frame):
            raise BadFrame("an array is cut off")
        if dtype.kind == "b":  # a byte that is neither 0 nor 1 would be no truth value
            bits = np.frombuffer(self.frame, np.uint8, count, start)
            return bits.reshape(sizes).astype(bool)
        return np.frombuffer(self.frame, dtype, count, start).reshape(sizes).copy()


def expect(kind: type, value: Any) -> Any:
    if type(value) is not kind:
        raise BadFrame(f"{kind.__name__} expected")
    return value


def scalar(value: Any) -> Any:
    if value is None or type(value) is bool:
        return value
    if type(value) is int and abs(value) <= LARGEST_INTEGER:
        return value
    if type(value) is str:
        return text(value)
    raise BadFrame("a value is of an unknown kind")


def text(value: Any) -> str:
    """Take text without characters that could steer a terminal, and not much of it."""
    words: str = expect(str, value)
    return "".join(c for c in words[:LONGEST_TEXT] if c.isprintable() or c == "\n")
