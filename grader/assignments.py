"""Which notebooks make an assignment: one part of the course, in a folder of its own."""

from __future__ import annotations

from grader.exercises import LESSONS

FOLDERS = {"00": "1_rnn", "01": "1_rnn", "02": "1_rnn", "03": "2_lstm", "04": "2_lstm"}
ASSIGNMENTS = tuple(dict.fromkeys(FOLDERS.values()))


def assignment_of(lesson: str) -> str:
    """Name the assignment that a notebook belongs to, such as "1_rnn"."""
    return FOLDERS[lesson[:2]]


def lessons_of(assignment: str) -> list[str]:
    """List the notebooks of an assignment; none of one that is not the course's."""
    return [lesson for lesson in LESSONS if assignment_of(lesson) == assignment]
