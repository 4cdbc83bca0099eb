"""Who is in a class, as the gradebook has it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from grader.classroom.gradebook import database
from grader.classroom.gradebook.book import NoAssignment

Entry = tuple[str, tuple[str, ...]]
"""A student's name, and what else is a word for them."""

NOBODY: Entry = ("", ())


def roster(course: Path) -> dict[str, Entry]:
    """Read the students of the gradebook, by id; none where there is no gradebook.

    Raises
    ------
    NoAssignment
        If it cannot be read: a report would show names that nobody has looked for.
    """
    config = database.configuration(Path(), course)
    url = database.url(course, config)
    file = database.file_of(url)
    if file and not file.is_file():
        return {}
    try:
        with database.opened(url) as book:
            return {str(student.id): entry(student) for student in book.students}
    except Exception as error:
        raise NoAssignment(database.unopened(file, error)) from None


def entry(student: Any) -> Entry:
    address = (student.email or "").partition("@")[0]
    others = (address, str(student.lms_user_id or ""))
    return database.full_name(student), tuple(word for word in others if word)
