"""Known mistakes in `relative_error`."""

from functools import partial

from solutions.mistakes.mistake import Mistake

FAR = "00 · How far apart is far?"
ALL = ("error",)
SIZE = "max(np.abs(a).max(), np.abs(b).max())"
RATIO = "np.abs(a - b).max() / size"

mistake = partial(Mistake, of="relative_error", reread=FAR, spoils=ALL)

MISTAKES = (
    mistake(
        "difference-without-bars",
        family="sign",
        old="np.abs(a - b).max()",
        new="(a - b).max()",
        title="negative differences do not count",
        hints=(
            "Can two arrays be far apart although a - b is nowhere positive?",
            "Look at the numerator: where are the bars of |a - b|?",
            "Take |a - b| entry by entry first, then the largest of these.",
        ),
    ),
    mistake(
        "size-without-bars",
        family="sign",
        old=SIZE,
        new="max(a.max(), b.max())",
        title="the size of negative numbers is not seen",
        hints=(
            "How large is an array that holds only -5?",
            "Look at the denominator: where are the bars of |a| and |b|?",
            "The size is the larger of max|a| and max|b|, and it is never negative.",
        ),
    ),
    mistake(
        "measured-against-b",
        family="missing path",
        old=SIZE,
        new="np.abs(b).max()",
        title="the difference is compared with b alone",
        hints=(
            "Does your result stay the same when a and b change places?",
            "Look at the denominator: which of the two arrays does it see?",
            "Divide by the larger of max|a| and max|b|.",
        ),
    ),
    mistake(
        "measured-against-a",
        family="missing path",
        old=SIZE,
        new="np.abs(a).max()",
        title="the difference is compared with a alone",
        hints=(
            "Does your result stay the same when a and b change places?",
            "Look at the denominator: which of the two arrays does it see?",
            "Divide by the larger of max|a| and max|b|.",
        ),
    ),
    mistake(
        "smaller-of-the-two",
        family="term",
        old=SIZE,
        new="min(np.abs(a).max(), np.abs(b).max())",
        title="the difference is compared with the smaller array",
        hints=(
            "What is the result when one of the two arrays is all zeros?",
            "Look at how the two sizes are put together.",
            "The larger of max|a| and max|b| counts.",
        ),
    ),
    mistake(
        "sum-of-the-sizes",
        family="term",
        old=SIZE,
        new="np.abs(a).max() + np.abs(b).max()",
        title="the two sizes are added",
        hints=(
            "What should the relative error of a and a thousandfold a be close to?",
            "Look at how the two sizes are put together.",
            "Take the larger of max|a| and max|b|, not their sum.",
        ),
    ),
    mistake(
        "zero-by-zero",
        family="missing path",
        old="    if size == 0:\n        return 0.0\n",
        new="",
        title="two arrays of zeros give nan",
        hints=(
            "For which inputs is the denominator 0?",
            "Look at what your function does before it divides.",
            "If both arrays are all zeros the answer is 0, and nothing is divided.",
        ),
    ),
    mistake(
        "not-divided",
        family="missing factor",
        old=RATIO,
        new="np.abs(a - b).max()",
        title="the difference is not divided by the size",
        hints=(
            "Is a difference of 0.001 much?",
            "Look at what the largest difference is compared with.",
            "Divide max|a - b| by the larger of max|a| and max|b|.",
        ),
    ),
    mistake(
        "no-maximum-above",
        family="shape",
        old="np.abs(a - b).max()",
        new="np.abs(a - b)",
        title="an array comes back where one number belongs",
        hints=(
            "How many numbers should say how far apart two arrays are?",
            "Look at the numerator: which of all the differences is meant?",
            "The largest |a - b| of all entries counts, so the answer is one number.",
        ),
    ),
    mistake(
        "mean-for-maximum",
        family="scaling",
        old="np.abs(a - b).max()",
        new="np.abs(a - b).mean()",
        title="the mean of the differences is taken instead of the largest",
        hints=(
            "Would you notice a single wrong entry among thousands of right ones?",
            "Look at how all the differences become one number.",
            "The largest |a - b| of all entries counts.",
        ),
    ),
    mistake(
        "entry-by-entry",
        family="order",
        old=RATIO,
        new="(np.abs(a - b) / np.maximum(np.abs(a), np.abs(b))).max()",
        title="each entry is divided by its own size",
        hints=(
            "What happens where both arrays hold a 0, or nearly so?",
            "Look at the order of the two moves: divide, then take the largest, or the reverse?",
            "First the largest difference and the largest size, then one division.",
        ),
    ),
    mistake(
        "norm-for-maximum",
        family="term",
        old=RATIO,
        new="np.linalg.norm(a - b) / max(np.linalg.norm(a), np.linalg.norm(b))",
        title="the length of the whole difference is taken instead of its largest entry",
        hints=(
            "Does your result depend on how many entries are a little off?",
            "Look at how all the differences become one number.",
            "No squares and no root: max|a - b|, divided by the larger of max|a| and max|b|.",
        ),
    ),
    mistake(
        "sum-for-difference",
        family="sign",
        old="np.abs(a - b)",
        new="np.abs(a + b)",
        title="the arrays are added instead of subtracted",
        hints=(
            "What should the relative error of an array and itself be?",
            "Look at the sign between a and b in the numerator.",
            "The numerator is the largest |a - b|.",
        ),
    ),
    mistake(
        "close-counts-as-equal",
        family="term",
        old="if size == 0",
        new="if np.allclose(a, b)",
        title="arrays that nearly agree count as equal",
        hints=(
            "What should come out for two arrays that differ in the seventh digit?",
            "Look at the condition under which you return 0 without measuring.",
            "Only two arrays of zeros give 0 by definition; all others are measured.",
        ),
    ),
    mistake(
        "small-counts-as-zero",
        family="scaling",
        old="if size == 0",
        new="if size < 1e-4",
        title="small arrays count as zero, and so as equal",
        hints=(
            "Gradients can be tiny: should they pass every check for that?",
            "Look at the condition under which you return 0 without measuring.",
            "Only two arrays of zeros give 0 by definition; all others are measured.",
        ),
    ),
    mistake(
        "zero-b-is-enough",
        family="term",
        old="if size == 0",
        new="if np.abs(b).max() == 0",
        title="0 is returned as soon as b is zero, whatever a is",
        hints=(
            "What is the relative error of a full array and one of zeros?",
            "Look at which arrays your test for zeros looks at.",
            "Both must be zeros; a full array against zeros has the error 1.",
        ),
    ),
)
