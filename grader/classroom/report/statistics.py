"""Points as distributions; how hard an exercise is, and how well it tells students apart."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from grader.assignments import assignment_of
from grader.classroom.report.collecting import Answer, Class
from grader.exercises import LESSON_OF

BINS = ("none", "under ¼", "¼ to ½", "½ to ¾", "from ¾", "all")
ENOUGH = 15
"""Answers from which on a correlation is said: of fewer, chance alone makes about ±0.3."""

STATUSES = ("correct", "wrong", "crashed", "timeout", "not_started", "missing")


@dataclass(frozen=True)
class Measured:
    """One exercise in numbers.

    Attributes
    ----------
    exercise : str
    bins : tuple of int
        How many answers bring none of the points, under a quarter, …, all of them.
    statuses : dict
        Status -> number of answers.
    mean : float
        Mean share of the points.
    discrimination : float or None
        Corrected item-total correlation; None where nothing can be said.
    """

    exercise: str
    bins: tuple[int, ...]
    statuses: dict[str, int]
    mean: float
    discrimination: float | None

    @property
    def answers(self) -> int:
        return sum(self.bins)


def measured(about: Class) -> list[Measured]:
    """Measure all exercises, in the course's order."""
    return [measure(name, about.to(name), about) for name in about.exercises]


def measure(exercise: str, answers: Sequence[Answer], about: Class) -> Measured:
    shares = [answer.share for answer in answers]
    counted = Counter(bin_of(share) for share in shares)
    statuses = Counter(answer.status for answer in answers)
    return Measured(
        exercise,
        tuple(counted[n] for n in range(len(BINS))),
        {status: statuses[status] for status in STATUSES if statuses[status]},
        fmean(shares),
        correlation(shares, rests(exercise, answers, about)),
    )


def bin_of(share: float) -> int:
    """Put a share of the points into a bin; none and all have bins of their own."""
    if share <= 0:
        return 0
    return len(BINS) - 1 if share >= 1 else 1 + int(4 * share)


def rests(exercise: str, answers: Sequence[Answer], about: Class) -> list[float]:
    """Add up what each student has in the other exercises of the assignment."""
    assignment = assignment_of(LESSON_OF[exercise])
    sums: Counter[str] = Counter()
    for other in about.answers:
        if other.exercise != exercise and assignment_of(LESSON_OF[other.exercise]) == assignment:
            sums[other.person.id] += other.points  # type: ignore[assignment]
    return [float(sums[answer.person.id]) for answer in answers]


def correlation(xs: Sequence[float], ys: Sequence[float]) -> float | None:
    """Correlate; None where there are too few, or all are equal."""
    if len(xs) < ENOUGH:
        return None
    x, y = fmean(xs), fmean(ys)
    spread = math.sqrt(sum((a - x) ** 2 for a in xs) * sum((b - y) ** 2 for b in ys))
    together = sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True))
    return together / spread if spread > 1e-9 else None
