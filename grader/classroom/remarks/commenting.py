"""Say something to all who make the same mistake, also to those who have been graded already.

No student's code is run: who makes it, and all that is shown of them, is read from the results.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from grader.classroom.gradebook.book import Book
from grader.classroom.gradebook.marking import CHECK, comment_on, is_same
from grader.classroom.judged.grading import Graded, told
from grader.classroom.kept import restored, results
from grader.classroom.remarks import remarks
from grader.classroom.remarks.remarks import Remark
from grader.classroom.remarks.slips import Slip, slip_of
from grader.classroom.report.clusters import Cluster, clusters
from grader.classroom.report.collecting import collect
from grader.classroom.shown import feedback
from grader.classroom.typed import UNWRITTEN
from grader.classroom.whole_file import put
from grader.exercises import LESSON_OF
from grader.verdict import Verdict


class Refused(Exception):
    """Nothing was done; the message says why, and what to do."""


@dataclass(frozen=True)
class Group:
    """Answers that are wrong in the same way, and what was said to them.

    `cluster` is None where words are kept on a mistake that nobody makes any more, or that another
    round has found.
    """

    id: str
    cluster: Cluster | None = None
    remark: Remark | None = None

    @property
    def slip(self) -> Slip:
        """What recognises them: as long as there are words, what did so when they were written."""
        known = self.remark or self.cluster
        assert known
        return known.slip

    @property
    def people(self) -> list[str]:
        answers = self.cluster.answers if self.cluster else ()
        return sorted(answer.person.id for answer in answers)

    @property
    def words(self) -> str:
        return self.remark.words if self.remark else ""


def groups(course: Path) -> list[Group]:
    """List the clusters of a course as its report does, then words without a cluster.

    Raises
    ------
    Refused
        If there are no results, or the comments cannot be read.
    """
    try:
        about = collect(course)
    except remarks.Unreadable as error:
        raise Refused(str(error)) from None
    if not about.work:
        place = course / results.FOLDER
        raise Refused(f"There are no results in {place}. Grade first: grader grade")
    said = about.remarks
    found = [Group(c.id, c, remarks.about(said, c.slip)) for c in clusters(about)]
    used = [group.remark for group in found]
    return [*found, *(Group(one.cluster, None, one) for one in said if one not in used)]


def choose(listed: Sequence[Group], id: str) -> Group:
    """Find a group by its id, or by the beginning of it.

    Raises
    ------
    Refused
        If there is none, or more than one.
    """
    exact = [group for group in listed if group.id == id]
    begun = exact[:1] or [group for group in listed if group.id.startswith(id)]
    if len(begun) == 1:
        return begun[0]
    ids = ", ".join(group.id for group in begun or listed) or "none"
    if begun:
        raise Refused(f"Several groups begin with {id}: {ids}.")
    raise Refused(f"There is no group called {id}. There are: {ids}.")


def checked(words: str) -> str:
    """Give words as they are kept.

    Raises
    ------
    Refused
        If they are no text, or a student's words below them would not be shown as code.
    """
    kept = "\n".join(words.splitlines()).strip("\n").rstrip()
    if kept == UNWRITTEN:
        raise Refused(f"Write your words in place of {UNWRITTEN}")
    if kept != kept.encode("utf-8", "replace").decode():
        raise Refused("The comment is not UTF-8 text.")
    if not remarks.is_closed(kept):
        raise Refused(
            "The comment begins something that it does not end, such as a block of code (```), a "
            "formula ($$) or a comment (<!--). What stands below it would become part of it."
        )
    return kept


def say(course: Path, group: Group, words: str) -> None:
    """Keep words on a group, in place of earlier ones; none for no words."""
    others = [one for one in remarks.read(course) if not one.slip.is_like(group.slip)]
    new = [Remark(group.id, group.slip, words)] if words else []
    remarks.write(course, [*others, *new])


@dataclass
class Spread:
    """What became of words: ids of students.

    Attributes
    ----------
    reached : list of str
        Whose comment in the gradebook is as it should be now.
    by_hand : list of str
        Of these, who has a comment by hand, which is shown instead.
    passed : list of str
        Who was graded by something else since, or is not in the gradebook any more.
    failed : list of (str, str)
        Whose page or comment could not be written, and why.
    assignments : list of str
    """

    reached: list[str] = field(default_factory=list)
    by_hand: list[str] = field(default_factory=list)
    passed: list[str] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)
    assignments: list[str] = field(default_factory=list)


def spread(course: Path, slip: Slip, book: Book) -> Spread:
    """Bring what is kept on a mistake to all who make it: gradebook and pages, not scores."""
    done = Spread()
    for made in making(results.all_of(course), slip):
        try:
            bring(made, course, book, done)
        except Exception as error:  # the others are told all the same
            done.failed.append((made.student, told(error)))
    return done


@dataclass(frozen=True)
class Made:
    """An answer that makes a mistake, and all of that student's assignment."""

    student: str
    assignment: str
    verdict: Verdict
    counted: Mapping[str, Graded]
    whole: bool

    @property
    def one(self) -> Graded:
        return self.counted[self.lesson]

    @property
    def lesson(self) -> str:
        return LESSON_OF[self.verdict.exercise]


def making(kept: Iterable[Mapping[str, Any]], slip: Slip) -> Iterator[Made]:
    """Find the answers of a class that are wrong in one way."""
    lesson = LESSON_OF[slip.exercise]
    for one in kept:
        entry = one["notebooks"].get(lesson)
        is_here = lesson in one["lessons"] and entry
        if not (is_here and entry["exercises"].get(slip.exercise, {}).get("first")):
            continue  # it is quicker seen here than when all is read back
        counted = restored.counted(one)
        verdict = next(
            v for v in counted[lesson].verdicts_on(lesson) if v.exercise == slip.exercise
        )
        own = slip_of(verdict, counted[lesson])
        if own and slip.is_like(own):
            yield Made(one["student"], one["assignment"], verdict, counted, one["whole"])


def bring(made: Made, course: Path, book: Book, done: Spread) -> None:
    """Write one student's comment and page anew, if the gradebook holds what the results say."""
    entry = book.records.find(made.assignment, made.student)
    notebook, grade, comment = in_gradebook(made, entry, book) if entry else (None, None, None)
    if not (notebook and grade and comment and is_same(grade.auto_score, made.verdict.points)):
        done.passed.append(made.student)
        return
    words = comment_on(made.verdict, made.one, book.remarked())
    if words != comment.auto_comment:
        book.comment(notebook, made.verdict.exercise, words)
    page = feedback.page(book, entry, made.counted, made.whole)
    path = feedback.place(course, made.student, made.assignment)
    if not path.is_file() or path.read_bytes() != page:
        put(path, page)
    done.reached.append(made.student)
    done.by_hand += [made.student] if comment.manual_comment is not None else []
    if made.assignment not in done.assignments:
        done.assignments.append(made.assignment)


def in_gradebook(made: Made, entry: Any, book: Book) -> tuple[Any, Any, Any]:
    """Find the notebook of an answer, its grade and its comment; None for what is not there."""
    notebook = next((one for one in entry.notebooks if one.name == made.lesson), None)
    grades = book.records.grades(entry).get(made.lesson, {})
    comments = book.records.comments(entry).get(made.lesson, {})
    exercise = made.verdict.exercise
    return notebook, grades.get(CHECK + exercise), comments.get(exercise)
