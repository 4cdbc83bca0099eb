"""Cheats handed in to stock nbgrader and to the sandbox: what each of them gets.

    python tests/grader/classroom/cheats.py > docs/cheats.md      (or: make cheats)

Every student hands in zeros for `rnn_cell_forward`, with a trick that should pass them off as
right. Stock nbgrader judges them with tests as courses write them, and with this course's check.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import nbgrader_doors as doors
from answers import SOLUTIONS

MOST = 6
OURS, PLAIN = "1_rnn", "plain"
NOTEBOOKS = {OURS: "01_rnn_forward", PLAIN: "plain"}
LARGE = 10 * 2**20

ZEROS = """
def zeros(a_prev, parameters):
    n_y, m = parameters["Wya"].shape[0], a_prev.shape[1]
    return np.zeros(a_prev.shape), np.zeros((n_y, m))


def rnn_cell_forward(xt, a_prev, parameters):
    trick()
    a_next, yt_pred = zeros(a_prev, parameters)
    return a_next, yt_pred, (a_next, a_prev, xt, parameters)


trick()
"""
EQUAL = '''
class Equal(np.ndarray):
    """Is equal to everything, however it is compared."""

    def __eq__(self, other):
        return np.True_

    def __array_ufunc__(self, ufunc, method, *inputs, **kwargs):
        return np.True_

    def __array_function__(self, function, types, args, kwargs):
        return True


def rnn_cell_forward(xt, a_prev, parameters):
    a_next, yt_pred = (np.zeros(a_prev.shape), np.zeros((len(parameters["by"]), a_prev.shape[1])))
    a_next, yt_pred = a_next.view(Equal), yt_pred.view(Equal)
    return a_next, yt_pred, (a_next, a_prev, xt, parameters)
'''
STOLEN = """
def rnn_cell_forward(xt, a_prev, parameters):
    from solutions.rnn import rnn_cell_forward as right

    return right(xt, a_prev, parameters)
"""
GRADEBOOK = """
def trick():
    import os, sqlite3

    book = sqlite3.connect("../../../gradebook.db")
    book.execute(
        "UPDATE grade SET manual_score = 6 WHERE notebook_id IN (SELECT n.id FROM"
        " submitted_notebook n JOIN submitted_assignment a ON n.assignment_id = a.id"
        " WHERE a.student_id = ?)",
        [os.getcwd().split(os.sep)[-2]],
    )
    book.commit()
"""
FILES = """
def trick():
    import os

    open("../../../mark-" + os.getcwd().split(os.sep)[-2], "w").close()
"""


def doing(*lines: str) -> str:
    """Make an answer of zeros whose trick is a few lines."""
    return "def trick():\n" + "".join(f"    {line}\n" for line in lines) + ZEROS


@dataclass(frozen=True)
class Cheat:
    """An answer, and what it tries, in words."""

    says: str
    answer: str


CHEATS = (
    Cheat("*honest: the right answer*", SOLUTIONS["rnn_cell_forward"]),
    Cheat("*honest: zeros*", doing("pass")),
    Cheat(
        "replace the comparison in `numpy.testing`",
        doing("import numpy.testing", "numpy.testing.assert_allclose = lambda *a, **k: None"),
    ),
    Cheat(
        "replace `np.allclose`",
        doing("np.allclose = np.isclose = np.array_equal = lambda *a, **k: True"),
    ),
    Cheat("give arrays back that are equal to everything", EQUAL),
    Cheat("write full points into the gradebook", GRADEBOOK + ZEROS),
    Cheat("import the solutions", STOLEN),
    Cheat("end Python before the tests", doing("import os", "os._exit(0)")),
    Cheat("write a file into the instructor's folder", FILES + ZEROS),
    Cheat("print 20 MB", doing("print('x' * 20_000_000)")),
    Cheat("replace `check`", doing("global check", "check = lambda name: 6.0")),
    Cheat(
        "replace what the result of `check` shows",
        doing("import grader", "grader.show.card.Result.__repr__ = lambda self: '6.0'"),
    ),
)
STUDENTS = {f"student-{number:03}": cheat for number, cheat in enumerate(CHEATS, 1)}

TEST = """
rng = np.random.default_rng(1)
xt, a_prev = rng.normal(size=(3, 10)), rng.normal(size=(5, 10))
p = {n: rng.normal(size=s) for n, s in dict(Wax=(5, 3), Waa=(5, 5), Wya=(2, 5)).items()}
p |= {n: rng.normal(size=s) for n, s in dict(ba=(5, 1), by=(2, 1)).items()}
a_next, yt_pred, cache = rnn_cell_forward(xt, a_prev, p)
a = np.tanh(p["Waa"] @ a_prev + p["Wax"] @ xt + p["ba"])
z = np.exp(p["Wya"] @ a + p["by"])
"""
TESTS = {
    "test_numpy_testing": TEST
    + "np.testing.assert_allclose(a_next, a)\nnp.testing.assert_allclose(yt_pred, z / z.sum(0))",
    "test_allclose": TEST
    + "assert np.allclose(a_next, a)\nassert np.allclose(yt_pred, z / z.sum(0))",
}
"""What a course without this grader would test: in the kernel, with asserts."""

DOORS = {
    "numpy.testing": "test_numpy_testing",
    "np.allclose": "test_allclose",
    "check": "check_rnn_cell_forward",
    "sandbox": "check_rnn_cell_forward",
}
Got = dict[tuple[str, str], str]
"""(Student, door) -> what came of it."""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(sys.stderr):
        page = table(gather(Path(folder)))
    print(page, end="")


def gather(folder: Path) -> Got:
    """Hand everything in, and grade it by every door."""
    env = doors.surroundings(folder)
    released = doors.make_course(folder, [OURS], env=env)
    course = folder / "course"
    plain(course / "source" / PLAIN / "plain.ipynb")
    doors.run([sys.executable, "-m", "nbgrader", "generate_assignment", PLAIN], folder, env)
    for student, cheat in STUDENTS.items():
        for assignment, name in NOTEBOOKS.items():
            hand_in(released / assignment / f"{name}.ipynb", course, student, cheat.answer)
    shutil.copy(course / "gradebook.db", folder / "before.db")
    got: Got = {}
    for assignment in (PLAIN, OURS):
        autograde(folder, assignment, doors.STOCK, env)
        for door, cell in DOORS.items():
            if door != "sandbox" and (cell.startswith("check_")) == (assignment == OURS):
                got |= read(course, door, cell, assignment)
        forget(course)
    shutil.copy(folder / "before.db", course / "gradebook.db")
    autograde(folder, OURS, [], env)
    return got | read(course, "sandbox", DOORS["sandbox"], OURS)


def plain(path: Path) -> None:
    """Write the instructor's notebook of a course that tests with asserts."""
    known = {"schema_version": 3, "task": False}
    answer = known | {"grade": False, "solution": True, "locked": False}
    test = known | {"grade": True, "solution": False, "locked": True, "points": MOST}
    right = (
        SOLUTIONS["rnn_cell_forward"].replace("# BEGIN", "### BEGIN").replace("# END", "### END")
    )
    setup = "import numpy as np\nfrom grader.given import softmax"
    cells = [cell(setup, "setup", known | {"grade": False, "solution": False, "locked": True})]
    cells.append(cell(right, "rnn_cell_forward", answer))
    cells += [cell(source, name, test) for name, source in TESTS.items()]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    whole = {"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(whole), "utf-8")


def cell(source: str, name: str, known: Mapping[str, object]) -> dict:
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": name,
        "metadata": {"nbgrader": {**known, "grade_id": name}},
        "outputs": [],
        "source": source,
    }


