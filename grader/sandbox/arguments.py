"""What a stranger's code hands to the right cell function, made harmless before that is called.

The cell function runs outside the sandbox. There a list times a number would repeat the list, and
two small arrays of the right shapes would broadcast to one that fills the memory.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from grader.exercise import Exercise

MOST_NUMBERS = 20_000
LARGEST_RESULT = 40_000
MOST_CACHE_ENTRIES = 20


def tamed(cell: Exercise, args: Any, kwargs: Any) -> tuple[list[Any], dict[str, Any]]:
    """Turn arguments into arrays, and dictionaries or tuples of arrays where a cell takes those.

    Raises
    ------
    TypeError, ValueError
        If they are of another kind, empty, or so large that a cell's result might be huge.
    """
    if not isinstance(args, tuple) or not isinstance(kwargs, dict):
        raise TypeError("arguments of an unknown kind")
    names = (*cell.arguments, *[""] * len(args))
    positional = [argument(name, value) for name, value in zip(names, args, strict=False)]
    named = {name: argument(name, value) for name, value in kwargs.items()}
    check_sizes(list(arrays_of([positional, named])))
    return positional, named


def argument(name: str, value: Any) -> Any:
    if name == "cache" and isinstance(value, tuple | list):
        if len(value) > MOST_CACHE_ENTRIES:
            raise ValueError(f"a cache of {len(value)} entries")
        return tuple(array_or_dictionary(item) for item in value)
    return array_or_dictionary(value)


def array_or_dictionary(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: array(item) for key, item in value.items()}
    return array(value)


def array(value: Any) -> np.ndarray | None:
    """Make an array of numbers; whatever cannot be one becomes None, with which nothing works."""
    if not isinstance(value, np.ndarray | tuple | list | int):
        return None
    found = np.asarray(value)
    return found if found.dtype.kind in "biufc" else None


def arrays_of(value: Any) -> Iterator[np.ndarray]:
    if isinstance(value, dict | tuple | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from arrays_of(item)
    elif value is not None:
        yield value


def check_sizes(arrays: list[np.ndarray]) -> None:
    """Refuse what a cell might blow up: no axis of its result is longer than the longest here."""
    if any(array.size == 0 for array in arrays):
        raise ValueError("empty arrays are not answered")
    longest = max((side for array in arrays for side in array.shape), default=1)
    axes = max((array.ndim for array in arrays), default=0)
    if sum(array.size for array in arrays) > MOST_NUMBERS or longest**axes > LARGEST_RESULT:
        raise ValueError("arrays that large are not answered")
