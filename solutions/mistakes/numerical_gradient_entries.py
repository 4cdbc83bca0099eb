"""Known mistakes in `numerical_gradient`: which entries move, how far, and where slopes go."""

from functools import partial

from solutions.mistakes.mistake import Mistake
from solutions.mistakes.numerical_gradient import ALL, ENTRIES, SLOPE

STORED = "gradient[index] = (above - below) / (2 * h)"
RETURNED = "    return gradient\n"
MOVED = "        x[index] = kept + h\n        above = f(x)\n        x[index] = kept - h\n"

mistake = partial(Mistake, of="numerical_gradient", spoils=ALL)

LOOPS = tuple(
    mistake(
        id,
        family=family,
        old=old,
        new=new,
        title=title,
        hints=(question, look, "The slope along entry k goes into entry k, for every k alike."),
        reread=ENTRIES,
    )
    for id, family, old, new, title, question, look in (
        (
            "rows-moved-and-put-back",
            "index",
            f"        {STORED}\n{RETURNED}",
            f"        {STORED}\n"
            "    gradient[...] = gradient.reshape(len(x), -1).sum(axis=1)"
            ".reshape(-1, *[1] * (x.ndim - 1))\n"
            f"{RETURNED}",
            "whole rows are moved together: each entry holds the slopes of its row, added up",
            "How many entries move at once when x is a matrix?",
            "Look at what one number as an index picks out of a matrix.",
        ),
        (
            "return-inside-the-loop",
            "order",
            RETURNED,
            f"    {RETURNED}",
            "the function returns after one turn of the loop: all other slopes are 0",
            "How many entries of your gradient are not zero?",
            "Look at how far the last line of your function is indented.",
        ),
        (
            "running-total",
            "accumulation",
            RETURNED,
            "    return np.cumsum(gradient).reshape(x.shape)\n",
            "each entry holds the slopes of all entries before it as well, added up",
            "Does the first entry's difference still count when you come to the second?",
            "Look for what is not begun anew in each turn: a sum, or an array that is moved.",
        ),
        (
            "x-added-to-the-gradient",
            "initial state",
            RETURNED,
            "    return x + gradient\n",
            "x itself is added to the gradient, as if the slopes were added to a copy of x",
            "What does the array of the gradient hold before the first slope is stored?",
            "Look at the line that makes it, and at whether a slope is stored or added.",
        ),
        *(
            (
                f"{which}-entry-left-out",
                "index",
                RETURNED,
                f"    gradient.flat[{place}] = 0\n{RETURNED}",
                f"the {which} entry is left out: its slope stays 0",
                "How many turns does your loop make for an array of 6 entries?",
                "Look at where the loop over the entries begins and ends.",
            )
            for which, place in (("first", "0"), ("last", "-1"))
        ),
        (
            "in-whole-numbers",
            "activation",
            "gradient = np.zeros_like(x)",
            "gradient = np.zeros(x.shape, dtype=int)",
            "the gradient is an array of whole numbers: all behind the point is lost",
            "What becomes of 0.7 when it is stored in an array of whole numbers?",
            "Look at the line that makes the array for the gradient.",
        ),
    )
)

SLOPES = tuple(
    mistake(
        id,
        family=family,
        old=old,
        new=new,
        title=title,
        hints=(
            "What should your function give for f(x) = x³ at x = 1, and what does it give?",
            "Look at the two points at which you ask f, and at how far apart they are.",
            "Central: f at x + h minus f at x - h, all of it divided by 2h.",
        ),
        reread=SLOPE,
    )
    for id, family, old, new, title in (
        (
            "lower-side-divided-by-2h",
            "term",
            "(above - below) / (2 * h)",
            "(f(x) - below) / (2 * h)",
            "f is asked at x and at x - h, only h apart, and the difference divided by 2h",
        ),
        (
            "gradient-halved",
            "missing factor",
            "/ (2 * h)",
            "/ (4 * h)",
            "the gradient is half as large: what it is divided by is twice the way moved",
        ),
        (
            "entry-scaled",
            "scaling",
            MOVED,
            MOVED.replace("kept + h", "kept * (1 + h)").replace("kept - h", "kept * (1 - h)"),
            "each slope is multiplied by its entry: x moves by h times x, not by h",
        ),
        (
            "entry-replaced-by-h",
            "wrong state",
            MOVED,
            MOVED.replace("kept + h", "h").replace("kept - h", "-h"),
            "the entry is replaced by h and -h, so the slope is measured at 0",
        ),
        (
            "step-of-one",
            "scaling",
            "    h = 1e-5\n",
            "    h = 1.0\n",
            "the step is 1, so large that the curve bends within it",
        ),
    )
)

LEFT_ABOVE = mistake(
    "entry-left-above",
    family="in place",
    old="        x[index] = kept\n",
    new="        x[index] = kept + h\n",
    title="the moved entry is not put back: it stays h above its old value",
    hints=(
        "What must be true of x before you go on to the next entry?",
        "Look at the end of the loop, and for a second name for x where a copy was meant.",
        "Remember the old value, move it up, move it down, and put the old value back.",
    ),
    reread=ENTRIES,
)

MISTAKES = (*LOOPS, *SLOPES, LEFT_ABOVE)
