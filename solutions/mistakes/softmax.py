"""Known mistakes in `softmax`."""

from functools import partial

from solutions.mistakes.mistake import Mistake

SCORES = "00 · Softmax: scores become probabilities"
WHICH = "00 · Which sum, which maximum?"
ALL = ("p",)
SHIFT = "e = np.exp(z - z.max(axis=0, keepdims=True))"
DIVIDE = "e / e.sum(axis=0, keepdims=True)"

mistake = partial(Mistake, of="softmax")

MISTAKES = (
    mistake(
        "softmax-over-batch",
        family="axis",
        old=f"{SHIFT}\n    return {DIVIDE}",
        new=(
            "e = np.exp(z - z.max(axis=1, keepdims=True))\n"
            "    return e / e.sum(axis=1, keepdims=True)"
        ),
        title="softmax is taken over the batch axis",
        hints=(
            "Who competes in a softmax, the classes of one example or the examples of the batch?",
            "Look at the axis of both the maximum and the sum.",
            "Sum and maximum run over axis 0, the classes, so that every column adds up to 1.",
        ),
        reread=WHICH,
        spoils=ALL,
    ),
    mistake(
        "one-sum-for-all",
        family="axis",
        old="e.sum(axis=0, keepdims=True)",
        new="e.sum()",
        title="all columns share one sum",
        hints=(
            "What does each column of your result add up to?",
            "Look at the sum in the denominator: over which entries does it run?",
            "Each column is divided by its own sum, taken over axis 0.",
        ),
        reread=WHICH,
        spoils=ALL,
    ),
    mistake(
        "one-maximum-for-all",
        family="axis",
        old="z.max(axis=0, keepdims=True)",
        new="z.max()",
        title="all columns share one maximum, and a column far below it is lost",
        hints=(
            "What is left of a column whose scores all lie 1000 below the maximum you subtract?",
            "Look at the maximum: over which entries does it run?",
            "M is the largest score of the same column, so that one exponent in it is 0.",
        ),
        reread=WHICH,
        spoils=ALL,
    ),
    mistake(
        "maximum-over-batch",
        family="axis",
        old="z.max(axis=0",
        new="z.max(axis=1",
        title="the maximum runs over the wrong axis",
        hints=(
            "Does the number you subtract stay the same within a column?",
            "Look at the axis of the maximum, not of the sum.",
            "All scores of one column lose the same M, the maximum over axis 0.",
        ),
        reread=WHICH,
        spoils=ALL,
    ),
    mistake(
        "maximum-forgotten",
        family="missing path",
        old=SHIFT,
        new="e = np.exp(z)",
        title="large scores overflow, since no maximum is subtracted",
        hints=(
            "What is e^800 in a computer?",
            "Look at the exponent: how large can it become?",
            "Subtract the largest score M of each column first: the exponent is then at most 0.",
        ),
        reread=SCORES,
        spoils=ALL,
    ),
    mistake(
        "minimum-for-maximum",
        family="sign",
        old="z.max(",
        new="z.min(",
        title="the smallest score, or the mean, is subtracted instead of the largest",
        hints=(
            "After the subtraction, is the largest exponent 0 or is the smallest?",
            "Look at the number that is taken away from the scores.",
            "M is the largest score of the column, so no exponent is above 0.",
        ),
        reread=SCORES,
        spoils=ALL,
    ),
    mistake(
        "maximum-added",
        family="sign",
        old="z - z.max",
        new="z + z.max",
        title="the maximum is added instead of subtracted",
        hints=(
            "Do the scores become smaller or larger before the exponential?",
            "Look at the sign in front of the maximum.",
            "The exponent is z - M, which is never above 0.",
        ),
        reread=SCORES,
        spoils=ALL,
    ),
    mistake(
        "maximum-divided",
        family="scaling",
        old="z - z.max(axis=0, keepdims=True)",
        new="z / z.max(axis=0, keepdims=True)",
        title="the scores are divided by the maximum",
        hints=(
            "Which of the two cancels between numerator and denominator, a shift or a factor?",
            "Look at what happens between the scores and the maximum.",
            "Subtract M: e^(z - M) is e^z times one number that the whole column shares.",
        ),
        reread=SCORES,
        spoils=ALL,
    ),
    mistake(
        "shifted-above-only",
        family="term",
        old="e.sum(axis=0, keepdims=True)",
        new="np.exp(z).sum(axis=0, keepdims=True)",
        title="the maximum is subtracted in the numerator only",
        hints=(
            "Does the factor e^(-M) still cancel?",
            "Look at the denominator: which exponentials does it add up?",
            "The denominator is the sum of the very numbers that stand in the numerator.",
        ),
        reread=SCORES,
        spoils=ALL,
    ),
    mistake(
        "not-normalised",
        family="missing factor",
        old=DIVIDE,
        new="e",
        title="the exponentials are not divided by their sum",
        hints=(
            "What should a column of probabilities add up to?",
            "Look at the second of the two moves, after the exponential.",
            "Divide e^(z - M) by its sum over the column.",
        ),
        reread=SCORES,
        spoils=ALL,
    ),
    mistake(
        "mean-for-sum",
        family="scaling",
        old="e.sum(",
        new="e.mean(",
        title="the exponentials are divided by their mean instead of their sum",
        hints=(
            "What does a column of your result add up to?",
            "Look at the denominator: is it a sum or an average?",
            "Divide by Σ e^(z - M), the plain sum over the classes.",
        ),
        reread=SCORES,
        spoils=ALL,
    ),
    mistake(
        "sigmoid-for-softmax",
        family="activation",
        old=f"{SHIFT}\n    return {DIVIDE}",
        new="e = np.exp(-np.abs(z))\n    return np.where(z >= 0, 1, e) / (1 + e)",
        title="this is the sigmoid, not softmax",
        hints=(
            "Should the probability of one class depend on the scores of the others?",
            "Look at the denominator: all classes of the column belong in it.",
            "Each e^z is divided by the sum of e^z over all classes of its column.",
        ),
        reread=SCORES,
        spoils=ALL,
    ),
    mistake(
        "scores-changed-in-place",
        family="in place",
        old=SHIFT,
        new="z -= z.max(axis=0, keepdims=True)\n    e = np.exp(z)",
        title="the scores handed in are changed",
        hints=(
            "Are the scores still the same for whoever called your function?",
            "Look at the line that subtracts the maximum: where does it put its result?",
            "Give the difference z - M a place of its own and leave z as it came.",
        ),
        reread=SCORES,
        spoils=(),
    ),
)
