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
USUAL = {np.dtype(float), np.dtype(np.float32)}
SEQUENCES = (tuple, list)
MAPPINGS = (dict, Mapping)


def plain(value: Any, depth: int = 0, lent: bool = False) -> Any:
    """Copy an answer into plain values.

    Numbers become arrays without dimensions, subclasses of arrays become arrays, and whatever is
    neither of these nor a tuple, list or dictionary of them becomes an `Opaque` naming its type.
    Ordinary arrays may be `lent` instead, to someone who writes them down at once.
    """
    if lent and type(value) is np.ndarray and value.dtype in USUAL and value.size <= MOST_ITEMS:
        return value
    if value is None:
        return None
    if isinstance(value, NUMBERS):
        return plain_array(value)
    is_mapping = isinstance(value, MAPPINGS)
    if (
        depth < DEEPEST
        and (is_mapping or isinstance(value, SEQUENCES))
        and len(value) <= MOST_ITEMS
    ):
        if is_mapping:
            return {str(key): plain(item, depth + 1, lent) for key, item in value.items()}
        parts = [plain(item, depth + 1, lent) for item in value]
        return tuple(parts) if isinstance(value, tuple) else parts
    return Opaque(describe(value))


def plain_array(value: Any) -> np.ndarray | Opaque:
    try:
        if type(value) is np.ndarray and value.dtype in USUAL:
            return value.copy("K")
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


def copied(value: Any, known: dict[int, Any] | None = None) -> Any:
    """Copy a call's arguments; what stands in two places as one object does so in the copy, too."""
    known = {} if known is None else known
    if id(value) not in known:
        if isinstance(value, np.ndarray):
            known[id(value)] = value.copy(order="K")
        elif isinstance(value, dict):
            known[id(value)] = {key: copied(item, known) for key, item in value.items()}
        elif type(value) in (tuple, list):
            known[id(value)] = type(value)([copied(item, known) for item in value])
        else:  # a number, or a function of the course: nobody can change those
            known[id(value)] = value
    return known[id(value)]


def same(now: Any, was: Any, seen: set[tuple[int, int]] | None = None) -> bool:
    """Say whether arguments still hold the same numbers in the same places, up to rounding.

    Parameters
    ----------
    now : object
        What a learner's function had, which may hold anything by now.
    was : object
        The same, as it was.
    seen : set, optional
        Pairs of objects that were compared already.
    """
    if type(now) is not type(was):
        return False
    if isinstance(was, np.ndarray):
        return same_arrays(now, was)
    seen = set() if seen is None else seen
    pair = id(now), id(was)
    if pair in seen:
        return True
    seen.add(pair)
    if isinstance(was, dict):
        return now.keys() == was.keys() and all(same(now[key], was[key], seen) for key in was)
    if isinstance(was, tuple | list):
        return len(now) == len(was) and all(same(a, b, seen) for a, b in zip(now, was, strict=True))
    return now is was or bool(now == was)


def same_arrays(now: np.ndarray, was: np.ndarray) -> bool:
    if now.shape != was.shape:
        return False
    if now.dtype == was.dtype and now.tobytes() == was.tobytes():
        return True
    return now.dtype.kind in "biufc" and bool(
        np.allclose(now, was, rtol=1e-9, atol=1e-12, equal_nan=True)
    )
