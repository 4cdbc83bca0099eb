"""Known mistakes in `numerical_gradient`: other ways from two values to a slope."""

from functools import partial

from solutions.mistakes.mistake import Mistake
from solutions.mistakes.numerical_gradient import ALL, SLOPE

mistake = partial(Mistake, of="numerical_gradient")

MISTAKES = (
    *(
        mistake(
            id,
            family=family,
            old="(above - below) / (2 * h)",
            new=new,
            title=title,
            hints=(
                "What should your function give for f(x) = x³ at x = 1, and what does it give?",
                "Look at the one line in which the slope is computed.",
                "Central: f at x + h minus f at x - h, all of it divided by 2h.",
            ),
            reread=SLOPE,
            spoils=ALL,
        )
        for id, family, new, title in (
            (
                "backward-difference",
                "term",
                "(f(x) - below) / h",
                "the slope is measured on the lower side only",
            ),
            (
                "above-plus-below",
                "sign",
                "(above + below) / (2 * h)",
                "the two values of f are added instead of subtracted",
            ),
            (
                "sign-lost",
                "sign",
                "abs(above - below) / (2 * h)",
                "falling slopes come out positive",
            ),
            (
                "brackets-missing-above",
                "order",
                "above - below / (2 * h)",
                "only one of the two values of f is divided by 2h",
            ),
            (
                "difference-not-divided",
                "missing factor",
                "above - below",
                "the difference is not divided by 2h",
            ),
        )
    ),
)
