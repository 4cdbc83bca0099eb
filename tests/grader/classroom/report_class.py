"""A class for reports, made without a sandbox: judged in this process, on one round's cases."""

from __future__ import annotations

from answers import SOLUTIONS, file_of

from grader.assignments import assignment_of, lessons_of
from grader.classroom.handed_in.intake import File
from grader.classroom.judged.grading import Graded, counting
from grader.classroom.judged.round import Round
from grader.classroom.kept import results
from grader.classroom.kept.prints import Kept
from grader.classroom.task import Outcome
from grader.exercises import of_lesson
from grader.judging import judge_code
from grader.runners import in_process
from grader.submission import Piece, from_pieces

ROUND = Round(bytes(range(32)), 1)
LESSON = "01_rnn_forward"
NAMES = [exercise.name for exercise in of_lesson(LESSON)]
"""What everybody in these classes has answered."""


def graded(student, answers=None, lesson=LESSON, extra="", message="", runner=in_process.run):
    """Grade a notebook with some answers that are not the right ones."""
    names = [exercise.name for exercise in of_lesson(lesson)]
    assignment, name = assignment_of(lesson), f"{lesson}.ipynb"
    file = File(student, assignment, name, f"{student}/{name}")
    round = ROUND.name(file.assignment)
    if message:
        return Graded(file, message=message, round=round)
    source = file_of(*({**SOLUTIONS, **(answers or {})}[name] for name in names), extra)
    pieces = (Piece("code cell 1", source),)
    code, kept = from_pieces(pieces, lesson=lesson), Kept(runner)
    verdicts = tuple(judge_code(code, ROUND, kept))
    return Graded(file, verdicts, pieces, round=round, prints=kept.prints(verdicts))


def keep(course, *ones, late=0, whole=True):
    """Keep the results of files of one student's assignment."""
    file = ones[0].file
    lessons = tuple(lessons_of(file.assignment))
    outcome = Outcome(file.student, file.assignment, ones, counting(ones), late, lessons=lessons)
    results.keep(course, outcome, whole)
