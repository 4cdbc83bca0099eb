"""Does nbgrader grade in the sandbox, and exactly as `grader grade` does?"""

import json
import os
import shutil
import sys
from dataclasses import replace
from pathlib import Path

import nbgrader_doors as doors
import pytest
import small_class
from nbgrader.converters import Autograde
from nbgrader.converters.base import NbGraderException
from small_class import ASSIGNMENT, CLASS, autograde

from grader.classroom import nbgrader_plugin as plugin
from grader.classroom.gradebook.database import configuration
from grader.classroom.judged.grading import Graded
from grader.classroom.judged.round import Round
from grader.classroom.run import Task, run
from grader.exercises import EXERCISES
from grader.sandbox.refusal import SandboxUnavailable

# SQLAlchemy and nbformat warn of what nbgrader does.
pytestmark = [
    pytest.mark.filterwarnings("ignore"),
    pytest.mark.xdist_group("nbgrader_plugin"),
]
OURS = "grader.classroom.nbgrader_plugin.SandboxedExecute"
UNMARKED = "grader.classroom.nbgrader_plugin.UnmarkedCells"
RIGHT = CLASS["right"].name


@pytest.fixture
def course(finished, tmp_path):
    """Give a copy of a small class that nobody has graded, to be spoilt."""
    return shutil.copytree(finished, tmp_path / "copy")


def submitted(course, student=RIGHT):
    return course / "course" / "submitted" / student / ASSIGNMENT


@pytest.mark.parametrize(
    ("key", "ours", "theirs", "place"),
    [
        ("sanitize_preprocessors", UNMARKED, doors.SANITIZERS, 1),
        ("autograde_preprocessors", OURS, doors.PREPROCESSORS, 0),
    ],
)
def test_the_lists_of_preprocessors_are_nbgraders_but_for_one_each(key, ours, theirs, place):
    listed = configuration(doors.ROOT, doors.ROOT / "course").Autograde[key]
    assert listed[place] == ours
    assert [*theirs[:place], ours, *theirs[place + 1 :]] == listed
    stock = [kind.__name__ for kind in getattr(Autograde, key).default()]
    assert [name.rpartition(".")[2] for name in theirs] == stock


def test_an_example_class_is_handed_out_what_learners_are(finished):
    for path in (doors.ROOT / "notebooks" / ASSIGNMENT).glob("*.ipynb"):
        released = finished / "course" / "release" / ASSIGNMENT / path.name
        assert released.read_bytes() == path.read_bytes()


def test_nbgrader_autograde_gives_what_grader_grade_gives(course, monkeypatch):
    monkeypatch.chdir(course)
    assert list(run(Task(Path("course/submitted"), Path("course"))))
    ours = small_class.scores(course)
    notebooks = {s.name: small_class.autograded(course, s.name) for s in CLASS.values()}
    assert {score for score, _ in ours.values()} > {0.0, 6.0}
    assert any(0 < ours[key][0] < EXERCISES[key[1][6:]].points for key in ours)
    with small_class.book(course) as book:
        for submission in book.assignment_submissions(ASSIGNMENT):
            for grade in (g for notebook in submission.notebooks for g in notebook.grades):
                grade.auto_score = -1.0
        book.db.commit()

    command = [sys.executable, "-m", "nbgrader", "autograde", ASSIGNMENT, "--force"]
    log = doors.log(command, course, doors.surroundings(course / "own"))

    assert small_class.scores(course) == ours
    for student, cells in notebooks.items():
        assert small_class.autograded(course, student) == cells, student
    # That many calls prove that nbgrader has read the configuration, and obeyed it.
    assert log.count(": judged in the sandbox, 1_rnn-1") == 3 * len(CLASS)
    assert f"Notebook {3 * len(CLASS)}, " in log


def test_nothing_that_a_student_has_shown_or_written_beside_code_is_kept(course):
    path = submitted(course) / "01_rnn_forward.ipynb"
    notebook = json.loads(path.read_text("utf-8"))
    shown = {"output_type": "display_data", "data": {"text/html": "<script>one"}, "metadata": {}}
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"] = [shown]
        else:
            cell["source"] += "<script>two"
    path.write_text(json.dumps(notebook), "utf-8")
    autograde(course, RIGHT)
    cells = small_class.autograded(course, RIGHT)["01_rnn_forward.ipynb"]
    assert "<script>" not in json.dumps(cells)
    reports = [cell["id"] for cell in cells if cell.get("outputs")]
    assert reports == ["check-rnn_cell_forward", "check-rnn_forward"]


