"""Known mistakes in `sigmoid`."""

from functools import partial

from solutions.mistakes.mistake import Mistake

SWITCH = "00 · Sigmoid: a soft switch"
ALL = ("s",)

mistake = partial(Mistake, of="sigmoid")

MISTAKES = (
    mistake(
        "mirrored",
        family="sign",
        old="np.where(z >= 0, 1, e)",
        new="np.where(z >= 0, e, 1)",
        title="the curve is mirrored: it falls where it should rise",
        hints=(
            "Should a large positive number land near 1 or near 0?",
            "Look at the sign of the exponent, or at which side of zero uses which form.",
            "σ(z) = 1 / (1 + e^(-z)), which is 0.75 at z = ln 3 and 0.25 at z = -ln 3.",
        ),
        reread=SWITCH,
        spoils=ALL,
    ),
    mistake(
        "minus-missing",
        family="sign",
        old="np.exp(-np.abs(z))",
        new="np.exp(np.abs(z))",
        title="the minus in the exponent is missing",
        hints=(
            "What is the sign of the exponent in the formula, and can it become large?",
            "Look at the one exponential that both forms share.",
            "The shared number is e^(-|z|), which always lies between 0 and 1.",
        ),
        reread=SWITCH,
        spoils=ALL,
    ),
    mistake(
        "overflow-gives-nan",
        family="activation",
        old="e = np.exp(-np.abs(z))\n    return np.where(z >= 0, 1, e) / (1 + e)",
        new="e = np.exp(z)\n    return e / (1 + e)",
        title="very large numbers give nan",
        hints=(
            "What is e^800 in a computer, and what is infinity divided by infinity?",
            "Look at the form you use for positive numbers: its exponent is positive, too.",
            "Use 1 / (1 + e^(-z)) where z ≥ 0 and e^z / (1 + e^z) where z < 0.",
        ),
        reread=SWITCH,
        spoils=ALL,
    ),
    mistake(
        "negative-side-forgotten",
        family="missing path",
        old="np.where(z >= 0, 1, e) / (1 + e)",
        new="1 / (1 + e)",
        title="negative numbers get the value of positive ones",
        hints=(
            "What should the result be at z = -ln 3, and what is yours?",
            "Look at the numerator: it has to depend on the sign of z.",
            "With q = e^(-|z|) the numerator is 1 where z ≥ 0 and q where z < 0.",
        ),
        reread=SWITCH,
        spoils=ALL,
    ),
    mistake(
        "brackets-missing",
        family="term",
        old="/ (1 + e)",
        new="/ 1 + e",
        title="the brackets around the denominator are missing",
        hints=(
            "Which is done first, the division or the sum?",
            "Look at the denominator: both of its terms have to stay below the line.",
            "The numerator is divided by the whole sum 1 + q, not by its first term alone.",
        ),
        reread=SWITCH,
        spoils=ALL,
    ),
    mistake(
        "minus-in-the-denominator",
        family="sign",
        old="(1 + e)",
        new="(1 - e)",
        title="the denominator has a minus where a plus belongs",
        hints=(
            "What is the denominator at z = 0?",
            "Look at the sign between the two terms of the denominator.",
            "The denominator is 1 + q with q = e^(-|z|), so it lies between 1 and 2.",
        ),
        reread=SWITCH,
        spoils=ALL,
    ),
    mistake(
        "tanh-for-sigmoid",
        family="activation",
        old="np.where(z >= 0, 1, e) / (1 + e)",
        new="np.tanh(z)",
        title="this is tanh, not the sigmoid",
        hints=(
            "Between which two numbers does a sigmoid stay?",
            "Look at your value at z = 0: it should lie half way between no and yes.",
            "σ(z) = 1 / (1 + e^(-z)) lies between 0 and 1 and is 0.5 at z = 0.",
        ),
        reread=SWITCH,
        spoils=ALL,
    ),
    mistake(
        "softmax-for-sigmoid",
        family="activation",
        old="e = np.exp(-np.abs(z))\n    return np.where(z >= 0, 1, e) / (1 + e)",
        new="e = np.exp(z - z.max(axis=0))\n    return e / e.sum(axis=0)",
        title="the entries of a column are made to add up to 1",
        hints=(
            "Does one entry of the result depend on the other entries of z?",
            "Look at the denominator: it should hold nothing but 1 and one exponential.",
            "Every entry is squashed alone, as 1 / (1 + e^(-z)).",
        ),
        reread=SWITCH,
        spoils=ALL,
    ),
    *(
        mistake(
            id,
            family=family,
            old="e = np.exp(-np.abs(z))\n    return np.where(z >= 0, 1, e) / (1 + e)",
            new=new,
            title=title,
            hints=(
                "What does your function give at 0, at ln 3 and at -ln 3?",
                "Compare your formula with the three values found on paper.",
                "σ(z) = 1 / (1 + e^(-z)), which is 0.5 at 0, 0.75 at ln 3 and 0.25 at -ln 3.",
            ),
            reread=SWITCH,
            spoils=ALL,
        )
        for id, family, new, title in (
            (
                "slope-for-sigmoid",
                "activation",
                "s = 0.5 * (1 + np.tanh(0.5 * z))\n    return s * (1 - s)",
                "this is the slope of the sigmoid, not the sigmoid",
            ),
            (
                "twice-as-steep",
                "scaling",
                "return 0.5 * (1 + np.tanh(z))",
                "the curve is twice as steep: the exponent is doubled",
            ),
            (
                "step-for-sigmoid",
                "activation",
                "return (z > 0).astype(float)",
                "a hard step from 0 to 1 stands where the soft one belongs",
            ),
            (
                "not-halved",
                "missing factor",
                "return 1 + np.tanh(0.5 * z)",
                "all values are twice too large: they run from 0 to 2",
            ),
            (
                "relu-for-sigmoid",
                "activation",
                "return np.maximum(0.0, z)",
                "this is ReLU, not the sigmoid",
            ),
        )
    ),
)
