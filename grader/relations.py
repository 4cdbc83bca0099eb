"""What a wrong output has to do with the right one, where no known mistake explains it.

A relation is said only if it holds on every call. It needs no bank: the negative, the transpose,
the mean for the sum, right at the first step alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from grader.checks.values import FLOAT32_TOLERANCE, SMALLEST_SIZE, TOLERANCE, has_float32
from grader.exercise import Arrays, Call, Exercise, Plan

FEWEST = 3
"""Calls on which a relation has to be seen before it is believed."""


@dataclass(frozen=True)
class Pair:
    """A wrong array and the right one, of one call.

    `close` is how far equal arrays may be apart, relative to the largest entry.
    """

    call: Call
    wrong: np.ndarray
    right: np.ndarray
    close: float

    def equal(self, wrong: np.ndarray, right: np.ndarray) -> bool:
        if wrong.shape != right.shape:
            return False
        size = max(float(np.abs(right).max(initial=0)), SMALLEST_SIZE)
        return bool(np.abs(wrong - right).max(initial=0) <= self.close * size)

    @property
    def has_steps(self) -> bool:
        """Say whether there are steps to tell apart, none of which is zero by right."""
        return (
            self.right.ndim == 3
            and self.right.shape[2] > 2
            and bool(np.abs(self.right).max(axis=(0, 1)).all())
        )

    @property
    def examples(self) -> int:
        """Give m: the second axis of the first array of the call, 1 where there is none."""
        shape = first_array(self.call).shape
        return int(shape[1]) if len(shape) > 1 else 1


@dataclass(frozen=True)
class Relation:
    """A relation, in words.

    `title` and `hint` may name the output as {output}.
    """

    id: str
    title: str
    hint: str
    holds: Callable[[Sequence[Pair]], bool]


def first_array(call: Call) -> np.ndarray:
    array: np.ndarray = next(arg for arg in call.args if isinstance(arg, np.ndarray))
    return array


def everywhere(same: Callable[[Pair], bool]) -> Callable[[Sequence[Pair]], bool]:
    return lambda pairs: all(same(pair) for pair in pairs)


def is_zero(pairs: Sequence[Pair]) -> bool:
    return all(not pair.wrong.any() for pair in pairs) and any(pair.right.any() for pair in pairs)


def factor(of: Callable[[Pair], float]) -> Callable[[Sequence[Pair]], bool]:
    """Say that all is right but for a factor that depends on the call, and is not always 1."""

    def holds(pairs: Sequence[Pair]) -> bool:
        factors = {of(pair) for pair in pairs}
        return len(factors) > 1 and all(
            pair.equal(pair.wrong, of(pair) * pair.right) for pair in pairs
        )

    return holds


def at_steps(chosen: slice) -> Callable[[Sequence[Pair]], bool]:
    """Say that an output with a time axis is right at some steps and at none of the others."""

    def holds(pairs: Sequence[Pair]) -> bool:
        long = [pair for pair in pairs if pair.has_steps]
        return len(long) >= FEWEST and all(
            right_steps(pair) == set(range(pair.right.shape[2])[chosen]) for pair in long
        )

    return holds


def right_steps(pair: Pair) -> set[int]:
    return {
        t
        for t in range(pair.right.shape[2])
        if pair.wrong.shape == pair.right.shape
        and pair.equal(pair.wrong[:, :, t], pair.right[:, :, t])
    }


def shifted(pairs: Sequence[Pair]) -> bool:
    """Say that every step holds what belongs one step earlier or later."""
    long = [pair for pair in pairs if pair.has_steps]
    if len(long) < FEWEST or any(pair.wrong.shape != pair.right.shape for pair in long):
        return False
    late = all(pair.equal(pair.wrong[:, :, 1:], pair.right[:, :, :-1]) for pair in long)
    return late or all(pair.equal(pair.wrong[:, :, :-1], pair.right[:, :, 1:]) for pair in long)


def first_column_alone(pairs: Sequence[Pair]) -> bool:
    wide = [pair for pair in pairs if pair.right.ndim > 1 and pair.right.shape[1] > 1]
    wide = [p for p in wide if p.right.shape[1] == p.examples and p.right.any()]
    return len(wide) >= FEWEST and all(
        pair.wrong.shape == pair.right.shape
        and pair.equal(pair.wrong[:, :1], pair.right[:, :1])
        and not any(
            pair.equal(pair.wrong[:, [k]], pair.right[:, [k]]) for k in range(1, pair.examples)
        )
        for pair in wide
    )


def reversed_in_time(pair: Pair) -> bool:
    return pair.right.ndim == 3 and pair.equal(pair.wrong[:, :, ::-1], pair.right)


RELATIONS = (
    Relation(
        "all-zero",
        "{output} is zero everywhere",
        "Is {output} ever written to after it was made with zeros?",
        is_zero,
    ),
    Relation(
        "negative",
        "{output} is the negative of what it should be",
        "Which of the factors of {output} has the wrong sign?",
        everywhere(lambda pair: pair.equal(-pair.wrong, pair.right)),
    ),
    Relation(
        "transposed",
        "{output} is the transpose of what it should be",
        "Which of the two factors belongs on the left: whose rows are the rows of {output}?",
        everywhere(lambda p: p.right.ndim == 2 and p.equal(p.wrong.T, p.right)),
    ),
    Relation(
        "times-m",
        "{output} is m times what it should be",
        "How often does the number of examples go into {output}?",
        factor(lambda pair: float(pair.examples)),
    ),
    Relation(
        "divided-by-m",
        "{output} is divided by m, a mean where a sum belongs",
        "Where does the 1/m stand: in the loss, or once more in your gradient?",
        factor(lambda pair: 1 / pair.examples),
    ),
    Relation(
        "twice",
        "{output} is twice what it should be",
        "What is added to {output} twice?",
        everywhere(lambda pair: pair.equal(pair.wrong, 2 * pair.right)),
    ),
    Relation(
        "half",
        "{output} is half of what it should be",
        "Which factor 1/2 does {output} have that no formula asks for?",
        everywhere(lambda pair: pair.equal(2 * pair.wrong, pair.right)),
    ),
    Relation(
        "reversed",
        "{output} is right with its steps in the reverse order",
        "Into which slice does your loop write the result of its first turn?",
        everywhere(reversed_in_time),
    ),
    Relation(
        "shifted",
        "{output} stands one step beside where it belongs",
        "Which index does the step t have in {output}?",
        shifted,
    ),
    Relation(
        "first-step-alone",
        "{output} is right at the first step alone",
        "What does the second step need from the first, and does it get it?",
        at_steps(slice(0, 1)),
    ),
    Relation(
        "last-step-alone",
        "{output} is right at the last step alone",
        "What comes back to the step before the last, and is it added?",
        at_steps(slice(-1, None)),
    ),
    Relation(
        "first-example-alone",
        "{output} is right for the first example of the batch alone",
        "Which index of your code stands for a single example?",
        first_column_alone,
    ),
)


def find(
    plan: Plan, output: str, seen: Mapping[str, Arrays], right: Mapping[str, Arrays]
) -> dict[str, Any] | None:
    """Find what a wrong output has to do with the right one, or with another output.

    Parameters
    ----------
    plan : Plan
    output : str
        Such as "dWax"; entries of a cache have no relations.
    seen, right : dict
        The learner's arrays and the right ones, by call.

    Returns
    -------
    mistake : dict or None
        In the form of a named mistake.
    """
    pairs = list(pairs_of(plan, output, output, seen, right))
    if len(pairs) < min(FEWEST, len(plan.calls)):
        return None
    for relation in RELATIONS:
        if relation.holds(pairs):
            title, hint = (words.format(output=output) for words in (relation.title, relation.hint))
            return named(relation.id, title, hint, output)
    return mixed_up(plan, output, seen, right)


def pairs_of(
    plan: Plan,
    output: str,
    other: str,
    seen: Mapping[str, Arrays],
    right: Mapping[str, Arrays],
) -> Iterator[Pair]:
    """Give the learner's `output` beside the right `other`, call by call."""
    for name, call in plan.calls.items():
        a, b = seen[name].get((output,)), right[name].get((other,))
        if a is None or b is None or a.ndim != b.ndim or not np.isfinite(a).all():
            return
        yield Pair(call, a, b, FLOAT32_TOLERANCE if has_float32(call) else TOLERANCE)


def mixed_up(
    plan: Plan, output: str, seen: Mapping[str, Arrays], right: Mapping[str, Arrays]
) -> dict[str, Any] | None:
    """Find another output whose right values stand here."""
    for other in names(plan.exercise):
        pairs = list(pairs_of(plan, output, other, seen, right)) if other != output else []
        if len(pairs) == len(plan.calls) and all(p.equal(p.wrong, p.right) for p in pairs):
            title = f"{output} holds what {other} should be"
            return named("mixed-up", title, f"Which of your arrays becomes {output}?", output)
    return None


def names(exercise: Exercise) -> list[str]:
    return [layout.name for layout in exercise.returns]


def named(id: str, title: str, hint: str, output: str) -> dict[str, Any]:
    return {"id": id, "title": title, "outputs": [output], "hint": hint, "reread": ""}
