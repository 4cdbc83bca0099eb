"""Wrong answers whose mistake has no name, put together where their wrong numbers are the same.

However they are written, answers with equal prints on the cases of a round make the same mistake,
and one comment is enough for them. Those that stop with the same error stand together, too.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from grader.checks.values import TOLERANCE
from grader.classroom.report.collecting import Answer, Class, Json
from grader.exercises import EXERCISES

SHORTEST = 4
DIGITS = 2
"""Digits of a print's sums that go into an id; two runs of the same code agree in far more."""

TOO_LONG = "ran too long"


@dataclass(frozen=True)
class Cluster:
    """Answers that are wrong in the same way.

    Attributes
    ----------
    id : str
        Such as "lstm_backward-3f2a": the same whenever the class is graded on the same cases.
    answers : tuple of Answer
        The first one, the shortest, stands for all.
    error : str
        What stops them; "" if they give numbers.
    """

    id: str
    answers: tuple[Answer, ...]
    error: str = ""

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
    groups: list[list[Answer]] = []
    for answer in simplest:
        for group in groups:
            if are_alike(group[0], answer):
                group.append(answer)
                break
        else:
            groups.append([answer])
    named = zip(ids(group[0] for group in groups), groups, strict=True)
    found = [Cluster(id, tuple(group), error(group[0])) for id, group in named]
    return sorted(found, key=lambda c: (-len(c.answers), order.index(c.example.exercise), c.id))


def are_alike(one: Answer, other: Answer) -> bool:
    """Say whether two answers are wrong in the same way."""
    if (one.exercise, error(one)) != (other.exercise, error(other)):
        return False
    if error(one):
        return True
    same = one.round == other.round and one.prints.keys() == other.prints.keys()
    return same and all(p.is_like(other.prints[o], TOLERANCE) for o, p in one.prints.items())


def error(answer: Answer) -> str:
    """Say what stops an answer, without where in the file that is; "" if nothing does."""
    if answer.status == "timeout":
        return TOO_LONG
    if answer.status != "crashed":
        return ""
    said = answer.message.split("\n")[0]
    return re.sub(r"(^not valid Python: )code cell \d+: (line \d+: )?", r"\1", said)


def ids(answers: Iterable[Answer]) -> Iterator[str]:
    """Give each its id: the exercise, and as many signs of a digest as tell it from the others."""
    taken: set[str] = set()
    for answer in answers:
        known = digest(answer)
        tried = (f"{answer.exercise}-{known[:n]}" for n in range(SHORTEST, len(known) + 1))
        numbered = (f"{answer.exercise}-{known}-{n}" for n in range(2, len(taken) + 3))
        id = next(id for names in (tried, numbered) for id in names if id not in taken)
        taken.add(id)
        yield id


def digest(answer: Answer) -> str:
    prints = [
        (output, print_.form, [round(number, DIGITS) + 0.0 for number in print_.sums])
        for output, print_ in sorted(answer.prints.items())
    ]
    said = repr((error(answer) or prints, answer.exercise))
    return hashlib.blake2b(said.encode("utf-8", "replace"), digest_size=8).hexdigest()
