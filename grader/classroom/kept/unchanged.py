"""What need not be graded or written again: the same file, the same checks, the same cases."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from grader.classroom.gradebook.book import Book
from grader.classroom.gradebook.marking import comment_on
from grader.classroom.handed_in.intake import File, Place, read_all
from grader.classroom.judged.grading import Graded
from grader.classroom.judged.round import Round
from grader.classroom.kept import results
from grader.classroom.kept.key import key
from grader.classroom.kept.restored import entries, find, handed_in, may_stand, restore
from grader.classroom.kept.results import Json
from grader.classroom.shown import autograded, feedback
from grader.classroom.task import About, Outcome
from grader.submission import Piece, Unusable, cells


@dataclass(frozen=True)
class Standing:
    """What an earlier run has found of a student's assignment, as far as it holds.

    Attributes
    ----------
    labels : tuple of str
        Of all files, in order.
    graded : tuple of Graded
        Of those that have not changed.
    is_all_there_was : bool
        Whether nothing else was handed in then, nor too late.
    tries : dict
        Key of a file -> how often it was graded.
    """

    labels: tuple[str, ...] = ()
    graded: tuple[Graded, ...] = ()
    is_all_there_was: bool = False
    tries: Mapping[str, int] = field(default_factory=dict)

    @property
    def is_complete(self) -> bool:
        return bool(self.labels) and len(self.graded) == len(self.labels)

    def is_left(self, file: File) -> bool:
        """Say whether a file is still to be graded."""
        return all(one.file.label != file.label for one in self.graded)

    def completed(self, new: Sequence[Graded]) -> tuple[Graded, ...]:
        """Put what was found then and now in the order of the files."""
        place = {label: number for number, label in enumerate(self.labels)}
        again = (replace(one, tries=self.tries.get(one.key, 0) + 1) for one in new)
        found = (*self.graded, *again)
        return tuple(sorted(found, key=lambda one: place.get(one.file.label, len(place))))


def standing(about: About, own: Sequence[Place], cases: Round, course: Path) -> Standing:
    """Find what stands of an earlier run; nothing where there was none.

    Parameters
    ----------
    about : (student, assignment)
    own : list of Place
        Where lies what was handed in.
    cases : Round
    course : Path
    """
    kept = results.read(results.place(course, *about))
    if not kept:
        return Standing()
    files = [(file, unchanged(file, kept, cases)) for file in read_all(own)]
    labels = tuple(file.label for file, _ in files)
    changed = {file.label for file, one in files if one is None}  # two may be called the same
    graded = tuple(one for file, one in files if one and file.label not in changed)
    known = sorted((one.file.label, one.key) for one in graded)
    tries = {entry["key"]: entry["tries"] for entry in entries(kept)}
    same = known == sorted(handed_in(kept)) and not kept["late"]
    return Standing(labels, graded, same, tries)


def unchanged(file: File, kept: Json, cases: Round) -> Graded | None:
    pieces = pieces_of(file)
    entry = find(kept, file, key(file, pieces, cases))
    one = restore(entry, file, pieces) if entry else None
    return one if one and may_stand(one) else None


def pieces_of(file: File) -> list[Piece]:
    try:
        return [] if file.problem else cells(file.name, file.content)
    except Unusable:
        return []


def is_written(found: Outcome, book: Book, whole: bool) -> bool:
    """Say whether all that an instructor opens is there, and says just this.

    Parameters
    ----------
    found : Outcome
    book : Book
    whole : bool
        Whether a notebook that is not there was not handed in, and brings nothing.
    """
    is_there = feedback.place(book.course, *found.about).is_file()
    entry = book.records.find(found.assignment, found.student) if is_there else None
    if entry is None:
        return False
    return (
        book.holds(entry, found.points(book.points(found.assignment) or {}, whole))
        and says(found, entry, book)
        and (not whole or is_shown(found, entry, book))
        and autograded.is_kept(book.course, *found.about, found.counted, whole)
    )


def says(found: Outcome, entry: Any, book: Book) -> bool:
    """Say whether the automatic comments are those that would be written: nbgrader may have emptied
    them, and the instructor may have said more since."""
    held, remarked = book.records.comments(entry), book.remarked()
    return all(
        held[lesson][verdict.exercise].auto_comment == comment_on(verdict, one, remarked)
        for lesson, one in found.counted.items()
        for verdict in one.verdicts_on(lesson)
        if verdict.exercise in held.get(lesson, {})
    )


def is_shown(found: Outcome, entry: Any, book: Book) -> bool:
    """Say whether the page of feedback is as it would be made, such as with points by hand."""
    page = feedback.page(book, entry, found.counted)
    return feedback.place(book.course, *found.about).read_bytes() == page
