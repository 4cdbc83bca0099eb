"""Where in an array the wrong numbers are: which half of a weight's columns, which steps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from grader.checks.values import FLOAT32_TOLERANCE, TOLERANCE, has_float32, size
from grader.error_map import ErrorMap
from grader.exercise import Arrays, Exercise, Plan

STATE, INPUT = "the columns that meet a⟨t-1⟩", "the columns that meet x⟨t⟩"
STACKED = "(n_a, n_a + n_x)"


def maps(
    plan: Plan, seen: Mapping[str, Arrays], right: Mapping[str, Arrays], wrong: Sequence[str]
) -> Iterator[ErrorMap]:
    """Draw a map of every wrong output that is right in places.

    Parameters
    ----------
    plan : Plan
    seen, right : dict
        The learner's arrays and the right ones, by call.
    wrong : list of str
        Outputs.
    """
    for output in wrong:
        faults = list(faults_of(plan, output, seen, right))
        drawn = next((fault for fault in faults if fault.any() and not fault.all()), None)
        if drawn is None or len(faults) < len(plan.calls) or drawn.ndim < 2 or drawn.shape[1] < 2:
            continue
        shape = plan.exercise.shape((output,))
        shares = drawn.mean(axis=1) if drawn.ndim == 3 else drawn.astype(float)
        yield ErrorMap(
            output,
            words(plan.exercise, output, [fault for fault in faults if fault.any()]),
            tuple(map(tuple, shares.tolist())),
            shape.strip("()").split(", ")[-1],
            drawn.shape[0] if shape == STACKED else 0,
        )


def faults_of(
    plan: Plan, output: str, seen: Mapping[str, Arrays], right: Mapping[str, Arrays]
) -> Iterator[np.ndarray]:
    """Give, call by call, which entries are wrong; it ends where the shape is not the right one."""
    path = tuple(output.split("."))
    for name, call in plan.calls.items():
        a, b = seen.get(name, {}).get(path), right[name].get(path)
        if a is None or b is None or a.shape != b.shape or not np.isfinite(a).all():
            return
        close = FLOAT32_TOLERANCE if has_float32(call) else TOLERANCE
        yield np.asarray(np.abs(a - b) > close * size(b))


def words(exercise: Exercise, output: str, faults: Sequence[np.ndarray]) -> str:
    """Say where the wrong entries are, if it is the same on every call."""
    if exercise.shape((output,)) == STACKED:
        return halves(faults)
    long = [
        np.asarray(fault.any(axis=(0, 1)))
        for fault in faults
        if fault.ndim == 3 and fault.shape[2] > 2
    ]
    if not long or not all(steps.any() and not steps.all() for steps in long):
        return ""
    if "backward" in exercise.name and all(is_beginning(steps) for steps in long):
        last = int(np.flatnonzero(long[0])[-1])
        return f"going back from the end, it is right down to step {last + 2}, wrong from there on"
    if "forward" in exercise.name and all(is_beginning(steps[::-1]) for steps in long):
        return f"right up to step {int(np.flatnonzero(long[0])[0])}, wrong from there on"
    return ""


def halves(faults: Sequence[np.ndarray]) -> str:
    state = [fault[:, : len(fault)].any() for fault in faults]
    given = [fault[:, len(fault) :].any() for fault in faults]
    if any(state) and any(given):
        return ""
    return f"wrong in {STATE if any(state) else INPUT} alone"


def is_beginning(steps: np.ndarray) -> bool:
    """Say whether the wrong steps are the first ones, without a gap."""
    return bool(steps[: int(steps.sum())].all())
