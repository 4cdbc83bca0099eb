"""`grader feedback`: what an instructor types, and what is printed."""

from __future__ import annotations

import argparse
import sys
import time
from io import TextIOWrapper
from pathlib import Path

from grader.classroom.gradebook.book import Book, NoAssignment
from grader.classroom.gradebook.database import configuration
from grader.classroom.handed_in.intake import printable
from grader.classroom.terminal.command import DONE, NOTHING_DONE, SOME_FAILED, cores
from grader.classroom.terminal.summary import counted


def feedback(arguments: argparse.Namespace) -> int:
    """Make nbgrader's feedback pages on an assignment.

    Returns
    -------
    code : int
        0, or 1 if some student has no pages, or 2 if nothing was done.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # names may hold any sign
            stream.reconfigure(errors="backslashreplace")
    began = time.perf_counter()
    course, assignment, student = arguments.course, arguments.assignment, arguments.student
    if {*assignment} & {*"/*?["} or assignment.startswith("."):
        return nothing(f"{assignment} is not the name of an assignment.")
    config = configuration(Path(), course)
    try:
        with Book(course, config) as book:
            from grader.classroom.gradebook import marks

            said = marks.read(book.api.db, assignment)
    except NoAssignment as error:
        return nothing(str(error))
    from grader.classroom.shown import pages

    listed = pages.jobs(course, assignment, said, config)
    if student:
        listed = [job for job in listed if job.student == student]
    if not listed:
        where = course / "autograded" / (student or "*") / assignment
        return nothing(f"There is no notebook in {where}. grader grade makes them.")
    pages.begin(course, assignment, config)
    jobs = cores() if arguments.jobs is None else arguments.jobs
    failed, made = [], 0
    for outcome in pages.made(listed, jobs):
        made += outcome.pages
        if outcome.trouble:
            failed.append(outcome)
    of = counted(len(listed) - len(failed), "student")
    where = course / "feedback" / (student or "*") / assignment
    seconds = time.perf_counter() - began
    print(f"{counted(made, 'page')} of {of} in {seconds:.1f} s: {where}")
    for one in failed:
        print(f"{printable(one.student)} has no pages: {one.trouble}", file=sys.stderr)
    return SOME_FAILED if failed else DONE


def nothing(why: str) -> int:
    print(why, file=sys.stderr)
    return NOTHING_DONE
