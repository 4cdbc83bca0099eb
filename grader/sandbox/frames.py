"""What comes out of the sandbox, made into what judging knows; nothing in it is believed.

Frames are plain values already (`wire.Reader`). Here each part has to be what belongs in its place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from grader.exercise import Answer, Failure, Plan
from grader.exercises import EXERCISES

KINDS = ("crashed", "timeout", "missing")
NO_ANSWER = Failure("crashed", "no answer came")
NONSENSE = Failure("crashed", "what it gave back is no answer")


@dataclass(frozen=True)
class Described:
    """What a submission holds, as the sandbox has found before any of it ran."""

    expected: tuple[str, ...]
    broken: Mapping[str, str]
    own_tools: bool
    defined: tuple[str, ...]
    untouched: tuple[str, ...]

    def defines(self, name: str) -> bool:
        return name in self.defined

    def is_untouched(self, name: str, stub: str) -> bool:
        return name in self.untouched


def described(frame: Any) -> Described | None:
    """Read a description strictly, too, although nothing of the student's ran before it came."""
    names = ("expected", "broken", "own_tools", "defined", "untouched")
    if type(frame) is not dict or set(frame) != set(names):
        return None
    expected, broken, own_tools, defined, untouched = parts = [frame[name] for name in names]
    if [type(part) for part in parts] != [list, dict, bool, list, list]:
        return None
    words = [*expected, *broken.values(), *defined, *untouched]
    if not all(type(word) is str for word in words) or not EXERCISES.keys() >= set(expected):
        return None
    return Described(tuple(expected), broken, own_tools, tuple(defined), tuple(untouched))


def answers_in(listed: Any, plan: Plan, some: bool = False) -> dict[str, Answer]:
    """Take the answers out of a frame; for a call without one, say so."""
    found: dict[str, Answer] = {}
    for item in listed if isinstance(listed, list) else []:
        if isinstance(item, list) and len(item) == 2 and in_words(item[0]) in plan.calls:
            found[item[0]] = answer_in(item[1], plan)
    if some and not found:
        return {}
    nothing = Answer(failure=NO_ANSWER)
    return {name: found.get(name, nothing) for name in plan.calls}


def answer_in(item: Any, plan: Plan) -> Answer:
    if not isinstance(item, list) or len(item) != 4:
        return Answer(failure=NONSENSE)
    value, failed, changed, warning = item
    named = {in_words(name) for name in changed} if isinstance(changed, list) else ()
    return Answer(
        value,
        failure_in(failed),
        tuple(name for name in plan.exercise.arguments if name in named),
        warning[:200] if isinstance(warning, str) else "",
    )


def in_words(value: Any) -> str:
    """Give text as it is, and nothing for the rest: arrays and lists cannot be looked up."""
    return value if isinstance(value, str) else ""


def failure_in(failed: Any) -> Failure | None:
    if failed is None:
        return None
    if (
        not isinstance(failed, list)
        or len(failed) != 5
        or not all(isinstance(part, str) for part in (*failed[:3], failed[4]))
        or failed[0] not in KINDS
        or type(failed[3]) is not int
    ):
        return NONSENSE
    kind, message, line, number, place = failed
    return Failure(kind, message[:400], line[:400], number, place[:100])
