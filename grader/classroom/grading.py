"""Grade one submitted file: its cells go into the sandbox, answers come out, a verdict is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from grader.classroom.intake import File
from grader.classroom.round import Round, assignment_of
from grader.exercises import EXERCISES, of_lesson
from grader.judging import judge_code
from grader.sandbox.host import Lost, Sandbox
from grader.sandbox.session import Described, Session
from grader.show.machine import report
from grader.submission import Piece, Unusable, cells
from grader.verdict import Verdict, no_answer

SANDBOX = "bwrap"


@dataclass(frozen=True)
class Graded:
    """What became of one file.

    Attributes
    ----------
    file : File
    verdicts : tuple of Verdict
        In the order of the course; none if the file is unusable.
    pieces : tuple of Piece
        The student's cells.
    message : str
        Why the file is unusable.
    round : str
        On which cases it was judged, such as "1_rnn-1".
    """

    file: File
    verdicts: tuple[Verdict, ...] = ()
    pieces: tuple[Piece, ...] = ()
    message: str = ""
    round: str = ""

    @property
    def points(self) -> float:
        return sum(verdict.points for verdict in self.verdicts)

    def to_json(self) -> dict[str, Any]:
        """Give the object that other programs read."""
        lesson = self.file.name.rpartition(".")[0]
        most = sum(exercise.points for exercise in of_lesson(lesson))
        return report(
            self.file.label,
            "unusable" if self.message else "judged",
            self.verdicts,
            self.message,
            kind="grade",
            sandbox=SANDBOX,
            round=self.round,
            max_points=most if self.message else None,
        )


def grade(
    file: File, sandbox: Sandbox, round: Round, only: Sequence[str] = (), **limits: float
) -> Graded:
    """Grade one file; whatever it is, this comes back, with a grade or with the reason.

    Parameters
    ----------
    file : File
    sandbox : Sandbox
    round : Round
    only : list of str
        Exercises; none for all of the file's.
    limits : float
        `seconds` for an exercise, `budget` for the file.
    """
    if file.problem:
        return Graded(file, message=file.problem, round=guessed(file, round))
    try:
        pieces = cells(file.name, file.content)
    except Unusable as error:
        return Graded(file, message=str(error), round=guessed(file, round))
    lesson = file.name.rpartition(".")[0]
    with Session(sandbox, pieces, lesson, round, **limits) as session:
        try:
            code = session.describe()
        except Lost as reason:
            message = f"{file.name} cannot be read: {reason.message}."
            return Graded(file, pieces=tuple(pieces), message=message, round=guessed(file, round))
        if not code.expected:
            message = f"{file.name} holds none of the course's exercises."
            return Graded(file, pieces=tuple(pieces), message=message, round=guessed(file, round))
        verdicts = judged(code, session, round, only or code.expected)
    return Graded(file, verdicts, tuple(pieces), round=names(verdicts, round))


def judged(
    code: Described, session: Session, round: Round, asked: Sequence[str]
) -> tuple[Verdict, ...]:
    """Judge exercises, cells before the sequences that ask for a right cell's answers.

    Once a sequence runs, every cell is sealed: what it learns from the right cell comes too late.
    """
    order = sorted(asked, key=lambda name: EXERCISES[name].helper is not None)
    found = {verdict.exercise: verdict for verdict in judge_code(code, round, session, order)}
    missing = (no_answer(EXERCISES[n], "missing", f"{n} is not judged.") for n in asked)
    return tuple(found.get(v.exercise, v) for v in missing)


def names(verdicts: Sequence[Verdict], round: Round) -> str:
    """Name the round of a file: that of its assignment, or of both for a file about both."""
    found = dict.fromkeys(assignment_of(EXERCISES[verdict.exercise]) for verdict in verdicts)
    return ", ".join(round.name(assignment) for assignment in found)


def guessed(file: File, round: Round) -> str:
    """Name the round of an unusable file by its name, where that tells."""
    exercises = of_lesson(file.name.rpartition(".")[0])
    return round.name(assignment_of(exercises[0])) if exercises else ""
