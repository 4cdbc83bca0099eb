"""Known mistakes in `sigmoid`: other curves, other bases, and brackets of the plain formula."""

from functools import partial

from solutions.mistakes.mistake import Mistake
from solutions.mistakes.sigmoid import ALL, SWITCH

WHOLE = "e = np.exp(-np.abs(z))\n    return np.where(z >= 0, 1, e) / (1 + e)"
PAPER = "σ(z) = 1 / (1 + e^(-z)), which is 0.5 at 0, 0.75 at ln 3 and 0.25 at -ln 3."

mistake = partial(Mistake, of="sigmoid", reread=SWITCH, spoils=ALL)


def another_curve(id: str, family: str, new: str, title: str) -> Mistake:
    """Make a mistake that gives a curve which is not the sigmoid at all."""
    return mistake(
        id,
        family=family,
        old=WHOLE,
        new=new,
        title=title,
        hints=(
            "What does your function give at 0, and towards which two numbers does it run?",
            "Compare your formula with the three values found on paper.",
            PAPER,
        ),
    )


PLAIN = tuple(
    mistake(
        id,
        family=family,
        old=WHOLE,
        new=new,
        title=title,
        hints=(
            "What does your function give at 0, at ln 3 and at -ln 3?",
            "Look at what stands above the line and what below it, brackets and signs included.",
            PAPER,
        ),
    )
    for id, family, new, title in (
        (
            "sum-not-below-the-line",
            "term",
            "return 1 + np.exp(-z)",
            "the result is 1 + e^(-z): the sum should stand below the line",
        ),
        (
            "plain-minus-in-the-denominator",
            "sign",
            "return 1 / (1 - np.exp(-z))",
            "the denominator is 1 - e^(-z), with a minus where a plus belongs",
        ),
        (
            "sum-not-below-the-line-of-e-to-the-z",
            "term",
            "e = np.exp(z)\n    return e / 1 + e",
            "the brackets around 1 + e^z are missing, so that e^z is added to itself",
        ),
        (
            "one-missing-below",
            "term",
            "return np.exp(z)",
            "the result is e^z alone: the 1 in the denominator is missing",
        ),
        (
            "e-to-the-minus-z",
            "term",
            "return np.exp(-z)",
            "the result is e^(-z) alone, without the division",
        ),
        (
            "minus-above-and-plus-below",
            "sign",
            "return np.exp(-z) / (1 + np.exp(z))",
            "the exponent is -z above the line and z below it",
        ),
        (
            "plus-above-and-minus-below",
            "sign",
            "return np.exp(z) / (1 + np.exp(-z))",
            "the exponent is z above the line and -z below it",
        ),
    )
)

CURVES = tuple(
    another_curve(*curve)
    for curve in (
        (
            "tanh-of-half",
            "scaling",
            "return np.tanh(0.5 * z)",
            "all values run from -1 to 1: that is tanh of z / 2",
        ),
        (
            "half-plus-tanh",
            "term",
            "return 0.5 + np.tanh(0.5 * z)",
            "of 1 + tanh(z / 2) only the 1 is halved",
        ),
        (
            "one-plus-half-of-tanh",
            "term",
            "return 1 + 0.5 * np.tanh(0.5 * z)",
            "of 1 + tanh(z / 2) only the tanh is halved",
        ),
        (
            "half-too-low",
            "term",
            "return 0.5 * np.tanh(0.5 * z)",
            "all values are one half too low: they run from -0.5 to 0.5",
        ),
        (
            "half-as-steep",
            "scaling",
            "return 0.5 * (1 + np.tanh(0.25 * z))",
            "the curve is half as steep: the exponent is halved",
        ),
        (
            "straight-line-of-a-fifth",
            "activation",
            "return np.clip(0.2 * z + 0.5, 0, 1)",
            "a straight line cut off at 0 and 1 stands for the curve: z / 5 + 1 / 2",
        ),
        (
            "straight-line-of-a-sixth",
            "activation",
            "return np.clip(z / 6 + 0.5, 0, 1)",
            "a straight line cut off at 0 and 1 stands for the curve: z / 6 + 1 / 2",
        ),
        (
            "softplus-for-sigmoid",
            "activation",
            "return np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z)))",
            "this is softplus, the logarithm of 1 + e^z, not the sigmoid",
        ),
        (
            "logarithm-of-sigmoid",
            "activation",
            "return np.minimum(z, 0) - np.log1p(np.exp(-np.abs(z)))",
            "the logarithm of the sigmoid is returned",
        ),
    )
)

BASES = tuple(
    mistake(
        f"{number.replace('.', '-')}-for-e",
        family="scaling",
        old="np.exp(-np.abs(z))",
        new=f"{float(number)} ** -np.abs(z)",
        title=f"{number} is raised to the power -z where e belongs",
        hints=(
            "What does your function give at ln 3, and is it exactly 0.75?",
            "Look at the number that is raised to a power.",
            "σ(z) = 1 / (1 + e^(-z)), and NumPy's own exponential knows e to the last digit.",
        ),
    )
    for number in ("2", "10", "2.718")
)

MISTAKES = (*PLAIN, *CURVES, *BASES)
