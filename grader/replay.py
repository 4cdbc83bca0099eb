"""A cell function by its stored answers, where the right one itself may not be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from grader.exercise import Array, Cache, Caches, Exercise, Layout, Parameters

Table = Sequence[tuple[tuple[Any, ...], dict[str, np.ndarray]]]
"""Arguments of a call, and the arrays that the cell computes from them, by name."""

CLOSE, CLOSE_IN_FLOAT32 = 1e-9, 1e-5


class Replay:
    """Answers like the right cell function, as far as the arguments are those of a stored call.

    For all others the learner's own function answers, if there is one.

    Parameters
    ----------
    cell : Exercise
        The exercise of the cell function.
    table : list of (tuple, dict)
        Stored calls.
    """

    def __init__(self, cell: Exercise, table: Table) -> None:
        self.__name__ = cell.name
        self.cell = cell
        self.table = [(arrays_in(args), computed) for args, computed in table]
        self.sums = np.array([first_sum(arrays) for arrays, _ in self.table])
        self.own: Callable[..., Any] | None = None
        self.unknown = 0

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        names = self.cell.arguments
        given = dict(zip(names, args, strict=False)) | kwargs
        complete = len(args) <= len(names) and given.keys() == set(names)
        computed = self.look_up([given[name] for name in names]) if complete else None
        if computed is not None:
            return result(self.cell, given, {k: array.copy() for k, array in computed.items()})
        self.unknown += 1
        if self.own is None:
            raise RuntimeError(
                f"no stored answer of {self.__name__} fits these arguments, and there is no "
                f"{self.__name__} of your own here to ask"
            )
        return self.own(*args, **kwargs)

    def look_up(self, args: list[Any]) -> dict[str, np.ndarray] | None:
        arrays = arrays_in(args)
        narrow = any(array.dtype == np.float32 for array in arrays)
        close = CLOSE_IN_FLOAT32 if narrow else CLOSE
        for place in np.flatnonzero(np.abs(self.sums - first_sum(arrays)) <= 1e-3):
            known, computed = self.table[place]
            if alike(arrays, known, close):
                return computed
        return None

    def adopt(self, own: Any) -> None:
        """Take the learner's function, to ask it where nothing is stored."""
        self.own = own if callable(own) and own is not self else None

    def note(self) -> str:
        """Say how often the learner's own function had to answer, or nothing."""
        if not self.unknown or self.own is None:
            return ""
        name = self.__name__
        return (
            f"Stored answers of {name} stand in for yours. They do not reach as far as your "
            f"function goes: {self.unknown} calls were answered by your own {name}. Is it right?"
        )


def arrays_in(value: Any) -> list[np.ndarray]:
    """List all arrays of nested arguments, those of dictionaries by their sorted keys."""
    if isinstance(value, dict):
        value = [value[key] for key in sorted(value, key=str)]
    if isinstance(value, tuple | list):
        return [array for item in value for array in arrays_in(item)]
    return [np.asarray(value)] if isinstance(value, np.ndarray | np.generic | float | int) else []


def first_sum(arrays: list[np.ndarray]) -> float:
    """Add up the first argument, by which a stored call is found quickly."""
    with np.errstate(all="ignore"):
        return float(arrays[0].sum()) if arrays and arrays[0].dtype.kind in "biuf" else np.inf


def alike(arrays: list[np.ndarray], known: list[np.ndarray], close: float) -> bool:
    return len(arrays) == len(known) and all(
        a.shape == b.shape and a.dtype.kind in "biuf" and np.allclose(a, b, rtol=close, atol=close)
        for a, b in zip(arrays, known, strict=True)
    )


def result(cell: Exercise, given: dict[str, Any], computed: dict[str, np.ndarray]) -> Any:
    """Put a cell's result together, the caller's own arrays where the cell hands them through."""
    named = given | computed
    parts = {layout.name: part(layout, named) for layout in cell.returns}
    return parts if cell.form == "dict" else tuple(parts.values())


def part(layout: Layout | Parameters, named: dict[str, Any]) -> Any:
    if isinstance(layout, Cache):
        return tuple(part(entry, named) for entry in layout.entries)
    assert not isinstance(layout, Caches)
    return named[layout.name]


def computed_names(cell: Exercise) -> tuple[str, ...]:
    """Name the arrays that a cell function computes, in the order of `computed_by`."""
    names: list[str] = []
    for layout in cell.returns:
        entries = layout.entries if isinstance(layout, Cache) else [layout]
        names += [e.name for e in entries if isinstance(e, Array) and not e.handed_through]
    return tuple(dict.fromkeys(names))


def computed_by(cell: Exercise, returned: Any) -> dict[str, np.ndarray]:
    """Take from what a right cell function returned the arrays that it computed, by name."""
    values = returned.values() if cell.form == "dict" else returned
    arrays: dict[str, np.ndarray] = {}
    for layout, value in zip(cell.returns, values, strict=True):
        if isinstance(layout, Array):
            arrays[layout.name] = value
        elif isinstance(layout, Cache):
            arrays |= {
                entry.name: item
                for entry, item in zip(layout.entries, value, strict=True)
                if isinstance(entry, Array) and not entry.handed_through
            }
    return arrays
