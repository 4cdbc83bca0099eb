"""nbgrader's gradebook: points by cell, comments, late penalties. It stays the system of record.

A manual score is never touched. One student's assignment is written in one transaction, so that
whatever ends the program leaves the grades of a student old or new, never half.
"""

from __future__ import annotations

import sqlite3
import time
import warnings
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from types import TracebackType
from typing import Any

from grader.classroom.grading import Graded
from grader.show.terminal import text
from grader.verdict import Verdict

SILENT = ("missing", "not_started")


class NoAssignment(Exception):
    """The gradebook does not know an assignment; the message says how it comes to."""


class Book:
    """The gradebook of a course, open for writing. Use it as a context manager.

    Parameters
    ----------
    course : Path
        nbgrader's course folder.
    config : Config
        What nbgrader_config.py says.
    """

    def __init__(self, course: Path, config: Any) -> None:
        self.course = course
        self.config = config
        self.file = course / "gradebook.db"
        self.url = config.CourseDirectory.get("db_url", f"sqlite:///{self.file}")
        self.saved = False

    def __enter__(self) -> Book:
        from nbgrader.api import Gradebook

        self.api = Gradebook(self.url)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.api.close()

    def knows(self, assignment: str) -> bool:
        return any(known.name == assignment for known in self.api.assignments)

    def backup(self) -> Path | None:
        """Copy the database before the first write of a run; only SQLite's is a file to copy."""
        if self.saved or not self.url.startswith("sqlite") or not self.file.exists():
            return None
        self.saved = True
        folder = self.course / "backups"
        folder.mkdir(exist_ok=True)
        target = folder / time.strftime("gradebook-%Y-%m-%d-%H%M%S.db")
        with closing(sqlite3.connect(self.file)) as old, closing(sqlite3.connect(target)) as new:
            old.backup(new)
        return target

    def write(self, student: str, assignment: str, graded: Sequence[Graded]) -> None:
        """Write one student's assignment.

        Raises
        ------
        NoAssignment
            If nbgrader has not generated the assignment in this gradebook.
        """
        if not self.knows(assignment):
            raise NoAssignment(
                f"The gradebook does not know {assignment}. Run `nbgrader generate_assignment "
                f"{assignment}` first."
            )
        self.backup()
        self.api.update_or_create_student(student)
        when = self.timestamp(student, assignment)
        late = {"timestamp": when} if when else {}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # SQLAlchemy speaks of nbgrader
            submission = self.api.update_or_create_submission(assignment, student, **late)
        by_name = {one.file.name.rpartition(".")[0]: one for one in graded}
        for notebook in submission.notebooks:
            one = by_name.get(notebook.name)
            verdicts = {v.exercise: v for v in one.verdicts} if one else {}
            fill(notebook, verdicts)
            notebook.late_submission_penalty = self.penalty(submission, notebook, student)
        self.api.db.commit()

    def timestamp(self, student: str, assignment: str) -> str:
        """Read when it was handed in, where nbgrader has noted that."""
        path = self.course / "submitted" / student / assignment / "timestamp.txt"
        try:
            return path.read_text("utf-8").strip() if not path.is_symlink() else ""
        except (OSError, UnicodeDecodeError):
            return ""

    def penalty(self, submission: Any, notebook: Any, student: str) -> float | None:
        """Ask the plugin for late submissions that the instructor has configured."""
        if submission.total_seconds_late <= 0:
            return None
        from nbgrader.preprocessors import AssignLatePenalties

        plugin = AssignLatePenalties(config=self.config)
        plugin.init_plugin()
        cost = plugin.plugin_inst.late_submission_penalty(
            student, notebook.score, submission.total_seconds_late
        )
        return None if cost is None else float(min(max(cost, 0), notebook.score))


def fill(notebook: Any, verdicts: Mapping[str, Verdict]) -> None:
    """Set the automatic scores and comments of one notebook."""
    for grade in notebook.grades:
        verdict = verdicts.get(grade.name.removeprefix("check_"))
        grade.auto_score = verdict.points if verdict else 0.0
        grade.needs_manual_grade = grade.manual_score is not None
    for comment in notebook.comments:
        comment.auto_comment = comment_on(verdicts.get(comment.name))


def comment_on(verdict: Verdict | None) -> str | None:
    """Say in words what was found; nothing where all is right."""
    if verdict is None or verdict.status in SILENT:
        return "No response."
    return None if verdict.status == "correct" else text(verdict)


def configuration(root: Path) -> Any:
    """Read nbgrader_config.py of a folder; what it does not say is nbgrader's default."""
    from traitlets.config.loader import Config, PyFileConfigLoader

    if not (root / "nbgrader_config.py").is_file():
        return Config()
    return PyFileConfigLoader("nbgrader_config.py", path=str(root)).load_config()
