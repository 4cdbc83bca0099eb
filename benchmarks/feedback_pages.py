"""What does a page of feedback cost, ours and nbgrader's own?

A class is made and graded in which no two answers are the same to the letter. Then `nbgrader
generate_feedback` and `grader feedback` make the same pages of it, each as a program of its own, on
one core. What is counted is time of the processor. Start-up is measured with one student.

    python benchmarks/feedback_pages.py --students 20 --assignment 1_rnn
"""

from __future__ import annotations

import argparse
import filecmp
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from grader.classroom import run, task
from grader.classroom.example import trial
from grader.exercises import EXERCISES

ROOT = Path(__file__).parent.parent


def make_class(course: Path, students: int, assignment: str) -> None:
    """Make a course, have everybody write something of their own into each answer, and grade it."""
    trial.set_up(course, students, 1)
    for path in (course / "submitted").glob("*/*/*.ipynb"):
        notebook = json.loads(path.read_text("utf-8"))
        for cell in notebook["cells"]:
            if cell["metadata"].get("nbgrader", {}).get("grade_id", "") in EXERCISES:
                source = "".join(cell["source"])
                cell["source"] = f"{source}\n# written by {path.parts[-3]}, line by line"
        path.write_text(json.dumps(notebook), "utf-8")
    for folder in (course / "submitted").glob("*/*"):
        if folder.name != assignment:
            shutil.rmtree(folder)
    for _ in run.run(task.Task(course / "submitted", course, jobs=1)):
        pass


def seconds(command: list[str], folder: Path) -> float:
    """Run a program, and give the time of the processor that it and its children took."""
    before = os.times()
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    after = os.times()
    return (after.children_user + after.children_system) - (
        before.children_user + before.children_system
    )


def cost(name: str, command: list[str], one: list[str], course: Path) -> tuple[float, float]:
    """Measure a program on a class and on one student; give seconds to start, and for a page."""
    pages = len([*course.glob("autograded/*/*/*.ipynb")])
    few = len([*course.glob("autograded/student-001/*/*.ipynb")])
    short = seconds([sys.executable, "-m", *command, *one], course.parent)
    long = seconds([sys.executable, "-m", *command], course.parent)
    page = (long - short) / (pages - few)
    start = short - few * page
    print(
        f"{name:28} {start:6.2f} s to start, then {1000 * page:6.1f} ms a page, "
        f"{1 / page:5.0f} pages a second; {pages} pages: {long:.1f} s"
    )
    return page, long


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--students", type=int, default=20)
    parser.add_argument("--assignment", default="1_rnn")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        course = Path(folder) / "course"
        make_class(course, arguments.students, arguments.assignment)
        root = f"--CourseDirectory.root={course}"
        theirs = ["nbgrader", "generate_feedback", arguments.assignment, root, "--force"]
        ours = ["grader", "feedback", arguments.assignment, "--course", str(course), "--jobs", "1"]
        stock = cost("nbgrader generate_feedback", theirs, ["--student=student-001"], course)
        kept = shutil.copytree(course / "feedback", course / "theirs")
        shutil.rmtree(course / "feedback")
        own = cost("grader feedback", ours, ["--student", "student-001"], course)
        pages = [path.relative_to(kept) for path in kept.glob("*/*/*.html")]
        same = filecmp.cmpfiles(kept, course / "feedback", map(str, pages), shallow=False)[0]
        print(f"{len(same)} of {len(pages)} pages are the same to the byte.")
        print(f"a page {stock[0] / own[0]:.1f} times as fast, all {stock[1] / own[1]:.1f} times")


if __name__ == "__main__":
    main()
