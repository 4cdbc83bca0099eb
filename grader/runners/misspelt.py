"""The local name that a learner's NameError must have meant, as Python's own tracebacks say it.

Stricter than Python: names of one letter's difference often mean two gates, so only slips of the
pen count, and never a name that the course has for something else.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from grader.exercise import Cache, Caches
from grader.exercises import EXERCISES

FEWEST_LETTERS = 4


def meant(error: BaseException) -> str:
    """Give "Did you mean: 'dtanh'?" for a name that is a slip of exactly one other; else ""."""
    if type(error) is not NameError:  # one of the learner's own may answer with anything
        return ""
    name, trace = error.name, error.__traceback__
    if type(name) is not str or not trace:
        return ""
    while trace.tb_next:
        trace = trace.tb_next
    if trace.tb_frame.f_code.co_name == "<module>" or name in course_words():
        return ""
    found = [own for own in trace.tb_frame.f_locals if is_slip(name, own)]
    return f"Did you mean: '{found[0]}'?" if len(found) == 1 else ""


def is_slip(written: str, name: str) -> bool:
    """Say whether a name is another one with letters in turn, one too many or one too few, or
    with other capitals or underscores."""
    if min(len(written), len(name)) < FEWEST_LETTERS or written[0] != name[0]:
        return False
    one, other = (word.replace("_", "").lower() for word in (written, name))
    if one == other:
        return True
    shorter, longer = sorted((written, name), key=len)
    return in_turn(written, name) or (
        len(longer) == len(shorter) + 1 and shorter in without_one(longer)
    )


def in_turn(one: str, other: str) -> bool:
    """Say whether two words differ by two letters beside each other that have changed places."""
    places = [k for k, (a, b) in enumerate(zip(one, other, strict=False)) if a != b]
    return (
        len(one) == len(other)
        and len(places) == 2
        and places[1] == places[0] + 1
        and one[places[0]] == other[places[1]]
        and one[places[1]] == other[places[0]]
    )


def without_one(word: str) -> Iterator[str]:
    """Leave out each letter in turn; a number tells two names apart."""
    return (word[:k] + word[k + 1 :] for k, letter in enumerate(word) if letter.isalpha())


@cache
def course_words() -> frozenset[str]:
    """Gather the names that mean something in the course, wherever they are missing."""
    words = {"np", *EXERCISES}
    for exercise in EXERCISES.values():
        words.update(exercise.arguments)
        for layout in exercise.returns:
            words.add(layout.name)
            cell = layout.cell if isinstance(layout, Caches) else layout
            entries = cell.entries if isinstance(cell, Cache) else ()
            words.update(entry.name for entry in entries)
    return frozenset(words)
