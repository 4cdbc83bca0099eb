"""Grade a class: find, grade, write; nothing stops the others.

Workers grade, several at once; this process alone writes, each assignment as soon as it is done.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from grader.assignments import ASSIGNMENTS, lessons_of
from grader.classroom.gradebook.book import Book, NoAssignment, remedy
from grader.classroom.gradebook.database import configuration
from grader.classroom.handed_in.intake import Place, printable, read_all
from grader.classroom.judged.grading import Graded, told
from grader.classroom.judged.round import Round, secret_of
from grader.classroom.kept.key import checks
from grader.classroom.kept.unchanged import Standing, is_written, standing
from grader.classroom.moves import moves
from grader.classroom.recording import is_emptied, is_nothing, record, whole_or_lost
from grader.classroom.shown import autograded
from grader.classroom.task import About, Outcome, Task
from grader.classroom.undisturbed import undisturbed
from grader.classroom.workers.graders import Graders
from grader.classroom.workers.worker import Job

HOMELESS = "not in the gradebook, because it is in no assignment's folder"
ADDED = "added to the gradebook, where nobody had this id"
UNENTERED = "Nothing was graded. Students cannot be added to the gradebook"
STAYS = "its earlier grade stays"


def run(task: Task, listed: Sequence[Place] | None = None) -> Iterator[Outcome]:
    """Grade everything, and give each student's assignment as soon as it is done.

    Parameters
    ----------
    task : Task
    listed : list of Place, optional
        What was handed in, where that has been looked up already.

    Raises
    ------
    SandboxUnavailable
        If strangers' code cannot be run safely here.
    NoAssignment
        If the gradebook could not take the grades; nothing was run then.
    NoCluster
        If there are no workers at the address that was given.
    """
    if listed is None:
        listed = task.places()
    secret = secret_of(task.course)
    groups = {about: [*found] for about, found in groupby(listed, attrgetter("about"))}
    with Graders.of(task.jobs, task.dask, len(groups)) as crew:
        crew.prepare(secret, task.round)
        with gradebook_for(task, listed) as book:
            yield from Class(task, groups, secret, book).graded(crew)


def gradebook_for(task: Task, listed: Sequence[Place]) -> AbstractContextManager[Book | None]:
    if not (task.is_recorded and listed):
        return nullcontext()
    return Book(task.course, configuration(Path(), task.course))


class Class:
    """A class that is graded.

    Parameters
    ----------
    task : Task
    groups : dict
        (student, assignment) -> where lies what was handed in.
    secret : bytes
    book : Book or None
        Where grades are written, if they are.
    """

    def __init__(
        self, task: Task, groups: Mapping[About, list[Place]], secret: bytes, book: Book | None
    ) -> None:
        self.task = task
        self.groups = groups
        self.secret = secret
        self.book = book
        self.cases = Round(secret, task.round)
        self.added: set[str] = set()
        self.refusals = {about: refused(*about, book) for about in groups}

    def graded(self, crew: Graders) -> Iterator[Outcome]:
        """Pass over what stands, have the rest graded, and write it down."""
        self.make_ready()
        changed: dict[About, Standing] = {}
        for about in self.groups:
            then = self.standing(about)
            if then.is_complete:
                yield self.stood(self.outcome(about, then.graded), then)
            else:
                changed[about] = then
        for job, files in crew.do(self.job(about, then) for about, then in changed.items()):
            if files or not self.task.exercises:
                yield self.kept(self.outcome(job.about, changed[job.about].completed(files)))

    def make_ready(self) -> None:
        """See that the gradebook can take everything, and knows everybody."""
        if not self.book:
            return
        assignments = dict.fromkeys(assignment for _, assignment in self.groups)
        self.book.demand(assignments)
        demand_released(self.book, assignments)
        if not self.task.dry:
            about = (about for about, own in self.groups.items() if any(p.inner[-1] for p in own))
            students = [student for student, place in about if self.is_ours((student, place))]
            roster = self.book.records.roster()
            self.added = {*students} - roster if roster else set()
            try:
                self.book.enrol(students)
            except Exception as error:  # else all would be judged, and nobody's grade be kept
                raise NoAssignment(f"{UNENTERED}: {told(error)}.") from None

    def is_ours(self, about: About) -> bool:
        """Say whether grades of an assignment are written down."""
        return bool(self.book and about[1] and not self.refusals[about])

    def standing(self, about: About) -> Standing:
        if self.task.force or not self.is_ours(about):
            return Standing()
        try:
            return standing(about, self.groups[about], self.cases, self.task.course)
        except Exception:  # then it is graded, where errors have their place
            return Standing()

    def outcome(self, about: About, graded: tuple[Graded, ...]) -> Outcome:
        """Put together what was graded of an assignment; the gradebook may call it otherwise."""
        lessons = self.book.lessons(about[1]) if self.book else lessons_of(about[1])
        return Outcome.of(about, graded, tuple(lessons))

    def stood(self, found: Outcome, then: Standing) -> Outcome:
        """Leave what was graded before as it is, or write it anew where it is not all there."""
        stands = then.is_all_there_was or not self.task.is_of_assignments
        return replace(found, unchanged=True) if stands and self.has(found) else self.kept(found)

    def has(self, found: Outcome) -> bool:
        assert self.book
        try:
            return is_written(found, self.book, self.task.is_of_assignments)
        except Exception:  # then it is written, where errors have their place
            return False

    def kept(self, found: Outcome) -> Outcome:
        """Write an outcome down, or say what that would change."""
        if self.book and not found.assignment:
            return replace(found, note=HOMELESS)
        if not (self.book and self.is_ours(found.about)):
            return found
        found = whole_or_lost(found)
        if is_emptied(found) and self.book.held(*found.about):
            found = replace(found, note=STAYS)
        if self.task.dry:
            moved = (
                () if is_nothing(found) else moves(found, self.book, self.task.is_of_assignments)
            )
            return replace(found, moves=tuple(moved))
        with undisturbed():
            found = record(found, self.book, self.task)
        if found.student not in self.added:
            return found
        return replace(found, note="; ".join(filter(None, (ADDED, found.note))))

    def job(self, about: About, then: Standing) -> Job:
        """Read what a student has handed in for an assignment, unless it is refused."""
        own: Sequence[Place] = self.groups[about]
        if self.refusals[about]:
            own = [Place(Path(), *about, (), self.refusals[about])]
        asked = Job(*about, (), self.secret, self.task.round, self.task.exercises, checks())
        try:
            return replace(asked, files=tuple(file for file in read_all(own) if then.is_left(file)))
        except Exception as error:
            return replace(asked, trouble=told(error))


def demand_released(book: Book, assignments: Iterable[str]) -> None:
    """Refuse to begin if a notebook is gone as it was handed out: autograded ones would go, too."""
    for assignment in assignments:
        for lesson in book.lessons(assignment):
            path = autograded.handed_out(book.course, assignment, lesson)
            if not path.is_file():
                raise NoAssignment(f"{path} is not there. {remedy(assignment, ' --force')}")


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
