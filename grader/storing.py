"""From the solutions to the files that a release judges with: inputs, right answers, wrong ones."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from grader import packing
from grader.exercise import Call, Exercise, Plan
from grader.exercises import EXERCISES
from grader.given import arguments_on_example
from grader.reference import Live, answer
from grader.replay import computed_by
from grader.stored import MISTAKES


def files(reference: Live) -> Iterator[tuple[str, bytes]]:
    """Give (file name, content) of everything that `stored.Stored` reads."""
    mistakes = {}
    for name, exercise in EXERCISES.items():
        plan = reference.plan(exercise)
        yield f"{name}.npz", packing.pack(content(plan, reference))
        mistakes[name] = list(known_mistakes(plan, reference))
    text = json.dumps(mistakes, ensure_ascii=False, separators=(",", ":"))
    yield MISTAKES, text.encode()


def content(plan: Plan, reference: Live) -> dict[str, Any]:
    """Gather what a release has to know of one exercise."""
    name = plan.exercise.name
    recorder = Recorder(plan.exercise, reference)
    return {
        "stub": reference.stub(name),
        "calls": [[call.name, call.args, call.shows] for call in plan.calls.values()],
        "answers": {call.name: recorder.answer(call) for call in plan.calls.values()},
        "helper": recorder.table,
        "example": example_result(name, reference),
    }


class Recorder:
    """Gives right answers, and writes down what the cell function is asked on the way."""

    def __init__(self, exercise: Exercise, reference: Live) -> None:
        self.function = reference.function(exercise.name)
        self.helper = exercise.helper
        self.table: list[list[Any]] = []

    def answer(self, call: Call) -> Any:
        if self.helper is None:
            return answer(self.function, call).value
        space = self.function.__globals__
        cell = space[self.helper]
        space[self.helper] = self.recording(cell)
        try:
            return answer(self.function, call).value
        finally:
            space[self.helper] = cell

    def recording(self, cell: Callable[..., Any]) -> Callable[..., Any]:
        def recorded(*args: Any) -> Any:
            returned = cell(*args)
            self.table.append([args, computed_by(EXERCISES[cell.__name__], returned)])
            return returned

        return recorded


def example_result(name: str, reference: Live) -> Any:
    """Compute what the lessons' demos show before a learner's own function is there."""
    args = arguments_on_example(name)
    return None if args is None else reference.on_example(name, args)


def known_mistakes(plan: Plan, reference: Live) -> Iterator[dict[str, Any]]:
    """Describe the mistakes of one exercise without a line of code."""
    for mistake, prints in reference.bank(plan):
        taken = {
            call: {o: p for o in mistake.spoils if (p := prints(call, o)) is not None}
            for call in plan.calls
        }
        yield {
            "id": mistake.id,
            "title": mistake.title,
            "hints": mistake.hints,
            "reread": mistake.reread,
            "spoils": mistake.spoils,
            "prints": {
                call: {o: [p.form, p.entries, *p.sums] for o, p in outputs.items()}
                for call, outputs in taken.items()
            },
        }
