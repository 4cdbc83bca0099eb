"""Known mistakes in `relative_error`: what is done to each entry, and with which signs."""

from functools import partial

from solutions.mistakes.mistake import Mistake
from solutions.mistakes.relative_error import ALL, FAR, RATIO

mistake = partial(Mistake, of="relative_error", reread=FAR, spoils=ALL)

DIFFERENCE = "np.abs(a - b)"
LARGER = "np.maximum(np.abs(a), np.abs(b))"
BOTH = "(np.abs(a) + np.abs(b))"

ENTRIES = tuple(
    mistake(
        id,
        family="order",
        old=RATIO,
        new=new,
        title=title,
        hints=(
            "What does a tiny entry do to your result when it is a little off?",
            "Look at the order of the two moves: divide, then take the largest, or the reverse?",
            "First the largest difference and the largest size, then one division.",
        ),
    )
    for id, new, title in (
        (
            "entry-by-entry-over-the-sum",
            f"({DIFFERENCE} / np.maximum({BOTH}, 1e-8)).max()",
            "each entry is divided by its own |a| + |b|, and the largest quotient taken",
        ),
        (
            "entry-by-entry-over-the-larger",
            f"({DIFFERENCE} / np.maximum({LARGER}, 1e-8)).max()",
            "each entry is divided by its own size, and the largest quotient taken",
        ),
        (
            "entry-by-entry-over-the-sum-and-more",
            f"({DIFFERENCE} / ({BOTH} + 1e-8)).max()",
            "each entry is divided by its own |a| + |b| and a small number",
        ),
        (
            "entry-by-entry-over-the-larger-and-more",
            f"({DIFFERENCE} / ({LARGER} + 1e-8)).max()",
            "each entry is divided by its own size and a small number",
        ),
        (
            "entry-by-entry-over-b-and-more",
            f"({DIFFERENCE} / (np.abs(b) + 1e-8)).max()",
            "each entry is divided by its own |b| and a small number",
        ),
        (
            "mean-of-the-quotients-over-the-sum",
            f"({DIFFERENCE} / np.maximum({BOTH}, 1e-8)).mean()",
            "each entry is divided by its own |a| + |b|, and the mean taken",
        ),
        (
            "mean-of-the-quotients-over-the-larger",
            f"({DIFFERENCE} / np.maximum({LARGER}, 1e-8)).mean()",
            "each entry is divided by its own size, and the mean taken",
        ),
    )
)

SIGNS = tuple(
    mistake(
        id,
        family="sign",
        old=f"{DIFFERENCE}.max()",
        new=new,
        title=title,
        hints=(
            "Can two arrays be far apart although the numbers above the line cancel?",
            "Look at the numerator: in which order are bars, difference and maximum taken?",
            "Take |a - b| entry by entry first, then the largest of these.",
        ),
    )
    for id, new, title in (
        (
            "differences-cancel",
            "abs((a - b).sum())",
            "the differences are added up with their signs, so that they cancel",
        ),
        (
            "bars-after-the-maximum",
            "abs((a - b).max())",
            "the bars come after the maximum, so large negative differences do not count",
        ),
        (
            "largest-minus-largest",
            "abs(a.max() - b.max())",
            "the largest number of b is subtracted from that of a, wherever each of them stands",
        ),
        (
            "sizes-subtracted",
            "np.abs(np.abs(a) - np.abs(b)).max()",
            "the sizes of the entries are subtracted, so a and -a seem to be equal",
        ),
    )
)

VERDICTS = tuple(
    mistake(
        id,
        family="shape",
        old=f"        return 0.0\n    return {RATIO}",
        new=f"        pass\n    return {new}",
        title="a verdict, yes or no, stands where a number belongs",
        hints=(
            "Can your result say how far apart two arrays are, or only whether they agree?",
            "Look at what the last function gives back: a number, or True and False?",
            "Divide max|a - b| by the larger of max|a| and max|b|: 0 is perfect agreement.",
        ),
    )
    for id, new in (
        ("verdict", "np.allclose(a, b)"),
        ("strict-verdict", "np.array_equal(a, b)"),
    )
)

SIGNS_AND_SIZES = mistake(
    "bars-after-the-maximum-over-the-sum",
    family="sign",
    old=RATIO,
    new="abs((a - b).max()) / (np.abs(a).max() + np.abs(b).max())",
    title="the bars come after the maximum of a - b, and both sizes are added up below the line",
    hints=(
        "What is the error of two arrays of which one is far larger, and negative, at one place?",
        "Look at the order of bars and maximum above the line, and at the two sizes below it.",
        "Take |a - b| entry by entry, then the largest; divide by the larger of the two sizes.",
    ),
)

MISTAKES = (*ENTRIES, *SIGNS, *VERDICTS, SIGNS_AND_SIZES)
