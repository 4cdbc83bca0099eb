"""Turn whatever a function returned into plain arrays, tuples, lists and dictionaries.

Everything is copied at once, so that an answer stays what it was when the call ended; and what
comes out can be sent to another process, whatever strange object went in.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from grader.exercise import Opaque

MOST_ITEMS = 4096
DEEPEST = 8
NUMBERS = (np.ndarray, bool, int, float, complex, np.generic)


def plain(value: Any, depth: int = 0) -> Any:
    """Copy an answer into plain values.

    Numbers become arrays without dimensions, subclasses of arrays become arrays, and whatever is
    neither of these nor a tuple, list or dictionary of them becomes an `Opaque` naming its type.
    """
    if value is None:
        return None
    if isinstance(value, NUMBERS):
        return plain_array(value)
    if depth < DEEPEST and isinstance(value, tuple | list | Mapping) and len(value) <= MOST_ITEMS:
        if isinstance(value, Mapping):
            return {str(key): plain(item, depth + 1) for key, item in value.items()}
        kind = tuple if isinstance(value, tuple) else list
        return kind(plain(item, depth + 1) for item in value)
    return Opaque(describe(value))


def plain_array(value: Any) -> np.ndarray | Opaque:
    try:
        array = np.array(value, subok=False)
    except Exception:  # a subclass, or an int too large, may refuse
        return Opaque(describe(value))
    if array.dtype.kind not in "biufc":
        return Opaque(f"an array of {array.dtype.name}")
    return array


def describe(value: Any) -> str:
    """Name a value's type as a person would."""
    name = type(value).__name__
    article = "an" if name[:1].lower() in "aeiou" else "a"
    return f"{article} {name}"


def same(a: Any, b: Any) -> bool:
    """Say whether two plain values hold the same numbers in the same places, up to rounding."""
    if type(a) is not type(b):
        return False
    if isinstance(a, np.ndarray):
        if a.shape != b.shape:
            return False
        return bool(np.allclose(a, b, rtol=1e-9, atol=1e-12, equal_nan=True))
    if isinstance(a, dict):
        return a.keys() == b.keys() and all(same(a[key], b[key]) for key in a)
    if isinstance(a, tuple | list):
        return len(a) == len(b) and all(same(x, y) for x, y in zip(a, b, strict=True))
    return bool(a == b)
