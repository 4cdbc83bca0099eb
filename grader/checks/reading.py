"""One answer, read once for all checks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from grader.exercise import Answer, Arrays

Problem = tuple[str, str, str]
"""(output, sentence, "wrong" or "missing")"""


@dataclass(frozen=True)
class Reading:
    """An answer, the arrays in it, and what stands where an array should.

    `is_right` says that all its numbers are plainly right; where it is False, they may be, too.
    """

    answer: Answer
    arrays: Arrays = field(default_factory=dict)
    problems: Sequence[Problem] = ()
    is_right: bool = False


Readings = Mapping[str, Reading]
"""By call."""
