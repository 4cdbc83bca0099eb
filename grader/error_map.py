"""Where in a wrong array the wrong entries are, as data for a picture."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ErrorMap:
    """Which entries of an output are wrong on the first call where that tells something.

    Attributes
    ----------
    output : str
    says : str
        Where they are on every call, if there is a word for it, else "".
    shares : tuple of tuple of float
        By row and column, from 0 (right) to 1 (wrong). Of an array with steps the columns are the
        steps, and an entry is the share of examples that are wrong.
    columns : str
        What the columns are: the second letter of the shape, or "T_x".
    split : int
        After how many columns those of a⟨t-1⟩ end and those of x⟨t⟩ begin; 0 if there are no two.
    """

    output: str
    says: str
    shares: tuple[tuple[float, ...], ...]
    columns: str
    split: int = 0
