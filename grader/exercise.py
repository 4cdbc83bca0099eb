"""What is asked of a learner, as data: exercises, layouts of what they return, calls, plans."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import numpy as np

PUBLIC_SEED = 0
"""Of the case set that everybody may know."""

Seed = Sequence[int] | int

Path = tuple[str | int, ...]
"""Where an array stands in what a function returned, such as ("caches", 2, "a_prev")."""

Arrays = Mapping[Path, np.ndarray]
"""The arrays that one call gave back, by path."""


@dataclass(frozen=True)
class Array:
    """One array of what a function returns.

    `weight` is its share of the points. An entry of a cache that is an input handed through weighs
    nothing, but a wrong one costs the whole cache.
    """

    name: str
    shape: str
    weight: float = 1.0
    handed_through: bool = False


@dataclass(frozen=True)
class Parameters:
    """The dictionary of parameters, handed through in a cache."""

    name: str = "parameters"
    weight: float = 0.0


@dataclass(frozen=True)
class Cache:
    """A tuple that a cell keeps for its backward pass.

    `scalars` are entries that may also be one number, standing for an array filled with it.
    """

    name: str
    entries: tuple[Array | Parameters, ...]
    weight: float = 1.0
    scalars: tuple[str, ...] = ()


@dataclass(frozen=True)
class Caches:
    """What a sequence function keeps: (list of the cell's caches, x)."""

    name: str
    cell: Cache
    x: Array
    weight: float = 1.0


Layout = Array | Cache | Caches


@dataclass(frozen=True)
class Call:
    """One call of the learner's function, with all its inputs.

    `shows` ends the sentence "wrong …", such as "when T_x = 1".
    """

    name: str
    args: tuple[Any, ...]
    shows: str = ""


class Functions(Protocol):
    """Right implementations by name, for making caches and reference answers."""

    def function(self, name: str) -> Callable[..., Any]: ...


@dataclass(frozen=True)
class Property:
    """A law that every right answer obeys.

    Attributes
    ----------
    name : str
        Short name of the law.
    calls : callable
        (calls so far, rng, functions) -> further calls that the law compares.
    holds : callable
        (calls, answers, right answers), each by call name -> (output, sentence) for every breach.
    """

    name: str
    calls: Callable[[Mapping[str, Call], np.random.Generator, Functions], Iterator[Call]]
    holds: Callable[
        [Mapping[str, Call], Mapping[str, Arrays], Mapping[str, Arrays]], Iterator[tuple[str, str]]
    ]


@dataclass(frozen=True)
class Exercise:
    """One function to implement.

    Attributes
    ----------
    name : str
        The function's name, and the `grade_id` of its cell.
    lesson : str
        Name of the notebook it stands in.
    arguments : tuple of str
        Names of the arguments, in order.
    returns : tuple of Layout
        What the function returns, in order.
    form : str
        "one" array, a "tuple", or a "dict" with the names as keys.
    cases : callable
        (rng, functions) -> the calls on random inputs.
    properties : tuple of Property
        Laws, each of which adds its calls.
    helper : str or None
        The cell function that a sequence function calls.
    points : float
        The most it can bring, from course.toml; 0 if it does not count.
    """

    name: str
    lesson: str
    arguments: tuple[str, ...]
    returns: tuple[Layout, ...]
    form: str
    cases: Callable[[np.random.Generator, Functions], Iterator[Call]]
    properties: tuple[Property, ...] = ()
    helper: str | None = None
    points: float = 0

    def weights(self) -> dict[str, float]:
        """Give the weight of every scored output, such as {"a_next": 2, "cache.ft": 1}."""
        weights: dict[str, float] = {}
        for layout in self.returns:
            weights[layout.name] = layout.weight
            if isinstance(layout, Cache):
                for entry in layout.entries:
                    if entry.weight:
                        weights[f"{layout.name}.{entry.name}"] = entry.weight
        return weights

    def entry(self, path: Path) -> Array | None:
        """Find the layout of the array at a path; None for a parameter in a cache."""
        name = next((part for part in reversed(path) if isinstance(part, str)), "")
        for layout in self.returns:
            parts: Sequence[Layout | Parameters] = [layout]
            if isinstance(layout, Caches):
                parts = [*layout.cell.entries, layout.x]
            elif isinstance(layout, Cache):
                parts = layout.entries
            for part in parts:
                if layout.name == path[0] and isinstance(part, Array) and part.name == name:
                    return part
        return None

    def shape(self, path: Path) -> str:
        """Give the symbolic shape of the array at a path, such as "(n_a, m)", or "" if none."""
        return getattr(self.entry(path), "shape", "")

    def output(self, path: Path) -> str:
        """Name the output that the array at a path belongs to, such as "cache.ft" or "cache"."""
        for layout in self.returns:
            if isinstance(layout, Cache) and layout.name == path[0]:
                computed = [
                    entry.name
                    for entry in layout.entries
                    if isinstance(entry, Array) and not entry.handed_through
                ]
                if path[-1] in computed:
                    return f"{layout.name}.{path[-1]}"
        return str(path[0])


@dataclass(frozen=True, eq=False)
class Plan:
    """Every call that judging one exercise makes, fixed before the learner's code runs.

    `seed` is that of which it was drawn.
    """

    exercise: Exercise
    calls: Mapping[str, Call]
    seed: Seed | None = None


@dataclass(frozen=True)
class Failure:
    """How a call ended without an answer.

    `kind` is "crashed", "timeout" or "missing"; `line` the text of the learner's line.
    """

    kind: str
    message: str
    line: str = ""
    line_number: int = 0
    place: str = ""


@dataclass(frozen=True)
class Answer:
    """What one call gave back: plain arrays, tuples, lists and dictionaries, or how it failed.

    `changed` names the arguments that were changed in place.
    """

    value: Any = None
    failure: Failure | None = None
    changed: tuple[str, ...] = ()
    warning: str = ""


@dataclass(frozen=True)
class Opaque:
    """Stands in an answer for a value that is neither array, number, tuple, list nor dictionary."""

    description: str


@dataclass(frozen=True)
class Run:
    """The answers to a plan; `chained` are those with the learner's own helper.

    `common` is a run that stands for everybody's who gave these very answers.
    """

    answers: Mapping[str, Answer]
    chained: Mapping[str, Answer] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    common: bool = False


def make_plan(exercise: Exercise, functions: Functions, seed: Seed) -> Plan:
    """Draw the case set of an exercise from a seed.

    The exercise's name goes into the seed, so that no two exercises share an array.
    """
    words = [seed] if isinstance(seed, int) else list(seed)
    rng = np.random.default_rng([*words, *exercise.name.encode()])
    calls: dict[str, Call] = {call.name: call for call in exercise.cases(rng, functions)}
    for law in exercise.properties:
        calls |= {call.name: call for call in law.calls(calls, rng, functions)}
    return Plan(exercise, calls, seed)
