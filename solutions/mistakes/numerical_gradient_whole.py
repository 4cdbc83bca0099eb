"""Known mistakes in `numerical_gradient`: all of x moved at once, a step of another size."""

from functools import partial

from solutions.mistakes.mistake import Mistake
from solutions.mistakes.numerical_gradient import ALL, ENTRIES, SLOPE
from solutions.mistakes.numerical_gradient_entries import RETURNED, STORED

mistake = partial(Mistake, of="numerical_gradient", spoils=ALL)

WHOLE = tuple(
    mistake(
        id,
        family=family,
        old=RETURNED,
        new=f"    return {new}\n",
        title=title,
        hints=(
            "Whose slope do you measure when every entry moves?",
            "Look at what h is added to, and at how many numbers come back.",
            "Only entry k moves, by h up and by h down, and all others stay where they are.",
        ),
        reread=ENTRIES,
    )
    for id, family, new, title in (
        (
            "one-number-for-all-entries",
            "shape",
            "(f(x + h) - f(x - h)) / (2 * h)",
            "all entries are moved at once, and one number comes back",
        ),
        (
            "one-number-of-one-side",
            "shape",
            "(f(x + h) - f(x)) / h",
            "all entries are moved at once, to one side, and one number comes back",
        ),
        (
            "one-number-not-divided",
            "shape",
            "f(x + h) - f(x - h)",
            "all entries are moved at once, nothing is divided, and one number comes back",
        ),
        (
            "all-entries-moved-to-one-side",
            "index",
            "np.full(x.shape, (f(x + h) - f(x)) / h)",
            "all entries are moved at once, and to one side",
        ),
        (
            "columns-moved",
            "index",
            "np.zeros_like(x) + gradient.sum(axis=tuple(range(x.ndim - 1)))",
            "the last index alone chooses what moves: each entry holds the slopes of its column, "
            "added up",
        ),
        (
            "one-slope-for-each-row",
            "shape",
            "gradient.reshape(len(x), -1).sum(axis=1)",
            "whole rows are moved together, and one slope for each row comes back",
        ),
        (
            "first-row-alone",
            "index",
            "gradient * (np.arange(len(x)) == 0).reshape(-1, *[1] * (x.ndim - 1))",
            "only the first row has slopes: all others stay 0",
        ),
        (
            "value-divided-by-x",
            "term",
            "f(x) / x",
            "the value of f is divided by x: that is no slope",
        ),
    )
)

STEPS = tuple(
    mistake(
        f"step-of-{words}",
        family="scaling",
        old="    h = 1e-5\n",
        new=f"    h = {h}\n",
        title="the step is so large that the curve bends within it",
        hints=(
            "Is the curve still nearly straight between x - h and x + h?",
            "Look at the size of h.",
            "The error of the central way shrinks like h², and h = 10⁻⁵ makes it tiny.",
        ),
        reread=SLOPE,
    )
    for words, h in (("a-half", "0.5"), ("two", "2.0"))
)

MOVES = tuple(
    mistake(
        id,
        family=family,
        old=old,
        new=new,
        title=title,
        hints=(question, look, "Up from the old value, down from the old value, and back to it."),
        reread=ENTRIES,
    )
    for id, family, old, new, title, question, look in (
        (
            "up-again-at-the-end",
            "wrong state",
            "        x[index] = kept - h\n        below = f(x)\n        x[index] = kept\n",
            "        x[index] = kept\n        below = f(x)\n        x[index] = kept + h\n",
            "f is asked at x + h and at x, and the entry stays h above its old value",
            "Where does the entry stand after each of the three moves?",
            "Look at how much is added and taken away in the whole turn of the loop.",
        ),
        (
            "down-into-the-wrong-copy",
            "wrong state",
            STORED,
            "gradient[index] = (below - f(x)) / (2 * h)",
            "f is asked at x - h and at x, and never at x + h",
            "At which two points is f asked?",
            "Look at which array each of the two moves goes into.",
        ),
        (
            "one-side-and-not-put-back",
            "in place",
            f"        x[index] = kept\n        {STORED}\n",
            "        x[index] = kept\n        below = f(x)\n"
            "        x[index] = kept + h; gradient[index] = (above - below) / h\n",
            "the slope is measured on one side only, and the entry stays h above its old value",
            "What must be true of x before you go on to the next entry?",
            "Look at the end of the loop: where is the entry that you moved?",
        ),
    )
)

MISTAKES = (*WHOLE, *STEPS, *MOVES)
