"""Is what came back laid out as the notes say: how many things, which keys, what kind of value?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from grader.checks.reading import Problem, Readings
from grader.exercise import (
    Answer,
    Array,
    Arrays,
    Cache,
    Caches,
    Exercise,
    Layout,
    Opaque,
    Parameters,
    Path,
    Plan,
)
from grader.verdict import Finding

FLOAT32 = np.dtype(np.float32)
SEQUENCES = (tuple, list)
UNREAD = "not looked for"
"""Begins the sentence about an entry of a cache that cannot be read."""

STATES = ("dx", "dxt", "da0", "da_prev", "dc0", "dc_prev")
GRADIENTS = (
    *STATES,
    "dWax",
    "dWaa",
    "dba",
    *(f"d{kind}{gate}" for kind in "Wb" for gate in "fico"),
)
"""Names that the lessons give to gradients. Any other key may hold what a grade must not tell."""


def read(exercise: Exercise, answer: Answer) -> tuple[Arrays, list[Problem]]:
    """Find the arrays of an answer, and what stands where an array should.

    Arrays come out as float64, or float32 where they were that.
    """
    reader = _Reader(exercise)
    reader.read_all(answer.value)
    return reader.arrays, reader.problems


def check(plan: Plan, readings: Readings, right: Mapping[str, Arrays]) -> Iterator[Finding]:
    """Report calls that failed, inputs changed in place, and values of the wrong kind or shape."""
    for name, reading in readings.items():
        if reading.answer.failure:
            for output in plan.exercise.weights():
                message = f"no answer {plan.calls[name].shows}".rstrip()
                yield Finding("contract", output, message, name, "missing")
            continue
        for changed in reading.answer.changed:
            message = f"the input {changed} is changed in place: work on a copy"
            yield Finding("in place", "", message, name)
        for output, message, status in reading.problems:
            yield Finding("contract", output, message, name, status)
        if not reading.is_right:
            yield from shape_findings(plan.exercise, name, reading.arrays, right[name])


def shape_findings(
    exercise: Exercise, call: str, arrays: Arrays, right: Arrays
) -> Iterator[Finding]:
    for path, array in arrays.items():
        if (
            path in right
            and array.shape != right[path].shape
            and not stands_for(exercise, path, array)
        ):
            symbolic = exercise.shape(path)
            expected = (
                f"{symbolic} = {right[path].shape}" if "(" in symbolic else f"{right[path].shape}"
            )
            where = "" if len(path) == 1 else f"{spoken(path)}: "
            message = f"{where}shape {array.shape} where {expected} belongs"
            yield Finding("contract", exercise.output(path), message, call)


def stands_for(exercise: Exercise, path: Path, array: np.ndarray) -> bool:
    """Say whether a plain number may stand here for an array filled with it."""
    return array.ndim == 0 and any(
        isinstance(layout, Caches) and layout.name == path[0] and path[-1] in layout.cell.scalars
        for layout in exercise.returns
    )


def spoken(path: Path) -> str:
    """Say where an array stands, such as "a_prev of step 2" (steps count from 1, as ⟨t⟩ does)."""
    names = [str(part) for part in path[1:] if isinstance(part, str)]
    steps = [part + 1 for part in path if isinstance(part, int)]
    return ".".join(names) + "".join(f" of step {step}" for step in steps)


class _Reader:
    """Walks through one answer along the layout of its exercise."""

    def __init__(self, exercise: Exercise) -> None:
        self.exercise = exercise
        self.arrays: dict[Path, np.ndarray] = {}
        self.problems: list[Problem] = []

    def problem(self, path: Path, message: str, status: str = "wrong") -> None:
        self.problems.append((self.exercise.output(path), message, status))

    def read_all(self, value: Any) -> None:
        parts = self.exercise.returns
        if value is None:
            self.nothing("the function returns nothing: is there no `return`?")
        elif self.exercise.form == "one":
            self.read(parts[0], (parts[0].name,), value)
        elif self.exercise.form == "dict":
            self.read_dictionary(value)
        elif not isinstance(value, SEQUENCES):
            self.nothing(f"{kind(value)} is returned where {len(parts)} values belong")
        elif len(value) != len(parts):
            names = ", ".join(part.name for part in parts)
            self.nothing(f"{len(value)} values are returned; expected: {names}", "wrong")
        else:
            for part, item in zip(parts, value, strict=True):
                self.read(part, (part.name,), item)

    def read_dictionary(self, value: Any) -> None:
        if not isinstance(value, dict):
            self.nothing(f"{kind(value)} is returned where a dictionary belongs")
            return
        others = [key for key in value if key not in {part.name for part in self.exercise.returns}]
        known = [key for key in others if key in GRADIENTS]
        there = f"; there is {' and '.join(known)}" if known else ""
        for part in self.exercise.returns:
            if part.name in value:
                self.read(part, (part.name,), value[part.name])
            else:
                message = f'the key "{part.name}" is missing{there}'
                self.problem((part.name,), message, "missing")

    def nothing(self, message: str, status: str = "missing") -> None:
        for name in self.exercise.weights():
            self.problems.append((name, message, status))

    def read(self, layout: Layout | Parameters, path: Path, value: Any) -> None:
        if isinstance(layout, Array):
            self.read_array(layout, path, value)
        elif isinstance(layout, Parameters):
            self.read_parameters(path, value)
        elif isinstance(layout, Cache):
            self.read_cache(layout, path, value)
        else:
            self.read_caches(layout, path, value)

    def read_array(self, layout: Array, path: Path, value: Any) -> None:
        if isinstance(value, np.ndarray) and value.dtype.kind != "c":
            is_narrow = value.dtype == FLOAT32
            self.arrays[path] = value if is_narrow else value.astype(np.float64, copy=False)
            return
        name = layout.name if len(path) == 1 else spoken(path)
        if value is None or value is Ellipsis:
            status = "missing" if len(path) == 1 else "wrong"
            self.problem(path, f"{name} is None", status)
        elif not isinstance(value, np.ndarray):
            self.problem(path, f"{name} is {kind(value)}, not an array")
        else:
            self.problem(path, f"{name} holds complex numbers")

    def read_parameters(self, path: Path, value: Any) -> None:
        if not isinstance(value, dict):
            self.problem(path, f"{spoken(path)} is {kind(value)}, not a dictionary")
            return
        for key, item in value.items():
            if isinstance(item, np.ndarray) and item.dtype.kind in "biuf":
                self.arrays[(*path, key)] = item

    def read_cache(self, layout: Cache, path: Path, value: Any) -> None:
        count = len(layout.entries)
        if isinstance(value, SEQUENCES) and len(value) == count:
            for entry, item in zip(layout.entries, value, strict=True):
                self.read(entry, (*path, entry.name), item)
            return
        names = ", ".join(entry.name for entry in layout.entries)
        where = f" of step {path[-1] + 1}" if isinstance(path[-1], int) else ""
        if value is None and len(path) == 1:
            self.no_cache(layout, path, f"{layout.name} is None", status="missing")
        elif not isinstance(value, SEQUENCES):
            said = f"the cache{where} is {kind(value)}"
            self.no_cache(layout, path, said, f", not a tuple ({names})")
        else:
            said = f"the cache{where} has {len(value)} entries where {count} belong"
            self.no_cache(layout, path, said, f": ({names})")
        self.leave_unread(path, value)

    def no_cache(
        self, layout: Cache, path: Path, said: str, more: str = "", status: str = "wrong"
    ) -> None:
        """Report a cache that cannot be read, and with it each entry that has a weight."""
        self.problem(path, said + more, status)
        for entry in layout.entries:
            if entry.weight:
                name = f"{self.exercise.output(path)}.{entry.name}"
                self.problems.append((name, f"{UNREAD}: {said}", "missing"))

    def read_caches(self, layout: Caches, path: Path, value: Any) -> None:
        if value is None:
            self.problem(path, f"{layout.name} is None", "missing")
        elif not isinstance(value, tuple | list) or len(value) != 2:
            self.problem(path, f"{layout.name} is {kind(value)}, not the pair (list of caches, x)")
            self.leave_unread(path, value)
        elif not isinstance(value[0], tuple | list):
            self.problem(path, f"{layout.name}[0] is {kind(value[0])}, not the list of caches")
            self.leave_unread(path, value)
        else:
            for step, cache in enumerate(value[0]):
                self.read_cache(layout.cell, (*path, step), cache)
            self.arrays[(*path, "steps")] = np.array(float(len(value[0])))
            self.read_array(layout.x, (*path, "x"), value[1])

    def leave_unread(self, path: Path, value: Any) -> None:
        """Keep what cannot be told apart under its place, by which a known mistake is known."""
        if isinstance(value, np.ndarray) and value.dtype.kind in "biuf":
            self.arrays[path] = value.astype(np.float64)
        elif isinstance(value, dict):
            for key, item in value.items():
                self.leave_unread((*path, f"[{key}]"), item)
        elif isinstance(value, tuple | list):
            for place, item in enumerate(value):
                self.leave_unread((*path, f"[{place}]"), item)


def kind(value: Any) -> str:
    """Name what stands where something else was expected."""
    if value is None:
        return "None"
    if isinstance(value, Opaque):
        return value.description
    if isinstance(value, np.ndarray):
        return "an array" if value.ndim else "a number"
    if isinstance(value, tuple | list):
        return f"a {type(value).__name__} of {len(value)}"
    return "a dictionary"
