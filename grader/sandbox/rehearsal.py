"""What the right function asks and answers, played through once a round.

Most sequence functions that are right ask the right cell the same questions, to the byte, and most
functions that are right give the same answers. Frames that are equal to those of the rehearsal are
therefore neither read nor computed again. A frame of answers calls arrays by their numbers, so it
counts as equal only if these numbers mean what they meant in the rehearsal.

Nothing that a student has sent gets in here, so nobody can leave a wrong reply for the next one, or
a sign. And nothing is believed: a reply goes out only where all frames of the call so far, from its
first question on, are those of the rehearsal, and then it is what would be computed.

It comes sooner than others, which tells whoever takes the time that the right function asks the
same. The check in a notebook says so openly, as often as one likes, before anything is handed in;
and the cells are judged by then.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import numpy as np

from grader import given
from grader.exercise import Answer, Plan, Run
from grader.reference import Live
from grader.runners.plain import copied, plain
from grader.sandbox import replies, wire
from grader.sandbox.asking import FIRST, RightCell
from grader.sandbox.frames import answers_in
from grader.sandbox.guest import as_plain
from grader.sandbox.helping import helped
from grader.sandbox.writer import Writer
from grader.submission import GIVEN


@dataclass(frozen=True)
class Step:
    """A question and its reply, as bytes, and the arrays that the question gives to keep."""

    question: bytes
    reply: bytes
    kept: Mapping[int, np.ndarray]


@dataclass(frozen=True)
class Rehearsal:
    """What the right function does on one plan.

    Attributes
    ----------
    calls : dict
        The first question of a call -> all steps of the call.
    answers : bytes or None
        The frame with its answers.
    run : Run
        The same, read.
    kept : dict
        What its questions have given to keep: number -> array.
    room : int
        What they have left of the room for that.
    """

    calls: Mapping[bytes, tuple[Step, ...]] = field(default_factory=dict)
    answers: bytes | None = None
    run: Run = field(default_factory=lambda: Run({}))
    kept: Mapping[int, np.ndarray] = field(default_factory=dict)
    room: int = 0


UNREHEARSED = Rehearsal()


class Following:
    """One conversation, as far as it goes like the rehearsal."""

    def __init__(self, rehearsal: Rehearsal, reader: wire.Reader) -> None:
        self.rehearsal = rehearsal
        self.reader = reader
        self.coming: Sequence[Step] = ()

    def reply_to(self, frame: bytes) -> bytes | None:
        """Give the reply to a question, if the call has gone like the rehearsal up to it.

        Raises
        ------
        BadFrame
            If the question gives more to keep than there is room for.
        """
        if not self.coming or self.coming[0].question != frame:
            self.coming = self.rehearsal.calls.get(frame, ())
        if not self.coming:
            return None
        step, *self.coming = self.coming
        self.reader.adopt(step.kept)
        return step.reply

    def run_of(self, frame: bytes) -> Run | None:
        """Give the run that a frame of answers means, if it means that of the rehearsal."""
        known = self.rehearsal
        if frame != known.answers or self.reader.room != known.room:
            return None
        found = (self.reader.kept.get(number) for number in known.kept)
        same = all(map(is_same, found, known.kept.values()))
        return known.run if same else None


def is_same(array: np.ndarray | None, other: np.ndarray) -> bool:
    """Say whether two arrays are the same to the byte; mostly, they are one."""
    if array is None or array is other:
        return array is not None
    kind = array.dtype, array.shape
    return kind == (other.dtype, other.shape) and array.tobytes() == other.tobytes()


@lru_cache(maxsize=32)
def rehearsed(plan: Plan, reference: Live) -> Rehearsal:
    """Play a plan through with the right function; what it asks goes through frames, too."""
    exercise, stage = plan.exercise, Stage(reference.helper(plan.exercise))
    cell = RightCell(exercise.helper, stage) if exercise.helper else None
    others: dict[str, Callable[..., Any]] = {name: getattr(given, name) for name in GIVEN}
    function = reference.among(exercise.name, others | ({cell.__name__: cell} if cell else {}))
    answers = {}
    for number, call in enumerate(plan.calls.values()):
        if cell:
            cell.begin(number)
        with np.errstate(all="ignore"):
            answers[call.name] = Answer(plain(function(*copied(call.args))))
    frame = stage.answered(answers)
    kept, room = dict(stage.whole.kept), stage.whole.room
    (_, read, _) = stage.whole.value_of(frame)
    calls = {steps[0].question: tuple(steps) for steps in stage.calls}
    return Rehearsal(calls, frame, Run(answers_in(read, plan), common=True), kept, room)


class Stage:
    """The channel of a rehearsal: writes like a fork, reads and replies like the grader."""

    def __init__(self, helper: Callable[..., Any] | None) -> None:
        self.helper = helper
        self.writer = Writer()
        self.whole = wire.Reader()
        self.calls: list[list[Step]] = []

    def write(self, value: Any) -> None:
        assert self.helper
        frame = self.writer.frame(value)
        self.writer.sent()
        if value[0] == FIRST:  # from here on it has to make sense without what was asked before
            self.reader = wire.Reader()
            self.calls.append([])
        before = dict(self.reader.kept)
        (_, args, kwargs) = self.reader.value_of(frame)
        kept = {n: array for n, array in self.reader.kept.items() if n not in before}
        self.whole.adopt(kept)
        reply = replies.written(helped(self.helper, args, kwargs))
        self.calls[-1].append(Step(frame, reply, kept))

    def reply(self, names: tuple[str, ...] = ()) -> dict[str, Any]:
        return replies.read(self.calls[-1][-1].reply, names)

    def answered(self, answers: Mapping[str, Answer]) -> bytes:
        self.writer.recall()
        return self.writer.frame(["answers", as_plain(answers), as_plain({})])
