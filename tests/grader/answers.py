"""Answers to judge, made of the solutions: right, stubbed, or edited."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pytest

from grader import stub
from grader.exercises import EXERCISES
from grader.judging import judge_code
from grader.reference import Live
from grader.runners import in_process
from grader.submission import from_file
from grader.verdict import Verdict
from solutions.mistakes import Mistake, apply, of

if TYPE_CHECKING:
    from _pytest.mark import ParameterSet

REFERENCE = Live()
SOLUTIONS = {name: REFERENCE.source(name) for name in EXERCISES}
STUBS = {name: stub.cut(source) for name, source in SOLUTIONS.items()}


def file_of(*functions: str) -> str:
    """Put functions into one Python file."""
    return "import numpy as np\n\n\n" + "\n\n".join(functions)


def edited(name: str, old: str, new: str) -> str:
    """Give a solution with one edit; the edit must apply."""
    assert SOLUTIONS[name].count(old) == 1, f"{old!r} does not stand once in {name}"
    return SOLUTIONS[name].replace(old, new)


def a_share(mistakes: Sequence[Mistake], every: int) -> list[ParameterSet]:
    """Give mistakes as parameters: one in so many for `make test`, all of them for `make long`."""
    return [
        pytest.param(
            mistake,
            id=f"{mistake.of}-{mistake.id}",
            marks=[pytest.mark.long] if place % every else [],
        )
        for place, mistake in enumerate(mistakes)
    ]


def variant(number: int) -> dict[str, str]:
    """Give all functions of one submission: right, stubs, or each with a mistake of its own."""
    if number == 0:
        return SOLUTIONS
    if number == 1:
        return STUBS
    return {
        name: apply(of(name)[(7 * number) % len(of(name))], source)
        for name, source in SOLUTIONS.items()
    }


def judged(source: str) -> dict[str, Verdict]:
    """Judge a file in this process, by exercise."""
    code = from_file("answer.py", source)
    return {v.exercise: v for v in judge_code(code, REFERENCE, in_process.run)}


def outputs(verdict: Verdict) -> dict[str, str]:
    return {output.name: output.status for output in verdict.outputs}
