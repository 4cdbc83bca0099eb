"""One submission in the sandbox: a runner of plans like the others."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from grader.exercise import Answer, Failure, Plan, Run
from grader.exercises import EXERCISES
from grader.judging import SECONDS, Setting
from grader.packing import pack
from grader.reference import Reference
from grader.replay import computed_by
from grader.runners.in_process import HELPER_CALLS_A_STEP, steps
from grader.sandbox.arguments import tamed
from grader.sandbox.host import Fork, Lost, Sandbox
from grader.submission import Piece

BUDGET = 60.0
GRACE = 3.0
KINDS = ("crashed", "timeout", "missing")


@dataclass(frozen=True)
class Described:
    """What a submission holds, as the sandbox has found before any of it ran."""

    expected: tuple[str, ...]
    broken: Mapping[str, str]
    own_tools: bool
    defined: tuple[str, ...]
    untouched: tuple[str, ...]

    def defines(self, name: str) -> bool:
        return name in self.defined

    def is_untouched(self, name: str, stub: str) -> bool:
        return name in self.untouched


class Session:
    """Runs the plans of one submission, all in one fork as long as it behaves.

    Parameters
    ----------
    sandbox : Sandbox
    pieces : list of Piece
        The student's cells.
    lesson : str
        The notebook that they should answer.
    reference : Reference
        Gives the stubs.
    seconds, budget : float
        The most that one exercise, and the whole submission, may take.
    """

    def __init__(
        self,
        sandbox: Sandbox,
        pieces: Sequence[Piece],
        lesson: str,
        reference: Reference,
        seconds: float = SECONDS,
        budget: float = BUDGET,
    ) -> None:
        self.sandbox = sandbox
        self.submission = pack(
            {
                "pieces": [[piece.place, piece.source] for piece in pieces],
                "lesson": lesson,
                "stubs": {name: reference.stub(name) for name in EXERCISES},
            }
        )
        self.seconds = seconds
        self.end_of_budget = time.monotonic() + budget
        self.fork: Fork | None = None

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *_: object) -> None:
        if self.fork:
            self.fork.close()

    def describe(self) -> Described:
        """Have the submission read, inside.

        Raises
        ------
        Lost
            If that alone breaks the fork.
        """
        self.fork = self.sandbox.fork()
        deadline = self.deadline()
        self.fork.send(self.submission, deadline)
        found = described(self.fork.receive(deadline))
        if found is None:
            raise self.nonsense()
        return found

    def deadline(self) -> float:
        return min(time.monotonic() + self.seconds + GRACE, self.end_of_budget)

    def __call__(self, code: Described, plan: Plan, setting: Setting) -> Run:
        """Run one plan; whatever happens inside, this comes back in time."""
        if time.monotonic() >= self.end_of_budget:
            return lost(plan, Lost("timeout", "the submission has used up its time"))
        try:
            if self.fork is None or not self.fork.alive:
                self.describe()
            assert self.fork
            deadline = self.deadline()
            self.fork.send(self.request(plan, setting), deadline)
            return self.read_answers(plan, setting, deadline)
        except Lost as reason:
            return lost(plan, reason)

    def request(self, plan: Plan, setting: Setting) -> bytes:
        return pack(
            {
                "exercise": plan.exercise.name,
                "calls": [[call.name, call.args, call.shows] for call in plan.calls.values()],
                "given": list(setting.given),
                "substitutes": list(setting.substitutes),
                "seconds": self.seconds,
                "chained": setting.chained,
            }
        )

    def read_answers(self, plan: Plan, setting: Setting, deadline: float) -> Run:
        """Read frames until the answers come, and answer what the cell is asked on the way."""
        assert self.fork
        allowed = 0
        if plan.exercise.helper:
            allowed = HELPER_CALLS_A_STEP * sum(steps(call) for call in plan.calls.values())
        while True:
            frame = self.fork.receive(deadline)
            if type(frame) is not list or len(frame) != 3 or type(frame[0]) is not str:
                raise self.nonsense()
            if frame[0] == "answers":
                return Run(answers_in(frame[1], plan), answers_in(frame[2], plan, some=True))
            if frame[0] != "helper" or allowed <= 0 or setting.helper is None:
                raise self.nonsense()
            allowed -= 1
            self.fork.send(pack(helped(setting.helper, frame[1], frame[2])), deadline)

    def nonsense(self) -> Lost:
        assert self.fork
        self.fork.kill()
        return Lost("crashed", "what it gave back is no answer")


def described(frame: Any) -> Described | None:
    """Read a description strictly, too, although nothing of the student's ran before it came."""
    names = ("expected", "broken", "own_tools", "defined", "untouched")
    if type(frame) is not dict or set(frame) != set(names):
        return None
    expected, broken, own_tools, defined, untouched = parts = [frame[name] for name in names]
    if [type(part) for part in parts] != [list, dict, bool, list, list]:
        return None
    words = [*expected, *broken.values(), *defined, *untouched]
    if not all(type(word) is str for word in words) or not EXERCISES.keys() >= set(expected):
        return None
    return Described(tuple(expected), broken, own_tools, tuple(defined), tuple(untouched))


def lost(plan: Plan, reason: Lost) -> Run:
    failure = Failure(reason.kind, reason.message)
    return Run(dict.fromkeys(plan.calls, Answer(failure=failure)))


def answers_in(listed: Any, plan: Plan, some: bool = False) -> dict[str, Answer]:
    """Take the answers out of a frame; for a call without one, say so."""
    found: dict[str, Answer] = {}
    for item in listed if isinstance(listed, list) else []:
        if isinstance(item, list) and len(item) == 2 and in_words(item[0]) in plan.calls:
            found[item[0]] = answer_in(item[1], plan)
    if some and not found:
        return {}
    nothing = Answer(failure=Failure("crashed", "no answer came"))
    return {name: found.get(name, nothing) for name in plan.calls}


def answer_in(item: Any, plan: Plan) -> Answer:
    if not isinstance(item, list) or len(item) != 4:
        return Answer(failure=Failure("crashed", "what it gave back is no answer"))
    value, failed, changed, warning = item
    named = {in_words(name) for name in changed} if isinstance(changed, list) else ()
    return Answer(
        value,
        failure_in(failed),
        tuple(name for name in plan.exercise.arguments if name in named),
        warning[:200] if isinstance(warning, str) else "",
    )


def in_words(value: Any) -> str:
    """Give text as it is, and nothing for the rest: arrays and lists cannot be looked up."""
    return value if isinstance(value, str) else ""


def failure_in(failed: Any) -> Failure | None:
    if failed is None:
        return None
    if (
        not isinstance(failed, list)
        or len(failed) != 5
        or not all(isinstance(part, str) for part in (*failed[:3], failed[4]))
        or failed[0] not in KINDS
        or type(failed[3]) is not int
    ):
        return Failure("crashed", "what it gave back is no answer")
    kind, message, line, number, place = failed
    return Failure(kind, message[:400], line[:400], number, place[:100])


def helped(helper: Callable[..., Any], args: Any, kwargs: Any) -> dict[str, Any]:
    """Answer a call of the cell function: arrays that it computes, or the error that it raises."""
    cell = EXERCISES[helper.__name__]
    try:
        positional, named = tamed(cell, args, kwargs)
        with np.errstate(all="ignore"):
            computed = computed_by(cell, helper(*positional, **named))
        return {"computed": {name: np.asarray(array) for name, array in computed.items()}}
    except Exception as error:
        return {"error": type(error).__name__, "message": str(error)[:300]}
