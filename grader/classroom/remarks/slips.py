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
from grader.fingerprint import Fingerprint
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
    prints = {output: from_list(written) for output, written in kept["prints"].items()}
    return Slip(kept["exercise"], kept["round"], kept["error"], prints)


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
