"""Write down what became of one student's assignment: notebooks, grades, results, a page."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from grader.classroom.gradebook.book import Book
from grader.classroom.judged.grading import counting, told
from grader.classroom.kept import results
from grader.classroom.shown import autograded, feedback
from grader.classroom.task import Outcome, Task


def record(outcome: Outcome, book: Book, task: Task) -> Outcome:
    """Write the grades, the autograded notebooks and the feedback of a student's assignment.

    Without its grades in the gradebook, no file of it has a grade. Once they are there they stand,
    whatever becomes of the page. The others go on either way.
    """
    whole = task.is_of_assignments
    student, assignment, counted = outcome.student, outcome.assignment, outcome.counted
    if not any(one.file.name for one in outcome.graded):  # nothing was handed in
        return outcome
    kept = "some of its autograded notebooks may be new"
    try:
        autograded.keep(task.course, student, assignment, counted, whole)
        kept = "its autograded notebooks are new already"
        late = book.write(student, assignment, counted, whole)
    except Exception as error:
        message = f"The grade could not be written down: {told(error)}. {UNCHANGED.format(kept)}"
        ones = tuple(replace(o, message=message, verdicts=(), failed=True) for o in outcome.graded)
        return replace(outcome, graded=ones, counted=counting(ones))
    outcome = with_results(replace(outcome, late=late), task.course, whole)
    try:
        page = feedback.page(book, student, assignment, counted, whole)
        autograded.put(feedback.place(task.course, student, assignment), page)
        return outcome
    except Exception as error:
        return replace(outcome, unwritten=f"{WITHOUT_PAGE}: {told(error)}.")


def with_results(outcome: Outcome, course: Path, whole: bool) -> Outcome:
    """Keep what the report of the class needs; without it the grades stand all the same."""
    student, assignment = outcome.student, outcome.assignment
    try:
        results.keep(
            course, student, assignment, outcome.graded, outcome.counted, outcome.late, whole
        )
        return outcome
    except Exception as error:
        return replace(outcome, note=f"not in the report: {told(error)}")


UNCHANGED = "The gradebook holds what it held before; {}."
WITHOUT_PAGE = (
    "Points, comments and autograded notebooks are written. The page of feedback is not, or is "
    "that of an earlier run"
)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let Ctrl-C wait for the end of what is being written."""
    if threading.current_thread() is not threading.main_thread():  # which alone hears of it
        yield
        return
    pressed: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: pressed.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if pressed:
        raise KeyboardInterrupt
