"""Laws that an answer must obey, whatever the numbers: causality, independence, linearity."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from grader.checks.contract import read
from grader.exercise import Answer, Arrays, Plan
from grader.verdict import Finding


def check(
    plan: Plan, answers: Mapping[str, Answer], reference: Mapping[str, Arrays]
) -> Iterator[Finding]:
    """Report every breach of a law; a breach names the law."""
    arrays = {
        name: comparable(read(plan.exercise, answer)[0], reference[name])
        for name, answer in answers.items()
        if name in reference and not answer.failure
    }
    for law in plan.exercise.properties:
        for output, message in law.holds(plan.calls, arrays, reference):
            yield Finding("property", output, f"{law.name}: {message}")


def comparable(arrays: Arrays, right: Arrays) -> Arrays:
    """Keep the arrays that a law can speak about: finite and of the right shape."""
    return {
        path: array
        for path, array in arrays.items()
        if path in right and array.shape == right[path].shape and np.isfinite(array).all()
    }
