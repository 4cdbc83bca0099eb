"""What need not be graded again: the same files, the same checks, the same cases, all written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from grader.classroom import autograded, feedback, results
from grader.classroom.gradebook import Book
from grader.classroom.intake import File, Place, read_all
from grader.classroom.key import key
from grader.classroom.results import Json
from grader.classroom.round import Round
from grader.classroom.task import Outcome
from grader.submission import Unusable, cells


def standing(
    about: tuple[str, str], own: Sequence[Place], cases: Round, book: Book, whole: bool
) -> Outcome | None:
    """Give what stands of an earlier run; None if a student's assignment has to be graded.

    Parameters
    ----------
    about : (student, assignment)
    own : list of Place
        Where lies what was handed in.
    cases : Round
    book : Book
    whole : bool
        Whether a notebook that is not among them was not handed in.
    """
    kept = results.read(results.place(book.course, *about))
    if not kept or not all(may_stand(one) for one in everything(kept)):
        return None
    keys = {one["file"]: one["key"] for one in everything(kept)}
    found = {file.label: key_of(file, cases) for file in read_all(own)}
    if found != keys and (whole or not found.items() <= keys.items()):
        return None
    points = {
        name: exercise["points"]
        for notebook in kept["notebooks"].values()
        for name, exercise in notebook["exercises"].items()
    }
    if not (is_written(kept, book) and book.holds(*about, points)):
        return None
    return Outcome(*about, (), {}, unchanged=True)


def everything(kept: Json) -> Iterator[Json]:
    yield from kept["notebooks"].values()
    yield from kept["others"]


def may_stand(one: Json) -> bool:
    """Say whether a file's grade depends on nothing but the file, not on a clock or a fault."""
    exercises = one.get("exercises", {}).values()
    return not one["failed"] and not any(e["status"] == "timeout" for e in exercises)


def key_of(file: File, cases: Round) -> str:
    try:
        pieces = [] if file.problem else cells(file.name, file.content)
    except Unusable:
        pieces = []
    return key(file, pieces, cases)


def is_written(kept: Json, book: Book) -> bool:
    """Say whether everything is there that an instructor opens."""
    student, assignment = kept["student"], kept["assignment"]
    folder = autograded.place(book.course, student, assignment)
    pages = [feedback.place(book.course, student, assignment)]
    pages += [folder / f"{lesson}.ipynb" for lesson in kept["notebooks"]]
    return all(page.is_file() for page in pages)
