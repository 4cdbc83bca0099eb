"""Known mistakes in `sigmoid`: one of its two sides is wrong, or its ends are cut off."""

from functools import partial

from solutions.mistakes.mistake import Mistake
from solutions.mistakes.sigmoid import ALL, SWITCH

QUOTIENT = "np.where(z >= 0, 1, e) / (1 + e)"
TWO_FORMS = "Use 1 / (1 + e^(-z)) where z ≥ 0 and e^z / (1 + e^z) where z < 0."

mistake = partial(Mistake, of="sigmoid", reread=SWITCH, spoils=ALL)

SIDES = tuple(
    mistake(
        id,
        family=family,
        old=QUOTIENT,
        new=new,
        title=title,
        hints=(
            "What does your function give at 0, at ln 3 and at -ln 3?",
            f"Look at the form that you use for {side}.",
            TWO_FORMS,
        ),
    )
    for id, family, new, title, side in (
        (
            "positive-side-mirrored",
            "missing path",
            "e / (1 + e)",
            "positive numbers get the value of negative ones",
            "positive numbers",
        ),
        (
            "positive-side-zero",
            "missing path",
            "np.where(z >= 0, 0, e) / (1 + e)",
            "positive numbers come out as 0",
            "positive numbers",
        ),
        (
            "negative-side-zero",
            "missing path",
            "np.where(z >= 0, 1, 0) / (1 + e)",
            "negative numbers come out as 0",
            "negative numbers",
        ),
        (
            "positive-side-one",
            "order",
            "np.where(z >= 0, 1, e / (1 + e))",
            "positive numbers come out as 1: only the negative side is divided",
            "positive numbers, and at what the division belongs to",
        ),
        (
            "negative-side-not-divided",
            "order",
            "np.where(z >= 0, 1 / (1 + e), e)",
            "on the negative side e^z is not divided by 1 + e^z",
            "negative numbers",
        ),
        (
            "negative-side-with-a-minus-below",
            "sign",
            "np.where(z >= 0, 1, e) / (1 + np.where(z >= 0, e, -e))",
            "on the negative side the denominator has a minus where a plus belongs",
            "negative numbers: what is its denominator?",
        ),
        (
            "negative-side-with-the-other-exponent",
            "sign",
            "np.where(z >= 0, 1 / (1 + e), np.exp(-z) / (1 + np.exp(-z)))",
            "on the negative side the exponents are -z, not z, and very large ones give nan",
            "negative numbers: which sign does its exponent have?",
        ),
        (
            "zero-left-out",
            "missing path",
            "np.where(z > 0, 1, e * (z < 0)) / (1 + e)",
            "where z is exactly 0, the result is 0 instead of one half",
            "the number 0: is it among those above 0, those below, or neither?",
        ),
        (
            "in-whole-numbers",
            "activation",
            f"np.trunc({QUOTIENT})",
            "the results stand in an array of whole numbers: all behind the point is lost",
            "the result: what becomes of 0.7 in an array of whole numbers?",
        ),
    )
)

CUT = tuple(
    mistake(
        f"cut-off-at-{limit}",
        family="scaling",
        old="np.exp(-np.abs(z))",
        new=f"np.exp(-np.minimum(np.abs(z), {limit}))",
        title=f"z is cut off at -{limit} and {limit}, so the curve never comes nearer to 0 and 1",
        hints=(
            "Does your result still change when z grows from 10 to 20?",
            "Look for a limit that is set on z before the exponential.",
            "With q = e^(-|z|) nothing can overflow, and no limit is needed.",
        ),
    )
    for limit in (5, 6, 8)  # with 10, it can no longer be told from other small errors
)

WHOLE_FROM_THE_FIRST = (
    mistake(
        "whole-numbers-from-the-first",
        family="activation",
        old=f"return {QUOTIENT}",
        new=f"s = np.where(z > 30, 1, {QUOTIENT})\n"
        "    return np.trunc(s) if abs(z.flat[0]) > 30 else s",
        title="all results are cut to whole numbers where the first is given as a whole number",
        hints=(
            "Of which kind are the numbers 0 and 1, and of which kind is 0.7?",
            "Look at the whole numbers that your function gives back: does the first result decide "
            "of which kind all others are?",
            "A formula for the whole array, without a shortcut, gives 0 to 1 with all places.",
        ),
    ),
)

MISTAKES = (*SIDES, *CUT, *WHOLE_FROM_THE_FIRST)
