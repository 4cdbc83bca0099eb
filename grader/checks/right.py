"""Right answers to a plan, read once for everybody who is compared with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from grader.checks.contract import read
from grader.checks.values import FLOAT32_TOLERANCE, TOLERANCE, has_float32, size
from grader.exercise import Answer, Arrays, Call, Path, Plan, Run
from grader.verdict import Verdict

PLAINLY = 0.5
"""How much of what is tolerated an array may use and need no closer look."""


class Right(dict[str, Answer]):
    """The right answers by call, what is in them, and the verdict on a run that is everybody's."""

    def __init__(self, plan: Plan, answers: Mapping[str, Answer]) -> None:
        super().__init__(answers)
        self.plan = plan
        self.common: tuple[Run, Verdict] | None = None

    @classmethod
    def of(cls, plan: Plan, answers: Mapping[str, Answer]) -> Right:
        return answers if isinstance(answers, Right) else cls(plan, answers)

    @cached_property
    def arrays(self) -> dict[str, Arrays]:
        return {name: read(self.plan.exercise, answer)[0] for name, answer in self.items()}

    @cached_property
    def rows(self) -> dict[str, Row]:
        return {name: row(self.plan.calls[name], self.arrays[name]) for name in self}

    def agrees(self, call: str, arrays: Arrays) -> bool:
        """Say whether an answer is plainly right; if not, it may be so at a closer look."""
        return self.rows[call].agrees(arrays)


@dataclass(frozen=True)
class Row:
    """All numbers of one right answer in a row, and how far off each of them may be."""

    shapes: Mapping[Path, tuple[int, ...]]
    numbers: np.ndarray
    room: np.ndarray

    def agrees(self, arrays: Arrays) -> bool:
        if not self.shapes.keys() <= arrays.keys():
            return False
        found = [arrays[path] for path in self.shapes]
        if [array.shape for array in found] != [*self.shapes.values()]:
            return False
        off = np.abs(np.concatenate(found, axis=None) - self.numbers)
        return bool((off <= self.room).all())


def row(call: Call, arrays: Arrays) -> Row:
    share = PLAINLY * (FLOAT32_TOLERANCE if has_float32(call) else TOLERANCE)
    rooms = {p: 0.0 if p[-1] == "steps" else share * size(a) for p, a in arrays.items()}
    return Row(
        {path: array.shape for path, array in arrays.items()},
        np.concatenate([*arrays.values()], axis=None),
        np.concatenate([np.full(array.size, rooms[path]) for path, array in arrays.items()]),
    )
