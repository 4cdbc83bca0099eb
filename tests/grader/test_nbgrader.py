"""Does stock nbgrader make of this course what the course itself makes of it?"""

import nbgrader_doors as doors
import pytest
from answers import SOLUTIONS, variant
from traitlets.config import PyFileConfigLoader

from grader import stub
from grader.exercises import EXERCISES
from solutions.mistakes import MISTAKES, apply

IN_PLACE = {m.of: apply(m, SOLUTIONS[m.of]) for m in MISTAKES if m.family == "in place"}
STUDENTS = {
    "student-001": variant(0),
    "student-002": {},
    "student-003": variant(6),
    "student-004": variant(0) | IN_PLACE,
}
"""All right, nothing begun, a mistake in every function, and inputs changed where known to be."""

each_assignment = pytest.mark.parametrize("assignment", doors.ASSIGNMENTS)


def files_of(folder):
    return {p.relative_to(folder): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_the_stub_in_nbgraders_settings_is_that_of_the_notebooks():
    config = PyFileConfigLoader("nbgrader_config.py", path=str(doors.ROOT)).load_config()
    assert config.ClearSolutions.code_stub == {"python": stub.PLACE}
    assert config.CourseDirectory.root == str(doors.ROOT / "course")


def test_nbgrader_can_be_asked_to_show_another_course(monkeypatch):
    monkeypatch.setenv("NBGRADER_COURSE", "example")
    config = PyFileConfigLoader("nbgrader_config.py", path=str(doors.ROOT)).load_config()
    assert config.CourseDirectory.root == str(doors.ROOT / "example")


def test_git_ignores_what_nbgrader_and_learners_write():
    ignored = (doors.ROOT / ".gitignore").read_text().splitlines()
    assert {"course/", "example/", "work/"} <= {*ignored}


def test_what_nbgrader_releases_is_what_is_committed(tmp_path):
    released = doors.make_course(tmp_path, env=doors.surroundings(tmp_path))
    for assignment in doors.ASSIGNMENTS:
        committed = files_of(doors.ROOT / "notebooks" / assignment)
        assert files_of(released / assignment) == committed


def test_autograde_gives_what_check_gives(tmp_path):
    env = doors.surroundings(tmp_path)
    released = doors.make_course(tmp_path, ["2_lstm"], env=env)
    student = {"student-004": STUDENTS["student-004"]}
    scores = doors.autograde(tmp_path, student, released, ["2_lstm"], env=env)
    checked = check(tmp_path, env, student)
    points = {name: EXERCISES[name].points for name in checked["student-004"]}
    assert any(0 < checked["student-004"][name] < most for name, most in points.items())
    assert scores["student-004"] == pytest.approx(checked["student-004"], abs=0.005)


# All in one test, because handing in and grading is what takes the time.
@pytest.mark.long
@each_assignment
def test_autograde_and_validate_give_what_check_gives(assignment, tmp_path):
    env = doors.surroundings(tmp_path)
    released = doors.make_course(tmp_path, [assignment], env=env)
    scores = doors.autograde(tmp_path, STUDENTS, released, [assignment], env=env)
    checked = check(tmp_path, env)
    show_what_could_differ(checked)
    assert {*scores} == {*STUDENTS}
    for student in STUDENTS:
        assert scores[student] == pytest.approx(checked[student], abs=0.005), student

    paths = [*handed_in(tmp_path, "student-001"), *handed_in(tmp_path, "student-004")]
    paths += handed_in(tmp_path, "student-002")[-1:]
    for path, passed in zip(paths, doors.validate(paths, env=env), strict=True):
        points = checked[path.parent.parent.name]
        assert passed
        assert passed == {name: points[name] == EXERCISES[name].points for name in passed}, path


def handed_in(folder, student):
    return sorted(doors.submitted(folder, student).glob("*/*.ipynb"))


def check(folder, env, students=STUDENTS):
    """Give the points of `grader check` on what was handed in, by student and exercise."""
    points = {student: {} for student in students}
    paths = [path for student in students for path in handed_in(folder, student)]
    for path, report in zip(paths, doors.check(paths, env=env), strict=True):
        judged = {name: verdict["points"] for name, verdict in report["exercises"].items()}
        points[path.parent.parent.name] |= judged
    return points


def show_what_could_differ(checked):
    """Make sure that the students' points are full, none, and in between."""
    most = {name: EXERCISES[name].points for name in checked["student-001"]}
    assert checked["student-001"] == most
    assert {*checked["student-002"].values()} == {0}
    assert all(points < most[name] for name, points in checked["student-003"].items())
    shares = {points / most[name] for name, points in checked["student-004"].items()}
    assert max(shares) == 1
    assert any(0 < share < 1 for share in shares)
