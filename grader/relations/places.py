"""The right numbers in the wrong places, or in some places only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import permutations

import numpy as np

from grader.relations.pair import FEWEST, Pair, Relation, everywhere, is_varied

Chosen = Callable[[int], set[int]]
"""How many there are -> which of them."""


def axes_swapped(pair: Pair) -> bool:
    orders = permutations(range(pair.right.ndim))
    next(orders)
    return any(pair.equal(pair.wrong, pair.right.transpose(order)) for order in orders)


def scrambled(pairs: Sequence[Pair]) -> bool:
    """Say that arrays have the right entries, in whatever order.

    Zeros and ones have no places that they can be recognised by.
    """
    varied = sum(is_varied(pair.right) for pair in pairs)
    return varied >= FEWEST and all(same_entries(pair) for pair in pairs)


def same_entries(pair: Pair) -> bool:
    if pair.wrong.size != pair.right.size:
        return False
    return pair.equal(np.sort(pair.wrong, axis=None), np.sort(pair.right, axis=None))


def too_long(pair: Pair) -> bool:
    """Say that the right array is the beginning or the end of the wrong one, along one axis."""
    more = [a - b for a, b in zip(pair.wrong.shape, pair.right.shape, strict=True)]
    if sum(map(bool, more)) != 1 or sum(more) <= 0:
        return False
    axis, length = int(np.argmax(more)), pair.right.shape[int(np.argmax(more))]
    parts = np.take(pair.wrong, range(length), axis), np.take(pair.wrong, range(-length, 0), axis)
    return any(pair.equal(part, pair.right) for part in parts)


def too_short(pair: Pair) -> bool:
    return too_long(Pair(pair.call, pair.right, pair.wrong, pair.close))


def shifted(pairs: Sequence[Pair]) -> bool:
    """Say that every step holds what belongs one step earlier or later."""
    long = [pair for pair in pairs if has_steps(pair)]
    if len(long) < FEWEST or any(pair.wrong.shape != pair.right.shape for pair in long):
        return False
    late = all(pair.equal(pair.wrong[:, :, 1:], pair.right[:, :, :-1]) for pair in long)
    return late or all(pair.equal(pair.wrong[:, :, :-1], pair.right[:, :, 1:]) for pair in long)


def has_steps(pair: Pair) -> bool:
    """Say whether there are steps to tell apart, none of which is zero by right."""
    return (
        pair.right.ndim == 3
        and pair.right.shape[2] > 2
        and bool(np.abs(pair.right).max(axis=(0, 1)).all())
    )


def has_examples(pair: Pair) -> bool:
    """Say whether there are examples to tell apart."""
    wide = pair.right.ndim > 1 and pair.right.shape[1] > 1 and pair.right.shape[1] == pair.examples
    return wide and bool(np.abs(pair.right).any(axis=0).all())


def only(axis: int, can_tell: Callable[[Pair], bool], chosen: Chosen) -> Callable[..., bool]:
    """Say that some entries along an axis are right, all of them, and none of the others."""

    def holds(pairs: Sequence[Pair]) -> bool:
        told = [pair for pair in pairs if can_tell(pair)]
        return len(told) >= FEWEST and all(
            right_along(pair, axis) == chosen(pair.right.shape[axis]) for pair in told
        )

    return holds


def right_along(pair: Pair, axis: int) -> set[int]:
    if pair.wrong.shape != pair.right.shape:
        return set()
    return {
        k
        for k in range(pair.right.shape[axis])
        if pair.equal(np.take(pair.wrong, k, axis), np.take(pair.right, k, axis))
    }


def first(n: int) -> set[int]:
    return {0}


def last(n: int) -> set[int]:
    return {n - 1}


def all_but_first(n: int) -> set[int]:
    return set(range(1, n))


def all_but_last(n: int) -> set[int]:
    return set(range(n - 1))


PLACES = (
    Relation(
        "transposed",
        "{output} is the transpose of what it should be",
        "Which of the two factors belongs on the left: whose rows are the rows of {output}?",
        everywhere(lambda pair: pair.right.ndim == 2 and axes_swapped(pair)),
    ),
    Relation(
        "axes-swapped",
        "{output} has its axes in another order",
        "Which axis of {output} is the time, and where does your code put it?",
        everywhere(lambda pair: pair.right.ndim == 3 and axes_swapped(pair)),
    ),
    Relation(
        "reversed",
        "{output} is right with its steps in the reverse order",
        "Into which slice does your loop write the result of its first turn?",
        everywhere(lambda p: p.right.ndim == 3 and p.equal(p.wrong[:, :, ::-1], p.right)),
    ),
    Relation(
        "shifted",
        "{output} stands one step beside where it belongs",
        "Which index does the step t have in {output}?",
        shifted,
    ),
    Relation(
        "scrambled",
        "{output} holds the right numbers in the wrong places",
        "Does the line that gives {output} its shape keep rows rows and columns columns? `reshape` "
        "counts entries through; it does not move axes.",
        scrambled,
    ),
    Relation(
        "too-long",
        "{output} has the right numbers and more than was asked for",
        "Which part of your array is {output}, and which part belongs to something else?",
        everywhere(too_long),
    ),
    Relation(
        "too-short",
        "{output} has only a part of its numbers, and they are right",
        "Which part of {output} is missing, and which line should make it?",
        everywhere(too_short),
    ),
    Relation(
        "first-step-alone",
        "{output} is right at the first step alone",
        "What does the second step need from the first, and does it get it?",
        only(2, has_steps, first),
    ),
    Relation(
        "last-step-alone",
        "{output} is right at the last step alone",
        "What comes back to the step before the last, and is it added?",
        only(2, has_steps, last),
    ),
    Relation(
        "all-but-first-step",
        "{output} is right at every step but the first",
        "What is different about the first step, and does your loop reach it?",
        only(2, has_steps, all_but_first),
    ),
    Relation(
        "all-but-last-step",
        "{output} is right at every step but the last",
        "What is different about the last step, and does your loop reach it?",
        only(2, has_steps, all_but_last),
    ),
    Relation(
        "first-example-alone",
        "{output} is right for the first example of the batch alone",
        "Which index of your code stands for a single example?",
        only(1, has_examples, first),
    ),
    Relation(
        "last-example-alone",
        "{output} is right for the last example of the batch alone",
        "What is overwritten each time your code comes to the next example?",
        only(1, has_examples, last),
    ),
    Relation(
        "all-but-last-example",
        "{output} is right for all examples of the batch but the last",
        "How many examples does the loop over the batch see?",
        only(1, has_examples, all_but_last),
    ),
    Relation(
        "all-but-first-example",
        "{output} is right for all examples of the batch but the first",
        "At which example does the loop over the batch begin?",
        only(1, has_examples, all_but_first),
    ),
)
