"""Are the numbers right? Every array of every call, measured against its largest right number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np

from grader.checks.contract import spoken, stands_for
from grader.checks.reading import Readings
from grader.exercise import Arrays, Call, Exercise, Path, Plan
from grader.verdict import Finding

TOLERANCE = 1e-6
FLOAT32_TOLERANCE = 1e-4
SMALLEST_SIZE = 1e-6
LARGEST_ERROR = 1e300  # JSON knows no infinity


def error(a: np.ndarray, b: np.ndarray) -> float:
    """Measure how far a is from the right array b: max|a - b| / max(max|b|, 1e-6).

    It is not the relative error of lesson 00, which is never above 2; so a card does not call it
    that.
    """
    return min(float(np.abs(a - b).max(initial=0)) / size(b), LARGEST_ERROR)


def size(right: np.ndarray) -> float:
    return max(float(np.abs(right).max(initial=0)), SMALLEST_SIZE)


def check(plan: Plan, readings: Readings, right: Mapping[str, Arrays]) -> Iterator[Finding]:
    """Report every output whose numbers are off, one array of a call for each.

    That is the first wrong array of a sequence, else the worst; the number is that of the worst.
    """
    for name, reading in readings.items():
        if reading.arrays and not reading.is_right:  # without any, the contract says why
            yield from call_findings(plan.exercise, plan.calls[name], reading.arrays, right[name])


def call_findings(
    exercise: Exercise, call: Call, arrays: Arrays, right: Arrays
) -> Iterator[Finding]:
    wrong: dict[str, list[tuple[Path, Finding]]] = {}
    for path, expected in right.items():
        finding = compare(exercise, call, path, arrays.get(path), expected)
        if finding and finding.check == "note":
            yield finding
        elif finding:
            wrong.setdefault(finding.output, []).append((path, finding))
    for found in wrong.values():
        worst = max((finding for _, finding in found), key=off_by)
        _, first = min(found, key=lambda pair: rank(exercise, *pair))
        yield replace(first, error=worst.error)


def off_by(finding: Finding) -> float:
    return np.inf if finding.error is None else finding.error


def rank(exercise: Exercise, path: Path, finding: Finding) -> tuple[bool, int, bool, float]:
    """Order findings: the layout first, then step by step, then what went in before what came out.

    Within a step, what went in wrong is the cause of what came out wrong.
    """
    step = next((part for part in path if isinstance(part, int)), -1)
    entry = exercise.entry(path)
    came_out = not (entry and entry.handed_through)
    return finding.check != "contract", step, came_out, -off_by(finding)


def compare(
    exercise: Exercise, call: Call, path: Path, got: np.ndarray | None, right: np.ndarray
) -> Finding | None:
    """Compare one array with the right one; None if it is right, or a matter of the contract."""
    output = exercise.output(path)
    if got is None:
        if "parameters" in path or (len(path) > 1 and isinstance(path[1], int)):
            return Finding("contract", output, f"{spoken(path)} is missing", call.name)
        return None
    if path[-1] == "steps":
        if got != right:
            message = f"{int(got)} caches for {int(right)} steps"
            return Finding("contract", output, message, call.name)
        return None
    if got.shape != right.shape and not stands_for(exercise, path, got):
        return None
    where = "" if len(path) == 1 else f"{spoken(path)}: "
    if not np.isfinite(got).all():
        return Finding("value", output, f"{where}nan or inf {call.shows}".rstrip(), call.name)
    off = error(got, right)
    if off <= TOLERANCE:
        return None
    if off <= FLOAT32_TOLERANCE and has_float32(call):
        return None
    if off <= FLOAT32_TOLERANCE and got.dtype == np.float32:
        message = f"{output} is float32: right to that precision."
        return Finding("note", output, message, call.name, error=off)
    message = f"{where}{describe(got, right, off)} {call.shows}".rstrip()
    return Finding("value", output, message, call.name, error=off)


def has_float32(call: Call) -> bool:
    return any(isinstance(arg, np.ndarray) and arg.dtype == np.float32 for arg in call.args)


def describe(got: np.ndarray, right: np.ndarray, off: float) -> str:
    """Say how far off an array is, and how much of it, in one line."""
    wrong = np.abs(got - right) > TOLERANCE * size(right)
    share = "" if right.size == 1 else f", {int(wrong.sum())} of {right.size} entries"
    if right.size > 1 and wrong.all():
        share = ", every entry"
    if right.ndim == 3 and not wrong.all():
        steps = np.flatnonzero(wrong.any(axis=(0, 1)))
        if len(steps) < right.shape[2]:
            share += f", {at(steps + 1)}"
    return f"{distance(got, right, off)}{share}"


def at(steps: np.ndarray) -> str:
    """Say which steps, counted from 1, some are."""
    first, last = int(steps[0]), int(steps[-1])
    if first == last:
        return f"at step {first}"
    if len(steps) == last - first + 1:
        return f"at steps {first} to {last}"
    return f"at {len(steps)} steps, the first is {first}"


def distance(got: np.ndarray, right: np.ndarray, off: float) -> str:
    """Say how far off an array is: times the largest right entry, unless that is 0."""
    largest, one = float(np.abs(right).max(initial=0)), right.size == 1
    if largest < SMALLEST_SIZE:
        found = f"is {short(got.item())}" if one else f"is up to {short(np.abs(got).max())}"
        return f"should be {'nearly ' if largest else ''}0, {found}"
    times = "the size of" if short(off) == "1" else f"{short(off)} times"
    return f"off by {times} the right number" if one else f"off by up to {times} the largest entry"


def short(number: float) -> str:
    """Write a number with two digits that count: 0.56, 120, 2.5e-05."""
    return f"{float(f'{number:.2g}'):g}"
