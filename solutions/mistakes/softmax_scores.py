"""Known mistakes in `softmax`: what is done to the scores, to the exponentials, to their sum."""

from functools import partial

from solutions.mistakes.mistake import Mistake
from solutions.mistakes.softmax import ALL, DIVIDE, SCORES, SHIFT, WHICH
from solutions.mistakes.softmax_curves import TWO_MOVES

EXPONENT = "z - z.max(axis=0, keepdims=True)"
SUM = "e.sum(axis=0, keepdims=True)"

mistake = partial(Mistake, of="softmax", spoils=ALL)

AFTER = tuple(
    mistake(
        id,
        family="order",
        old=SHIFT,
        new=new,
        title=title,
        hints=(
            "Is the largest exponent still 0 when the maximum is subtracted so late?",
            "Look at the order of the two: the shift, and the exponential.",
            "First z - M for the whole column, then e to the power of each of these.",
        ),
        reread=SCORES,
    )
    for id, new, title in (
        (
            "maximum-subtracted-after-exp",
            "e = np.exp(z) - z.max(axis=0, keepdims=True)",
            "the largest score is subtracted after the exponential instead of before it",
        ),
        (
            "largest-exponential-subtracted",
            "e = np.exp(z)\n    e = e - e.max(axis=0, keepdims=True)",
            "the largest exponential is subtracted, not the largest score before the exponential",
        ),
    )
)

BASES = tuple(
    mistake(
        f"{number.replace('.', '-')}-for-e",
        family="scaling",
        old=f"np.exp({EXPONENT})",
        new=f"{float(number)} ** ({EXPONENT})",
        title=f"{number} is raised to the power of the scores where e belongs",
        hints=(
            "What are the two probabilities of the scores ln 3 and 0, and what are yours?",
            "Look at the number that is raised to a power.",
            TWO_MOVES,
        ),
        reread=SCORES,
    )
    for number in ("2", "10", "2.718")
)

BELOW = tuple(
    mistake(
        id,
        family=family,
        old=SUM,
        new=new,
        title=title,
        hints=(
            "Does every column of your result add up to exactly 1?",
            "Look at the denominator: is it the whole sum of the column, and nothing else?",
            "Divide by Σ e^(z - M) over the column: it is at least 1, so it is never zero.",
        ),
        reread=reread,
    )
    for id, family, new, title, reread in (
        *(
            (
                f"{id}-added-below",
                "term",
                f"({SUM} + {number})",
                f"a small number, {words}, is added to the sum in the denominator",
                SCORES,
            )
            for id, number, words in (
                ("a-hundredth", "1e-2", "a hundredth"),
                ("a-thousandth", "1e-3", "a thousandth"),
                ("a-ten-thousandth", "1e-4", "a ten-thousandth"),
            )
        ),
        (
            "divided-before-the-sum-is-complete",
            "accumulation",
            "np.cumsum(e, axis=0)",
            "each exponential is divided by the sum up to there, before it is complete",
            SCORES,
        ),
        (
            "divided-by-the-length",
            "term",
            "np.sqrt((e**2).sum(axis=0, keepdims=True))",
            "the exponentials are divided by their length: it is their squares that add up to 1",
            SCORES,
        ),
        (
            "sum-over-the-last-axis",
            "axis",
            "e.sum(axis=-1, keepdims=True)",
            "the sum runs over the last axis, the maximum over the first",
            WHICH,
        ),
    )
)

BEFORE = tuple(
    mistake(
        id,
        family=family,
        old=SHIFT,
        new=new,
        title=title,
        hints=(
            "What is done to the scores before the exponential is taken of them?",
            "Look at everything between z and the exponent: only one number is subtracted.",
            "The exponent is z - M, with M the largest score of the column, and nothing else.",
        ),
        reread=reread,
    )
    for id, family, new, title, reread in (
        (
            "maximum-over-the-last-axis",
            "axis",
            "e = np.exp(z - z.max(axis=-1, keepdims=True))",
            "the maximum runs over the last axis, the sum over the first",
            WHICH,
        ),
        (
            "scores-negated",
            "sign",
            "e = np.exp(z.min(axis=0, keepdims=True) - z)",
            "the exponent has a minus: the lowest score gets the highest probability",
            SCORES,
        ),
        (
            "scores-divided-by-a-root",
            "scaling",
            f"e = np.exp(({EXPONENT}) / len(z) ** 0.5)",
            "the scores are divided by the square root of the number of classes",
            SCORES,
        ),
        (
            "scores-halved",
            "scaling",
            f"e = np.exp(({EXPONENT}) / 2)",
            "the scores are divided by 2 before the exponential",
            SCORES,
        ),
        *(
            (
                f"scores-cut-off-at-{limit}",
                "scaling",
                f"e = np.exp(np.clip(z, -{limit}, {limit}))",
                "no maximum is subtracted, and very large scores are cut off instead",
                SCORES,
            )
            for limit in (100, 500, 700)  # all below 490 give the same, and so do 510 to 700
        ),
    )
)

RESULTS = tuple(
    mistake(
        id,
        family=family,
        old=DIVIDE,
        new=new,
        title=title,
        hints=(question, look, TWO_MOVES),
        reread=reread,
    )
    for id, family, new, title, question, look, reread in (
        (
            "in-whole-numbers",
            "activation",
            f"np.trunc({DIVIDE})",
            "the results stand in an array of whole numbers: all behind the point is lost",
            "What becomes of 0.7 when it is stored in an array of whole numbers?",
            "Look at the line that makes the array for the results, if there is one.",
            SCORES,
        ),
        (
            "transposed",
            "transpose",
            f"({DIVIDE}).T",
            "the result is transposed: the classes stand on the last axis",
            "Has your result the shape of z, with the classes on axis 0?",
            "Look for an array that is turned round and not turned back.",
            WHICH,
        ),
        (
            "sigmoids-divided-by-their-sum",
            "activation",
            "(s := 1 / (1 + np.exp(-np.clip(z, -700, 700)))) / s.sum(axis=0, keepdims=True)",
            "sigmoids are divided by their sum where exponentials belong",
            "Does the result stay the same when 7 is added to all scores?",
            "Look at the curve that each score goes through before the division.",
            SCORES,
        ),
    )
)

LARGEST = mistake(
    "divided-by-the-largest",
    family="scaling",
    old=f"{SHIFT}\n    return {DIVIDE}",
    new="e = np.exp(z)\n    return e / e.max(axis=0, keepdims=True)",
    title="the exponentials are divided by the largest of their column, not by their sum",
    hints=(
        "What does each column of your result add up to?",
        "Look at the denominator: is it one exponential of the column, or all of them together?",
        TWO_MOVES,
    ),
    reread=SCORES,
)

SIZES = mistake(
    "divided-by-the-largest-size",
    family="scaling",
    old=EXPONENT,
    new="z / np.abs(z).max(axis=0, keepdims=True)",
    title="the scores are divided by the largest of them, signs aside, instead of shifted",
    hints=(
        "Which of the two cancels between numerator and denominator, a shift or a factor?",
        "Look at what happens to the scores before the exponential.",
        "Subtract M: e^(z - M) is e^z times one number that the whole column shares.",
    ),
    reread=SCORES,
)

MISTAKES = (LARGEST, SIZES, *AFTER, *BASES, *BELOW, *BEFORE, *RESULTS)
