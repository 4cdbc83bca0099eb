"""Laws that an answer must obey, whatever the numbers: causality, independence, linearity."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from grader.checks.reading import Reading, Readings
from grader.exercise import Arrays, Plan
from grader.verdict import Finding


def check(plan: Plan, readings: Readings, right: Mapping[str, Arrays]) -> Iterator[Finding]:
    """Report every breach of a law; a breach names the law."""
    arrays = {name: comparable(reading, right[name]) for name, reading in readings.items()}
    for law in plan.exercise.properties:
        for output, message in law.holds(plan.calls, arrays, right):
            yield Finding("property", output, f"{law.name}: {message}")


def comparable(reading: Reading, right: Arrays) -> Arrays:
    """Keep the arrays that a law can speak about: finite and of the right shape."""
    arrays = reading.arrays
    if reading.is_right:
        return arrays
    return {
        path: array
        for path, array in arrays.items()
        if path in right and array.shape == right[path].shape and np.isfinite(array).all()
    }
