"""nbgrader's doors, opened as people open them: generate, Validate, autograde.

Everything runs as a program of its own. `python` says whose nbgrader that is and `env` (see
`surroundings`) whose grader, so that the doors of an unpacked release can be tried like those of
the repository.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
ASSIGNMENTS = ("1_rnn", "2_lstm")
ASIDES = ("# Demo: ", "# Predict: ")

PREPROCESSORS = (
    "nbgrader.preprocessors.Execute",
    "nbgrader.preprocessors.IgnorePattern",
    "nbconvert.preprocessors.ClearMetadataPreprocessor",
    "nbgrader.preprocessors.LimitOutput",
    "nbgrader.preprocessors.SaveAutoGrades",
    "nbgrader.preprocessors.AssignLatePenalties",
    "nbgrader.preprocessors.CheckCellMetadata",
)
SANITIZERS = (
    "nbgrader.preprocessors.ClearOutput",
    "nbgrader.preprocessors.DeduplicateIds",
    "nbgrader.preprocessors.OverwriteKernelspec",
    "nbgrader.preprocessors.OverwriteCells",
    "nbgrader.preprocessors.CheckCellMetadata",
)
STOCK = [f"--Autograde.sanitize_preprocessors={name}" for name in SANITIZERS]
STOCK += [f"--Autograde.autograde_preprocessors={name}" for name in PREPROCESSORS]
"""Options that undo what nbgrader_config.py says of the sandbox."""

CHECK = """
import sys
from grader.cli import main
for path in sys.argv[1:]:
    main(["check", path, "--json"])
"""
VALIDATE = """
import json, sys
from nbgrader.validator import Validator
for path in sys.argv[1:]:
    print(json.dumps(Validator().validate(path)))
"""
SCORES = """
import json, sys
from nbgrader.api import Gradebook
scores = {}
with Gradebook(sys.argv[1]) as book:
    for assignment in book.assignments:
        for submission in book.assignment_submissions(assignment.name):
            grades = [grade for notebook in submission.notebooks for grade in notebook.grades]
            own = scores.setdefault(submission.student.id, {})
            own.update({grade.name: grade.auto_score for grade in grades})
