"""Known mistakes in `one_hot`."""

from functools import partial

from solutions.mistakes.mistake import Mistake

ONE_HOT = "00 · From symbols to numbers: one-hot"
BRICK = "00 · A batch is a brick"
ALL = ("x",)
COMPARED = "(symbols == ids).astype(float)"

mistake = partial(Mistake, of="one_hot")

MISTAKES = (
    mistake(
        "symbols-on-the-last-axis",
        family="axis",
        old="symbols = np.arange(n).reshape(n, 1, 1)\n    return (symbols == ids).astype(float)",
        new="return np.eye(n)[ids]",
        title="the symbols run along the last axis",
        hints=(
            "In which order do features, batch and time stand in this course?",
            "Look at the shape of what you return: it should be (n, m, T_x).",
            "Entry (k, i, t) is 1 where example i shows symbol k at step t: symbols come first.",
        ),
        reread=BRICK,
        spoils=ALL,
    ),
    mistake(
        "batch-and-time-swapped",
        family="transpose",
        old="(symbols == ids)",
        new="(symbols == ids.T)",
        title="batch and time have changed places",
        hints=(
            "Which of the two axes of ids counts the examples, and where does it go?",
            "Compare the last two lengths of your result with the shape of ids.",
            "ids has shape (m, T_x), and the result (n, m, T_x) keeps that order.",
        ),
        reread=BRICK,
        spoils=ALL,
    ),
    mistake(
        "counted-from-one",
        family="index",
        old="np.arange(n)",
        new="np.arange(1, n + 1)",
        title="the symbols are counted from 1 instead of 0",
        hints=(
            "What is the smallest id that may occur?",
            "Look at which row gets the 1 for id 0.",
            "Row k belongs to id k, with k from 0 to n - 1.",
        ),
        reread=ONE_HOT,
        spoils=ALL,
    ),
    mistake(
        "only-symbols-that-occur",
        family="shape",
        old="np.arange(n).reshape(n, 1, 1)",
        new="np.arange(ids.max() + 1).reshape(-1, 1, 1)",
        title="the number of symbols is taken from the ids instead of n",
        hints=(
            "What happens to a symbol that no example shows?",
            "Look at where the length of the first axis comes from.",
            "The first axis has length n, and a symbol that never occurs has a row of zeros.",
        ),
        reread=ONE_HOT,
        spoils=ALL,
    ),
    mistake(
        "ones-and-zeros-swapped",
        family="sign",
        old="symbols == ids",
        new="symbols != ids",
        title="ones and zeros are swapped",
        hints=(
            "How many ones should a column of n entries hold?",
            "Look at the comparison that decides between 1 and 0.",
            "The entry is 1 where the id equals k, and 0 everywhere else.",
        ),
        reread=ONE_HOT,
        spoils=ALL,
    ),
    mistake(
        "filled-up-to-the-id",
        family="term",
        old="symbols == ids",
        new="symbols <= ids",
        title="every symbol up to the id gets a 1",
        hints=(
            "How many ones should stand in a single column?",
            "Look at the column of the largest id: it is full of ones.",
            "Exactly one entry of a column is 1, the one whose row number equals the id.",
        ),
        reread=ONE_HOT,
        spoils=ALL,
    ),
    mistake(
        "examples-and-steps-in-one-row",
        family="shape",
        old="symbols = np.arange(n).reshape(n, 1, 1)\n    return (symbols == ids)",
        new="symbols = np.arange(n).reshape(n, 1)\n    return (symbols == ids.ravel())",
        title="examples and steps are run together in one axis",
        hints=(
            "How many axes does a batch of sequences have?",
            "Look at what becomes of the two axes of ids on their way into the result.",
            "The result has three axes, (n, m, T_x): one new axis in front of the two of ids.",
        ),
        reread=BRICK,
        spoils=ALL,
    ),
    *(
        mistake(
            id,
            family=family,
            old=COMPARED,
            new=f"{COMPARED}{rest}",
            title=title,
            hints=(
                "In which order do features, batch and time stand in this course?",
                "Look at the shape of what you return, and at how its axes came there.",
                "Entry (k, i, t) is 1 where example i shows symbol k at step t: (n, m, T_x).",
            ),
            reread=BRICK,
            spoils=ALL,
        )
        for id, family, rest, title in (
            (
                "examples-first",
                "axis",
                ".transpose(1, 0, 2)",
                "examples stand on the first axis, and symbols on the second",
            ),
            (
                "time-first",
                "axis",
                ".transpose(2, 1, 0)",
                "steps stand on the first axis, and symbols on the last",
            ),
            (
                "reshaped",
                "shape",
                ".transpose(1, 2, 0).reshape(n, *ids.shape)",
                "a reshape puts the symbols first, and mixes everything up",
            ),
        )
    ),
    mistake(
        "id-written-for-one",
        family="scaling",
        old="(symbols == ids)",
        new="(ids * (symbols == ids))",
        title="the id itself is written where a 1 belongs",
        hints=(
            "How large is the largest number in your result?",
            "Look at the value that you put into the chosen entry.",
            "Every column holds zeros and a single 1, for each symbol alike.",
        ),
        reread=ONE_HOT,
        spoils=ALL,
    ),
    mistake(
        "one-row-too-many",
        family="shape",
        old="np.arange(n).reshape(n, 1, 1)",
        new="np.arange(n + 1).reshape(n + 1, 1, 1)",
        title="there is one row too many",
        hints=(
            "How many symbols are there if the ids run from 0 to n - 1?",
            "Look at the length of the first axis.",
            "The first axis has length n, one row for each id from 0 to n - 1.",
        ),
        reread=ONE_HOT,
        spoils=ALL,
    ),
    *(
        mistake(
            f"last-{name}-left-out",
            family="index",
            old=f"return {COMPARED}",
            new=f"x = {COMPARED}\n    x[{place}] = 0\n    return x",
            title=f"the last {name} is left out: its columns hold no 1",
            hints=(
                f"How many {plural} does your loop visit, and how many are there?",
                "Look at where each of your loops ends.",
                "The loops run over all m examples and all T_x steps, counted from 0.",
            ),
            reread=ONE_HOT,
            spoils=ALL,
        )
        for name, plural, place in (
            ("example", "examples", ":, -1"),
            ("step", "steps", ":, :, -1"),
        )
    ),
)
