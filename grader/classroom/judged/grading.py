"""Grade one submitted file: its cells go into the sandbox, answers come out, a verdict is made."""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from grader.assignments import assignment_of
from grader.classroom.handed_in.intake import File, printable
from grader.classroom.judged.discretion import Discretion
from grader.classroom.judged.round import Round
from grader.classroom.kept.key import key
from grader.classroom.kept.prints import Kept, Printed
from grader.exercises import EXERCISES, LESSON_OF, LESSONS, of_lesson
from grader.judging import Runner, judge_code
from grader.sandbox.fork import Lost
from grader.sandbox.frames import Described
from grader.sandbox.host import Sandbox
from grader.sandbox.refusal import SandboxUnavailable
from grader.sandbox.session import BUDGET, Session
from grader.show.machine import report
from grader.submission import Piece, Unusable, cells
from grader.verdict import Verdict, no_answer

SANDBOX = "bwrap"
WORK = "What was handed in"
SPENT = "was not graded: the files before it have used up all the time. Is there an endless loop?"
SILENT = ("missing", "not_started")
"""How an exercise stands to which there is no answer."""


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
    failed : bool
        Whether it is unusable through an error of the grader, which should be reported.
    prints : dict
        By which wrong answers without a name are told apart.
    key : str
        Of all that these verdicts follow from.
    date : str
        When it was graded, if that was in an earlier run.
    tries : int
        How often it was graded.
    """

    file: File
    verdicts: tuple[Verdict, ...] = ()
    pieces: tuple[Piece, ...] = ()
    message: str = ""
    round: str = ""
    failed: bool = False
    prints: Printed = field(default_factory=dict)
    key: str = ""
    date: str = ""
    tries: int = 1

    @property
    def lesson(self) -> str:
        return self.file.lesson

    def verdicts_on(self, lesson: str) -> tuple[Verdict, ...]:
        """Give the verdicts on all exercises of a lesson; those not judged say why."""
        found = {verdict.exercise: verdict for verdict in self.verdicts}
        return tuple(
            found.get(e.name) or no_answer(e, "missing", self.message or f"{e.name} is not there.")
            for e in of_lesson(lesson)
        )

    def to_json(self) -> dict[str, Any]:
        """Give the object that other programs read."""
        most = sum(exercise.points for exercise in of_lesson(self.lesson))
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


def may_answer(file: File, only: Sequence[str]) -> bool:
    """Say whether a file may answer one of some exercises; the name of a notebook tells."""
    own = [exercise.name for exercise in of_lesson(file.lesson)]
    return not (only and own) or not set(only).isdisjoint(own)


def attempt(
    file: File, sandbox: Sandbox, round: Round, only: Sequence[str] = (), left: float = BUDGET
) -> Graded:
    """Grade one file for a class: an error of the grader's own costs this file, not the others.

    Parameters are those of `grade`; `left` are the seconds that the files before it have left.

    Raises
    ------
    SandboxUnavailable
        If strangers' code cannot be run safely any more.
    """
    try:
        graded = grade(file, sandbox, round, only=only, budget=min(BUDGET, left))
        if left <= 0 and graded.pieces:
            graded = replace(graded, message=f"{file.name} {SPENT}")
        graded = replace(graded, key=key(file, graded.pieces, round))
    except SandboxUnavailable:
        raise
    except Exception as error:
        sandbox.end()  # nobody knows what it was in the middle of
        graded = failure(file, error)
    return replace(graded, file=replace(file, content=b""))


def failure(file: File, error: Exception | str) -> Graded:
    """Make an error of the grader's own the line of a file."""
    said = error if isinstance(error, str) else told(error)
    message = f"{file.name or WORK} could not be graded: {said}."
    return Graded(file, message=message, failed=True)


def told(error: Exception) -> str:
    """Say what an error of the grader's own is and where, for a report of it."""
    what = printable(str(error).split("\n")[0][:200])
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if "grader" in frame.filename] or frames
    where = f" ({own[-1].filename.rpartition('grader/')[2]}, line {own[-1].lineno})" if own else ""
    return f"{type(error).__name__}: {what}{where}"


def counting(graded: Sequence[Graded]) -> dict[str, Graded]:
    """Choose the file that counts for each lesson of an assignment.

    That is the notebook of the lesson's name, the one in the outermost folder; or else the first
    file that has some of the lesson's functions, whatever its name: browsers rename what they
    download. One in which nothing is begun, as it was handed out, leaves its place to another, and
    so does one that cannot be used.
    """
    order = sorted(graded, key=lambda one: one.file.label.count("/"))
    found = {lesson: [one for one in order if answers(one, lesson)] for lesson in LESSONS}
    return {
        lesson: min(ones, key=lambda one: (standing(one, lesson), one.lesson != lesson))
        for lesson, ones in found.items()
        if ones
    }


def standing(one: Graded, lesson: str) -> int:
    """Order files about a lesson: something is begun, it cannot be read, nothing is begun."""
    begun = any(verdict.status not in SILENT for verdict in one.verdicts_on(lesson))
    return 0 if begun else 1 if one.message else 2


def answers(one: Graded, lesson: str) -> bool:
    there = (v.exercise for v in one.verdicts if v.status != "missing")
    return one.lesson == lesson or any(LESSON_OF[name] == lesson for name in there)


def grade(
    file: File,
    sandbox: Sandbox,
    round: Round,
    asked: Sequence[str] = (),
    only: Sequence[str] = (),
    **limits: float,
) -> Graded:
    """Grade one file; whatever it is, this comes back, with a grade or with the reason.

    Parameters
    ----------
    file : File
    sandbox : Sandbox
    round : Round
    asked : list of str
        Exercises that the file is known to be about; none if it has to say so itself.
    only : list of str
        Exercises to which judging is confined; none for no such limit.
    limits : float
        `seconds` for an exercise, `budget` for the file.
    """
    if file.problem:
        return unusable(file, file.problem, round)
    try:
        pieces = cells(file.name, file.content)
    except Unusable as error:
        return unusable(file, str(error), round)
    fit = Discretion(pieces)
    with Session(sandbox, pieces, file.lesson, round, **limits, fit=fit) as session:
        try:
            code = session.describe()
        except Lost as reason:
            end = "" if reason.message.endswith(("?", ".")) else "."
            why = f"{file.name} cannot be read: {reason.message}{end}"
            return unusable(file, why, round, pieces)
        if not code.expected:
            why = f"{file.name} holds none of the course's exercises."
            return unusable(file, why, round, pieces)
        about = asked or code.expected
        named = [name for name in about if name in only or not only]
        kept = Kept(session)
        verdicts = judged(code, kept, round, named)
    given = kept.prints(verdicts)
    return Graded(file, verdicts, tuple(pieces), round=names(verdicts, round), prints=given)


def judged(
    code: Described, session: Runner, round: Round, asked: Sequence[str]
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
    found = dict.fromkeys(assignment_of(LESSON_OF[verdict.exercise]) for verdict in verdicts)
    return ", ".join(round.name(assignment) for assignment in found)


def unusable(file: File, why: str, round: Round, pieces: Sequence[Piece] = ()) -> Graded:
    """Say why there is nothing to judge; the file's name tells the round, if it is a notebook's."""
    known = file.lesson in LESSONS
    name = round.name(assignment_of(file.lesson)) if known else ""
    return Graded(file, pieces=tuple(pieces), message=why, round=name)
