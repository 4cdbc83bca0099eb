"""Long passages of code that several students have letter for letter, with words of their own.

Short functions of one course are alike by nature. So a passage counts only if it is long, the same
in comments and spaces, and holds words that neither the course nor anybody else in the class uses.
Even then there are good reasons for it: the page asks, and says nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from grader.classroom.judged.messages import vocabulary
from grader.classroom.report.collecting import Class, Person
from grader.exercises import EXERCISES
from grader.reference import Live

LINES = 6
WORDS = 3
MOST_PEOPLE = 5
"""More than these have it from a common source, such as a lecture."""

WORD = re.compile(r"[^\W\d]\w+")


@dataclass(frozen=True)
class Passage:
    """Lines that are the same in the answers of several students, and the words that are odd."""

    exercise: str
    people: tuple[Person, ...]
    lines: tuple[str, ...]
    words: tuple[str, ...]


def passages(about: Class) -> list[Passage]:
    """List what is worth a question, the longest first."""
    found = [passage for name in about.exercises for passage in in_exercise(name, about)]
    order = list(EXERCISES)
    return sorted(found, key=lambda p: (-len(p.lines), order.index(p.exercise), p.lines))


def in_exercise(exercise: str, about: Class) -> list[Passage]:
    people = {answer.person.id: answer.person for answer in about.to(exercise)}
    given = stub_lines(exercise)
    own = {a.person.id: own_lines(a.source, given) for a in about.to(exercise) if a.source}
    users: dict[str, set[str]] = defaultdict(set)
    for id, lines in own.items():
        for word in words_of(lines):
            users[word].add(id)
    found = []
    for ids, lines in shared(own).items():
        odd = [w for w in words_of(lines) if users[w] <= set(ids) and w not in course_words()]
        if len(odd) >= WORDS:
            who = tuple(people[id] for id in ids)
            found.append(Passage(exercise, who, tuple(lines), tuple(odd)))
    return found


def shared(own: Mapping[str, Sequence[str]]) -> dict[tuple[str, ...], list[str]]:
    """Find lines in a row that several have: who -> these lines, as the first of them has them.

    Who is in the order of `own`: that of ids would tell whose numbers a report without names has.
    """
    order = {id: place for place, id in enumerate(own)}
    places: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for id, lines in own.items():
        for window in windows(lines):
            places[window].add(id)
    covered: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for id, lines in own.items():
        for start, window in enumerate(windows(lines)):
            if 1 < len(places[window]) <= MOST_PEOPLE:
                ids = tuple(sorted(places[window], key=lambda id: order[id]))
                covered[ids].update(range(start, start + LINES) if ids[0] == id else ())
    return {ids: [own[ids[0]][n] for n in sorted(at)] for ids, at in covered.items()}


def windows(lines: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(lines[n : n + LINES]) for n in range(len(lines) - LINES + 1)]


def own_lines(source: str, given: frozenset[str]) -> list[str]:
    """Give the lines that a student has written: neither empty nor those of the stub."""
    lines = (line.rstrip() for line in source.split("\n"))
    return [line for line in lines if line.strip() and line.strip() not in given]


@cache
def stub_lines(exercise: str) -> frozenset[str]:
    return frozenset(line.strip() for line in Live().stub(exercise).split("\n"))


def words_of(lines: Iterable[str]) -> list[str]:
    """List the words of some lines, comments included, each once."""
    return list(dict.fromkeys(word for line in lines for word in WORD.findall(line)))


@cache
def course_words() -> frozenset[str]:
    """Gather the words that the course itself uses: in solutions, stubs and docstrings."""
    text = "\n".join(Live().source(name) for name in EXERCISES)
    return vocabulary() | frozenset(WORD.findall(text))
