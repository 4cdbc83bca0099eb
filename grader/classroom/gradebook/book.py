"""nbgrader's gradebook: points by cell, comments, late penalties. It stays the system of record.

A manual score is never touched. One student's assignment is written in one transaction, so that
whatever ends the program leaves the grades of a student old or new, never half.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from grader.assignments import ASSIGNMENTS
from grader.classroom.gradebook import database
from grader.classroom.gradebook.marking import exercise_of, fill, is_same
from grader.classroom.handed_in.intake import read
from grader.classroom.judged.grading import Graded
from grader.classroom.remarks import remarks
from grader.classroom.remarks.remarks import Remark
from grader.exercises import EXERCISES, LESSON_OF, LESSONS
from grader.show.terminal import number


class NoAssignment(Exception):
    """The gradebook does not fit what is to be graded; the message says what to do."""


class Book:
    """The gradebook of a course, open for writing. Use it as a context manager.

    Parameters
    ----------
    course : Path
        nbgrader's course folder.
    config : Config
        What nbgrader_config.py says.

    Raises
    ------
    NoAssignment
        On entering, if there is none. nbgrader makes it, not we.
    """

    def __init__(self, course: Path, config: Any) -> None:
        self.course = course
        self.config = config
        self.url = database.url(course, config)
        self.saved = False
        self.known: dict[str, dict[str, float] | None] = {}

    def __enter__(self) -> Book:
        try:
            self.remarked()
        except remarks.Unreadable as error:  # a run that finds it out later has lost them
            raise NoAssignment(str(error)) from None
        self.file = database.file_of(self.url)
        if self.file and not self.file.is_file():
            raise NoAssignment(f"There is no gradebook at {self.file}. {remedy('1_rnn')}")
        try:
            self.api = database.connect(self.url, self.config)
            from grader.classroom.gradebook.records import Records  # which imports nbgrader
        except Exception as error:  # of its database, its tables, its driver
            raise NoAssignment(database.unopened(self.file, error)) from None
        self.records = Records(self.api)
        return self

    def remarked(self) -> tuple[Remark, ...]:
        """Read what the instructor has said on ways to be wrong, as it is just now."""
        return remarks.read(self.course)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.api.close()

    def points(self, assignment: str) -> dict[str, float] | None:
        """Read what can be earned: exercise -> points, for our checks; None if it is unknown."""
        if assignment not in self.known:
            from nbgrader.api import MissingEntry

            try:
                notebooks = self.api.find_assignment(assignment).notebooks
            except MissingEntry:
                self.known[assignment] = None
            else:
                cells = [cell for notebook in notebooks for cell in notebook.grade_cells]
                worth = {exercise_of(cell.name): float(cell.max_score) for cell in cells}
                self.known[assignment] = {name: most for name, most in worth.items() if name}
        return self.known[assignment]

    def lessons(self, assignment: str) -> list[str]:
        """List the course's notebooks that make an assignment, whatever it is called."""
        names = {LESSON_OF[name] for name in self.points(assignment) or {}}
        return [lesson for lesson in LESSONS if lesson in names]

    def demand(self, assignments: Iterable[str]) -> None:
        """Refuse to begin if an assignment of the course could not be written down at the end.

        Parameters
        ----------
        assignments : list of str
            Names of students' folders; one that is neither this course's nor in the gradebook is
            passed over.

        Raises
        ------
        NoAssignment
            If nbgrader has not generated it, or its points are not those of course.toml.
        """
        for assignment in assignments:
            points = self.points(assignment) or {}
            if not points and assignment in ASSIGNMENTS:
                raise NoAssignment(
                    f"The gradebook does not know {assignment}. {remedy(assignment)}"
                )
            lessons = self.lessons(assignment)
            for exercise in EXERCISES.values():
                most = points.get(exercise.name, 0.0)
                if exercise.lesson in lessons and most != exercise.points:
                    raise NoAssignment(
                        f"{exercise.name} is worth {number(exercise.points)} in course.toml and "
                        f"{number(most)} in the gradebook. {remedy(assignment, ' --force')}"
                    )

    def write(
        self, student: str, assignment: str, counted: Mapping[str, Graded], whole: bool = True
    ) -> float:
        """Write one student's assignment.

        Parameters
        ----------
        student, assignment : str
        counted : dict
            Name of a notebook -> the file that counts for it.
        whole : bool
            Whether a notebook that is not there was not handed in, and brings nothing. Otherwise
            it was not looked at, and keeps what it has.

        Returns
        -------
        late : float
            By how many seconds it came too late.
        """
        self.save()
        said = self.remarked()
        handed_in = timestamp(submitted(self.course, student, assignment))
        with database.one_transaction(self.api.db), warnings.catch_warnings():
            warnings.simplefilter("ignore")  # SQLAlchemy speaks of nbgrader
            entry = self.records.enter(assignment, student, handed_in)
            for notebook in entry.notebooks:
                one = counted.get(notebook.name)
                if one or whole:
                    fill(self.records, notebook, one, said)
                    cost = self.penalty(notebook, student, entry.late) if one else None
                    self.records.set_penalty(notebook, cost)
        return entry.late

    def comment(self, notebook: Any, exercise: str, words: str | None) -> None:
        """Set the automatic comment on one exercise in a student's notebook, and nothing else."""
        self.save()
        cells = [cell for cell, name in notebook.commented.items() if name == exercise]
        with database.one_transaction(self.api.db), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self.records.set_comments(notebook, dict.fromkeys(cells, words))

    def save(self) -> None:
        """Copy the gradebook as it was before this run, before the first thing is written."""
        if self.file and not self.saved:
            database.backup(self.file, self.course / "backups")
            self.saved = True

    def enrol(self, students: Iterable[str]) -> None:
        """Add those students whom the gradebook does not know yet, in this order."""
        listed = [*students]
        if self.records.strangers(listed):
            self.save()
            with database.one_transaction(self.api.db):
                self.records.enrol(self.records.strangers(listed))

    def held(self, student: str, assignment: str) -> dict[str, tuple[float, bool]]:
        """Read automatic points: exercise -> points, and whether others were given by hand."""
        entry = self.records.find(assignment, student)
        return self.automatic(entry) if entry else {}

    def automatic(self, entry: Any) -> dict[str, tuple[float, bool]]:
        grades = self.records.grades(entry).values()
        rows = {exercise_of(name): row for cells in grades for name, row in cells.items()}
        return {
            name: (float(row.auto_score), row.manual_score is not None)
            for name, row in rows.items()
            if name and row.auto_score is not None
        }

    def holds(self, entry: Any, points: Mapping[str, float]) -> bool:
        """Say whether an entry has just these points, of work that was handed in just then.

        What is late is never held for sure: what it costs may be another matter by now.
        """
        when = timestamp(submitted(self.course, entry.student, entry.assignment))
        if entry.late or entry.penalty or when not in (None, entry.timestamp):
            return False
        held = {name: before for name, (before, _) in self.automatic(entry).items()}
        return all(is_same(held.get(name), own) for name, own in points.items())

    def penalty(self, notebook: Any, student: str, seconds: float) -> float | None:
        """Ask the plugin for late submissions that the instructor has configured."""
        if seconds <= 0:
            return None
        from nbgrader.preprocessors import AssignLatePenalties

        plugin = AssignLatePenalties(config=self.config)
        plugin.init_plugin()
        score = self.records.score(notebook)
        cost = plugin.plugin_inst.late_submission_penalty(student, score, seconds)
        return None if cost is None else float(min(max(cost, 0), score))


def remedy(assignment: str, force: str = "") -> str:
    return (
        "Make it: grader build --solutions course/source, "
        f"then nbgrader generate_assignment {assignment}{force}"
    )


def submitted(course: Path, student: str, assignment: str) -> Path:
    """Say where it is noted when an assignment was handed in."""
    return course / "submitted" / student / assignment / "timestamp.txt"


def timestamp(path: Path) -> datetime | None:
    """Read when it was handed in, where nbgrader has noted that; what is no time says nothing."""
    from nbgrader.utils import parse_utc

    words = read(path)[0][:100].decode("utf-8-sig", "replace").strip()
    try:
        found: datetime | None = parse_utc(words) if words else None
        return found
    except Exception:  # a student may have written anything into it
        return None
