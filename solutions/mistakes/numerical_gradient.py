"""Known mistakes in `numerical_gradient`."""

from functools import partial

from solutions.mistakes.mistake import Mistake

SLOPE = "00 · Measure a gradient"
ENTRIES = "00 · From one number to an array"
ALL = ("gradient",)

mistake = partial(Mistake, of="numerical_gradient")

MISTAKES = (
    mistake(
        "forward-difference",
        family="term",
        old="(above - below) / (2 * h)",
        new="(above - f(x)) / h",
        title="the slope is measured on one side only",
        hints=(
            "At a kink, where |x| turns around, does your way see both sides?",
            "Look at the two points at which you ask f.",
            "Central: f at x + h minus f at x - h, divided by 2h.",
        ),
        reread=SLOPE,
        spoils=ALL,
    ),
    mistake(
        "divided-by-h",
        family="missing factor",
        old="/ (2 * h)",
        new="/ h",
        title="the gradient is twice too large: divided by h, not by 2h",
        hints=(
            "How far apart are the two points at which you ask f?",
            "Look at the denominator.",
            "From x - h to x + h it is 2h, and that is what the difference is divided by.",
        ),
        reread=SLOPE,
        spoils=ALL,
    ),
    mistake(
        "divided-by-two-times-h",
        family="scaling",
        old="/ (2 * h)",
        new="/ 2 * h",
        title="the difference is divided by 2 and then multiplied by h",
        hints=(
            "In which order does Python work through a division and a product?",
            "Look at the denominator: does all of it stay below the line?",
            "The difference is divided by the product 2h as a whole.",
        ),
        reread=SLOPE,
        spoils=ALL,
    ),
    mistake(
        "below-minus-above",
        family="sign",
        old="above - below",
        new="below - above",
        title="the sign is wrong: the two values of f are subtracted the wrong way round",
        hints=(
            "If f grows with x, should the gradient be positive or negative?",
            "Look at which value of f is subtracted from which.",
            "The value at x + h comes first, the value at x - h is subtracted.",
        ),
        reread=SLOPE,
        spoils=ALL,
    ),
    mistake(
        "entry-not-put-back",
        family="in place",
        old="        x[index] = kept\n",
        new="",
        title="the moved entry is not put back: it stays h below its old value",
        hints=(
            "What must be true of x before you go on to the next entry?",
            "Look at the end of the loop: where is the entry that you moved?",
            "Remember the old value, move it up, move it down, and put the old value back.",
        ),
        reread=ENTRIES,
        spoils=ALL,
    ),
    mistake(
        "down-from-the-moved-entry",
        family="wrong state",
        old="x[index] = kept - h",
        new="x[index] -= h",
        title="f is asked at x + h and at x, only h apart, but the difference is divided by 2h",
        hints=(
            "After one step up and one step down, where does the entry stand?",
            "Look at the number from which you subtract h.",
            "Both points start from the old value: one is the old value + h, the other - h.",
        ),
        reread=ENTRIES,
        spoils=ALL,
    ),
    mistake(
        "both-at-the-same-point",
        family="aliasing",
        old="        above = f(x)\n        x[index] = kept - h\n",
        new="        x[index] = kept - h\n        above = f(x)\n",
        title="every slope is 0, as if f were asked twice at the same point",
        hints=(
            "Do the two values of f differ for one entry, and where does their difference go?",
            "Look at whether x moves or a copy of it, at when f is asked, at what keeps the slope.",
            "Ask f with the entry at +h, then at -h, and store their difference over 2h.",
        ),
        reread=ENTRIES,
        spoils=ALL,
    ),
    mistake(
        "all-entries-moved",
        family="index",
        old="(above - below) / (2 * h)",
        new="(f(x + h) - f(x - h)) / (2 * h)",
        title="each entry holds the sum of all slopes, as if all entries were moved at once",
        hints=(
            "Whose slope do you measure when every entry moves?",
            "Look at what h is added to, an array or one entry of it, and at where the slope goes.",
            "Only entry k moves, by h up and by h down, and all others stay where they are.",
        ),
        reread=ENTRIES,
        spoils=ALL,
    ),
    mistake(
        "rows-moved",
        family="index",
        old="for index in np.ndindex(x.shape):",
        new="for index in range(len(x)):",
        title="whole rows are moved instead of single entries",
        hints=(
            "What does one number as an index pick out of a matrix?",
            "Look at what the loop runs over when x has two axes or three.",
            "The loop visits every entry of x, whatever its shape, one at a time.",
        ),
        reread=ENTRIES,
        spoils=ALL,
    ),
    mistake(
        "last-entry-only",
        family="accumulation",
        old="        gradient[index] = (",
        new="        gradient = (",
        title="one number comes back where an array belongs",
        hints=(
            "How many numbers does the gradient of f with respect to x have?",
            "Look at where the loop puts the slope it has measured.",
            "The slope along entry k goes into entry k of an array shaped like x.",
        ),
        reread=ENTRIES,
        spoils=ALL,
    ),
    mistake(
        "flattened",
        family="shape",
        old="return gradient",
        new="return gradient.ravel()",
        title="the gradient has lost the shape of x",
        hints=(
            "What is the shape of a gradient with respect to x?",
            "Look at the shape of what you return when x is a matrix.",
            "The gradient has exactly the shape of x: one slope for every entry.",
        ),
        reread=ENTRIES,
        spoils=ALL,
    ),
    mistake(
        "second-name-for-x",
        family="aliasing",
        old="gradient = np.zeros_like(x)",
        new="gradient = x",
        title="the gradient is written into x itself",
        hints=(
            "Does an equals sign make a new array, or a second name for an old one?",
            "Look at the line where the array for the result is made.",
            "The gradient needs an array of its own: zeros in the shape of x.",
        ),
        reread=ENTRIES,
        spoils=ALL,
    ),
    mistake(
        "step-too-small",
        family="scaling",
        old="    h = 1e-5\n",
        new="    h = 1e-12\n",
        title="the step is so small that rounding drowns the difference",
        hints=(
            "How many digits of f are left when two nearly equal values are subtracted?",
            "Look at the size of h.",
            "h = 10⁻⁵ is a good compromise between curvature and rounding.",
        ),
        reread="00 · Your checker at work",
        spoils=ALL,
    ),
    mistake(
        "step-too-large",
        family="scaling",
        old="    h = 1e-5\n",
        new="    h = 1e-1\n",
        title="the step is so large that the curve bends within it",
        hints=(
            "Is the curve still nearly straight between x - h and x + h?",
            "Look at the size of h.",
            "The error of the central way shrinks like h², and h = 10⁻⁵ makes it tiny.",
        ),
        reread=SLOPE,
        spoils=ALL,
    ),
)
