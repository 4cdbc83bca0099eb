"""The report of a class as a file: where it is, and when there is none."""

from __future__ import annotations

from pathlib import Path

from grader.classroom.kept.results import FOLDER
from grader.classroom.remarks.remarks import Unreadable
from grader.classroom.report.collecting import Class, collect
from grader.classroom.report.page import html
from grader.classroom.whole_file import put


class NoResults(Exception):
    """There is nothing to report from; the message says what to do."""


def place(course: Path, anonymous: bool = False) -> Path:
    """Say where the report is. An anonymous one lies beside it: neither is taken for the other."""
    return course / ("report-anonymous.html" if anonymous else "report.html")


def write(course: Path, anonymous: bool = False) -> tuple[Path, Class]:
    """Write the report of a course.

    Returns
    -------
    path : Path
    about : Class

    Raises
    ------
    NoResults
        If nothing was graded yet, or the comments on clusters cannot be read.
    NoAssignment
        If the gradebook cannot be read.
    """
    try:
        about = collect(course, anonymous)
    except Unreadable as error:
        raise NoResults(str(error)) from None
    if not about.work:
        raise NoResults(f"There are no results in {course / FOLDER}. Grade first: grader grade")
    path = place(course, anonymous)
    put(path, html(about).encode("utf-8", "replace"))
    return path, about
