"""Notebooks that nbgrader itself would stumble over: spoilt marks, and those of other courses."""

import copy
import json
import shutil

import pytest
import small_class
from nbgrader.converters import GenerateAssignment
from nbgrader.converters.base import NbGraderException
from small_class import ASSIGNMENT, CLASS, autograde

from grader.exercises import EXERCISES

# SQLAlchemy and nbformat warn of what nbgrader does.
pytestmark = [
    pytest.mark.filterwarnings("ignore"),
    pytest.mark.xdist_group("nbgrader_plugin"),
]
RIGHT, LAST = CLASS["right"].name, "student-999"
FOREIGN = (
    "solution",
    "def twice(x):\n    ### BEGIN SOLUTION\n    return 2 * x\n    ### END SOLUTION",
)


@pytest.fixture
def course(finished, tmp_path):
    """Give a copy of a small class, in which two have handed in the same right notebooks."""
    copied = shutil.copytree(finished, tmp_path / "copy")
    everybody = copied / "course" / "submitted"
    for folder in everybody.iterdir():
        if folder.name != RIGHT:
            shutil.rmtree(folder)
    shutil.copytree(everybody / RIGHT, everybody / LAST)
    return copied


def spoil(folder, change):
    """Do something to the cells of all notebooks in a folder."""
    for path in sorted(folder.glob("*.ipynb")):
        notebook = json.loads(path.read_text("utf-8"))
        change(notebook["cells"])
        path.write_text(json.dumps(notebook), "utf-8")


def marked(cells):
    return [cell for cell in cells if "nbgrader" in cell["metadata"]]


def checks_twice(cells):
    twice = copy.deepcopy([cell for cell in marked(cells) if cell["metadata"]["nbgrader"]["grade"]])
    for cell in twice:
        cell["id"] += "-2"
    cells += twice


def old_version(cells):
    for cell in marked(cells):
        cell["metadata"]["nbgrader"]["schema_version"] = 1


def new_version(cells):
    for cell in marked(cells):
        cell["metadata"]["nbgrader"]["schema_version"] = 99


def no_dictionaries(cells):
    for cell in marked(cells):
        cell["metadata"]["nbgrader"] = "mine"


SPOILT = (checks_twice, old_version, new_version, no_dictionaries)


@pytest.mark.parametrize("change", SPOILT)
def test_marks_that_a_student_has_spoilt_cost_nobody_anything(course, change):
    spoil(course / "course" / "submitted" / RIGHT / ASSIGNMENT, change)
    autograde(course)
    scores = small_class.scores(course)
    assert {student for student, _ in scores} == {RIGHT, LAST}
    for (_, cell), (points, _) in scores.items():
        assert points == EXERCISES[cell.removeprefix("check_")].points


def test_a_notebook_that_nbgrader_cannot_read_costs_one_students_assignment(course):
    folder = course / "course" / "submitted" / RIGHT / ASSIGNMENT
    (folder / "00_sequences_and_tools.ipynb").write_text("{")
    with pytest.raises(NbGraderException):
        autograde(course)
    for (student, cell), (points, _) in small_class.scores(course).items():
        most = EXERCISES[cell.removeprefix("check_")].points
        assert points == (most if student == LAST else None)
    assert not (course / "course" / "autograded" / RIGHT / ASSIGNMENT).exists()


@pytest.fixture
def foreign(course):
    """Have an assignment that is not this course's, and an answer to it that leaves a mark."""
    folder = course / "course" / "source" / "own"
    folder.mkdir()
    known = {"schema_version": 3, "task": False, "points": 2}
    asked = known | {"grade_id": "twice", "grade": False, "solution": True, "locked": False}
    test = known | {"grade_id": "check_twice", "grade": True, "solution": False, "locked": True}
    cells = [("code", FOREIGN[1], asked), ("code", "assert twice(2) == 4", test)]
    (folder / "own.ipynb").write_text(notebook_of(cells), "utf-8")
    small_class.convert(GenerateAssignment, course, "own")
    handed_in = course / "course" / "submitted" / RIGHT / "own"
    handed_in.mkdir()
    mark = course / "mark"
    answer = f"open({str(mark)!r}, 'w')\ntwice = lambda x: x + x"
    cells = [("code", answer, asked), ("code", "assert twice(2) == 4", test)]
    (handed_in / "own.ipynb").write_text(notebook_of(cells), "utf-8")
    return course


def notebook_of(cells):
    listed = [
        {
            "cell_type": kind,
            "execution_count": None,
            "id": known["grade_id"],
            "metadata": {"nbgrader": known},
            "outputs": [],
            "source": source,
        }
        for kind, source, known in cells
    ]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python", "language": "python"}}
    return json.dumps({"cells": listed, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5})


def test_a_notebook_of_another_course_is_refused(foreign, caplog):
    with pytest.raises(NbGraderException):
        autograde(foreign, RIGHT, "own")
    assert f"{RIGHT}/own.ipynb was not run" in caplog.text
    assert "check_twice" in caplog.text
    assert "c.SandboxedExecute.hand_foreign_on = True" in caplog.text
    assert not (foreign / "mark").exists()


def test_a_notebook_of_another_course_goes_to_nbgrader_where_the_instructor_wants_that(foreign):
    autograde(foreign, RIGHT, "own", hand_foreign_on=True)
    assert (foreign / "mark").exists()
    with small_class.book(foreign) as book:
        assert book.find_submission("own", RIGHT).score == 2


@pytest.mark.parametrize("change", SPOILT)
def test_spoilt_marks_in_a_notebook_of_another_course_cost_one_student_at_most(foreign, change):
    submitted = foreign / "course" / "submitted"
    shutil.copytree(submitted / RIGHT / "own", submitted / LAST / "own")
    spoil(submitted / RIGHT / "own", change)
    try:
        autograde(foreign, assignment="own", hand_foreign_on=True)
    except NbGraderException:
        assert change is not checks_twice
    with small_class.book(foreign) as book:
        assert book.find_submission("own", LAST).score == 2
        assert book.find_submission("own", RIGHT).score == (2 if change is checks_twice else 0)
