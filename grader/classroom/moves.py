"""Whose grade would move: what was judged now, against what the gradebook holds."""

from __future__ import annotations

from collections.abc import Iterator

from grader.classroom.gradebook.book import Book
from grader.classroom.gradebook.marking import is_same
from grader.classroom.task import Move, Outcome


def moves(outcome: Outcome, book: Book, whole: bool) -> Iterator[Move]:
    """Give every exercise whose points would be others in the gradebook.

    Parameters
    ----------
    outcome : Outcome
    book : Book
    whole : bool
        Whether a notebook that is not there was not handed in, and brings nothing.
    """
    held = book.held(*outcome.about)
    worth = book.points(outcome.assignment) or {}
    for name, after in outcome.points(worth, whole).items():
        before, by_hand = held.get(name, (None, False))
        if not is_same(before, after):
            yield Move(name, before, after, by_hand)
