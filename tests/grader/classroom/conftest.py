"""What the tests of a class stand on: one sandbox, one round, and notebooks that are handed in."""

import json
import logging
import shutil
import sys
from datetime import timedelta

import pytest
import small_class
from answers import SOLUTIONS
from exported import gradebook, lines
from traitlets.config import Config

from grader import build
from grader.assignments import ASSIGNMENTS, assignment_of
from grader.classroom import run
from grader.classroom.example import example_class, trial
from grader.classroom.gradebook.book import Book
from grader.classroom.judged.round import Round
from grader.classroom.task import Task
from grader.classroom.terminal import command
from grader.classroom.workers import worker
from grader.sandbox.host import Sandbox

collect_ignore_glob = [] if sys.platform == "linux" else ["test_*.py", "*/test_*.py"]
SECRET = bytes(range(32))


@pytest.fixture(scope="session")
def sandbox():
    with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture(scope="session")
def cases():
    return Round(SECRET, 1)


@pytest.fixture(scope="session")
def handed_out():
    """Give the notebooks that a class is handed out, by name."""
    files = build.everything().items()
    return {path.name: content for path, content in files if path.suffix == ".ipynb"}


@pytest.fixture
def notebook(handed_out):
    """Fill a notebook of the course with answers; those not given are right."""

    def fill(name, answers=None):
        content = json.loads(handed_out[name])
        for cell in content["cells"]:
            known = cell["metadata"].get("nbgrader", {}).get("grade_id", "")
            if known in SOLUTIONS:
                cell["source"] = {**SOLUTIONS, **(answers or {})}[known].rstrip("\n")
        return content

    return fill


@pytest.fixture(scope="session")
def made_course(tmp_path_factory):
    """Make a course as an instructor does, with nobody in it; only for copying."""
    course = tmp_path_factory.mktemp("made") / "course"
    build.main(solved=course / "source")
    for assignment in ASSIGNMENTS:
        trial.generate(course, assignment)
    shutil.rmtree(course / "source")
    return course


@pytest.fixture
def course(made_course, tmp_path):
    """Give a course of a test's own, in which nobody has handed in anything."""
    return shutil.copytree(made_course, tmp_path / "course")


@pytest.fixture
def hand_in(course, notebook):
    """Hand in a notebook, with some answers that are not the right ones."""

    def put(student, name, answers=None, late=False):
        folder = course / "submitted" / student / assignment_of(name)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(json.dumps(notebook(name, answers)), encoding="utf-8")
        when = example_class.DUE + timedelta(hours=2 if late else -2)
        (folder / "timestamp.txt").write_text(f"{when:%Y-%m-%d %H:%M:%S} UTC")
        return folder / name

    return put


@pytest.fixture(scope="session")
def finished(tmp_path_factory):
    """Give a small class with nbgrader's settings, which nobody has graded; only for copying."""
    return small_class.make(tmp_path_factory.mktemp("class"))


@pytest.fixture
def one_sandbox(sandbox, monkeypatch):
    """Have all runs share the sandbox of the tests, which is tested elsewhere."""
    monkeypatch.setattr(worker, "own_sandbox", lambda _: sandbox)
    monkeypatch.setattr(command, "cores", lambda: 1)


@pytest.fixture
def outcomes(course, one_sandbox):
    """Grade the course, or a part of it; outcomes by student and assignment."""

    def grade(path="", **options):
        task = Task(course / "submitted" / path, course, **options)
        return {(o.student, o.assignment): o for o in run.run(task)}

    return grade


@pytest.fixture
def book(course):
    """Open the gradebook of the course, with nbgrader's own settings."""
    with Book(course, Config()) as book:
        yield book


@pytest.fixture
def roster(course):
    """Write students into the gradebook, as `nbgrader db student import` does."""

    def put(student, **fields):
        with gradebook(course) as base:
            base.update_or_create_student(student, **fields)

    return put


@pytest.fixture
def export(course, tmp_path, caplog):
    """Export the gradebook; give the lines of the file, and what was said."""

    def run(kind, **settings):
        path = tmp_path / "points.csv"
        caplog.clear()
        with caplog.at_level(logging.INFO), gradebook(course) as base:
            kind(log=logging.getLogger("exports"), to=str(path), **settings).export(base)
        return lines(path), " ".join(caplog.messages)

    return run
