"""`grader feedback`: what an instructor types, and what is printed."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import Any

from grader.classroom.gradebook.book import Book, NoAssignment
from grader.classroom.gradebook.database import configuration
from grader.classroom.handed_in.intake import printable
from grader.classroom.terminal.any_sign import show_any_sign
from grader.classroom.terminal.command import cores
from grader.classroom.terminal.ending import DONE, SOME_FAILED, nothing_done
from grader.show.terminal import count


def feedback(arguments: argparse.Namespace) -> int:
    """Make nbgrader's feedback pages on an assignment.

    Returns
    -------
    code : int
        0, or 1 if some student has no pages, or 2 if nothing was done.
    """
    show_any_sign()
    began = time.perf_counter()
    course, assignment, student = arguments.course, arguments.assignment, arguments.student
    if {*assignment} & {*"/*?["} or assignment.startswith("."):
        return nothing_done(f"{assignment} is not the name of an assignment.")
    config = configuration(Path(), course)
    try:
        marks = marks_on(course, assignment, config)
    except NoAssignment as error:
        return nothing_done(error)
    from grader.classroom.shown import pages

    every = pages.jobs(course, assignment, marks, config)
    listed = [job for job in every if student in ("", job.student)]
    if not listed:
        where = course / "autograded" / (student or "*") / assignment
        return nothing_done(f"There is no notebook in {where}. grader grade makes them.")
    pages.begin(course, assignment, config)
    jobs = cores() if arguments.jobs is None else arguments.jobs
    outcomes = [*pages.made(listed, jobs)]
    failed = [one for one in outcomes if one.trouble]
    made = count(sum(one.pages for one in outcomes), "page")
    of = count(len(listed) - len(failed), "student")
    where = course / "feedback" / (student or "*") / assignment
    seconds = time.perf_counter() - began
    print(f"{made} of {of} in {seconds:.1f} s: {where}")
    for one in failed:
        print(f"{printable(one.student)} has no pages: {one.trouble}", file=sys.stderr)
    return SOME_FAILED if failed else DONE


def marks_on(course: Path, assignment: str, config: Any) -> Any:
    """Read what the gradebook says of an assignment.

    Raises
    ------
    NoAssignment
        If it cannot be opened.
    """
    with Book(course, config) as book:
        from grader.classroom.gradebook import marks  # which imports nbgrader

        return marks.read(book.api.db, assignment)
