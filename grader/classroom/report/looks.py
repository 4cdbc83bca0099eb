"""Who needs a look by a human being, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from grader.classroom.feedback_page import duration
from grader.classroom.report.clusters import Cluster
from grader.classroom.report.collecting import Class, Person, Work
from grader.classroom.report.names import Names

NOTHING = "Nothing was handed in."


@dataclass(frozen=True)
class Look:
    """One student, what to look at, and the assignments whose pages of feedback show it."""

    person: Person
    reasons: tuple[str, ...]
    assignments: tuple[str, ...]


def looks(about: Class, groups: Sequence[Cluster], names: Names) -> list[Look]:
    """List the students that need a look, the ones with most reasons first.

    Parameters
    ----------
    about : Class
    groups : list of Cluster
        The answers without a name.
    names : Names
        Taken out of errors, where the report is anonymous.
    """
    found = []
    for person in about.people:
        work = [one for one in about.work if one.person == person]
        reasons = [reason for one in work for reason in of_work(one, about.anonymous)]
        reasons += of_answers(person, groups, names if about.anonymous else None)
        if reasons or not work:
            assignments = tuple(one.assignment for one in work)
            found.append(Look(person, tuple(reasons or [NOTHING]), assignments))
    return sorted(found, key=lambda look: (-len(look.reasons), look.person.label))


def of_work(work: Work, anonymous: bool) -> Iterator[str]:
    for file, message in work.problems:
        yield "A file could not be used." if anonymous else f"{file} could not be used: {message}"
    if work.signs:
        signs = "some of it" if anonymous else "; ".join(work.signs)
        yield f"Code of {work.assignment} reaches outside of its functions: {signs}."
    for lesson in work.strays:
        yield f"{lesson} was handed in for {work.assignment}, to which it does not belong."
    if work.late > 0:
        yield f"{work.assignment} came {duration(int(work.late))} late."


def of_answers(person: Person, groups: Sequence[Cluster], names: Names | None) -> Iterator[str]:
    for group in groups:
        if all(answer.person != person for answer in group.answers):
            continue
        error = names.out_of(group.error) if names else group.error
        exercise = f"`{group.example.exercise}`"
        if group.example.status == "timeout":
            yield f"{exercise} ran too long ({group.id})."
        elif group.error:
            yield f"{exercise} stopped: {error.rstrip('.')} ({group.id})."
        else:
            yield f"{exercise} is wrong, and the mistake has no name ({group.id})."
