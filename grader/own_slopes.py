"""A second opinion on wrong gradients, from the learner's own forward pass: shown, never scored."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from grader.checks import contract
from grader.checks.gradients import CALL, agreement, forward_of
from grader.exercise import Exercise, Plan
from grader.exercises import EXERCISES
from grader.judging import Runner, setting_for
from grader.reference import Reference
from grader.runners import limits, namespace
from grader.submission import Code

SECONDS = 2.0


def second_opinion(
    exercise: Exercise, code: Code, reference: Reference, runner: Runner, session: Mapping[str, Any]
) -> str:
    """Say which gradients are the slopes of the learner's own forward function.

    Parameters
    ----------
    exercise : Exercise
        One whose verdict is "wrong".
    code : Code
        The learner's definitions.
    reference : Reference
    runner : Runner
    session : dict
        Variables of the notebook, among which a function of an earlier notebook may be.

    Returns
    -------
    sentence : str
        Empty for an exercise without gradients, and where no forward function can be run.
    """
    name = forward_of(exercise)
    forward = find(name, code, reference, session) if name else None
    if name is None or forward is None:
        return ""
    plan = reference.plan(exercise)
    one = Plan(exercise, {CALL: plan.calls[CALL]})
    answer = runner(code, one, setting_for(exercise, code, reference)).answers[CALL]
    arrays, _ = contract.read(exercise, answer)
    gradients = {str(path[0]): array for path, array in arrays.items()}
    cell = EXERCISES[f"{name.split('_')[0]}_cell_forward"]
    try:
        with limits.quiet(), limits.time_limit(SECONDS), np.errstate(all="ignore"):
            agree = agreement(plan, cell, forward, gradients)
    except (Exception, limits.TimeIsUp):  # a forward pass that is not finished has no opinion
        return ""
    return sentence(name, agree)


def find(
    name: str, code: Code, reference: Reference, session: Mapping[str, Any]
) -> Callable[..., Any] | None:
    """Find the learner's forward function: in this notebook, or with one of an earlier notebook."""
    exercise = EXERCISES[name]
    if code.defines(name):
        setting = setting_for(exercise, code, reference)
        with limits.quiet(), limits.time_limit(SECONDS):
            found = namespace.build(code, setting.given, setting.substitutes).get(name)
    else:
        sequence = session.get(name.replace("_cell", ""))
        found = session.get(name) or getattr(sequence, "__globals__", {}).get(name)
    return found if callable(found) else None


def sentence(name: str, agree: Mapping[str, bool]) -> str:
    right = [output for output, same in agree.items() if same]
    wrong = [output for output, same in agree.items() if not same]
    if not right or not wrong:
        return ""
    return (
        f"Nudging the inputs of your own {name} confirms {', '.join(right)}, but not "
        f"{', '.join(wrong)}. This costs nothing."
    )
