"""What a page of feedback costs: ours, made while grading, and one of nbgrader's generate_feedback.

Both are pages on the same graded course. Ours are timed alone within a run; of nbgrader's, the
command for one student is taken off the command for all, so that neither is charged for starting.
Ours is one page for an assignment, nbgrader's is one for each notebook.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

from benchmarks.contenders import surroundings
from benchmarks.processes import Taken, together
from benchmarks.submission_cost import Clocks
from grader.classroom import recording, run, task
from grader.classroom.shown import feedback


def measure(course: Path, assignment: str, folder: Path) -> dict[str, Any]:
    """Grade a copy of a course, and have both kinds of pages made for it.

    Parameters
    ----------
    course : Path
        At least two students have handed in.
    assignment : str
    folder : Path
        For the copies.

    Returns
    -------
    found : dict
        "ours" and "nbgrader", each with "pages" and with "clock" and "cpu", milliseconds a page;
        and how many times as much processor time nbgrader takes, a "page" and a "submission".
    """
    graded = shutil.copytree(course, folder / "graded" / "course")
    students = sorted(path.name for path in (graded / "submitted").iterdir())
    if len(students) < 2:
        raise ValueError("Pages of feedback are compared in a class of at least two.")
    ours = our_pages(graded, len(students))
    theirs = their_pages(graded, assignment, students[0], folder)
    page = theirs["cpu"] / ours["cpu"]
    notebooks = len([*(graded / "release" / assignment).glob("*.ipynb")])
    return {
        "ours": ours,
        "nbgrader": theirs,
        "ratio_a_page": round(page, 1),
        "ratio_a_submission": round(page * notebooks, 1),
    }


def our_pages(course: Path, count: int) -> dict[str, float]:
    """Grade a course here, with a stopwatch on its pages; the first one warms up."""
    clocks = Clocks()
    kept = feedback.page, recording.put
    pages = 0

    def page(*args: Any, **kwargs: Any) -> bytes:
        with clocks.on("page"):
            return kept[0](*args, **kwargs)

    def put(path: Path, content: bytes) -> None:
        nonlocal pages
        with clocks.on("page"):
            kept[1](path, content)
        pages += 1
        if pages == 1:
            clocks.sums.clear()

    feedback.page, recording.put = page, put  # type: ignore[assignment]
    try:
        for _ in run.run(task.Task(course / "submitted", course)):
            pass
    finally:
        feedback.page, recording.put = kept
    if pages != count:
        raise RuntimeError(f"{pages} pages of feedback were timed, not {count}.")
    clock, cpu = clocks.sums["page"]
    return {"pages": pages - 1, **milliseconds(clock, cpu, pages - 1)}


def their_pages(course: Path, assignment: str, first: str, folder: Path) -> dict[str, float]:
    """Run `nbgrader generate_feedback` for one student and for all, on copies."""
    generate(course, assignment, folder / "warm-up", first)
    one, few = generate(course, assignment, folder / "one", first)
    every, all_pages = generate(course, assignment, folder / "all", "*")
    pages = all_pages - few
    return {
        "pages": pages,
        **milliseconds(every.seconds - one.seconds, every.cpu - one.cpu, pages),
    }


def generate(course: Path, assignment: str, folder: Path, students: str) -> tuple[Taken, int]:
    copy = shutil.copytree(course, folder / "course")
    command = [sys.executable, "-m", "nbgrader", "generate_feedback", assignment]
    command += [f"--CourseDirectory.root={copy}", f"--CourseDirectory.student_id={students}"]
    taken = together([command], [folder], surroundings(folder))
    if any(taken.codes):
        raise RuntimeError(f"nbgrader made no feedback:\n{taken.said[0]}")
    pages = len([*(copy / "feedback").glob(f"*/{assignment}/*.html")])
    shutil.rmtree(folder)
    return taken, pages


def milliseconds(clock: float, cpu: float, pages: int) -> dict[str, float]:
    return {"clock": round(1000 * clock / pages, 2), "cpu": round(1000 * cpu / pages, 2)}
