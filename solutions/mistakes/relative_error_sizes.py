"""Known mistakes in `relative_error`: other differences and other sizes."""

from functools import partial

from solutions.mistakes.mistake import Mistake
from solutions.mistakes.relative_error import ALL, FAR, RATIO, SIZE

FORMULA = "Divide max|a - b| by the larger of max|a| and max|b|."

mistake = partial(Mistake, of="relative_error", reread=FAR, spoils=ALL)

MISTAKES = (
    *(
        mistake(
            id,
            family=family,
            old=old,
            new=new,
            title=title,
            hints=(question, place, FORMULA),
        )
        for id, family, old, new, title, question, place in (
            (
                "mean-of-the-sizes",
                "term",
                SIZE,
                "(np.abs(a).max() + np.abs(b).max()) / 2",
                "the mean of the two sizes is taken",
                "What is the result when one of the two arrays is all zeros?",
                "Look at how the two sizes are put together.",
            ),
            (
                "small-number-added",
                "term",
                RATIO,
                "np.abs(a - b).max() / (size + 1e-8)",
                "a small number is added to the denominator",
                "What does a number of 10⁻⁸ do to arrays that are hardly larger themselves?",
                "Look at the denominator: what stands there besides the size?",
            ),
            (
                "sum-for-maximum",
                "accumulation",
                "np.abs(a - b).max()",
                "np.abs(a - b).sum()",
                "all differences are added up instead of taking the largest",
                "Does your result grow when the arrays only get longer?",
                "Look at how all the differences become one number.",
            ),
            (
                "difference-of-the-maxima",
                "order",
                "np.abs(a - b).max()",
                "abs(np.abs(a).max() - np.abs(b).max())",
                "the largest entries are compared, wherever each of them stands",
                "What is the relative error of a and -a?",
                "Look at the order of the two moves: subtract, then take the largest.",
            ),
            (
                "compared-with-the-sum",
                "missing path",
                SIZE,
                "np.abs(a + b).max()",
                "the difference is compared with the sum of the two arrays",
                "What is the denominator for a and -a?",
                "Look at the denominator: are a and b added before their sizes are taken?",
            ),
        )
    ),
)
