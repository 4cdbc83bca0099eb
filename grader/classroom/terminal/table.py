"""What an instructor sees of a class: one line a student and assignment, and what needs a look."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from grader.classroom.handed_in.intake import printable
from grader.classroom.judged.grading import Graded
from grader.classroom.task import Outcome
from grader.exercise import Exercise
from grader.exercises import LESSONS, of_lesson
from grader.show.terminal import number

WIDTH = 100
LONGEST_NAME, LONGEST_ASSIGNMENT = 24, 10
COLUMN, SUM = 6, 12
HOUR = 3600
NOT_THERE, UNUSABLE = "-", "?"
NOBODY = "(nobody)"
LOOK = "to look at (+1: one more)"
WORDS = {"not_started": "not started", "timeout": "ran too long"}


class Table:
    """Lines of a table whose first column is as wide as the longest name.

    Parameters
    ----------
    students : iterable of str
    assignments : iterable of str
        "" where submissions lie in no assignment's folder.
    exercises : list of str
        Only these are spoken of; none for all.
    """

    def __init__(
        self, students: Iterable[str], assignments: Iterable[str], exercises: Sequence[str] = ()
    ) -> None:
        names = [printable(student) or NOBODY for student in students]
        self.exercises = exercises
        self.name = min(longest([*names, "student"]), LONGEST_NAME)
        self.assignment = min(longest([*map(printable, assignments), ""]), LONGEST_ASSIGNMENT)

    def header(self) -> Iterator[str]:
        """Give two lines: what the columns are, and the most that each can bring."""
        most = [number(self.most(lesson)) if self.asked(lesson) else "" for lesson in LESSONS]
        yield self.line("student", "", [lesson[:2] for lesson in LESSONS], "points", LOOK)
        yield self.line("at most", "", most, "", "")

    def row(self, outcome: Outcome) -> str:
        """Give the line of one student's assignment."""
        cells = {lesson: self.cell(lesson, outcome) for lesson in LESSONS}
        return self.line(
            printable(outcome.student) or NOBODY,
            printable(outcome.assignment),
            [*cells.values()],
            self.total(outcome, [lesson for lesson, cell in cells.items() if cell]),
            ", ".join(to_look_at(outcome)),
        )

    def asked(self, lesson: str) -> list[Exercise]:
        """List the exercises of a notebook that are spoken of."""
        return [e for e in of_lesson(lesson) if e.name in self.exercises or not self.exercises]

    def most(self, lesson: str) -> float:
        return sum(exercise.points for exercise in self.asked(lesson))

    def earned(self, lesson: str, one: Graded) -> float:
        asked = {exercise.name for exercise in self.asked(lesson)}
        return sum(v.points for v in one.verdicts_on(lesson) if v.exercise in asked)

    def cell(self, lesson: str, outcome: Outcome) -> str:
        """Give the points of one notebook; nothing where it belongs to another assignment."""
        one = outcome.counted.get(lesson)
        if one:
            return UNUSABLE if one.message else number(round(self.earned(lesson, one), 2))
        is_missed = lesson in outcome.lessons and self.asked(lesson)
        return NOT_THERE if is_missed else ""

    def total(self, outcome: Outcome, lessons: Sequence[str]) -> str:
        """Write what an assignment brings, of what it could: "38.75 / 46".

        A notebook of another assignment, handed in here, counts in neither number.
        """
        if outcome.lessons:
            lessons = [lesson for lesson in lessons if lesson in outcome.lessons]
        counted = {
            lesson: outcome.counted[lesson] for lesson in lessons if lesson in outcome.counted
        }
        earned = sum(self.earned(lesson, one) for lesson, one in counted.items())
        most = sum(self.most(lesson) for lesson in lessons)
        return f"{number(round(earned, 2))} / {number(round(most, 2))}" if lessons else ""

    def line(self, name: str, assignment: str, cells: list[str], points: str, look: str) -> str:
        parts = [fit(name, self.name)]
        if self.assignment:
            parts.append(fit(assignment, self.assignment))
        numbers = "".join(cell.rjust(COLUMN) for cell in cells) + points.rjust(SUM)
        start = "  ".join(parts) + numbers
        return f"{start}  {fit(look, WIDTH - length(start) - 2)}".rstrip()


def to_look_at(outcome: Outcome) -> Iterator[str]:
    """Say what an instructor may want to look at, the most urgent first."""
    unusable = [one for one in outcome.graded if one.message]
    if unusable:
        what = "not graded" if unusable[0].failed else "unusable"
        name = "" if len(outcome.graded) == 1 else f" {unusable[0].file.name[:2]}"
        yield f"{what}{name}: see below"
    if outcome.unwritten:
        yield "no page of feedback: see below"
    if outcome.late:
        yield f"{number(round(outcome.late / HOUR, 1))} h late"
    if outcome.note:
        yield outcome.note
    judged = [v for one in outcome.counted.values() for v in one.verdicts]
    wrong = [v for v in judged if v.status != "correct"]
    if wrong:
        more = f" +{len(wrong) - 1}" if len(wrong) > 1 else ""
        yield f"{wrong[0].exercise} {WORDS.get(wrong[0].status, wrong[0].status)}{more}"


def complaints(said: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Say in full what went wrong: what it is about, and a sentence."""
    for about, message in said:
        yield f"  {about}"
        yield from textwrap.wrap(message, WIDTH, initial_indent=" " * 4, subsequent_indent=" " * 4)


def longest(words: Iterable[str]) -> int:
    return max(map(length, words))


def length(text: str) -> int:
    """Count the columns that a terminal needs: two for a sign of East Asia, none for an accent."""
    wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in text)
    return len(text) + wide - sum(bool(unicodedata.combining(sign)) for sign in text)


def fit(text: str, width: int) -> str:
    """Make a text exactly so wide: with spaces behind it, or cut, which … shows."""
    if length(text) <= width:
        return text + " " * (width - length(text))
    while length(text) > width - 1:
        text = text[:-1]
    return f"{text}…{' ' * (width - 1 - length(text))}"
