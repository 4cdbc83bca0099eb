"""What a grade tells of a student's answers: no text that their code has made while it ran.

A student reads the feedback of a grade and may hand in again. An error message, the name of a class
or the shape of an empty array could carry the round's inputs there. So texts are replaced unless
they are sentences of Python's or NumPy's own, and lines of code are taken from the source that was
handed in. In a self-check, whose inputs are public, everything is shown.

Some digits remain: how far off an output is, how large a wrong array, which line failed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

import numpy as np

from grader.classroom.judged.messages import Source, public
from grader.exercise import Answer, Failure, Opaque
from grader.runners.in_process import TOO_LONG
from grader.sandbox.frames import NO_ANSWER, NONSENSE
from grader.submission import Piece

LEFT_OUT = "with a message of its own, which a grade leaves out and a self-check shows"
ANOTHER = "an object of another kind"
ODD_SHAPE = "an array of a shape far from that"
MOST_AXES, LONGEST_SIDE = 4, 999
SEQUENCES = (tuple, list)
FIXED = (TOO_LONG.failure, NO_ANSWER, NONSENSE)


class Discretion:
    """Makes answers fit for a grade; call it with one of them.

    Parameters
    ----------
    pieces : list of Piece
        The student's cells, as they were handed in.
    """

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = pieces

    @cached_property
    def source(self) -> Source:
        return Source(piece.source for piece in self.pieces)

    @cached_property
    def lines(self) -> dict[str, list[str]]:
        """The lines of each cell, by the name that a traceback gives it."""
        return {piece.place[:100]: piece.source.split("\n") for piece in self.pieces}

    def __call__(self, answer: Answer) -> Answer:
        return replace(
            answer,
            value=self.value(answer.value),
            failure=answer.failure and self.failure(answer.failure),
            warning=answer.warning and public(answer.warning, self.source),
        )

    def failure(self, failure: Failure) -> Failure:
        if failure in FIXED:
            return failure
        lines = self.lines.get(failure.place, [])
        is_there = 1 <= failure.line_number <= len(lines)
        line = lines[failure.line_number - 1].strip()[:400] if is_there else ""
        number, place = (failure.line_number, failure.place) if line else (0, "")
        return Failure(failure.kind, self.message(failure.message), line, number, place)

    def message(self, text: str) -> str:
        """Give what `in_process.explain` and its like said, as far as it is nobody's own.

        That is the kind of an error, or that and its text, and before it perhaps what it has left
        undefined.
        """
        undefined = re.fullmatch(r"(\w+) is not defined(?:: (.*))?", text)
        if undefined and self.source.has_word(undefined[1]):
            why = f": {self.message(undefined[2])}" if undefined[2] else ""
            return f"{undefined[1]} is not defined{why}"
        other = re.fullmatch(r"(\w+) is (.*), not a function", text)
        if other and self.source.has_word(other[1]):
            return f"{other[1]} is {self.kind(other[2])}, not a function"
        kind, _, said = text.partition(": ")
        kind = kind if self.source.has_word(kind) else "an error"
        shown = public(said, self.source)
        return f"{kind}: {shown}" if shown else f"{kind}, {LEFT_OUT}" if said else kind

    def value(self, value: Any) -> Any:
        """Replace what would be described in words of the student's, or by long numbers."""
        if isinstance(value, np.ndarray):
            is_odd = value.ndim > MOST_AXES or max(value.shape, default=0) > LONGEST_SIDE
            return Opaque(ODD_SHAPE) if is_odd else value
        if isinstance(value, dict):
            return {key: self.value(item) for key, item in value.items()}
        if isinstance(value, SEQUENCES):
            return type(value)([self.value(item) for item in value])
        if isinstance(value, Opaque):
            return Opaque(self.kind(value.description))
        return value

    def kind(self, description: str) -> str:
        """Keep "an int" and "an array of object", but no name that nobody knows."""
        article, _, name = description.rpartition(" ")
        name = re.sub(r"(?<=[a-z])[0-9\[].*", "", name) if article == "an array of" else name
        is_known = article in ("a", "an", "an array of") and self.source.has_word(name)
        return f"{article} {name}" if is_known else ANOTHER
