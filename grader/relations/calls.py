"""Right on some calls alone: with one step, with one example, or where nothing overflows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from grader.exercise import Call
from grader.relations.pair import Pair, Relation, is_varied


def where(chosen: Callable[[Pair], bool]) -> Callable[[Sequence[Pair]], bool]:
    """Say that an output is right on the chosen calls and on none of the others."""

    def holds(pairs: Sequence[Pair]) -> bool:
        told = [pair for pair in pairs if pair.right.any()]
        expected = [chosen(pair) for pair in told]
        return any(expected) and not all(expected) and [pair.is_right for pair in told] == expected

    return holds


def overflows(pairs: Sequence[Pair]) -> bool:
    """Say that an answer is right wherever it is finite; zeros alone do not overflow."""
    finite = [bool(np.isfinite(pair.wrong).all()) for pair in pairs]
    return (
        any(finite)
        and not all(finite)
        and all(
            pair.is_right if is_finite else has_numbers(pair.call)
            for pair, is_finite in zip(pairs, finite, strict=True)
        )
    )


def has_numbers(call: Call) -> bool:
    """Say whether anything but zeros comes in."""
    return any(bool(np.any(arg)) for arg in call.args if isinstance(arg, np.ndarray))


def unchanged(pairs: Sequence[Pair]) -> bool:
    """Say that an answer is that of an earlier call of the same shape with other inputs.

    An answer that is nearly the same everywhere may be so on every call of its own accord.
    """
    repeated = [
        (earlier, later)
        for place, later in enumerate(pairs)
        for earlier in pairs[:place]
        if earlier.right.shape == later.right.shape
        and not later.equal(earlier.right, later.right)
        and all_differ(earlier.call, later.call)
    ]
    return any(is_varied(earlier.wrong) for earlier, _ in repeated) and all(
        later.equal(later.wrong, earlier.wrong) for earlier, later in repeated
    )


def all_differ(one: Call, other: Call) -> bool:
    """Say whether no array of two calls is the same but for its sign, so that neither an unused
    input nor an even function explains much."""
    pairs = [(a, b) for a, b in zip(one.args, other.args, strict=True) if isinstance(a, np.ndarray)]
    return not any(np.array_equal(np.abs(a), np.abs(b)) for a, b in pairs)


CALLS = (
    Relation(
        "overflow",
        "{output} is nan or inf where inputs are large, and right elsewhere",
        "How large does the largest number become on the way to {output}?",
        overflows,
    ),
    Relation(
        "unchanged",
        "{output} is still that of an earlier call",
        "What does your function keep from one call to the next?",
        unchanged,
    ),
    Relation(
        "one-step-alone",
        "{output} is right when the sequence has one step alone",
        "With several steps: what does each of them add to {output}, and is nothing of it lost?",
        where(lambda pair: pair.steps == 1),
    ),
)
