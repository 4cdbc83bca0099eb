"""What a cause of an error is: five sentences that cannot be false."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from grader.exercise import Call, Exercise, Failure
from grader.exercises import EXERCISES

Cause = tuple[str, str, str, str, str]
"""(id, title, a question, where to look, what belongs there)"""

Finder = Callable[[Exercise, Call, Failure], Cause | None]
"""Looks for one kind of cause; gives none where the error may have another."""


def as_json(cause: Cause) -> Mapping[str, Any]:
    id, title, question, look, formula = cause
    return {
        "id": id,
        "title": title,
        "outputs": [],
        "hint": question,
        "more": (look, formula),
        "reread": "",
    }


class Beyond(NamedTuple):
    """An index that is too far, on which axis, and how long that is."""

    place: int
    axis: int
    size: int


def beyond(failure: Failure) -> Beyond | None:
    """Read NumPy's error of an index that is too far."""
    said = r"index (\d+) is out of bounds for axis (\d+) with size (\d+)"
    match = re.search(said, failure.message)
    return Beyond(*map(int, match.groups())) if match else None


def results(name: str | None) -> list[str]:
    """Name what an exercise gives back, in order."""
    return [layout.name for layout in EXERCISES[name].returns] if name else []


def takes(name: str) -> str:
    """Write an exercise's arguments, in order."""
    return ", ".join(EXERCISES[name].arguments)
