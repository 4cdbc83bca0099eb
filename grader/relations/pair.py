"""A wrong array beside the right one, and what a relation between them is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from grader.checks.values import FLOAT32_TOLERANCE, SMALLEST_SIZE, TOLERANCE, has_float32
from grader.exercise import Arrays, Call, Path, Plan

FEWEST = 3
"""Calls on which a relation has to be seen before it is believed."""

FEWEST_NUMBERS = 4
"""Different numbers of an array, so that another one is like it for no other reason."""


Said = tuple[str, str, str]
"""(id, title, hint) of a relation that holds; both sentences may name the output as {output}."""


@dataclass(frozen=True)
class Pair:
    """A wrong array and the right one, of one call.

    `close` is how far equal arrays may be apart, relative to the largest entry.
    """

    call: Call
    wrong: np.ndarray
    right: np.ndarray
    close: float

    def equal(self, wrong: np.ndarray, right: np.ndarray) -> bool:
        """Say whether two arrays are the same but for rounding."""
        if wrong.shape != right.shape or not np.isfinite(wrong).all():
            return False
        size = max(float(np.abs(right).max(initial=0)), SMALLEST_SIZE)
        return bool(np.abs(wrong - right).max(initial=0) <= self.close * size)

    @property
    def is_right(self) -> bool:
        return self.equal(self.wrong, self.right)

    @property
    def examples(self) -> int:
        """Give m: the second axis of the first array of the call, 1 where there is none."""
        shape = first_array(self.call).shape
        return int(shape[1]) if len(shape) > 1 else 1

    @property
    def steps(self) -> int:
        """Give T_x: the third axis of the first array of the call, 0 where there is none."""
        shape = first_array(self.call).shape
        return int(shape[2]) if len(shape) > 2 else 0


@dataclass(frozen=True)
class Relation:
    """A relation, in words.

    `title` and `hint` may name the output as {output}. It is said of outputs whose whole name
    fits the pattern `of` only.
    """

    id: str
    title: str
    hint: str
    holds: Callable[[Sequence[Pair]], bool]
    of: str = ".*"


@dataclass(frozen=True)
class Evidence:
    """Everything that is known of a wrong output.

    Attributes
    ----------
    plan : Plan
    output : str
        Such as "dWax" or "cache.ft".
    seen, right : dict
        All arrays of the learner's and all right ones, by call.
    """

    plan: Plan
    output: str
    seen: Mapping[str, Arrays]
    right: Mapping[str, Arrays]

    def pairs(self, other: Path = ()) -> list[Pair]:
        """Give the output beside the right one, or beside another right array, call by call.

        It ends where one of the two is missing or has another number of axes.
        """
        return list(self.beside(other or path_of(self.output)))

    def beside(self, other: Path) -> Iterator[Pair]:
        for name, call in self.plan.calls.items():
            a = self.seen[name].get(path_of(self.output))
            b = self.right[name].get(other)
            if a is None or b is None or a.ndim != b.ndim:
                return
            yield Pair(call, a, b, FLOAT32_TOLERANCE if has_float32(call) else TOLERANCE)

    def is_complete(self, pairs: Sequence[Pair]) -> bool:
        """Say whether there is a pair for every call, and there are enough of them."""
        return len(pairs) == len(self.plan.calls) >= FEWEST


def path_of(output: str) -> Path:
    return tuple(output.split("."))


def first_array(call: Call) -> np.ndarray:
    array: np.ndarray = next(arg for arg in call.args if isinstance(arg, np.ndarray))
    return array


def is_varied(array: np.ndarray) -> bool:
    """Say whether an array holds enough different numbers; zeros and ones are alike anywhere."""
    finite = array[np.isfinite(array)]
    return len(np.unique(np.round(finite, 6))) >= FEWEST_NUMBERS


def everywhere(same: Callable[[Pair], bool]) -> Callable[[Sequence[Pair]], bool]:
    """Say that something holds for every pair, and not only because there are zeros."""
    return lambda pairs: all(same(pair) for pair in pairs) and any(p.right.any() for p in pairs)
