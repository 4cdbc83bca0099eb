"""Known mistakes in `softmax`: other curves, other shifts, other axes."""

from functools import partial

from solutions.mistakes.mistake import Mistake
from solutions.mistakes.softmax import ALL, DIVIDE, SCORES, SHIFT, WHICH

WHOLE = f"{SHIFT}\n    return {DIVIDE}"
TWO_MOVES = "Two moves: e to the power of each score minus M, then division by the column's sum."

mistake = partial(Mistake, of="softmax", spoils=ALL)

MISTAKES = (
    mistake(
        "softmax-over-the-last-axis",
        family="axis",
        old=WHOLE,
        new=(
            "e = np.exp(z - z.max(axis=-1, keepdims=True))\n"
            "    return e / e.sum(axis=-1, keepdims=True)"
        ),
        title="softmax is taken over the last axis",
        hints=(
            "Who competes in a softmax: classes, examples or steps?",
            "Look at the axis of both the maximum and the sum.",
            "Sum and maximum run over axis 0, the classes, so that every column adds up to 1.",
        ),
        reread=WHICH,
    ),
    *(
        mistake(
            id,
            family=family,
            old=DIVIDE,
            new=new,
            title=title,
            hints=(
                "Do your columns add up to 1, and are all numbers between 0 and 1?",
                "Look at what happens to the exponentials in the last line.",
                TWO_MOVES,
            ),
            reread=SCORES,
        )
        for id, family, new, title in (
            (
                "logarithm-of-softmax",
                "activation",
                f"np.log({DIVIDE})",
                "the logarithm of softmax is returned",
            ),
            (
                "one-added-below",
                "term",
                "e / (1 + e.sum(axis=0, keepdims=True))",
                "1 is added to the sum in the denominator",
            ),
            (
                "winner-takes-all",
                "activation",
                "(e == 1).astype(float)",
                "the winner of each column gets 1 and all others 0",
            ),
            (
                "sum-of-each-entry",
                "term",
                "e / np.exp(z.sum(axis=0, keepdims=True))",
                "the exponential is taken of the sum instead of summing exponentials",
            ),
        )
    ),
    *(
        mistake(
            id,
            family=family,
            old=SHIFT,
            new=f"e = np.exp({exponent})",
            title=title,
            hints=(
                "What is the largest exponent in each column, and can it overflow?",
                "Look at what is subtracted from the scores.",
                "The exponent is z - M, with M the largest score of the column, so it ends at 0.",
            ),
            reread=WHICH,
        )
        for id, family, exponent, title in (
            (
                "largest-size-for-maximum",
                "sign",
                "z - np.abs(z).max(axis=0, keepdims=True)",
                "the largest size is subtracted, signs left out, instead of the largest score",
            ),
            (
                "maximum-minus-score",
                "sign",
                "z.max(axis=0, keepdims=True) - z",
                "the scores are subtracted from the maximum, not the maximum from the scores",
            ),
        )
    ),
    mistake(
        "shifted-below-only",
        family="term",
        old=DIVIDE,
        new="np.exp(z) / e.sum(axis=0, keepdims=True)",
        title="the maximum is subtracted in the denominator only",
        hints=(
            "Which exponentials stand above the line, and which below?",
            "Look at the numerator: is the maximum gone from it, too?",
            "Above and below stand the same exponentials, each of z - M.",
        ),
        reread=SCORES,
    ),
    mistake(
        "no-exponentials",
        family="activation",
        old=WHOLE,
        new="return z / z.sum(axis=0, keepdims=True)",
        title="the scores are divided by their sum without exponentials",
        hints=(
            "Are all numbers of your result positive?",
            "Look at what is divided by what: scores, or exponentials of scores?",
            TWO_MOVES,
        ),
        reread=SCORES,
    ),
    mistake(
        "softmax-twice",
        family="activation",
        old=f"return {DIVIDE}",
        new=f"e = np.exp({DIVIDE})\n    return {DIVIDE}",
        title="softmax is applied twice",
        hints=(
            "What does softmax expect, scores or probabilities?",
            "Count the exponentials that a score goes through.",
            TWO_MOVES,
        ),
        reread=SCORES,
    ),
)
