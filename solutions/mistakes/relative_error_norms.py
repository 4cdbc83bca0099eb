"""Known mistakes in `relative_error`: norms and sums of whole arrays, and what is added below."""

from functools import partial

from solutions.mistakes.mistake import Mistake
from solutions.mistakes.relative_error import ALL, FAR, RATIO
from solutions.mistakes.relative_error_entries import BOTH, DIFFERENCE
from solutions.mistakes.relative_error_sizes import FORMULA

mistake = partial(Mistake, of="relative_error", reread=FAR, spoils=ALL)

NORM = "np.linalg.norm"

WHOLES = tuple(
    mistake(
        id,
        family=family,
        old=RATIO,
        new=new,
        title=title,
        hints=(
            "Does your result depend on how many entries are a little off?",
            "Look at how all the differences become one number, and all the sizes another.",
            "Only maxima, no sums and no squares: max|a - b| over the larger of max|a| and max|b|.",
        ),
    )
    for id, family, new, title in (
        (
            "norms-over-their-sum",
            "term",
            f"{NORM}(a - b) / ({NORM}(a) + {NORM}(b))",
            "lengths of whole arrays are taken: |a - b| over |a| + |b|",
        ),
        (
            "norms-over-that-of-a",
            "term",
            f"{NORM}(a - b) / {NORM}(a)",
            "lengths of whole arrays are taken: |a - b| over |a|",
        ),
        (
            "norms-over-that-of-b",
            "term",
            f"{NORM}(a - b) / {NORM}(b)",
            "lengths of whole arrays are taken: |a - b| over |b|",
        ),
        (
            "norms-over-their-sum-and-more",
            "term",
            f"{NORM}(a - b) / ({NORM}(a) + {NORM}(b) + 1e-8)",
            "lengths of whole arrays are taken: |a - b| over |a| + |b| and a small number",
        ),
        (
            "norm-of-the-difference",
            "missing factor",
            f"{NORM}(a - b)",
            "the length of the whole difference is returned, divided by nothing",
        ),
        (
            "squares-over-squares",
            "term",
            "((a - b) ** 2).sum() / ((a**2).sum() + (b**2).sum())",
            "squares are added up: those of a - b over those of a and of b",
        ),
        (
            "root-of-the-mean-square",
            "term",
            "((a - b) ** 2).mean() ** 0.5 / size",
            "the root of the mean square of all differences is taken instead of the largest",
        ),
        (
            "mean-square",
            "term",
            "((a - b) ** 2).mean()",
            "the mean square of the differences is returned, divided by nothing",
        ),
        (
            "mean-difference",
            "missing factor",
            f"{DIFFERENCE}.mean()",
            "the mean of the differences is returned, divided by nothing",
        ),
        (
            "sums-over-their-sum",
            "accumulation",
            f"{DIFFERENCE}.sum() / {BOTH}.sum()",
            "all entries are added up: the sum of |a - b| over those of |a| and of |b|",
        ),
        (
            "sums-over-that-of-b",
            "accumulation",
            f"{DIFFERENCE}.sum() / np.abs(b).sum()",
            "the sum, or mean, of |a - b| is divided by that of |b|",
        ),
        (
            "sums-over-the-larger",
            "accumulation",
            f"{DIFFERENCE}.sum() / max(np.abs(a).sum(), np.abs(b).sum())",
            "sums, or means, of all entries stand where the largest entries belong",
        ),
    )
)

BELOW = tuple(
    mistake(
        id,
        family=family,
        old=RATIO,
        new=f"{DIFFERENCE}.max() / {below}",
        title=title,
        hints=(
            "What does your function give for two arrays of tiny numbers that lie far apart?",
            "Look at the denominator: what stands there besides the size?",
            FORMULA,
        ),
    )
    for id, family, below, title in (
        *(
            (
                f"10-to-the-minus-{power}-added",
                "term",
                f"(size + 1e-{power})",
                f"the number 0.{'0' * (power - 1)}1 is added to the denominator",
            )
            for power in (4, 5, 6, 7)
        ),
        (
            "at-least-one-below",
            "scaling",
            "max(size, 1)",
            "sizes below 1 count as 1",
        ),
        (
            "one-added-below",
            "term",
            "(1 + size)",
            "the number 1 is added to the denominator",
        ),
        (
            "sizes-and-a-small-number-added",
            "term",
            "(np.abs(a).max() + np.abs(b).max() + 1e-8)",
            "both sizes and a small number are added up below the line",
        ),
    )
)

PERCENT = mistake(
    "in-percent",
    family="scaling",
    old=RATIO,
    new=f"100 * {RATIO}",
    title="the error is given in percent, a hundred times too large",
    hints=(
        "What is the relative error of a full array and one of zeros?",
        "Look at the factor before the quotient.",
        FORMULA,
    ),
)

MISTAKES = (*WHOLES, *BELOW, PERCENT)
