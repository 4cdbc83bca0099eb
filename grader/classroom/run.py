"""Grade a class: find, grade, write; nothing stops the others.

Workers grade, several at once; this process alone writes, each assignment as soon as it is done.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from grader.classroom.crew import Crew
from grader.classroom.database import configuration
from grader.classroom.gradebook import Book
from grader.classroom.grading import counting, told
from grader.classroom.intake import Place, printable, read_all
from grader.classroom.key import checks
from grader.classroom.moves import moves
from grader.classroom.recording import record, undisturbed
from grader.classroom.round import ASSIGNMENTS, Round, secret_of
from grader.classroom.task import Outcome, Task
from grader.classroom.unchanged import standing
from grader.classroom.worker import Job

About = tuple[str, str]
"""A student and an assignment."""


def run(task: Task) -> Iterator[Outcome]:
    """Grade everything, and give each student's assignment as soon as it is done.

    Raises
    ------
    SandboxUnavailable
        If strangers' code cannot be run safely here.
    NoAssignment
        If the gradebook could not take the grades; nothing was run then.
    NoCluster
        If there are no workers at the address that was given.
    """
    listed = task.places()
    secret = secret_of(task.course)
    groups = {about: [*found] for about, found in groupby(listed, whose)}
    with Crew.of(task.jobs, task.dask, len(groups)) as crew:
        crew.prepare(secret, task.round)
        with gradebook_for(task, listed) as book:
            yield from graded(task, groups, secret, crew, book)


def gradebook_for(task: Task, listed: Sequence[Place]) -> AbstractContextManager[Book | None]:
    if not (task.is_recorded and listed):
        return nullcontext()
    return Book(task.course, configuration(Path(), task.course))


def graded(
    task: Task, groups: Mapping[About, list[Place]], secret: bytes, crew: Crew, book: Book | None
) -> Iterator[Outcome]:
    """Pass over what stands, have the rest graded, and write it down."""
    refusals = {about: refused(*about, book) for about in groups}
    if book:
        book.demand(dict.fromkeys(assignment for _, assignment in groups))
        if not task.dry:
            book.enrol(
                student
                for (student, assignment), own in groups.items()
                if assignment and not refusals[student, assignment] and not own[0].problem
            )
    cases = Round(secret, task.round)
    changed = []
    for about, own in groups.items():
        stands = None
        if book and about[1] and not (refusals[about] or task.force):
            stands = standing(about, own, cases, book, task.is_of_assignments)
        if stands:
            yield stands
        else:
            changed.append(about)
    jobs = (job(about, groups[about], refusals[about], secret, task) for about in changed)
    for done, files in crew.do(jobs):
        outcome = Outcome(done.student, done.assignment, files, counting(files))
        if task.exercises and not files:
            continue
        if book and not refusals[whose(done)]:
            outcome = kept(outcome, book, task)
        yield outcome


def kept(outcome: Outcome, book: Book, task: Task) -> Outcome:
    """Write an outcome down, or say what that would change."""
    if not outcome.assignment:
        return replace(outcome, note="not in the gradebook: no assignment's folder")
    if task.dry:
        return replace(outcome, moves=tuple(moves(outcome, book, task.is_of_assignments)))
    with undisturbed():
        return record(outcome, book, task)


def job(about: About, own: Sequence[Place], problem: str, secret: bytes, task: Task) -> Job:
    """Read what a student has handed in for an assignment, unless it is refused."""
    if problem:
        own = [Place(Path(), *about, (), problem)]
    try:
        found = tuple(read_all(own))
    except Exception as error:
        return Job(*about, (), secret, task.round, checks=checks(), trouble=told(error))
    return Job(*about, found, secret, task.round, task.exercises, checks())


def whose(place: Place | Job) -> About:
    return place.student, place.assignment


def refused(student: str, assignment: str, book: Book | None) -> str:
    """Say why nothing of a folder is run, or nothing."""
    if book is None:
        return ""
    if student != printable(student):
        return f"The name of the folder {printable(student)} is not text. Rename it."
    if not assignment or book.points(assignment):
        return ""
    folders = " and ".join(ASSIGNMENTS)
    return f"{printable(assignment)} is no assignment of this course, which has {folders}."