print(json.dumps(scores))
"""


def surroundings(folder: Path, root: Path = ROOT, python: str = sys.executable) -> dict[str, str]:
    """Make the environment variables in which the doors are tried.

    Parameters
    ----------
    folder : Path
        Where Jupyter and IPython may keep things, so that nobody's own settings play a part.
    root : Path
        The folder that holds the package `grader`.
    python : str
        Its programs come first, as after `source .venv/bin/activate`: nbgrader calls one of them.
    """
    path = os.pathsep.join([str(Path(python).parent), os.environ.get("PATH", "")])
    places = {name: str(folder / name.lower()) for name in ("IPYTHONDIR", "JUPYTER_CONFIG_DIR")}
    return {**os.environ, **places, "PATH": path, "PYTHONPATH": str(root)}


def make_course(
    folder: Path,
    assignments: Iterable[str] = ASSIGNMENTS,
    *,
    python: str = sys.executable,
    env: Mapping[str, str],
) -> Path:
    """Make an nbgrader course as an instructor does, and give the folder of what is handed out.

    This needs the repository: a release has neither lessons nor solutions.
    """
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "nbgrader_config.py", folder)
    run([python, "-m", "grader", "build", "--solutions", "course/source"], folder, env)
    for assignment in assignments:
        run([python, "-m", "nbgrader", "generate_assignment", assignment], folder, env)
    return folder / "course" / "release"


def autograde(
    folder: Path,
    students: Mapping[str, Mapping[str, str]],
    notebooks: Path,
    assignments: Iterable[str] = ASSIGNMENTS,
    *,
    options: Sequence[str] = STOCK,
    python: str = sys.executable,
    env: Mapping[str, str],
) -> dict[str, dict[str, float | None]]:
    """Hand in answers to a course that `make_course` made, and grade them with stock nbgrader.

    Parameters
    ----------
    folder : Path
        The course.
    students : dict
        Student -> name of a function -> its source. An answer that is not given stays the stub.
    notebooks : Path
        What the students were handed out, one folder for an assignment.
    options : list of str
        Of the program; none for what nbgrader_config.py says.

    Returns
    -------
    points : dict
        Student -> exercise -> nbgrader's automatic score.
    """
    for assignment in assignments:
        for student, answers in students.items():
            hand_in(notebooks / assignment, submitted(folder, student) / assignment, answers)
        run([python, "-m", "nbgrader", "autograde", assignment, *options], folder, env)
    book = f"sqlite:///{folder / 'course' / 'gradebook.db'}"
    scores = json.loads(run([python, "-c", SCORES, book], folder, env))
    return {
        student: {cell.removeprefix("check_"): score for cell, score in own.items()}
        for student, own in scores.items()
    }


def submitted(folder: Path, student: str) -> Path:
    return folder / "course" / "submitted" / student


def hand_in(notebooks: Path, folder: Path, answers: Mapping[str, str]) -> None:
    """Write a student's notebooks, made from those that were handed out.

    Whoever has answered all of a notebook has thrown its demos out: they take most of the time.
    """
    folder.mkdir(parents=True)
    for path in sorted(notebooks.glob("*.ipynb")):
        notebook = json.loads(path.read_text("utf-8"))
        asked = [cell for cell in notebook["cells"] if known(cell).get("solution")]
        for cell in asked:
            if known(cell)["grade_id"] in answers:
                cell["source"] = answers[known(cell)["grade_id"]].rstrip("\n")
        if all(known(cell)["grade_id"] in answers for cell in asked):
            notebook["cells"] = [cell for cell in notebook["cells"] if not is_aside(cell)]
        (folder / path.name).write_text(json.dumps(notebook), encoding="utf-8")


def known(cell: Mapping[str, Any]) -> dict[str, Any]:
    """Give what nbgrader knows of a cell."""
    return dict(cell["metadata"].get("nbgrader", {}))


def is_aside(cell: Mapping[str, Any]) -> bool:
    return "".join(cell["source"]).startswith(ASIDES)


def validate(
    notebooks: Iterable[Path], *, python: str = sys.executable, env: Mapping[str, str]
) -> list[dict[str, bool]]:
    """Say for each notebook which exercises pass when its student presses Validate.

    Success is what nbgrader says if all of them do.
    """
    paths = [*notebooks]
    lines = run([python, "-c", VALIDATE, *map(str, paths)], ROOT, env).splitlines()
    return [passed(path, json.loads(result)) for path, result in zip(paths, lines, strict=True)]


def passed(path: Path, result: Mapping[str, Any]) -> dict[str, bool]:
    if result.keys() - {"failed"}:
        raise AssertionError(f"{path}: Validate complains of {result}")
    failed = {cell["source"] for cell in result.get("failed", [])}
    cells = json.loads(path.read_text("utf-8"))["cells"]
    return {
        known(cell)["grade_id"].removeprefix("check_"): "".join(cell["source"]) not in failed
        for cell in cells
        if known(cell).get("grade")
    }


def check(
    notebooks: Iterable[Path], *, python: str = sys.executable, env: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Give the object that `grader check --json` prints, for each notebook."""
    lines = run([python, "-c", CHECK, *map(str, notebooks)], ROOT, env).splitlines()
    return [json.loads(line) for line in lines]


def grade(
    submissions: Path, course: Path, *, python: str = sys.executable, env: Mapping[str, str]
) -> dict[str, dict[str, float]]:
    """Have `grader grade` judge a folder of submissions in the sandbox, with a secret of its own.

    Parameters
    ----------
    submissions : Path
        A folder for each student. It is in no course, so nothing is written down.
    course : Path
        Where the secret lies, and is made if there is none.

    Returns
    -------
    points : dict
        Student -> exercise -> points.
    """
    command = [python, "-m", "grader", "grade", str(submissions), "--course", str(course), "--json"]
    points: dict[str, dict[str, float]] = {}
    for line in run(command, ROOT, env).splitlines():
        report = json.loads(line)
        own = points.setdefault(report["submission"].partition("/")[0], {})
        own.update({name: verdict["points"] for name, verdict in report["exercises"].items()})
    return points


def run(command: list[str], folder: Path, env: Mapping[str, str]) -> str:
    """Run a program and give what it prints; if it fails, fail with its last words."""
    return finished(command, folder, env).stdout


def log(command: list[str], folder: Path, env: Mapping[str, str]) -> str:
    """Run a program and give its log; if it fails, fail with its last words."""
    return finished(command, folder, env).stderr


def finished(
    command: list[str], folder: Path, env: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        command, cwd=folder, env=dict(env), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise AssertionError(f"{' '.join(command[:5])} failed:\n{done.stderr[-3000:]}")
    return done
