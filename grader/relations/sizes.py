"""Right but for a factor: the negative, the mean for the sum, twice."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from grader.relations.pair import Pair, Relation, everywhere

SUMS = "d[Wb].*"
"""Gradients that are summed over the examples, and over the steps where there are any."""


def is_zero(pairs: Sequence[Pair]) -> bool:
    return all(not pair.wrong.any() for pair in pairs) and any(pair.right.any() for pair in pairs)


def factor(of: Callable[[Pair], float]) -> Callable[[Sequence[Pair]], bool]:
    """Say that all is right but for a factor that depends on the call, and is not always 1."""

    def holds(pairs: Sequence[Pair]) -> bool:
        factors = {of(pair) for pair in pairs}
        return len(factors) > 1 and all(
            pair.equal(pair.wrong, of(pair) * pair.right) for pair in pairs
        )

    return holds


SIZES = (
    Relation(
        "all-zero",
        "{output} is zero everywhere",
        "Is {output} ever written to after it was made with zeros?",
        is_zero,
    ),
    Relation(
        "negative",
        "{output} is the negative of what it should be",
        "Which of the factors of {output} has the wrong sign?",
        everywhere(lambda pair: pair.equal(-pair.wrong, pair.right)),
    ),
    Relation(
        "times-m",
        "{output} is m times what it should be",
        "How often does the number of examples go into {output}?",
        factor(lambda pair: float(pair.examples)),
    ),
    Relation(
        "divided-by-m",
        "{output} is divided by m, a mean where a sum belongs",
        "Where does the 1/m stand: in the loss, or once more in your gradient?",
        factor(lambda pair: 1 / pair.examples),
        of=SUMS,
    ),
    Relation(
        "m-below",
        "{output} is divided by m",
        "Where does the 1/m stand: in the loss, or once more on the way to {output}?",
        factor(lambda pair: 1 / pair.examples),
    ),
    Relation(
        "times-T_x",
        "{output} is T_x times what it should be",
        "How often does the number of steps go into {output}?",
        factor(lambda pair: float(pair.steps or 1)),
    ),
    Relation(
        "divided-by-T_x",
        "{output} is divided by T_x, a mean over the steps where a sum belongs",
        "Every step adds its share to {output}: what is done with the sum?",
        factor(lambda pair: 1 / (pair.steps or 1)),
        of=SUMS,
    ),
    Relation(
        "T_x-below",
        "{output} is divided by T_x",
        "No formula for {output} divides by the number of steps: which line on the way to it does?",
        factor(lambda pair: 1 / (pair.steps or 1)),
    ),
    Relation(
        "twice",
        "{output} is twice what it should be",
        "What is added to {output} twice?",
        everywhere(lambda pair: pair.equal(pair.wrong, 2 * pair.right)),
    ),
    Relation(
        "half",
        "{output} is half of what it should be",
        "Which factor 1/2 does {output} have that no formula asks for?",
        everywhere(lambda pair: pair.equal(2 * pair.wrong, pair.right)),
    ),
)
