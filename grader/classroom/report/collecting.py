"""Gather what grading has kept of a class, and who is who."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from grader.classroom.judged.round import SECRET, read_secret
from grader.classroom.kept import results
from grader.classroom.kept.restored import entries
from grader.classroom.remarks import remarks
from grader.classroom.remarks.remarks import Remark
from grader.classroom.report.roster import NOBODY, Entry, roster
from grader.exercises import EXERCISES, of_lesson
from grader.fingerprint import Fingerprint
from grader.prints import from_list

MISSED = "was not handed in"
Json = Mapping[str, Any]


@dataclass(frozen=True)
class Person:
    """One student: the id, the name if the gradebook has one, and how the report calls them.

    `others` are further words for them: the beginning of an address, and the id in an LMS.
    """

    id: str
    name: str
    label: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class Answer:
    """What one student has answered to one exercise, and what became of it.

    `outputs` is a status for each; `prints` are those of outputs without a name for their mistake,
    of which `first` says what goes wrong first.
    """

    person: Person
    exercise: str
    status: str
    points: float
    most: float
    message: str = ""
    outputs: Mapping[str, str] = field(default_factory=dict)
    mistakes: tuple[Json, ...] = ()
    prints: Mapping[str, Fingerprint] = field(default_factory=dict)
    first: Json | None = None
    source: str = ""
    round: str = ""

    @property
    def share(self) -> float:
        """The share of the points, or whether it is right where there are none."""
        return self.points / self.most if self.most else float(self.status == "correct")


@dataclass(frozen=True)
class Work:
    """What one student has handed in for one assignment, apart from the answers.

    `problems` are files that could not be used: (file, why). `signs` say what in the code reaches
    outside, and `strays` are notebooks of another assignment.
    """

    person: Person
    assignment: str
    late: float = 0
    problems: tuple[tuple[str, str], ...] = ()
    signs: tuple[str, ...] = ()
    strays: tuple[str, ...] = ()


@dataclass(frozen=True)
class Class:
    """All that a report is made from.

    Attributes
    ----------
    people : tuple of Person
        Also those who have handed in nothing.
    work : tuple of Work
    answers : tuple of Answer
        One for each student who has handed in an assignment and each exercise of it.
    runs : tuple of dict
        Versions and limits, as often as they differ.
    rounds, checks, dates : tuple of str
        Of all files.
    anonymous : bool
    remarks : tuple of Remark
        What the instructor has said on ways to be wrong.
    course : Path
    """

    people: tuple[Person, ...] = ()
    work: tuple[Work, ...] = ()
    answers: tuple[Answer, ...] = ()
    runs: tuple[Json, ...] = ()
    rounds: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    anonymous: bool = False
    remarks: tuple[Remark, ...] = ()
    course: Path = Path()

    @cached_property
    def exercises(self) -> list[str]:
        """The exercises of the assignments that anybody has handed in, in the course's order."""
        there = {answer.exercise for answer in self.answers}
        return [name for name in EXERCISES if name in there]

    def to(self, exercise: str) -> list[Answer]:
        return self.by_exercise[exercise]

    @cached_property
    def by_exercise(self) -> dict[str, list[Answer]]:
        found: dict[str, list[Answer]] = {name: [] for name in EXERCISES}
        for answer in self.answers:
            found[answer.exercise].append(answer)
        return found


def collect(course: Path, anonymous: bool = False) -> Class:
    """Read all results of a course.

    Parameters
    ----------
    course : Path
    anonymous : bool
        Whether students are numbers, in an order that says nothing about their names.

    Raises
    ------
    Unreadable
        If the instructor's comments are there and cannot be read.
    NoAssignment
        If the gradebook is there and cannot be read.
    SecretError
        If the course's secret is there and cannot be used; an anonymous report needs it.
    """
    found = list(results.all_of(course))
    known = roster(course)
    ids = sorted({one["student"] for one in found} | set(known))
    key = shuffling_key(course) if anonymous else b""
    people = {person.id: person for person in named(ids, known, key)}
    order = {id: place for place, id in enumerate(people)}
    found.sort(key=lambda one: order[one["student"]])  # the order of ids would tell whose they are
    kept = [one for result in found for one in entries(result)]
    return Class(
        tuple(people.values()),
        tuple(work(result, people[result["student"]]) for result in found),
        tuple(a for result in found for a in answers(result, people[result["student"]])),
        tuple({repr(result["run"]): result["run"] for result in found}.values()),
        tuple(sorted({one["round"] for one in kept if one["round"]})),
        tuple(sorted({one["checks"] for one in kept})),
        tuple(sorted({one["graded"] for one in kept})),
        anonymous,
        remarks.read(course),
        course,
    )


def named(ids: Iterable[str], known: Mapping[str, Entry], key: bytes) -> list[Person]:
    """Say how each student is called in the report: by name, or by numbers where there is a key.

    Whoever has a list of the class could find out an order that follows from the ids alone.
    """
    if key:
        shuffled = sorted(ids, key=lambda id: shuffling(id, key))
        width = len(str(len(shuffled)))
        labels = {id: f"No. {n:0{width}}" for n, id in enumerate(shuffled, 1)}
        ids = shuffled
    else:
        names = {id: known.get(id, NOBODY)[0] for id in ids}
        labels = {id: f"{name} ({id})" if name else id for id, name in names.items()}
    return [
        Person(id, known.get(id, NOBODY)[0], labels[id], known.get(id, NOBODY)[1]) for id in ids
    ]


def shuffling_key(course: Path) -> bytes:
    """Give what the order of numbers follows from; without a secret it is another one each time."""
    path = course / SECRET
    return read_secret(path) if path.is_file() else secrets.token_bytes()


def shuffling(id: str, key: bytes) -> bytes:
    return hmac.digest(key, f"report\n{id}".encode("utf-8", "replace"), "sha256")


def answers(result: Json, person: Person) -> list[Answer]:
    """Give the answers to all exercises of an assignment; what is not there was not handed in."""
    found = []
    for lesson in result["lessons"]:
        kept = result["notebooks"].get(lesson)
        for exercise in of_lesson(lesson):
            one = kept["exercises"].get(exercise.name) if kept else None
            found.append(
                answer(person, exercise.name, one, kept["round"])
                if one and kept
                else Answer(person, exercise.name, "missing", 0.0, exercise.points, MISSED)
            )
    return found


def answer(person: Person, exercise: str, one: Json, round: str) -> Answer:
    return Answer(
        person,
        exercise,
        one["status"],
        one["points"],
        one["max_points"],
        one["message"],
        {name: output["status"] for name, output in one["outputs"].items()},
        tuple(one["mistakes"]),
        {output: from_list(print_) for output, print_ in one["prints"].items()},
        one["first"],
        one["source"],
        round,
    )


def work(result: Json, person: Person) -> Work:
    kept = result["notebooks"]
    signs = dict.fromkeys(sign for one in kept.values() for sign in one["signs"])
    return Work(
        person,
        result["assignment"],
        result["late"],
        tuple((one["file"], one["message"]) for one in entries(result) if one["message"]),
        tuple(signs),
        tuple(lesson for lesson in kept if lesson not in result["lessons"]),
    )
