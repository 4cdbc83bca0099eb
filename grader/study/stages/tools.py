"""The stages of the five functions of lesson 00."""

from grader.study.stages.stage import Stage

ONE_HOT = (
    Stage(
        ("x",),
        "In one column of the result, how many ones stand there, and in which row?",
        "Take ids with the one row 0, 2 and n = 3, and compare your result with one on paper.",
        "x[k, i, t] is 1.0 where ids[i, t] equals k, and 0.0 everywhere else.",
        "00 · From symbols to numbers: one-hot",
    ),
)

SIGMOID = (
    Stage(
        ("s",),
        "What does your function give for 0, for 800 and for -800?",
        "Look at the sign of every exponent, also where its result is thrown away in the end.",
        "With q = exp(-|z|): 1 / (1 + q) where z ≥ 0, and q / (1 + q) where z < 0.",
        "00 · Sigmoid: a soft switch",
    ),
)

SOFTMAX = (
    Stage(
        ("p",),
        "Does every column of your result add up to 1, whatever the number of axes of z?",
        "Look at the axis of the maximum and of the sum, and at whether each keeps its dimension.",
        "p = q / (the sum of q over axis 0), with q = exp(z - the maximum of z over axis 0).",
        "00 · Which sum, which maximum?",
    ),
)

NUMERICAL_GRADIENT = (
    Stage(
        ("gradient",),
        "While one entry of x is moved, what do all the other entries hold?",
        "Try it on paper first: for the sum of squares, at x = [1, 2], the gradient is [2, 4].",
        "Entry k is (f(x + h u_k) - f(x - h u_k)) / (2h), with h = 1e-5 and x as it was before.",
        "00 · From one number to an array",
    ),
)

RELATIVE_ERROR = (
    Stage(
        ("error",),
        "What do you get for [3, -4] and [3, -5], and what for two arrays of zeros?",
        "Look at where the sizes are taken without their sign, and at what is divided by what.",
        "max|a - b| / max(max|a|, max|b|), and 0 where both are zero.",
        "00 · How far apart is far?",
    ),
)

STAGES = {
    "one_hot": ONE_HOT,
    "sigmoid": SIGMOID,
    "softmax": SOFTMAX,
    "numerical_gradient": NUMERICAL_GRADIENT,
    "relative_error": RELATIVE_ERROR,
}
