"""Who needs a look by a human being, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from grader.classroom.report.clusters import Cluster
from grader.classroom.report.collecting import Class, Person, Work
from grader.classroom.report.names import Names
from grader.classroom.shown.feedback_page import duration

NOTHING = "Nothing was handed in."


@dataclass(frozen=True)
class Reason:
    """Why somebody should look, and the groups of answers that it is about."""

    text: str
    ids: tuple[str, ...] = ()


@dataclass(frozen=True)
class Look:
    """One student, what to look at, and the assignments whose pages of feedback show it."""

    person: Person
    reasons: tuple[Reason, ...]
    assignments: tuple[str, ...]


def looks(about: Class, groups: Sequence[Cluster], names: Names) -> list[Look]:
    """List the students that need a look, the most urgent reasons first.

    Parameters
    ----------
    about : Class
    groups : list of Cluster
        The answers without a name.
    names : Names
        Taken out of errors, where the report is anonymous.
    """
    work: dict[str, list[Work]] = defaultdict(list)
    for one in about.work:
        work[one.person.id].append(one)
    theirs: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for group in groups:
        for answer in group.answers:
            text = said_of(group)
            text = names.out_of(text) if about.anonymous else text
            theirs[answer.person.id][text].append(group.id)
    found = []
    for person in about.people:
        handed_in = work[person.id]
        reasons = [r for one in handed_in for r in of_work(one, about.anonymous)]
        reasons += [(2, Reason(text, tuple(ids))) for text, ids in theirs[person.id].items()]
        reasons += [] if handed_in else [(0, Reason(NOTHING))]
        if reasons:
            ordered = sorted(reasons, key=lambda reason: reason[0])
            assignments = tuple(one.assignment for one in handed_in)
            look = Look(person, tuple(reason for _, reason in ordered), assignments)
            found.append((ordered[0][0], look))
    return [look for _, look in sorted(found, key=lambda f: (f[0], f[1].person.label))]


def of_work(work: Work, anonymous: bool) -> Iterator[tuple[int, Reason]]:
    """Give reasons that are not about an answer, each with how urgent it is, 0 the most."""
    for file, message in work.problems:
        text = "A file could not be used." if anonymous else f"{file} could not be used: {message}"
        yield 0, Reason(text)
    if work.signs:
        signs = "" if anonymous else f": {'; '.join(work.signs)}"
        yield 1, Reason(f"Code of {work.assignment} reaches outside of its functions{signs}.")
    for lesson in work.strays:
        yield 3, Reason(f"{lesson} was handed in for {work.assignment}, where it does not belong.")
    if work.late > 0:
        yield 4, Reason(f"{work.assignment} came {duration(int(work.late))} late.")


def said_of(group: Cluster) -> str:
    """Say of a group why an answer of it needs a look, so that the same is said once."""
    if group.example.status == "timeout":
        return "Ran too long"
    return f"Stopped: {group.error.rstrip('.')}" if group.error else "Wrong, without a known cause"
