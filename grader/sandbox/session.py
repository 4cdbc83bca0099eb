"""One submission in the sandbox: a runner of plans like the others."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import lru_cache

from grader.exercise import Answer, Failure, Plan, Run
from grader.exercises import EXERCISES
from grader.judging import SECONDS, Setting
from grader.packing import pack
from grader.reference import Live, Reference
from grader.runners.in_process import HELPER_CALLS_A_STEP, steps
from grader.sandbox import replies
from grader.sandbox.asking import FIRST, HELPER
from grader.sandbox.fork import Fork, Lost, Orphaned
from grader.sandbox.frames import Described, answers_in, described
from grader.sandbox.helping import helped
from grader.sandbox.host import Sandbox
from grader.sandbox.rehearsal import UNREHEARSED, Following, Rehearsal, rehearsed
from grader.stub import bare
from grader.submission import Piece

BUDGET = 60.0
GRACE = 3.0


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
    fit : callable
        Makes an answer that came out fit for whoever will read about it.
    """

    def __init__(
        self,
        sandbox: Sandbox,
        pieces: Sequence[Piece],
        lesson: str,
        reference: Reference,
        seconds: float = SECONDS,
        budget: float = BUDGET,
        fit: Callable[[Answer], Answer] = lambda answer: answer,
    ) -> None:
        self.sandbox = sandbox
        self.reference = reference
        self.fit = fit
        self.submission = pack(
            {
                "pieces": [[piece.place, piece.source] for piece in pieces],
                "lesson": lesson,
                "stubs": {name: bare(reference.stub(name)) for name in EXERCISES},
            }
        )
        self.seconds = seconds
        self.end_of_budget = time.monotonic() + budget
        self.fork: Fork | None = None
        self.has_answered = False  # the fork that there is, on an earlier exercise
        self.was_orphaned = False

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
        try:
            return self.read_in_a_fresh_fork()
        except Orphaned:
            if self.was_orphaned:
                raise
            self.was_orphaned = True
            return self.read_in_a_fresh_fork()

    def read_in_a_fresh_fork(self) -> Described:
        self.fork = self.sandbox.fork()
        self.has_answered = False
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
        while time.monotonic() < self.end_of_budget:
            try:
                return self.attempt(plan, setting)
            except Lost as reason:
                if not self.is_blameless(reason):
                    return lost(plan, reason)
        return lost(plan, Lost("timeout", "the submission has used up its time"))

    def attempt(self, plan: Plan, setting: Setting) -> Run:
        if self.fork is None or not self.fork.alive:
            self.describe()
        assert self.fork
        self.fork.begin()
        deadline = self.deadline()
        self.fork.send(self.request(plan, setting), deadline)
        run = self.read_answers(plan, setting, deadline)
        self.has_answered = True
        return run

    def is_blameless(self, reason: Lost) -> bool:
        """Say whether an exercise may be tried once more, in a fresh fork, after one was lost.

        Once for a submission, if it was the sandbox that ended; and whenever a fork that has
        answered another exercise ends without a word on this one, because that may be the other's
        doing. In a fresh fork an exercise has nobody but itself to blame, so it is not tried again.
        """
        if isinstance(reason, Orphaned):
            may, self.was_orphaned = not self.was_orphaned, True
            return may
        assert self.fork
        return self.has_answered and self.fork.is_silent and reason.kind == "crashed"

    def request(self, plan: Plan, setting: Setting) -> bytes:
        given, substitutes = tuple(setting.given), tuple(setting.substitutes)
        return request(plan, given, substitutes, self.seconds, setting.chained)

    def read_answers(self, plan: Plan, setting: Setting, deadline: float) -> Run:
        """Read frames until the answers come, and answer what the cell is asked on the way."""
        assert self.fork
        allowed = 0
        if plan.exercise.helper:
            allowed = HELPER_CALLS_A_STEP * sum(steps(call) for call in plan.calls.values())
        known = Following(self.rehearsal(plan, setting), self.fork.reader)
        while True:
            frame = self.fork.frame(deadline)
            if run := known.run_of(frame):
                return run
            with self.fork.strictly():
                reply = known.reply_to(frame) if allowed > 0 else None
            if reply is None:
                value = self.fork.value_of(frame)
                if type(value) is not list or len(value) != 3 or type(value[0]) is not str:
                    raise self.nonsense()
                if value[0] == "answers":
                    own = answers_in(value[2], plan, some=True)
                    return Run(self.fitted(answers_in(value[1], plan)), self.fitted(own))
                if value[0] not in (HELPER, FIRST) or allowed <= 0 or setting.helper is None:
                    raise self.nonsense()
                reply = replies.written(helped(setting.helper, value[1], value[2]))
            allowed -= 1
            self.fork.send(reply, deadline)

    def rehearsal(self, plan: Plan, setting: Setting) -> Rehearsal:
        """Give what the right function does, if it can be run here and asks the same helper."""
        reference = self.reference
        if not isinstance(reference, Live) or setting.helper is not reference.helper(plan.exercise):
            return UNREHEARSED
        return rehearsed(plan, reference)

    def fitted(self, answers: dict[str, Answer]) -> dict[str, Answer]:
        return {name: self.fit(answer) for name, answer in answers.items()}

    def nonsense(self) -> Lost:
        assert self.fork
        self.fork.kill()
        return Lost("crashed", "what it gave back is no answer")


@lru_cache(maxsize=32)  # most of a class is asked the same
def request(
    plan: Plan,
    given: tuple[str, ...],
    substitutes: tuple[str, ...],
    seconds: float,
    chained: bool,
) -> bytes:
    """Pack all that is asked about one exercise."""
    calls = [[call.name, call.args, call.shows] for call in plan.calls.values()]
    return pack(
        {
            "exercise": plan.exercise.name,
            "calls": calls,
            "given": given,
            "substitutes": substitutes,
            "seconds": seconds,
            "chained": chained,
        }
    )


def lost(plan: Plan, reason: Lost) -> Run:
    failure = Failure(reason.kind, reason.message)
    return Run(dict.fromkeys(plan.calls, Answer(failure=failure)))
