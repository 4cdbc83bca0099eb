"""nbgrader's Autograde, in the sandbox: takes the place of the preprocessor that runs notebooks.

`nbgrader autograde` and formgrader's button then judge as `grader grade` does, on the cases of a
round. What goes on to nbgrader is the released notebook with the student's answers in it and a
report under each check; from these nbgrader reads the points.
"""

from __future__ import annotations

import atexit
import json
import os
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.api import Gradebook
from nbgrader.nbgraderformat import MetadataValidator
from nbgrader.preprocessors import DeduplicateIds, Execute, NbGraderPreprocessor
from traitlets import Bool, Integer

from grader.classroom.gradebook.book import remedy
from grader.classroom.gradebook.marking import exercise_of
from grader.classroom.handed_in.intake import File
from grader.classroom.judged.grading import Graded, grade
from grader.classroom.judged.round import Round, secret_of
from grader.classroom.shown import autograded
from grader.classroom.workers.worker import renew, round_of
from grader.exercises import EXERCISES
from grader.sandbox.host import Sandbox
from grader.sandbox.selftest import tried_out
from grader.show.terminal import number
from grader.verdict import Verdict, no_answer

SCHEMA = MetadataValidator.schema_version
CALLS = count(1)
OPEN: dict[int, Sandbox] = {}
"""This process's sandbox, by the process: one that was forked off has to open its own."""


class NotGraded(Exception):
    """A notebook that is not judged here; the message says why, and what to do."""


class UnmarkedCells(DeduplicateIds):  # type: ignore[misc]
    """Take nbgrader's marks off the cells of a student's notebook, before nbgrader looks at them.

    Where a cell was copied, nbgrader's own preprocessor leaves a mark without a version, at which
    another one ends the whole run; so does a version that a student has changed. This course's
    notebooks need no marks: they are judged by their code and rebuilt from the released ones. In
    other notebooks the marks of copies go, and strange ones cost that student's assignment only.
    """

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Do so for one notebook.

        Raises
        ------
        NotGraded
            If it is not this course's and its marks are not of nbgrader's present version.
        """
        about = resources["nbgrader"]
        is_ours = not strangers(points_in_gradebook(about))
        if not is_ours:
            nb, resources = super().preprocess(nb, resources)
        for cell in nb.cells:
            if is_ours or not cell.metadata.get("nbgrader", True):
                cell.metadata.pop("nbgrader", None)
        versions = [cell.metadata.nbgrader for cell in nb.cells if "nbgrader" in cell.metadata]
        if any(mark.get("schema_version") != SCHEMA for mark in versions):
            label = f"{about['student']}/{about['notebook']}.ipynb"
            raise NotGraded(
                f"{label} was not run. The marks of its cells are not those of nbgrader's present "
                "version. If an older nbgrader handed it out: nbgrader update, in its folder."
            )
        return nb, resources


class SandboxedExecute(NbGraderPreprocessor):  # type: ignore[misc]
    """Judge the student's answers in the sandbox, and put a report under each check."""

    round = Integer(1, help="On which secret cases to judge; another round draws other ones.").tag(
        config=True
    )
    hand_foreign_on = Bool(
        False,
        help="Whether nbgrader itself runs notebooks that are not this course's. It runs them "
        "without a sandbox, as you.",
    ).tag(config=True)

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Grade one notebook.

        Raises
        ------
        SandboxUnavailable
            If strangers' code cannot be run safely here.
        NotGraded
            If the notebook is not this course's, or its points are not those of course.toml.
        """
        about, call = resources["nbgrader"], next(CALLS)
        label = f"{about['student']}/{about['notebook']}.ipynb"
        points = points_in_gradebook(about)
        strange = strangers(points)
        if strange and self.hand_foreign_on:
            self.log.warning("Notebook %d, %s: run by nbgrader, not in the sandbox", call, label)
            done: tuple[Any, Any] = Execute(parent=self.parent)(nb, resources)
            return done
        if strange:
            raise NotGraded(foreign(label, strange))
        compare(points, about["assignment"])
        released = self.released(about)
        asked = [*map(exercise_of, points)]
        graded = self.graded(nb, about, label, asked)
        self.log.info("Notebook %d, %s: judged in the sandbox, %s", call, label, graded.round)
        content = autograded.rebuild(released, graded.pieces, verdicts_of(graded, asked))
        rebuilt = nbformat.reads(content.decode(), as_version=4)  # type: ignore[no-untyped-call]
        return rebuilt, resources

    def released(self, about: dict[str, str]) -> bytes:
        """Read the notebook that was handed out: every cell of the student's may be another."""
        course = self.course_directory()
        folder = course.format_path(course.release_directory, ".", about["assignment"])
        path = Path(folder) / f"{about['notebook']}.ipynb"
        if not path.is_file():
            raise NotGraded(f"{path} is not there. {remedy(about['assignment'], ' --force')}")
        return path.read_bytes()

    def graded(self, nb: Any, about: dict[str, str], label: str, asked: Sequence[str]) -> Graded:
        content = json.dumps(nb).encode()
        name = f"{about['notebook']}.ipynb"
        file = File(about["student"], about["assignment"], name, label, content)
        cases = round_of(secret_of(Path(self.course_directory().root)), self.round)
        opened = sandbox(cases)
        try:
            return grade(file, opened, cases, asked)
        except BaseException:
            opened.end()  # nobody knows what it was in the middle of; it begins anew when needed
            raise

    def course_directory(self) -> Any:
        """Ask the program that this preprocessor works for where the course is."""
        owner = self.parent
        while not hasattr(owner, "coursedir"):
            owner = owner.parent
        return owner.coursedir


