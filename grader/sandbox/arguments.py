"""What a stranger's code hands to the right cell function, made harmless before that is called.

The cell function runs outside the sandbox. There a list times a number would repeat the list, and
two small arrays of the right shapes would broadcast to one that fills the memory.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from grader.exercise import Exercise

MOST_NUMBERS = 20_000
LARGEST_RESULT = 40_000
MOST_CACHE_ENTRIES = 20
SEQUENCES = (tuple, list)
NUMBERS = (np.ndarray, *SEQUENCES, int)


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
    found: list[np.ndarray] = []
    positional = [argument(name, value, found) for name, value in zip(names, args, strict=False)]
    named = {name: argument(name, value, found) for name, value in kwargs.items()}
    check_sizes(found)
    return positional, named


def argument(name: str, value: Any, found: list[np.ndarray]) -> Any:
    """Make one argument; its arrays go to those that were found."""
    if name == "cache" and isinstance(value, SEQUENCES):
        if len(value) > MOST_CACHE_ENTRIES:
            raise ValueError(f"a cache of {len(value)} entries")
        return tuple([array_or_dictionary(item, found) for item in value])
    return array_or_dictionary(value, found)


def array_or_dictionary(value: Any, found: list[np.ndarray]) -> Any:
    if isinstance(value, dict):
        return {key: array(item, found) for key, item in value.items()}
    return array(value, found)


def array(value: Any, found: list[np.ndarray]) -> np.ndarray | None:
    """Make an array of numbers; whatever cannot be one becomes None, with which nothing works."""
    if not isinstance(value, NUMBERS):
        return None
    made = value if type(value) is np.ndarray else np.asarray(value)
    if made.dtype.kind not in "biufc":
        return None
    found.append(made)
    return made


def check_sizes(arrays: list[np.ndarray]) -> None:
    """Refuse what a cell might blow up: no axis of its result is longer than the longest here."""
    sizes = [array.size for array in arrays]
    if 0 in sizes:
        raise ValueError("empty arrays are not answered")
    longest = max((side for array in arrays for side in array.shape), default=1)
    axes = max((array.ndim for array in arrays), default=0)
    if sum(sizes) > MOST_NUMBERS or longest**axes > LARGEST_RESULT:
        raise ValueError("arrays that large are not answered")
