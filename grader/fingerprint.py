"""A wrong output in a few numbers: enough to recognise it, too little to read it back.

Known mistakes are recognised by these prints, so that they can be kept in a small file where the
solutions are not.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from grader.checks.contract import UNREAD
from grader.checks.reading import Problem
from grader.checks.values import SMALLEST_SIZE
from grader.exercise import Arrays, Exercise

STEPS = np.sqrt([2.0, 3.0, 5.0, 7.0])
SLACK = 4.0
MOST_ENTRIES = 50_000

Seen = tuple[Arrays, Sequence[Problem]]
"""The arrays of one answer, and whatever stands where an array should."""


@dataclass(frozen=True)
class Fingerprint:
    """What one output came to on one call.

    Attributes
    ----------
    form : str
        Digest of what must agree exactly: shapes, entries that are no finite number, faults.
    sums : tuple of float
        Weighted sums over all entries, each array measured by its largest entry.
    entries : int
        How many numbers went into a sum, from which follows how far rounding may move it.
    """

    form: str
    sums: tuple[float, ...]
    entries: int

    def is_like(self, other: Fingerprint, close: float) -> bool:
        """Say whether two outputs are the same up to `close`, relative to their largest entries."""
        room = SLACK * close * self.entries**0.5
        return self.form == other.form and all(
            abs(a - b) <= room for a, b in zip(self.sums, other.sums, strict=True)
        )


def take(exercise: Exercise, seen: Seen, output: str) -> Fingerprint:
    """Take the print of one output of an answer.

    Parameters
    ----------
    exercise : Exercise
    seen : (dict, list)
        What `contract.read` found in the answer.
    output : str
        Such as "dWax" or "cache.ft"; "cache" stands for its entries, too.
    """
    arrays, problems = seen
    if any(name == output and message.startswith(UNREAD) for name, message, _ in problems):
        output = output.partition(".")[0]  # an entry that nobody could read is known by the whole
    own = {p: a for p, a in arrays.items() if belongs(exercise.output(p), output)}
    if sum(array.size for array in own.values()) > MOST_ENTRIES:
        return Fingerprint("far more than any known mistake gives", (), 0)
    form: list[object] = [p for p in problems if belongs(p[0], output)]
    parts: list[np.ndarray] = []
    for path in sorted(own, key=str):
        array = own[path].astype(np.float64)
        odd = ~np.isfinite(array)
        form.append((path, array.shape, [repr(x) for x in array[odd]], np.flatnonzero(odd)))
        array[odd] = 0
        size = max(float(np.abs(array).max(initial=0)), SMALLEST_SIZE)
        parts += [array.ravel() / size, np.log([size])]
    entries = np.concatenate(parts) if parts else np.zeros(0)
    digest = hashlib.blake2b(repr(form).encode(), digest_size=8).hexdigest()
    return Fingerprint(digest, tuple((weights(entries.size) @ entries).tolist()), entries.size)


def combined(prints: Sequence[tuple[Fingerprint, float]]) -> Fingerprint:
    """Make one print of those of several calls.

    Parameters
    ----------
    prints : list of (Fingerprint, float)
        Each with a factor for its sums, below 1 where a call is less exact than the others.
    """
    forms = "".join(print_.form for print_, _ in prints)
    sums = np.zeros(len(STEPS))
    room = 0.0
    for (print_, factor), spread in zip(prints, 1.5 + weights(len(prints))[0] / 2, strict=True):
        if not print_.sums:
            return print_
        sums += spread * factor * np.array(print_.sums)
        room += spread * print_.entries**0.5
    digest = hashlib.blake2b(forms.encode(), digest_size=8).hexdigest()
    return Fingerprint(digest, tuple(sums.tolist()), math.ceil(room**2))


def belongs(name: str, output: str) -> bool:
    return name == output or name.startswith(f"{output}.")


@lru_cache(maxsize=256)
def weights(count: int) -> np.ndarray:
    """Spread numbers from -1 to 1 over the entries, the same with every version of NumPy.

    Fractional parts of multiples of a square root never repeat and prefer no value.
    """
    sums: np.ndarray = 2 * np.modf(np.outer(STEPS, np.arange(1, count + 1)))[0] - 1
    return sums
