"""Which mistakes a class makes: named ones counted by exercise and id, joined over outputs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from grader.classroom.report.collecting import Answer, Class, Json, Person
from grader.exercises import EXERCISES
from grader.said_once import said_once


@dataclass(frozen=True)
class Made:
    """One mistake in one exercise, and who has made it.

    Attributes
    ----------
    exercise, id, title : str
    hints : tuple of str
        A question, a place to look, what belongs there.
    reread : str
        The section that explains it.
    outputs : tuple of (str, int)
        Where it shows, and in how many answers.
    people : tuple of Person
    of : int
        How many answers to the exercise there are.
    example : str
        The shortest answer with it, as the student wrote it.
    """

    exercise: str
    id: str
    title: str
    hints: tuple[str, ...]
    reread: str
    outputs: tuple[tuple[str, int], ...]
    people: tuple[Person, ...]
    of: int
    example: str


def ranked(about: Class) -> list[Made]:
    """List the mistakes of a class, the most frequent first, then in the course's order."""
    found: dict[tuple[str, str], list[tuple[Answer, Json]]] = {}
    for answer in about.answers:
        for mistake in answer.mistakes:
            found.setdefault((answer.exercise, mistake["id"]), []).append((answer, mistake))
    order = list(EXERCISES)
    made = [joined(exercise, id, seen, about) for (exercise, id), seen in found.items()]
    return sorted(made, key=lambda m: (-len(m.people), order.index(m.exercise), m.id))


def joined(exercise: str, id: str, seen: Sequence[tuple[Answer, Json]], about: Class) -> Made:
    """Put together what was said of one mistake in several answers."""
    titles = Counter(mistake["title"] for _, mistake in seen)
    by_title = {mistake["title"]: mistake for _, mistake in seen}
    frequent = [by_title[title] for title, _ in titles.most_common()]
    once = said_once(frequent)
    title = once[0]["title"] if len(once) == 1 else frequent[0]["title"]
    outputs = Counter(output for _, mistake in seen for output in set(mistake["outputs"]))
    people = {answer.person.id: answer.person for answer, _ in seen}
    return Made(
        exercise,
        id,
        title,
        (frequent[0]["hint"], *frequent[0]["more"]),
        frequent[0]["reread"],
        tuple(sorted(outputs.items(), key=lambda item: (-item[1], item[0]))),
        tuple(people.values()),
        len(about.to(exercise)),
        clearest([answer for answer, _ in seen]),
    )


def clearest(answers: Sequence[Answer]) -> str:
    """Choose the source that shows a mistake best: no other mistake in it, and short."""
    there = [answer for answer in answers if answer.source]
    plain = min(there, key=lambda a: (len(a.mistakes), len(a.source), a.source), default=None)
    return plain.source if plain else ""