def test_a_notebook_without_its_checks_is_still_judged_and_runs_nowhere_else(course):
    mark = course / "mark"
    source = f"open({str(mark)!r}, 'w')\n"
    path = submitted(course) / "01_rnn_forward.ipynb"
    notebook = json.loads(path.read_text("utf-8"))
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    for cell in code:
        cell["metadata"] = {}
        cell["source"] = source + "".join(cell["source"])
    notebook["cells"] = [cell for cell in code if not cell["id"].startswith("check-")]
    path.write_text(json.dumps(notebook), "utf-8")
    autograde(course, RIGHT, hand_foreign_on=True)
    assert not mark.exists()
    found = small_class.scores(course)
    assert found[RIGHT, "check_rnn_forward"] == (EXERCISES["rnn_forward"].points, False)


def test_no_sandbox_no_grade(course, monkeypatch, caplog):
    def refuse(self):
        raise SandboxUnavailable("There is none.", "Get one.")

    monkeypatch.setattr(plugin, "OPEN", {})
    monkeypatch.setattr(plugin.Sandbox, "start", refuse)
    with pytest.raises(NbGraderException):
        autograde(course, RIGHT)
    assert "There is none. Get one." in caplog.text
    assert not (course / "course" / "autograded" / RIGHT / ASSIGNMENT).exists()
    assert {score for (who, _), (score, _) in small_class.scores(course).items()} <= {None, 0.0}


def test_what_could_not_be_judged_has_no_points(course, monkeypatch):
    """nbgrader gives full points to a check without any output."""
    monkeypatch.setattr(plugin, "grade", lambda file, *_: Graded(file, message="It was too long."))
    autograde(course, RIGHT)
    assert {score for score, _ in small_class.scores(course).values()} == {0.0}
    cells = small_class.autograded(course, RIGHT)["01_rnn_forward.ipynb"]
    reports = [cell["outputs"] for cell in cells if cell["id"].startswith("check-")]
    assert all("It was too long." in json.dumps(report) for report in reports)


def test_points_that_are_others_than_the_gradebooks_are_refused(course, monkeypatch, caplog):
    dearer = replace(EXERCISES["rnn_forward"], points=99)
    monkeypatch.setattr(plugin, "EXERCISES", {**EXERCISES, "rnn_forward": dearer})
    with pytest.raises(NbGraderException):
        autograde(course, RIGHT)
    assert "rnn_forward is worth 99 in course.toml and 8 in the gradebook" in caplog.text


def test_a_released_notebook_that_is_gone_is_asked_for(course, caplog):
    shutil.rmtree(course / "course" / "release")
    with pytest.raises(NbGraderException):
        autograde(course, RIGHT)
    assert "nbgrader generate_assignment 1_rnn --force" in caplog.text


def test_a_process_has_one_sandbox_and_ends_it(monkeypatch):
    monkeypatch.setattr(plugin, "OPEN", {})
    cases = Round(bytes(32))
    first = plugin.sandbox(cases)
    assert plugin.sandbox(cases) is first
    program = first.process
    plugin.close(os.getpid() + 1)
    assert program.poll() is None, "a process that was forked off ends its own only"
    plugin.close(os.getpid())
    assert program.poll() is not None
    assert plugin.OPEN == {}


def test_a_sandbox_that_has_seen_many_is_renewed_once(monkeypatch):
    monkeypatch.setattr(plugin, "OPEN", {})
    cases = Round(bytes(32))
    opened = plugin.sandbox(cases)
    program = opened.process
    opened.forks = 1000
    plugin.sandbox(cases)
    second = opened.process
    assert second is not program
    plugin.sandbox(cases)
    assert opened.process is second
    plugin.close(os.getpid())


def test_a_sandbox_with_an_open_wall_is_not_kept(monkeypatch):
    def fail(sandbox, cases):
        raise SandboxUnavailable("A wall is open.", "Close it.")

    monkeypatch.setattr(plugin, "OPEN", {})
    monkeypatch.setattr("grader.sandbox.selftest.selftest", fail)
    with pytest.raises(SandboxUnavailable):
        plugin.sandbox(Round(bytes(32)))
    assert plugin.OPEN == {}
