"""Known mistakes in `sigmoid`: z cut off or shifted first, and brackets beside a cut."""

from functools import partial

from solutions.mistakes.mistake import Mistake
from solutions.mistakes.sigmoid import ALL, SWITCH
from solutions.mistakes.sigmoid_branches import QUOTIENT, TWO_FORMS
from solutions.mistakes.sigmoid_curves import PAPER, WHOLE, another_curve

mistake = partial(Mistake, of="sigmoid", reread=SWITCH, spoils=ALL)

BRACKETS = tuple(
    mistake(
        f"{id}-cut-off-at-{limit}",
        family="term",
        old=WHOLE,
        new=new.format(limit),
        title=title,
        hints=(
            "Which is done first, the division or the sum?",
            "Look at what stands above the line and what below it, brackets and signs included.",
            PAPER,
        ),
    )
    for limit in (100, 500, 700, 709)
    for id, new, title in (
        (
            "sum-not-below-the-line",
            "return 1 + np.exp(-np.clip(z, -{0}, {0}))",
            "the result is 1 + e^(-z): brackets keep the whole sum below the line",
        ),
        (
            "sum-not-below-the-line-of-e-to-the-z",
            "return 2 * np.exp(np.clip(z, -{0}, {0}))",
            "the brackets around 1 + e^z are missing, so that only the 1 is below the line",
        ),
    )
)

SHIFTED = tuple(
    mistake(
        id,
        family=family,
        old="e = np.exp(-np.abs(z))",
        new=f"z = {new}\n    e = np.exp(-np.abs(z))",
        title=title,
        hints=(
            "Does one entry of the result depend on the other entries of z, or on a limit?",
            "Look at everything that is done to z before the exponential.",
            "Every entry goes into the curve as it is, and alone.",
        ),
    )
    for id, family, new, title in (
        (
            "negative-numbers-lifted",
            "missing path",
            "np.maximum(z, 0)",
            "negative numbers are lifted to 0 first, and come out as one half",
        ),
        (
            "positive-numbers-lowered",
            "missing path",
            "np.minimum(z, 0)",
            "positive numbers are lowered to 0 first, and come out as one half",
        ),
        (
            "mean-subtracted",
            "term",
            "z - z.mean()",
            "the mean of all numbers is subtracted first",
        ),
        (
            "maximum-subtracted",
            "term",
            "z - z.max()",
            "the largest number is subtracted first, as in softmax",
        ),
        (
            "maximum-of-each-column-subtracted",
            "term",
            "z - z.max(axis=0)",
            "the largest number of each column is subtracted first, as in softmax",
        ),
        (
            "cut-off-at-0-and-1",
            "scaling",
            "np.clip(z, 0, 1)",
            "z is cut off at 0 and 1 before the curve, not after it",
        ),
        (
            "cut-off-at-1",
            "scaling",
            "np.clip(z, -1, 1)",
            "z is cut off at -1 and 1 before the curve",
        ),
    )
)

OTHERS = tuple(
    another_curve(*curve)
    for curve in (
        (
            "one-minus-the-exponential",
            "sign",
            "return 1 - np.exp(-z)",
            "the result is 1 - e^(-z), without a division",
        ),
        (
            "tanh-written-out",
            "activation",
            "return (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))",
            "this is tanh, written out, and very large numbers give nan",
        ),
        (
            "softsign",
            "activation",
            "return z / (1 + np.abs(z))",
            "z is divided by 1 + |z|, without any exponential",
        ),
        (
            "half-of-one-and-softsign",
            "activation",
            "return 0.5 * (1 + z / (1 + np.abs(z)))",
            "z is divided by 1 + |z| and moved between 0 and 1, without any exponential",
        ),
        (
            "bell",
            "activation",
            "return np.exp(-(z**2))",
            "this is a bell, e to the power -z², not the sigmoid",
        ),
        (
            "bell-of-a-half",
            "activation",
            "return np.exp(-(z**2) / 2)",
            "this is a bell, e to the power -z²/2, not the sigmoid",
        ),
    )
)

ROUNDED = tuple(
    mistake(
        f"rounded-to-{digits}-places",
        family="scaling",
        old=f"return {QUOTIENT}",
        new=f"return np.round({QUOTIENT}, {digits})",
        title=f"the results are rounded to {digits} places",
        hints=(
            "How many places has the value at z = 1, and how many has yours?",
            "Look for a rounding in the last line.",
            TWO_FORMS,
        ),
    )
    for digits in (1, 2, 3)
)

ENDS = tuple(
    mistake(
        id,
        family=family,
        old=f"return {QUOTIENT}",
        new=f"s = {QUOTIENT}\n    s.reshape(-1)[{place}] = 0\n    return s",
        title=title,
        hints=(
            "How many entries of your result are not zero?",
            f"Look at {where}.",
            TWO_FORMS,
        ),
    )
    for id, family, place, title, where in (
        (
            "first-entry-alone",
            "order",
            "1:",
            "only the first entry is computed: all others stay 0",
            "how far the last line of your function is indented",
        ),
        (
            "last-entry-left-out",
            "index",
            "-1",
            "the last entry is left out: it stays 0",
            "where your loop ends",
        ),
    )
)

MISTAKES = (*BRACKETS, *SHIFTED, *OTHERS, *ROUNDED, *ENDS)
