"""A gradebook on PostgreSQL holds what one in SQLite holds."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import scale_class as scale
from postgres_server import server
from sqlalchemy import create_engine, text
from traitlets.config import Config

from grader.assignments import ASSIGNMENTS
from grader.classroom import run
from grader.classroom.example import trial
from grader.lab import ROOT


@pytest.fixture(scope="module")
def address():
    with server() as address:
        yield address


@pytest.fixture(scope="module")
def made(address, handed_in, tmp_path_factory):
    """Have nbgrader make the assignments in a database; only for copying."""
    url = new_database(address, "made")
    course = scale.copied(handed_in, tmp_path_factory.mktemp("made") / "course")
    options = [f"--CourseDirectory.{name}={value}" for name, value in settings(course, url).items()]
    env = {**os.environ, "PATH": trial.search_path()}
    for assignment in ASSIGNMENTS:
        command = [sys.executable, "-m", "nbgrader", "generate_assignment", assignment, "--force"]
        subprocess.run([*command, *options], cwd=ROOT, env=env, check=True, capture_output=True)
    with scale.lean.tables().Gradebook(url, scale.COURSE) as book:
        for assignment in ASSIGNMENTS:
            due = f"{scale.DUE:%Y-%m-%d %H:%M:%S} UTC"
            book.update_or_create_assignment(assignment, duedate=due)
        book.engine.dispose()
    return "made"


def settings(course, url):
    return {"root": str(course), "db_url": url, "course_id": scale.COURSE}


def new_database(address, name, template="template0"):
    engine = create_engine(f"{address}/postgres", isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template}"))
    engine.dispose()
    return f"{address}/{name}"


@pytest.fixture
def url(address, made, tmp_path):
    name = "".join(filter(str.isalnum, tmp_path.name)).lower()
    return new_database(address, name, made)


@pytest.fixture
def on_server(course, url, monkeypatch):
    """Give the course with its gradebook on the server and nowhere else."""
    Path(course / "gradebook.db").unlink()
    config = Config({"CourseDirectory": settings(course, url)})
    monkeypatch.setattr(run, "configuration", lambda *_: config)
    return course


@pytest.mark.parametrize("jobs", [1, 2])
def test_it_holds_what_sqlite_holds(jobs, on_server, url, expected):
    scale.graded(on_server, jobs=jobs)
    assert scale.gradebook(url) == expected


def test_a_second_run_grades_nothing(on_server, url, expected):
    for _ in range(2):
        done = list(run.run(run.Task(on_server / "submitted", on_server)))
    late = {o.student for o in done if not o.unchanged}
    assert late == {"student-004"}
    assert scale.gradebook(url) == expected


def test_a_dry_run_writes_nothing(on_server, url):
    done = list(run.run(run.Task(on_server / "submitted", on_server, dry=True)))
    assert all(outcome.moves for outcome in done)
    assert scale.gradebook(url) == []
