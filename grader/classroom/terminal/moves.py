"""Whose grade would move: what was judged now, against what the gradebook holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from grader.classroom.gradebook.book import SAME, Book
from grader.classroom.task import Move, Outcome
from grader.exercises import LESSONS, of_lesson
from grader.show.terminal import number


def moves(outcome: Outcome, book: Book, whole: bool) -> Iterator[Move]:
    """Give every exercise whose points would be others in the gradebook.

    Parameters
    ----------
    outcome : Outcome
    book : Book
    whole : bool
        Whether a notebook that is not there was not handed in, and brings nothing.
    """
    held = book.held(outcome.student, outcome.assignment)
    worth = book.points(outcome.assignment) or {}
    for lesson in LESSONS:
        one = outcome.counted.get(lesson)
        found = one.verdicts_on(lesson) if one else ()
        points = {verdict.exercise: float(verdict.points) for verdict in found}
        if not one and whole:
            points = {exercise.name: 0.0 for exercise in of_lesson(lesson)}
        for name in (name for name in points if name in worth):
            before, by_hand = held.get(name, (None, False))
            if before is None or abs(before - points[name]) > SAME:
                yield Move(name, before, points[name], by_hand)


def told(moved: Sequence[Move]) -> Iterator[str]:
    """Write a line for each move, to stand below the line of the assignment."""
    for move in moved:
        before = "not graded yet" if move.before is None else number(round(move.before, 2))
        kept = "; the points given by hand stay" if move.by_hand else ""
        yield f"    {move.exercise}: {before} → {number(round(move.after, 2))}{kept}"
