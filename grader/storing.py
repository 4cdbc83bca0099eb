"""From the solutions to the files that a release judges with: inputs, right answers, wrong ones."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import combinations
from typing import Any

import numpy as np

from grader import packing
from grader.bank import Bank
from grader.exercise import Call, Exercise, Plan
from grader.exercises import EXERCISES
from grader.given import arguments_on_example
from grader.prints import write
from grader.reference import Live
from grader.replay import arrays_in, computed_by
from grader.runners.trusted import answer
from grader.stored import MISTAKES

MOST_IN_PAIRS = 12
"""Of so many mistakes of an exercise, the first of its bank, a release knows pairs."""


def files(reference: Live) -> Iterator[tuple[str, bytes]]:
    """Give (file name, content) of everything that `stored.Stored` reads."""
    mistakes = {}
    for name, exercise in EXERCISES.items():
        plan = reference.plan(exercise)
        yield f"{name}.bin", zlib.compress(packing.pack(content(plan, reference)), 9)
        mistakes[name] = known_mistakes(plan, reference)
    text = json.dumps(mistakes, ensure_ascii=False, separators=(",", ":"))
    yield MISTAKES, text.encode()


def content(plan: Plan, reference: Live) -> dict[str, Any]:
    """Gather what a release has to know of one exercise."""
    name = plan.exercise.name
    recorder = Recorder(plan.exercise, reference)
    answers = {call.name: recorder.answer(call) for call in plan.calls.values()}
    if plan.exercise.helper:
        recorder.learn_from_mistakes(plan)
    return {
        "stub": reference.stub(name),
        "calls": [[call.name, call.args, call.shows] for call in plan.calls.values()],
        "answers": answers,
        "helper": list(recorder.table.values()),
        "example": example_result(name, reference),
    }


class Recorder:
    """Writes down what the cell function of a sequence exercise is asked, and what it answers.

    It is asked by the right function and by the known mistakes, so that these, too, are judged
    with a right cell wherever they are judged.
    """

    def __init__(self, exercise: Exercise, reference: Live) -> None:
        self.reference = reference
        self.function = reference.function(exercise.name)
        self.helper = exercise.helper
        self.table: dict[bytes, list[Any]] = {}

    def answer(self, call: Call) -> Any:
        with self.listening():
            return answer(self.function, call).value

    def learn_from_mistakes(self, plan: Plan) -> None:
        """Run all known mistakes, although their prints are there."""
        with self.listening():
            for mistake, prints in self.reference.bank(replace(plan, seed=None)).known:
                for output in mistake.spoils:
                    prints.whole(output)

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Stand between the sequence function and its cell for a while."""
        space = self.function.__globals__
        if self.helper is None:
            yield
            return
        cell = space[self.helper]
        space[self.helper] = self.recording(cell)
        try:
            yield
        finally:
            space[self.helper] = cell

    def recording(self, cell: Callable[..., Any]) -> Callable[..., Any]:
        def recorded(*args: Any) -> Any:
            args = tuple(kept(arg) for arg in args)
            returned = cell(*args)
            key = b"".join(array.tobytes() for array in arrays_in(args))
            if key not in self.table:
                self.table[key] = [args, computed_by(EXERCISES[cell.__name__], returned)]
            return returned

        return recorded


def kept(arg: Any) -> Any:
    """Copy an array, which may be overwritten later; parameters and caches come from the plan."""
    return arg.copy() if isinstance(arg, np.ndarray) else arg


def example_result(name: str, reference: Live) -> Any:
    """Compute what the lessons' demos show before a learner's own function is there."""
    args = arguments_on_example(name)
    return None if args is None else reference.on_example(name, args)


def known_mistakes(plan: Plan, reference: Live) -> dict[str, Any]:
    """Describe the mistakes of one exercise, alone and two at once, without a line of code."""
    bank = reference.bank(plan)
    alone = [
        {
            "id": mistake.id,
            "title": mistake.title,
            "hints": mistake.hints,
            "reread": mistake.reread,
            "spoils": mistake.spoils,
            "prints": write(prints, mistake.spoils),
        }
        for mistake, prints in bank.known
    ]
    return {"alone": alone, "pairs": list(pairs(bank))}


def pairs(bank: Bank) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Give what two of the first mistakes at once do to the outputs that both spoil."""
    first = [mistake for mistake, _ in bank.known[:MOST_IN_PAIRS]]
    for one, other in combinations(first, 2):
        common = [output for output in one.spoils if output in other.spoils]
        prints = bank.both(one.id, other.id) if common else None
        if prints:
            yield one.id, other.id, write(prints, common)
