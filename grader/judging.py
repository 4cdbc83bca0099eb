"""From a learner's code to verdicts: plan, run, check, score, for every exercise it is about."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol

import numpy as np

from grader import given
from grader.checks import judge
from grader.diagnosis import diagnose
from grader.exercise import Exercise, Plan, Run
from grader.exercises import EXERCISES
from grader.reference import Reference
from grader.submission import GIVEN
from grader.verdict import Verdict, no_answer

SECONDS = 10.0


@dataclass(frozen=True)
class Setting:
    """What surrounds a learner's function while it is judged.

    `given` is what the course's first cell provides; `substitutes` take the place of the learner's
    own functions; `helper` is the right cell function of a sequence exercise; `chained` asks for a
    second run with the learner's own cell, whose result can be another if that cell is wrong.
    """

    given: Mapping[str, Callable[..., Any]]
    substitutes: Mapping[str, Callable[..., Any]]
    helper: Callable[..., Any] | None = None
    chained: bool = True

    def replacing(self, exercise: Exercise, helper: Callable[..., Any] | None) -> dict[str, Any]:
        """Give the substitutes, and the helper under the name by which the exercise calls it."""
        named = {exercise.helper: helper} if exercise.helper and helper else {}
        return {**self.substitutes, **named}


class Described(Protocol):
    """What judging has to know of a learner's code; the code itself is the runner's business."""

    @property
    def expected(self) -> tuple[str, ...]: ...
    @property
    def broken(self) -> Mapping[str, str]: ...
    @property
    def own_tools(self) -> bool: ...
    def defines(self, name: str) -> bool: ...
    def is_untouched(self, name: str, stub: str) -> bool: ...


class Runner(Protocol):
    """Makes a plan's calls on a learner's code, of whatever kind this runner takes."""

    def __call__(self, code: Any, plan: Plan, setting: Setting, /) -> Run: ...


def setting_for(
    exercise: Exercise, code: Described, reference: Reference, right: Collection[str] = ()
) -> Setting:
    """Decide what surrounds a function, so that it is judged alone.

    Parameters
    ----------
    right : collection of str
        Exercises of the same submission that turned out right: its own tools among them stay, and
        with a right cell the second run is not needed.
    """
    if exercise.lesson == EXERCISES["softmax"].lesson:
        return Setting({}, {})
    tools = {name: getattr(given, name) for name in GIVEN}
    replaced = set() if code.own_tools else set(GIVEN) - set(right)
    return Setting(
        tools,
        {name: tools[name] for name in replaced},
        reference.helper(exercise),
        chained=exercise.helper not in right,
    )


def judge_code(
    code: Described, reference: Reference, runner: Runner, names: Iterable[str] | None = None
) -> Iterator[Verdict]:
    """Judge the exercises that a submission is about, or the named ones, on a reference's cases."""
    right: list[str] = []
    for name in code.expected if names is None else names:
        verdict = judge_exercise(EXERCISES[name], code, reference, runner, right)
        if verdict.status == "correct":
            right.append(name)
        yield verdict


def judge_exercise(
    exercise: Exercise,
    code: Described,
    reference: Reference,
    runner: Runner,
    right: Collection[str] = (),
) -> Verdict:
    """Judge one exercise; `right` names those of the same submission that are right."""
    name = exercise.name
    if name in code.broken and not code.defines(name):
        return no_answer(exercise, "crashed", f"not valid Python: {code.broken[name]}")
    if not code.defines(name):
        return no_answer(exercise, "missing", f"{name} is not defined.")
    if code.is_untouched(name, reference.stub(name)):
        return no_answer(exercise, "not_started", "not started yet")
    # A notebook may have set NumPy to raise; that must not reach the right answers.
    with np.errstate(divide="warn", over="warn", invalid="warn", under="ignore"):
        plan = reference.plan(exercise)
        run = runner(code, plan, setting_for(exercise, code, reference, right))
        answers = reference.answers(plan)
        verdict = judge(plan, run, answers)
        if verdict.status in ("wrong", "crashed"):
            mistakes = diagnose(plan, run, verdict, reference.bank(plan), answers)
            verdict = replace(verdict, mistakes=mistakes)
    notes = verdict.notes
    if name in code.broken:
        notes += (
            f"This is your earlier version: the newest is not valid Python, {code.broken[name]}.",
        )
    return replace(verdict, notes=notes)
