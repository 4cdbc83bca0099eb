"""Known mistakes in `relative_error`: another formula, and no care for two arrays of zeros."""

from functools import partial

from solutions.mistakes.mistake import Mistake
from solutions.mistakes.relative_error import ALL, FAR, RATIO
from solutions.mistakes.relative_error_entries import BOTH, DIFFERENCE, LARGER
from solutions.mistakes.relative_error_norms import NORM

CARE = f"    if size == 0:\n        return 0.0\n    return {RATIO}"

mistake = partial(Mistake, of="relative_error", reread=FAR, spoils=ALL)

MISTAKES = tuple(
    mistake(
        f"{id}-and-zeros-forgotten",
        family="missing path",
        old=CARE,
        new=f"    return {formula}",
        title=f"{what}, and zeros give nan",
        hints=(
            "Which one number of each array does the formula look at, and when is all of it 0?",
            "Look at how many entries count, and at what is done before the division.",
            "Only maxima: max|a - b| over the larger of max|a| and max|b|, and 0 for two zeros.",
        ),
    )
    for id, formula, what in (
        (
            "norms-over-their-sum",
            f"{NORM}(a - b) / ({NORM}(a) + {NORM}(b))",
            "lengths of whole arrays are taken, |a - b| over |a| + |b|",
        ),
        (
            "norms-over-the-larger",
            f"{NORM}(a - b) / max({NORM}(a), {NORM}(b))",
            "lengths of whole arrays are taken, |a - b| over the larger of |a| and |b|",
        ),
        (
            "norms-over-that-of-a",
            f"{NORM}(a - b) / {NORM}(a)",
            "lengths of whole arrays are taken, |a - b| over |a|",
        ),
        (
            "norms-over-that-of-b",
            f"{NORM}(a - b) / {NORM}(b)",
            "lengths of whole arrays are taken, |a - b| over |b|",
        ),
        (
            "entry-by-entry-over-the-sum",
            f"({DIFFERENCE} / {BOTH}).max()",
            "each entry is divided by its own |a| + |b|",
        ),
        (
            "entry-by-entry-over-the-larger",
            f"({DIFFERENCE} / {LARGER}).max()",
            "each entry is divided by its own size",
        ),
        (
            "entry-by-entry-over-a",
            f"({DIFFERENCE} / np.abs(a)).max()",
            "each entry is divided by its own |a|",
        ),
        (
            "entry-by-entry-over-b",
            f"({DIFFERENCE} / np.abs(b)).max()",
            "each entry is divided by its own |b|",
        ),
        (
            "sums-over-that-of-b",
            f"{DIFFERENCE}.sum() / np.abs(b).sum()",
            "the sum, or mean, of |a - b| is divided by that of |b|",
        ),
        (
            "mean-of-the-sizes",
            f"2 * {DIFFERENCE}.max() / (np.abs(a).max() + np.abs(b).max())",
            "the mean of the two sizes is taken",
        ),
    )
)
