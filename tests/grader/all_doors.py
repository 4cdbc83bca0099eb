"""All doors, from the repository and from an unpacked release: what each says of the same answers.

    python tests/grader/all_doors.py > docs/doors.md      (or: make doors)

Five students hand in all five notebooks. The first is right, the second has not begun; the others
have one known mistake in every function, another each, and one changes inputs where that is known.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import nbgrader_doors as doors
from answers import SOLUTIONS, variant

from grader import release
from grader.exercises import EXERCISES
from solutions.mistakes import MISTAKES, apply

IN_PLACE = {m.of: apply(m, SOLUTIONS[m.of]) for m in MISTAKES if m.family == "in place"}
STUDENTS: dict[str, tuple[str, Mapping[str, str]]] = {
    "student-001": ("everything right", variant(0)),
    "student-002": ("nothing begun", {}),
    "student-003": ("a mistake in every function", variant(3)),
    "student-004": ("another mistake in every function", variant(5)),
    "student-005": ("inputs changed in place", variant(0) | IN_PLACE),
}
DOORS = ("notebook cell", "grader check", "pytest", "Validate", "stock autograde", "sandbox")
NOT_THERE = "–"
FULL = ("pytest", "Validate")
"""Doors that say of an exercise only whether it is wholly right."""

EXECUTE = """
import sys, nbformat, json
from nbclient import NotebookClient
points = {}
for path in sys.argv[1:]:
    notebook = nbformat.read(path, 4)
    folder = {"metadata": {"path": path.rpartition("/")[0]}}
    NotebookClient(notebook, timeout=120, resources=folder).execute()
    for cell in notebook.cells:
        name = cell.metadata.get("nbgrader", {}).get("grade_id", "")
        if name.startswith("check_"):
            points[name[6:]] = float(cell.outputs[0].data["text/plain"])
print(json.dumps(points))
"""
PYTEST = ("-m", "pytest", "-p", "no:cacheprovider", "-c", os.devnull, "-rA", "-q")

Said = dict[str, float | bool]
"""Exercise -> points, or whether it is wholly right."""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        print(table(gather(Path(folder))), end="")


def gather(folder: Path) -> dict[tuple[str, str, str], Said]:
    """Ask every door about every student: (place, door, student) -> what it said."""
    archive = folder / "release.zip"
    with contextlib.redirect_stdout(sys.stderr):
        release.main(archive)
    with zipfile.ZipFile(archive) as zipped:
        zipped.extractall(folder)
    said = {}
    for place, root in (("repository", doors.ROOT), ("release", folder / release.NAME)):
        for (door, student), points in ask(folder / f"course of {place}", root):
            said[place, door, student] = points
    return said


def ask(course: Path, root: Path) -> Iterator[tuple[tuple[str, str], Said]]:
    """Ask all doors that open on one copy of the course."""
    doors.make_course(course, env=doors.surroundings(course))
    env = doors.surroundings(course, root)
    notebooks = root / "notebooks"
    answers = {student: functions for student, (_, functions) in STUDENTS.items()}
    graded = doors.autograde(course, answers, notebooks, env=env)
    in_sandbox = by_sandbox(course, env) if root == doors.ROOT else {}
    for student in STUDENTS:
        paths = sorted(doors.submitted(course, student).glob("*/*.ipynb"))
        reports = doors.check(paths, env=env)
        yield ("stock autograde", student), dict(graded[student])
        if root == doors.ROOT:
            yield ("sandbox", student), in_sandbox[student]
        yield ("grader check", student), points_in(reports)
        yield ("Validate", student), merged(doors.validate(paths, env=env))
        yield ("pytest", student), merged(by_pytest(path, env) for path in paths)
        yield ("notebook cell", student), by_kernel(paths, env)


def by_sandbox(course: Path, env: Mapping[str, str]) -> dict[str, Said]:
    """Grade everybody in the sandbox, on the cases of a round that is always the same."""
    elsewhere = course.with_name("round")
    elsewhere.mkdir()
    secret = elsewhere / "secret"
    secret.touch(mode=0o600)
    secret.write_text(bytes(range(32)).hex())
    found = doors.grade(doors.submitted(course, ""), elsewhere, env=env)
    return {student: dict(points) for student, points in found.items()}


def points_in(reports: list[dict]) -> Said:
    return {name: v["points"] for report in reports for name, v in report["exercises"].items()}


def merged(parts: Iterator[Said]) -> Said:
    return {name: value for part in parts for name, value in part.items()}


def by_kernel(paths: list[Path], env: Mapping[str, str]) -> Said:
    """Run whole notebooks as JupyterLab would, and read the number under every check."""
    out = doors.run([sys.executable, "-c", EXECUTE, *map(str, paths)], paths[0].parent, env)
    return json.loads(out.splitlines()[-1])


def by_pytest(path: Path, env: Mapping[str, str]) -> Said:
    command = [sys.executable, *PYTEST, "--submission", str(path)]
    done = subprocess.run(
        command, capture_output=True, text=True, cwd=path.parent, env=dict(env), check=False
    )
    found = re.findall(r"^(PASSED|FAILED) .*::(\w+)\[", done.stdout, re.M)
    names = {name for _, name in found}
    return {name: ("FAILED", name) not in found for name in names}


def is_same(said: Said, door: str, most: Said) -> bool:
    """Say whether a door agrees with `grader check` of the repository on every exercise."""
    if door in FULL:
        return said == {name: most[name] == EXERCISES[name].points for name in most}
    return said.keys() == most.keys() and all(abs(said[n] - most[n]) < 0.005 for n in most)


def table(said: Mapping[tuple[str, str, str], Said]) -> str:
    """Write what was said as a page."""
    lines = [*HEAD, f"| | | {' | '.join(DOORS)} |", f"|---|---|{'---|' * len(DOORS)}"]
    for place in ("repository", "release"):
        for student, (what, _) in STUDENTS.items():
            most = said["repository", "grader check", student]
            cells = [cell(said.get((place, door, student)), door, most) for door in DOORS]
            lines.append(f"| {place} | {what} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def cell(said: Said | None, door: str, most: Said) -> str:
    if said is None:
        return NOT_THERE
    if door in FULL:
        words = f"{sum(said.values())} of {len(said)} pass"
    else:
        words = f"{sum(said.values()):g} points"
    return words if is_same(said, door, most) else f"**{words}: differs**"


HEAD = (
    "# All doors agree",
    "",
    "Generated by `make doors`. Students hand in all five notebooks. Each door was asked about",
    "each of the thirteen functions, from the repository and from an unpacked student release. A",
    "cell says *differs* if a single function got other points there than from `grader check` in",
    "the repository. Validate and pytest know no points: a function passes if it is wholly right.",
    "The sandbox is that of `grader grade`, on a round's secret inputs: other numbers, the same",
    "points. A release has no sandbox.",
    "",
)

if __name__ == "__main__":
    main()
