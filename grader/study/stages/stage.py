"""What a stage is: a part of a computation that shows in some outputs, and how to find it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Stage:
    """One part of what a function computes.

    Attributes
    ----------
    outputs : tuple of str
        Where it shows. It is suspected when all of these are wrong.
    question : str
        A question that leads to it.
    look : str
        A place to look.
    formula : str
        What belongs there, in words or signs.
    reread : str
        Number and heading of the section that explains it.
    """

    outputs: tuple[str, ...]
    question: str
    look: str
    formula: str
    reread: str


def first_wrong(stages: Sequence[Stage], wrong: Collection[str]) -> Stage:
    """Find the earliest stage all of whose outputs are wrong; `wrong` names at least one output."""
    return next(stage for stage in stages if set(stage.outputs) <= set(wrong))


def position(stages: Sequence[Stage], outputs: Collection[str]) -> int:
    """Say how early in the computation the first of some outputs comes about."""
    alone = [stage.outputs[0] for stage in stages if len(stage.outputs) == 1]
    return min(alone.index(output) for output in outputs)
