"""A right cell's answer on its way into the sandbox. Who sends it is trusted, so it is read fast.

First comes the length of what says of each array its kind and its shape, then that, then their
bytes. Their names are the cell's, in the order of what it computes. Without arrays, it is an error.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from grader.sandbox import wire
from grader.sandbox.writer import dump, head, known

LENGTH = struct.Struct("<I")
ERROR = 0


def written(reply: Mapping[str, Any]) -> bytes:
    """Write a reply: {"computed": arrays by name}, or {"error": kind, "message": text}."""
    if "error" in reply:
        return LENGTH.pack(ERROR) + dump(reply)
    arrays = [array for array in map(known, reply["computed"].values()) if array is not None]
    if len(arrays) < len(reply["computed"]):
        return written({"error": "TypeError", "message": "no numbers came out"})
    heads = b"".join([head(array.dtype, array.shape) for array in arrays])
    return b"".join([LENGTH.pack(len(heads)), heads, *(array.tobytes() for array in arrays)])


def read(frame: bytes | bytearray, names: Sequence[str]) -> dict[str, Any]:
    """Read what `written` has made; `names` are those of the arrays."""
    (length,) = LENGTH.unpack_from(frame)
    start = LENGTH.size + length
    if length == ERROR:
        error: dict[str, Any] = wire.load(bytes(frame[start:]))
        return error
    arrays = [
        np.ndarray(shape, dtype, frame, start + place).copy()
        for shape, dtype, place in layout(bytes(frame[LENGTH.size : start]))
    ]
    return {"computed": dict(zip(names, arrays, strict=True))}


@lru_cache(maxsize=256)  # all steps of a call are alike
def layout(heads: bytes) -> list[tuple[tuple[int, ...], np.dtype[Any], int]]:
    """Give shape and kind of each array, and where its numbers begin."""
    found, at, place = [], 0, 0
    while at < len(heads):
        dtype, axes = wire.BY_CODE[heads[at]], heads[at + 1]
        shape = wire.SHAPES[axes].unpack_from(heads, at)[2:]
        found.append((shape, dtype, place))
        at += wire.SHAPES[axes].size
        place += math.prod(shape) * dtype.itemsize
    return found
