"""The right array and another one that is at hand: added, multiplied with, or in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from grader.exercise import Call, Exercise
from grader.inputs import inputs as inputs_of
from grader.relations.pair import Evidence, Pair, Said

Named = Mapping[str, list[np.ndarray]]
"""Arrays of all calls, by what they are called."""


@dataclass(frozen=True)
class Work:
    """Something that can be done with the right array and another one, `{other}` in words."""

    id: str
    title: str
    hint: str
    holds: Callable[[Pair, np.ndarray], bool]


WORKS = (
    Work(
        "added",
        "{other} is added to {output} once too often",
        "Where does {other} come into {output}, and does the formula have it there?",
        lambda pair, other: pair.equal(pair.wrong, pair.right + other),
    ),
    Work(
        "left-out",
        "{other} is missing from the sum in {output}",
        "Which terms does the formula add up to {output}?",
        lambda pair, other: pair.equal(pair.wrong, pair.right - other),
    ),
    Work(
        "factor-too-many",
        "{output} is multiplied by {other} once too often",
        "How often does {other} stand in the formula of {output}?",
        lambda pair, other: pair.equal(pair.wrong, pair.right * other),
    ),
    Work(
        "factor-missing",
        "{output} lacks the factor {other}",
        "Which factors does the formula of {output} have, entry by entry?",
        lambda pair, other: pair.equal(pair.wrong * other, pair.right),
    ),
)

FORMS: tuple[tuple[str, Callable[[np.ndarray], np.ndarray]], ...] = (
    ("{}", lambda a: a),
    ("(1 - {})", lambda a: 1 - a),
    ("(1 - {}²)", lambda a: 1 - a**2),
    ("{} (1 - {})", lambda a: a * (1 - a)),
    ("(1 - tanh²({}))", lambda a: 1 - np.tanh(a) ** 2),
    ("tanh({})", np.tanh),
)


def find(evidence: Evidence) -> Said | None:
    """Find another array that stands in the place of the right one, or explains the difference."""
    pairs = evidence.pairs()
    if not evidence.is_complete(pairs):
        return None
    own = inputs(evidence.plan.exercise, pairs)
    return stands_in(evidence, pairs, own) or worked_in(pairs, {**own, **results(evidence, pairs)})


def stands_in(evidence: Evidence, pairs: Sequence[Pair], inputs: Named) -> Said | None:
    """Find another result, or an input, that stands where an output belongs."""
    for layout in evidence.plan.exercise.returns:
        beside = evidence.pairs((layout.name,)) if layout.name != evidence.output else []
        if evidence.is_complete(beside) and all(pair.is_right for pair in beside):
            title = f"{{output}} holds what {layout.name} should be"
            return "mixed-up", title, "Which of your arrays becomes {output}?"
    for name, arrays in inputs.items():
        if all(p.equal(p.wrong, array) for p, array in zip(pairs, arrays, strict=True)):
            hint = f"Which line should make {{output}}, and does it only hand {name} on?"
            return "input-handed-back", f"{{output}} is {name}, as it came in", hint
    return None


def worked_in(pairs: Sequence[Pair], others: Named) -> Said | None:
    """Find an array that is added or multiplied with once too often, or not at all."""
    if any(pair.wrong.shape != pair.right.shape for pair in pairs):
        return None
    for name, arrays in others.items():
        for words, form in FORMS:
            formed = [form(array) for array in arrays]
            for work in WORKS if words == "{}" else WORKS[2:]:
                if all(work.holds(p, other) for p, other in zip(pairs, formed, strict=True)):
                    return said(work, words.replace("{}", name))
    return None


def said(work: Work, other: str) -> Said:
    return work.id, work.title.replace("{other}", other), work.hint.replace("{other}", other)


def inputs(exercise: Exercise, pairs: Sequence[Pair]) -> Named:
    """Gather the inputs that fit entry by entry."""
    return fitting([dict(arguments(exercise, pair.call)) for pair in pairs], pairs)


def results(evidence: Evidence, pairs: Sequence[Pair]) -> Named:
    """Gather the other right results that fit entry by entry."""
    names = [layout.name for layout in evidence.plan.exercise.returns]
    right = [evidence.right[pair.call.name] for pair in pairs]
    others = [name for name in names if name != evidence.output]
    return fitting([{n: own[(n,)] for n in others if (n,) in own} for own in right], pairs)


def fitting(named: Sequence[Mapping[str, np.ndarray]], pairs: Sequence[Pair]) -> Named:
    found = {}
    for name in named[0] if named else ():
        arrays = [own[name] for own in named if name in own]
        fit = len(arrays) == len(pairs) and all(
            stretches(array, pair.right.shape) for array, pair in zip(arrays, pairs, strict=True)
        )
        if fit and any(array.any() for array in arrays):
            found[name] = arrays
    return found


def stretches(array: np.ndarray, shape: tuple[int, ...]) -> bool:
    """Say whether an array can be added to one of a shape without making it larger."""
    return array.ndim == len(shape) and all(
        a in (1, b) for a, b in zip(array.shape, shape, strict=True)
    )


def arguments(exercise: Exercise, call: Call) -> Iterator[tuple[str, np.ndarray]]:
    """Name the inputs of a call, and the first and the last step of those that have steps."""
    for name, array in inputs_of(exercise, call):
        yield name, array
        if array.ndim == 3:
            yield f"{name} of the first step", array[:, :, 0]
            yield f"{name} of the last step", array[:, :, -1]
