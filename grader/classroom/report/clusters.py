"""Wrong answers whose mistake has no name, put together where their wrong numbers are the same.

However they are written, answers with equal prints on the cases of a round make the same mistake,
and one comment is enough for them. Those that stop with the same error stand together, too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from grader.classroom.remarks.slips import TOO_LONG, Slip, error
from grader.classroom.report.collecting import Answer, Class, Json
from grader.exercises import EXERCISES

SHORTEST = 4
DIGITS = 2
"""Digits of a print's sums that go into an id; two runs of the same code agree in far more."""


@dataclass(frozen=True)
class Cluster:
    """Answers that are wrong in the same way.

    Attributes
    ----------
    id : str
        Such as "lstm_backward-3f2a": the same whenever the class is graded on the same cases.
    answers : tuple of Answer
        The first one, the shortest, stands for all.
    slip : Slip
        Which way that is.
    """

    id: str
    answers: tuple[Answer, ...]
    slip: Slip

    @property
    def error(self) -> str:
        """What stops them; "" if they give numbers."""
        return self.slip.error

    @property
    def example(self) -> Answer:
        return self.answers[0]

    @property
    def first(self) -> Json:
        return self.example.first or {"title": "", "hints": [], "reread": ""}

    def outputs(self, is_right: bool) -> list[str]:
        """List the outputs that are right, or those that are not, in the representative."""
        found = self.example.outputs.items()
        return [name for name, status in found if (status == "right") == is_right]


def clusters(about: Class) -> list[Cluster]:
    """Put the nameless answers of a class together, the largest clusters first."""
    order = list(EXERCISES)
    nameless = (answer for answer in about.answers if answer.first)
    simplest = sorted(nameless, key=lambda a: (order.index(a.exercise), len(a.source), a.source))
    groups: list[tuple[Slip, list[Answer]]] = []
    for answer in simplest:
        own = slip(answer)
        for known, group in groups:
            if known.is_like(own):
                group.append(answer)
                break
        else:
            groups.append((own, [answer]))
    named = zip(ids(known for known, _ in groups), groups, strict=True)
    found = [Cluster(id, tuple(group), known) for id, (known, group) in named]
    return sorted(found, key=lambda c: (-len(c.answers), order.index(c.example.exercise), c.id))


def by_cause(groups: Iterable[Cluster]) -> list[tuple[Cluster, ...]]:
    """Put clusters together where one error stops several functions of the same people.

    Such as a line above all functions that fails. Endless loops stay apart: each is its own.
    """
    found: dict[object, list[Cluster]] = {}
    for number, group in enumerate(groups):
        people = frozenset(answer.person.id for answer in group.answers)
        is_shared = group.error and group.error != TOO_LONG
        found.setdefault((group.error, people) if is_shared else number, []).append(group)
    return [tuple(same) for same in found.values()]


def slip(answer: Answer) -> Slip:
    """Say in which way an answer without a name is wrong."""
    stopped = error(answer.status, answer.message)
    return Slip(answer.exercise, answer.round, stopped, answer.prints)


def ids(slips: Iterable[Slip]) -> Iterator[str]:
    """Give each its id: the exercise, and as many signs of a digest as tell it from the others."""
    taken: set[str] = set()
    for one in slips:
        known = digest(one)
        tried = (f"{one.exercise}-{known[:n]}" for n in range(SHORTEST, len(known) + 1))
        numbered = (f"{one.exercise}-{known}-{n}" for n in range(2, len(taken) + 3))
        id = next(id for names in (tried, numbered) for id in names if id not in taken)
        taken.add(id)
        yield id


def digest(slip: Slip) -> str:
    prints = [
        (output, print_.form, [round(number, DIGITS) + 0.0 for number in print_.sums])
        for output, print_ in sorted(slip.prints.items())
    ]
    said = repr((slip.error or prints, slip.exercise))
    return hashlib.blake2b(said.encode("utf-8", "replace"), digest_size=8).hexdigest()
