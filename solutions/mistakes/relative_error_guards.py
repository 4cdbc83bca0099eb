"""Known mistakes in `relative_error`: when 0 comes back, and other ways to measure a size."""

from functools import partial

from solutions.mistakes.mistake import Mistake
from solutions.mistakes.relative_error import ALL, FAR, RATIO, SIZE
from solutions.mistakes.relative_error_sizes import FORMULA

ZEROS = "if size == 0"
WHEN = f"    {ZEROS}:\n        return 0.0\n    return {RATIO}"
TESTED = f"    if a.any() or b.any():\n        return {RATIO}\n    return 0.0"

mistake = partial(Mistake, of="relative_error", reread=FAR, spoils=ALL)

CONDITIONS = tuple(
    mistake(
        id,
        family="term",
        old=ZEROS,
        new=new,
        title=title,
        hints=(
            "What is the relative error of a full array and one of zeros?",
            "Look at the condition under which you return 0 without measuring.",
            "Both must be zeros; a full array against zeros has the error 1.",
        ),
    )
    for id, new, title in (
        (
            "one-of-zeros-is-enough",
            "if not (a.any() and b.any())",
            "0 is returned as soon as one of the two arrays is zero",
        ),
        ("zero-a-is-enough", "if not a.any()", "0 is returned as soon as a is zero, whatever b is"),
        (
            "one-equal-entry-is-enough",
            "if (a == b).any()",
            "0 is returned as soon as a single entry of a equals that of b",
        ),
    )
)

INFINITE = tuple(
    mistake(
        f"{id}-and-infinite",
        family="term",
        old=WHEN,
        new=TESTED.replace("size", size),
        title=title,
        hints=(
            "What is the result when one of the two arrays is all zeros, and the other is not?",
            "Look at which array the denominator looks at, and at when it is 0.",
            FORMULA,
        ),
    )
    for id, size, title in (
        (
            "smaller-of-the-two",
            "min(np.abs(a).max(), np.abs(b).max())",
            "the difference is compared with the smaller array, and against zeros it is infinite",
        ),
        (
            "measured-against-a",
            "np.abs(a).max()",
            "the difference is compared with a alone, and where a is zero it is infinite",
        ),
        (
            "measured-against-b",
            "np.abs(b).max()",
            "the difference is compared with b alone, and where b is zero it is infinite",
        ),
    )
)

BARS = tuple(
    mistake(
        id,
        family=family,
        old=SIZE,
        new=new,
        title=title,
        hints=(
            "How large is an array that holds 1 and -5?",
            "Look at the denominator: which comes first, the bars or the maximum?",
            "The size is the larger of max|a| and max|b|.",
        ),
    )
    for id, family, new, title in (
        (
            "bars-after-each-maximum",
            "order",
            "max(abs(a.max()), abs(b.max()))",
            "the bars come after the maximum, so large negative numbers are not seen",
        ),
        (
            "bars-after-both-maxima",
            "order",
            "abs(max(a.max(), b.max()))",
            "the bars come after the larger maximum, so large negative numbers are not seen",
        ),
        (
            "product-of-the-sizes",
            "term",
            "np.abs(a).max() * np.abs(b).max()",
            "the two sizes are multiplied",
        ),
        (
            "root-of-the-product-of-the-sizes",
            "term",
            "(np.abs(a).max() * np.abs(b).max()) ** 0.5",
            "the root of the product of the two sizes is taken",
        ),
        (
            "compared-with-the-difference",
            "term",
            "np.abs(a - b).max()",
            "the difference is compared with itself, which gives 1",
        ),
        (
            "mean-of-the-numbers",
            "term",
            "max(np.abs(a).mean(), np.abs(b).mean())",
            "the size of an array is taken as the mean of its numbers, not the largest",
        ),
    )
)

DIFFERENCES = tuple(
    mistake(
        id,
        family=family,
        old="np.abs(a - b).max()",
        new=new,
        title=title,
        hints=(
            "What is the relative error of a and -a, and of two arrays that differ in one entry?",
            "Look at the numerator: what is subtracted from what, and which entry counts?",
            "Take |a - b| entry by entry first, then the largest of these.",
        ),
    )
    for id, family, new, title in (
        (
            "sizes-subtracted-without-bars",
            "sign",
            "(np.abs(a) - np.abs(b)).max()",
            "the sizes of the entries are subtracted, and negative differences do not count",
        ),
        (
            "smallest-difference",
            "term",
            "np.abs(a - b).min()",
            "the smallest difference is taken instead of the largest",
        ),
        (
            "maximum-of-b-subtracted",
            "order",
            "np.abs(a - b.max()).max()",
            "the largest number of b is subtracted from every entry of a",
        ),
        (
            "differences-squared",
            "term",
            "((a - b) ** 2).max()",
            "the largest difference is squared",
        ),
        (
            "middle-difference",
            "term",
            "np.median(np.abs(a - b))",
            "the median of the differences is taken instead of the largest",
        ),
    )
)

OTHERS = tuple(
    mistake(
        id,
        family=family,
        old=old,
        new=new,
        title=title,
        hints=(question, look, FORMULA),
    )
    for id, family, old, new, title, question, look in (
        (
            "one-for-zeros",
            "term",
            "return 0.0",
            "return 1.0",
            "two arrays of zeros give 1",
            "How far apart are two arrays that are equal?",
            "Look at what comes back where nothing is divided.",
        ),
        (
            "infinity-for-zeros",
            "term",
            "return 0.0",
            'return float("inf")',
            "two arrays of zeros give infinity",
            "How far apart are two arrays that are equal?",
            "Look at what comes back where nothing is divided.",
        ),
        (
            "one-minus-the-error",
            "order",
            RATIO,
            "1 - np.abs(a - b).max() / size",
            "1 minus the error comes back: how much agrees, not how much differs",
            "What should come out for an array and itself?",
            "Look at what is done after the division.",
        ),
        (
            "quotient-upside-down",
            "order",
            RATIO,
            "size / np.abs(a - b).max()",
            "the quotient is upside down: the size is divided by the difference",
            "Should the result grow or shrink when the difference grows?",
            "Look at what stands above the line and what below it.",
        ),
    )
)

MISTAKES = (*CONDITIONS, *INFINITE, *BARS, *DIFFERENCES, *OTHERS)