def points_in_gradebook(about: dict[str, str]) -> dict[str, float]:
    """Read what can be earned in a notebook; the gradebook is nothing that a student has written.

    Returns
    -------
    points : dict
        Name of a graded cell -> points.
    """
    with Gradebook(about["db_url"]) as book:
        notebook = book.find_notebook(about["notebook"], about["assignment"])
        return {
            cell.name: float(cell.max_score)
            for cell in (*notebook.grade_cells, *notebook.task_cells)
        }


def strangers(points: dict[str, float]) -> list[str]:
    """List the graded cells of a notebook that are not this course's; none if it is ours."""
    strange = [cell for cell in points if not exercise_of(cell)]
    return strange if points else ["(none is graded)"]


def foreign(label: str, strange: Sequence[str]) -> str:
    return (
        f"{label} was not run. Its graded cells are not all this course's: {', '.join(strange)}. "
        "nbgrader can run such notebooks, but does so as you, next to its answers and your "
        "gradebook. If you have read them all and want that, put into nbgrader_config.py: "
        "c.SandboxedExecute.hand_foreign_on = True"
    )


def compare(points: dict[str, float], assignment: str) -> None:
    """Refuse where course.toml and the gradebook differ: every sum would be wrong."""
    for cell, most in points.items():
        exercise = EXERCISES[exercise_of(cell)]
        if most != exercise.points:
            raise NotGraded(
                f"{exercise.name} is worth {number(exercise.points)} in course.toml and "
                f"{number(most)} in the gradebook. {remedy(assignment, ' --force')}"
            )


def verdicts_of(graded: Graded, asked: Sequence[str]) -> Sequence[Verdict]:
    """Give a verdict for each check: nbgrader gives full points to a check that says nothing."""
    found = {verdict.exercise: verdict for verdict in graded.verdicts}
    message = graded.message or "It was not judged."
    return [found.get(n) or no_answer(EXERCISES[n], "missing", message) for n in asked]


def sandbox(cases: Round) -> Sandbox:
    """Give this process's sandbox: opened and tested once, renewed now and then.

    Raises
    ------
    SandboxUnavailable
        If there is none on this machine, or one of its walls is open.
    """
    process = os.getpid()
    if process in OPEN:
        renew(OPEN[process])
    else:
        OPEN[process] = tried_out(cases)
        atexit.register(close, process)
    return OPEN[process]


def close(process: int) -> None:
    """End the sandbox of a process, if this is that process."""
    if process == os.getpid() and process in OPEN:
        OPEN.pop(process).end()