def hand_in(released: Path, course: Path, student: str, answer: str) -> None:
    """Write a student's notebook, without the demos, which take most of the time."""
    notebook = json.loads(released.read_text("utf-8"))
    notebook["cells"] = [c for c in notebook["cells"] if not doors.is_aside(c)]
    for each in notebook["cells"]:
        if doors.known(each).get("grade_id") == "rnn_cell_forward":
            each["source"] = answer.lstrip("\n")
    folder = course / "submitted" / student / released.parent.name
    folder.mkdir(parents=True)
    (folder / released.name).write_text(json.dumps(notebook), "utf-8")


def autograde(
    folder: Path, assignment: str, options: Sequence[str], env: Mapping[str, str]
) -> None:
    """Grade everybody; nbgrader's program fails if a single one of them could not be graded."""
    command = [sys.executable, "-m", "nbgrader", "autograde", assignment, "--force", *options]
    subprocess.run(command, cwd=folder, env=dict(env), capture_output=True, check=False)


def read(course: Path, door: str, cell: str, assignment: str) -> Got:
    """Read everybody's points, and what else a cheat has done."""
    from nbgrader.api import Gradebook

    got = {}
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as book:
        for student in STUDENTS:
            place = course / "autograded" / student / assignment / f"{NOTEBOOKS[assignment]}.ipynb"
            grade = book.find_grade(cell, NOTEBOOKS[assignment], assignment, student)
            said = f"{grade.score:g} / {MOST}" if place.exists() else "not graded"
            if (course / f"mark-{student}").exists():
                said += ", wrote the file"
            if place.exists() and place.stat().st_size > LARGE:
                said += ", a notebook of over 10 MB"
            got[student, door] = said
    return got


def forget(course: Path) -> None:
    """Take away what cheats have left behind."""
    for mark in course.glob("mark-*"):
        mark.unlink()


def table(got: Got) -> str:
    """Write what came of everything as a page."""
    lines = [*HEAD]
    for student, cheat in STUDENTS.items():
        lines.append(
            "| ".join(["", cheat.says + " ", *(f"{said(got, student, d)} " for d in DOORS), ""])
        )
    return "\n".join([*(line.rstrip() for line in lines), ""])


def said(got: Got, student: str, door: str) -> str:
    """Set in bold what no honest zeros get."""
    words = got[student, door]
    right, zeros = [*STUDENTS][:2]
    return words if student in (right, zeros) or words == got[zeros, door] else f"**{words}**"


HEAD = (
    "# Ten cheats",
    "",
    "Generated by `make cheats`. Every student hands in zeros for `rnn_cell_forward` (6 points),",
    "and a trick. The first three columns are `nbgrader autograde` as nbgrader installs it, which",
    "runs the notebook as the instructor: with tests that use `numpy.testing`, with tests that use",
    "`np.allclose`, and with this course's `check`. The last is `nbgrader autograde` with this",
    "course's settings; `grader grade` gives the same. In bold: what honest zeros do not get.",
    "",
    "| the student tries to | `numpy.testing` | `np.allclose` | `check` | in the sandbox |",
    "|---|---|---|---|---|",
)

if __name__ == "__main__":
    main()
