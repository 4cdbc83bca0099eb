"""Known mistakes in `rnn_cell_forward`: another function for tanh, and examples left out."""

from functools import partial

from solutions.mistakes.mistake import Mistake
from solutions.mistakes.rnn_cell_forward_state import ALL, CELL, SHAPES, STATE, TANH
from solutions.mistakes.rnn_cell_forward_sum import SUM

WHOLE = f"a_next = {STATE}"

mistake = partial(Mistake, of="rnn_cell_forward", old=WHOLE, spoils=ALL)

BY_HAND = (
    (
        "sinh-for-tanh",
        "missing factor",
        "a_next = np.sinh(z)",
        "tanh made by hand is divided by 2: that is sinh",
    ),
    (
        "tanh-numerator-without-brackets",
        "term",
        "a_next = np.exp(z) - np.exp(-z) / (np.exp(z) + np.exp(-z))",
        "tanh made by hand lacks the brackets above the line",
    ),
    (
        "tanh-denominator-without-brackets",
        "term",
        "a_next = (np.exp(z) - np.exp(-z)) / np.exp(z) + np.exp(-z)",
        "tanh made by hand lacks the brackets below the line",
    ),
    (
        "tanh-upside-down",
        "order",
        "a_next = 1 / np.tanh(z)",
        "tanh made by hand is upside down",
    ),
    (
        "tanh-of-half",
        "scaling",
        "a_next = 2 * sigmoid(z) - 1",
        "the curve is that of tanh, but half as steep",
    ),
)

MISTAKES = (
    *(
        mistake(
            id,
            family=family,
            new=f"z = {SUM}\n    {new}",
            title=title,
            hints=(
                "What does your function give at 1, and what does tanh 1 = 0.7616 say?",
                "Look at the lines with which you make tanh.",
                "tanh z is e to the z minus e to the -z, all of it divided by their sum; NumPy "
                "has it ready.",
            ),
            reread=TANH,
        )
        for id, family, new, title in BY_HAND
    ),
    *(
        mistake(
            f"{name}-for-tanh",
            family="activation",
            new=f"a_next = {new}",
            title=title,
            hints=(
                "Between which two numbers does a unit of your state stay?",
                "Look at the function around the sum of the three terms.",
                "a⟨t⟩ = tanh z⟨t⟩, entry by entry, between -1 and 1.",
            ),
            reread=TANH,
        )
        for name, new, title in (
            ("relu", f"np.maximum(0, {SUM})", "negative sums become 0: that is ReLU, not tanh"),
            (
                "clipping",
                f"np.clip({SUM}, -1, 1)",
                "sums beyond -1 and 1 are cut off: that is not tanh",
            ),
            ("softmax", f"softmax({SUM})", "softmax is used where tanh belongs"),
            ("tan", f"np.tan({SUM})", "tan is used where tanh belongs"),
            ("slope", f"1 - {STATE} ** 2", "the slope of tanh is used where tanh belongs"),
        )
    ),
    mistake(
        "tanh-twice",
        family="activation",
        new=f"a_next = np.tanh({STATE})",
        title="tanh is applied twice",
        hints=(
            "How many times does tanh act on a unit in one step?",
            "Look at everything that happens between the sum and the new state.",
            "a⟨t⟩ = tanh z⟨t⟩, once.",
        ),
        reread=CELL,
    ),
    *(
        mistake(
            f"{which}-example-left-out",
            family="index",
            new=f"{WHOLE}\n    a_next[:, {index}] = 0",
            title=f"the {which} example of the batch is left out: its state stays zero",
            hints=(
                "How many examples does your loop visit, and how many are there?",
                f"Look at where your loop over the examples {verb}.",
                "There are m examples, counted from 0 to m - 1; without a loop, all are done at "
                "once.",
            ),
            reread=SHAPES,
        )
        for which, index, verb in (("first", 0, "begins"), ("last", -1, "ends"))
    ),
    mistake(
        "last-example-for-all",
        family="index",
        new=f"{WHOLE}\n    a_next[:] = a_next[:, -1:]",
        title="every example gets the state of the last one",
        hints=(
            "Do two examples with different inputs get different states?",
            "Look at the columns your loop over the examples writes into: one, or all?",
            "The state of example i goes into column i alone.",
        ),
        reread=SHAPES,
    ),
)
