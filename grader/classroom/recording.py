"""Write down what became of one student's assignment: notebooks, grades, results, a page."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from grader.classroom.gradebook.book import Book, submitted, timestamp
from grader.classroom.judged.grading import Graded, counting, told
from grader.classroom.kept import results
from grader.classroom.shown import autograded, feedback
from grader.classroom.task import Outcome, Task
from grader.classroom.whole_file import put

NO_TIME = "timestamp.txt holds no time that can be read, and is passed over"
OLD = "The gradebook holds what it held before."
UNCHANGED = f"{OLD[:-1]}; {{}}."
NOT_ALONE = "Its grade is not written down, because another file has none: {}"
WITHOUT_PAGE = (
    "Points, comments and autograded notebooks are written. The page of feedback is not, or is "
    "that of an earlier run"
)


def record(outcome: Outcome, book: Book, task: Task) -> Outcome:
    """Write the grades, the autograded notebooks and the feedback of a student's assignment.

    Without its grades in the gradebook, no file of it has a grade. Once they are there they stand,
    whatever becomes of the page. The others go on either way.
    """
    whole = task.is_of_assignments
    student, assignment, counted = outcome.student, outcome.assignment, outcome.counted
    if is_nothing(outcome):
        return outcome
    kept = "some of its autograded notebooks may be new"
    try:
        autograded.keep(task.course, student, assignment, counted, whole)
        kept = "its autograded notebooks are new already"
        late = book.write(student, assignment, counted, whole)
    except Exception as error:
        said = f"The grade could not be written down: {told(error)}. {UNCHANGED.format(kept)}"
        return failed(outcome, outcome.graded, said)
    note = NO_TIME if is_no_time(submitted(task.course, student, assignment)) else ""
    outcome = with_results(replace(outcome, late=late, note=note), task.course, whole)
    try:
        entry = book.records.find(assignment, student)  # with what being late costs by now
        page = feedback.page(book, entry, counted, whole)
        put(feedback.place(task.course, student, assignment), page)
        return outcome
    except Exception as error:
        return replace(outcome, unwritten=f"{WITHOUT_PAGE}: {told(error)}.")


def is_no_time(noted: Path) -> bool:
    """Say whether it is noted when it was handed in, and cannot be read: it makes nobody late."""
    return os.path.lexists(noted) and timestamp(noted) is None


def is_nothing(outcome: Outcome) -> bool:
    """Say whether there is nothing to write: nothing was handed in, or its grades were lost."""
    return is_emptied(outcome) or bool(lost(outcome))


def is_emptied(outcome: Outcome) -> bool:
    """Say whether there is a folder of an assignment, and nothing in it that could be graded."""
    return not any(one.file.name or one.failed for one in outcome.graded)


def lost(outcome: Outcome) -> list[Graded]:
    """List errors that have cost grades of files which nobody can name."""
    return [one for one in outcome.graded if one.failed and not one.file.name]


def whole_or_lost(outcome: Outcome) -> Outcome:
    """Take back the grades of some files if those of others were lost.

    Otherwise what was lost would count as not handed in.
    """
    reasons = lost(outcome)
    others = [one for one in outcome.graded if one not in reasons]
    if not (reasons and others):
        return outcome
    return failed(outcome, others, f"{NOT_ALONE.format(reasons[0].message)} {OLD}")


def failed(outcome: Outcome, ones: Sequence[Graded], message: str) -> Outcome:
    """Make an error the line of some files of an outcome, and take their grades back."""
    graded = tuple(
        replace(one, message=message, verdicts=(), failed=True)
        if any(one is other for other in ones)
        else one
        for one in outcome.graded
    )
    return replace(outcome, graded=graded, counted=counting(graded))


def with_results(outcome: Outcome, course: Path, whole: bool) -> Outcome:
    """Keep what the report of the class needs; without it the grades stand all the same."""
    try:
        results.keep(course, outcome, whole)
        return outcome
    except Exception as error:
        return replace(outcome, note=f"not in the report: {told(error)}")
