"""Nested values to bytes and back: arrays, tuples, lists, dictionaries, numbers, text.

What stood in two places as one object does so again, so that whoever changes a stored input in
place meets the same consequences as with a fresh one. No pickle: nothing in a file is ever run.
"""

from __future__ import annotations

import json
import math
import struct
from functools import cache
from typing import Any, Literal

import numpy as np

from grader.exercises.tools import NamedFunction

LENGTH = struct.Struct("<I")
KINDS: dict[type, str] = {tuple: "tuple", list: "list"}


def pack(value: Any) -> bytes:
    """Write a value: the length of its structure, the structure as JSON, the bytes of its arrays.

    Raises
    ------
    TypeError
        If something in it is of another kind.
    """
    packer = _Packer()
    packer.add(value)
    structure = json.dumps(packer.nodes, ensure_ascii=False, separators=(",", ":")).encode()
    return b"".join((LENGTH.pack(len(structure)), structure, packer.numbers))


def unpack(data: bytes | bytearray, lent: bool = False) -> Any:
    """Read what `pack` wrote. The data has to come from a side that is trusted.

    Arrays may be `lent`: then their numbers stay where they are in the data.
    """
    (length,) = LENGTH.unpack_from(data)
    start = LENGTH.size + length
    numbers = memoryview(data)[start:]
    values: list[Any] = []
    for node in json.loads(data[LENGTH.size : start]):
        values.append(_unpacked(node, values, numbers, lent))
    return values[-1]


class _Packer:
    """Numbers every object in the order in which it is complete: parts before wholes."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.numbers = bytearray()
        self.places: dict[int, int] = {}
        self.alive: list[Any] = []  # an id is only good while its object lives

    def add(self, value: Any) -> int:
        if id(value) not in self.places:
            node = self.node(value)
            self.alive.append(value)
            self.places[id(value)] = len(self.nodes)
            self.nodes.append(node)
        return self.places[id(value)]

    def node(self, value: Any) -> Any:
        if isinstance(value, np.ndarray):
            order: Literal["F", "C"] = "F" if value.flags.fnc and value.ndim > 1 else "C"
            start = len(self.numbers)
            self.numbers += value.tobytes(order)
            return ["array", value.dtype.str, value.shape, order, start]
        if type(value) in KINDS:
            return [KINDS[type(value)], [self.add(item) for item in value]]
        if isinstance(value, dict):
            return ["dict", [[key, self.add(item)] for key, item in value.items()]]
        if isinstance(value, NamedFunction):
            return ["function", value.name]
        if value is None or type(value) in (bool, int, float, str):
            return ["plain", value]
        raise TypeError(f"{type(value).__name__} cannot be packed")


dtype = cache(np.dtype)


def _unpacked(node: Any, values: list[Any], numbers: memoryview, lent: bool) -> Any:
    kind, content = node[0], node[1]
    if kind == "array":
        shape, order, start = node[2], node[3], node[4]
        if math.prod(shape) == 0:
            return np.zeros(shape, dtype(content), order)
        array: np.ndarray = np.ndarray(shape, dtype(content), numbers, start, order=order)
        return array if lent else array.copy(order="K")
    if kind == "dict":
        return {key: values[place] for key, place in content}
    if kind == "function":
        return NamedFunction(content)
    if kind == "plain":
        return content
    parts = (values[place] for place in content)
    return tuple(parts) if kind == "tuple" else list(parts)
