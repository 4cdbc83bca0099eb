"""The arrays that a call gets, by the names that the lessons have for them, and their sizes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from grader.exercise import Array, Cache, Call, Exercise
from grader.exercises import EXERCISES

SHAPES = {
    "ids": ("m", "T_x"),
    "xt": ("n_x", "m"),
    "x": ("n_x", "m", "T_x"),
    "a0": ("n_a", "m"),
    "a_prev": ("n_a", "m"),
    "da_next": ("n_a", "m"),
    "da": ("n_a", "m", "T_x"),
    "Wya": ("n_y", "n_a"),
    "Wy": ("n_y", "n_a"),
    "Wf": ("n_a", "n_a + n_x"),
}
"""Arrays from whose shapes the sizes of a call can be read."""


def inputs(exercise: Exercise, call: Call) -> Iterator[tuple[str, np.ndarray]]:
    """Name all arrays of a call's arguments, those in parameters and in a cache, too.

    Of the caches of a sequence it is the first.
    """
    for name, value in zip(exercise.arguments, call.args, strict=False):
        yield from named(name, value)


def named(name: str, value: Any) -> Iterator[tuple[str, np.ndarray]]:
    if isinstance(value, np.ndarray):
        yield name, value
    elif isinstance(value, dict):
        yield from ((key, item) for key, item in value.items() if isinstance(item, np.ndarray))
    elif name == "caches":
        every, x = value
        yield "x", x
        yield from named("cache", every[0])
    elif isinstance(value, tuple):
        for entry, item in zip(cache_entries(len(value)), value, strict=False):
            yield from named(entry, item)


def cache_entries(length: int) -> list[str]:
    """Name the entries of a cell's cache: that of the RNN has four, that of the LSTM ten."""
    layouts = (layout for exercise in EXERCISES.values() for layout in exercise.returns)
    caches = (layout.entries for layout in layouts if isinstance(layout, Cache))
    names = ([entry.name for entry in entries] for entries in caches if len(entries) == length)
    return next(names, [])


def parameters(exercise: Exercise, call: Call) -> list[str]:
    """Name the entries of the dictionary of parameters that a call gets, itself or in a cache."""
    for name, value in zip(exercise.arguments, call.args, strict=False):
        cache = value[0][0] if name == "caches" else value
        for item in cache if isinstance(cache, tuple) else (cache,):
            if isinstance(item, dict):
                return list(item)
    return []


def sizes(exercise: Exercise, call: Call) -> dict[int, str]:
    """Say what the numbers in the shapes of a call are, such as {5: "n_a"}.

    A number that two sizes have in this call is not there. Tools that take any array know none.
    """
    if any(layout.shape == "like x" for layout in exercise.returns if isinstance(layout, Array)):
        return {}
    found: dict[int, set[str]] = {}
    for name, array in inputs(exercise, call):
        for length, symbol in zip(array.shape, SHAPES.get(name, ()), strict=False):
            found.setdefault(length, set()).add(symbol)
    for name, value in zip(exercise.arguments, call.args, strict=False):
        if isinstance(value, int):  # such as the n of one_hot
            found.setdefault(value, set()).add(name)
    return {length: symbols.pop() for length, symbols in found.items() if len(symbols) == 1}
