"""What tells a wrong answer whose mistake has no name from others, and when two are the same.

The report puts a class's answers together by it, and a comment on one finds the others by it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from grader.checks.values import TOLERANCE
from grader.classroom.judged.grading import Graded
from grader.classroom.kept.prints import is_nameless
from grader.exercises import EXERCISES
from grader.fingerprint import STEPS, Fingerprint
from grader.prints import as_list, from_list
from grader.verdict import Verdict

TOO_LONG = "ran too long"
PLACE = re.compile(r"(^not valid Python: )code cell \d+: (line \d+: )?")


@dataclass(frozen=True)
class Slip:
    """One way to be wrong.

    Attributes
    ----------
    exercise : str
    round : str
        On which cases; prints of another round cannot be compared.
    error : str
        What stops the function; "" if it gives numbers.
    prints : dict
        Output -> the print of its wrong numbers.
    """

    exercise: str
    round: str
    error: str
    prints: Mapping[str, Fingerprint]

    def is_like(self, other: Slip) -> bool:
        """Say whether two are the same: they stop with one error, or give one set of numbers."""
        if (self.exercise, self.error) != (other.exercise, other.error):
            return False
        if self.error:
            return True
        same = self.round == other.round and self.prints.keys() == other.prints.keys()
        return same and all(p.is_like(other.prints[o], TOLERANCE) for o, p in self.prints.items())

    def to_json(self) -> dict[str, Any]:
        return {
            "exercise": self.exercise,
            "round": self.round,
            "error": self.error,
            "prints": {output: as_list(print_) for output, print_ in self.prints.items()},
        }


def from_json(kept: Mapping[str, Any]) -> Slip:
    """Read a slip of which a person may have written some.

    Raises
    ------
    ValueError, KeyError, TypeError
        If something in it is not what belongs there. Else a class would meet it midway.
    """
    if kept["exercise"] not in EXERCISES or not isinstance(kept["prints"], dict):
        raise ValueError("it is about no exercise, or prints are missing")
    prints = {output: print_of(written) for output, written in kept["prints"].items()}
    return Slip(kept["exercise"], in_words(kept["round"]), in_words(kept["error"]), prints)


def print_of(written: Any) -> Fingerprint:
    form, entries, *sums = written
    numbers = type(entries) is int and entries >= 0 and {*map(type, sums)} <= {int, float}
    if not (numbers and len(sums) in (0, len(STEPS))):
        raise ValueError("a print is damaged")
    return from_list([in_words(form), entries, *sums])


def in_words(value: Any) -> str:
    """Take text that can be written anywhere.

    Raises
    ------
    ValueError
        If it is none.
    """
    if not isinstance(value, str):
        raise ValueError(f"{value!r} stands where words belong")
    value.encode()
    return value


def slip_of(verdict: Verdict, one: Graded) -> Slip | None:
    """Say in which way an answer is wrong; nothing if it is right, or its mistake has a name."""
    if not is_nameless(verdict):
        return None
    stopped = error(verdict.status, verdict.message)
    return Slip(verdict.exercise, one.round, stopped, one.prints.get(verdict.exercise, {}))


def error(status: str, message: str) -> str:
    """Say what stops an answer, without where in the file that is; "" if nothing does."""
    if status == "timeout":
        return TOO_LONG
    return PLACE.sub(r"\1", message.split("\n")[0]) if status == "crashed" else ""
