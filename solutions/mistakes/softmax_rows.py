"""Known mistakes in `softmax`: rows in the place of columns, no exponentials, another result."""

from functools import partial

from solutions.mistakes.mistake import Mistake
from solutions.mistakes.softmax import ALL, DIVIDE, SCORES, SHIFT, WHICH
from solutions.mistakes.softmax_curves import TWO_MOVES, WHOLE

mistake = partial(Mistake, of="softmax", spoils=ALL)

ROWS = tuple(
    mistake(
        id,
        family="axis",
        old=WHOLE,
        new=new,
        title=title,
        hints=(
            "Who competes in a softmax: classes, examples or steps?",
            "Look at what your loop runs over, or at the axis of the sum.",
            "Sum and maximum run over axis 0, the classes, so that every column adds up to 1.",
        ),
        reread=WHICH,
    )
    for id, new, title in (
        (
            "each-class-alone",
            "rest = tuple(range(1, z.ndim))\n"
            "    e = np.exp(z - z.max(axis=rest, keepdims=True))\n"
            "    return e / e.sum(axis=rest, keepdims=True)",
            "each class is divided by its own sum, over all examples and steps",
        ),
        (
            "each-class-alone-without-the-maximum",
            "rest = tuple(range(1, z.ndim))\n"
            "    e = np.exp(z)\n"
            "    return e / e.sum(axis=rest, keepdims=True)",
            "each class is divided by its own sum, over all examples and steps, and large scores "
            "overflow",
        ),
        (
            "over-the-last-axis-without-the-maximum",
            "e = np.exp(z)\n    return e / e.sum(axis=-1, keepdims=True)",
            "the sum runs over the last axis, and large scores overflow",
        ),
    )
)

PLAIN = tuple(
    mistake(
        id,
        family="activation",
        old=WHOLE,
        new=new,
        title=title,
        hints=(
            "What are the two probabilities of the scores ln 3 and 0, and what are yours?",
            "Look at what is divided by what: scores, or exponentials of scores?",
            TWO_MOVES,
        ),
        reread=SCORES,
    )
    for id, new, title in (
        (
            "no-exponentials-above-the-smallest",
            "s = z - z.min(axis=0)\n    return s / s.sum(axis=0)",
            "the smallest score is subtracted and all is divided by the sum, without exponentials",
        ),
        (
            "no-exponentials-of-the-sizes",
            "return np.abs(z) / np.abs(z).sum(axis=0)",
            "the sizes of the scores are divided by their sum, without exponentials",
        ),
        (
            "between-smallest-and-largest",
            "low = z.min(axis=0)\n    return (z - low) / (z.max(axis=0) - low)",
            "the scores are stretched from 0 to 1, without exponentials",
        ),
        (
            "exponentials-below-only",
            "s = z - z.max(axis=0)\n    return s / np.exp(s).sum(axis=0)",
            "exponentials are taken in the denominator only",
        ),
        (
            "squares-for-exponentials",
            "return z**2 / (z**2).sum(axis=0)",
            "the squares of the scores are divided by their sum, without exponentials",
        ),
    )
)

RESULTS = tuple(
    mistake(
        id,
        family=family,
        old=f"return {DIVIDE}",
        new=new,
        title=title,
        hints=(
            "Has your result one number for each class and each column, and do columns add up to "
            "1?",
            "Look at the last line: what is divided, and what comes back?",
            TWO_MOVES,
        ),
        reread=SCORES,
    )
    for id, family, new, title in (
        (
            "sum-of-the-others",
            "term",
            "return e / (e.sum(axis=0, keepdims=True) - e)",
            "each exponential is divided by the sum of the others, itself left out",
        ),
        (
            "winners-place",
            "shape",
            "return np.argmax(z, axis=0)",
            "the place of the largest score comes back, not the probabilities",
        ),
        ("sum-alone", "shape", "return e.sum(axis=0)", "only the denominator comes back"),
        (
            "sum-alone-as-a-row",
            "shape",
            "return e.sum(axis=0, keepdims=True)",
            "only the denominator comes back, one number for each column",
        ),
        *(
            (
                f"rounded-to-{digits}-places",
                "scaling",
                f"return np.round({DIVIDE}, {digits})",
                f"the probabilities are rounded to {digits} places",
            )
            for digits in (1, 2, 3)
        ),
    )
)

SIZES = tuple(
    mistake(
        id,
        family="scaling",
        old=SHIFT,
        new=f"e = np.exp({exponent})",
        title=title,
        hints=(
            "Which of the two cancels between numerator and denominator, a shift or a factor?",
            "Look at what happens to the scores before the exponential.",
            "Subtract M: e^(z - M) is e^z times one number that the whole column shares.",
        ),
        reread=SCORES,
    )
    for id, exponent, title in (
        (
            "divided-by-the-largest-size-of-all",
            "z / np.abs(z).max()",
            "the scores are divided by the largest of all of them, instead of shifted",
        ),
        (
            "divided-by-the-largest-of-all",
            "z / z.max()",
            "the scores are divided by the largest score of all, instead of shifted",
        ),
        (
            "standardised",
            "(z - z.mean(axis=0)) / z.std(axis=0)",
            "the mean is subtracted from the scores, and they are divided by their spread",
        ),
    )
)

GATHERED = tuple(
    mistake(
        id,
        family=family,
        old=WHOLE,
        new="r = [np.exp(c - c.max()) for c in z.T]\n"
        f"    return np.array([c / c.sum() for c in r]){end}",
        title=title,
        hints=(
            "How many axes may z have, and what is one of the things your loop takes?",
            "Look at what the loop goes through when z is a vector, or has three axes.",
            "One line does it for all shapes: maximum and sum run over axis 0, and keep it.",
        ),
        reread=WHICH,
    )
    for id, family, end, title in (
        (
            "columns-gathered-as-rows",
            "transpose",
            "",
            "the columns are gathered as rows, and the result lies on its side",
        ),
        (
            "columns-one-by-one",
            "axis",
            ".T",
            "columns are taken one by one, which is right for a matrix alone",
        ),
    )
)

MISTAKES = (*ROWS, *PLAIN, *RESULTS, *SIZES, *GATHERED)
