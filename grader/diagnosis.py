"""Name the mistake: which known wrong implementation gives the learner's wrong output?

A name is given only when the numbers force it. It must explain an output on every call of the
plan, and everything else that the known mistake spoils must be wrong in the answer, too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

import numpy as np

from grader.checks.contract import Problem, read
from grader.checks.values import (
    FLOAT32_TOLERANCE,
    SMALLEST_SIZE,
    TOLERANCE,
    has_float32,
)
from grader.exercise import Answer, Arrays, Exercise, Plan, Run
from grader.verdict import Verdict

Seen = tuple[Arrays, list[Problem]]


class KnownMistake(Protocol):
    """What diagnosis has to know of a mistake."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def hints(self) -> tuple[str, str, str]: ...
    @property
    def reread(self) -> str: ...
    @property
    def spoils(self) -> tuple[str, ...]: ...


Bank = Sequence[tuple[KnownMistake, Callable[[str], Answer]]]
"""Known mistakes of one exercise, each with a function from a call's name to its wrong answer."""


def diagnose(plan: Plan, run: Run, verdict: Verdict, bank: Bank) -> tuple[Mapping[str, Any], ...]:
    """Find the known mistakes that explain a verdict, the one that explains most first.

    Parameters
    ----------
    plan : Plan
    run : Run
        The learner's answers.
    verdict : Verdict
        What the checks made of them.
    bank : Bank
        Known mistakes, the simpler ones first.
    """
    wrong = {output.name for output in verdict.outputs if output.status != "right"}
    answers = {name: read(plan.exercise, answer) for name, answer in run.answers.items()}
    if not wrong or any(answer.failure for answer in run.answers.values()):
        return ()
    explained = {
        mistake.id: (mistake, explains(plan, answers, mistake, answer_to, wrong))
        for mistake, answer_to in bank
        if mistake.spoils and wrong.issuperset(mistake.spoils)
    }
    named = []
    while wrong:
        best = max(explained.values(), key=lambda pair: len(pair[1] & wrong), default=None)
        if best is None or not best[1] & wrong:
            break
        mistake, outputs = best
        named.append(
            as_json(mistake, [o.name for o in verdict.outputs if o.name in outputs & wrong])
        )
        wrong -= outputs
    return tuple(named)


def explains(
    plan: Plan,
    answers: Mapping[str, Seen],
    mistake: KnownMistake,
    answer_to: Callable[[str], Answer],
    wrong: set[str],
) -> set[str]:
    """Give the outputs on which an answer is the mistake's, on every call."""
    left = set(mistake.spoils) & wrong
    for name, call in plan.calls.items():
        known = answer_to(name)
        if known.failure:
            return set()
        theirs = read(plan.exercise, known)
        close = FLOAT32_TOLERANCE if has_float32(call) else TOLERANCE
        left = {o for o in left if same(plan.exercise, o, answers[name], theirs, close)}
        if not left:
            break
    return left


def same(exercise: Exercise, output: str, one: Seen, other: Seen, close: float) -> bool:
    """Say whether two answers agree in one output: its arrays, and whatever is wrong with it."""
    parts = (output, f"{output}.")
    a, b = (
        {path: array for path, array in arrays.items() if is_part(exercise.output(path), parts)}
        for arrays, _ in (one, other)
    )
    faults, others = ([p for p in problems if is_part(p[0], parts)] for _, problems in (one, other))
    return faults == others and a.keys() == b.keys() and all(alike(a[p], b[p], close) for p in a)


def is_part(name: str, parts: tuple[str, str]) -> bool:
    return name == parts[0] or name.startswith(parts[1])


def alike(a: np.ndarray, b: np.ndarray, close: float) -> bool:
    if a.shape != b.shape:
        return False
    finite = np.abs(b)[np.isfinite(b)]
    size = max(float(finite.max(initial=0)), SMALLEST_SIZE)
    return bool(np.allclose(a, b, rtol=0, atol=close * size, equal_nan=True))


def as_json(mistake: KnownMistake, outputs: list[str]) -> Mapping[str, Any]:
    return {
        "id": mistake.id,
        "title": mistake.title,
        "outputs": outputs,
        "hint": mistake.hints[0],
        "reread": mistake.reread,
    }
