"""Known mistakes in `one_hot`: which entries get a 1, and which are left out or never emptied."""

from functools import partial

from solutions.mistakes.mistake import Mistake
from solutions.mistakes.one_hot import ALL, BRICK, COMPARED, ONE_HOT

ONE_OF_N = "Entry (k, i, t) is 1 where example i shows symbol k at step t, and 0 everywhere else."
SYMBOLS = "np.arange(n).reshape(n, 1, 1)"
RETURNED = f"return {COMPARED}"

mistake = partial(Mistake, of="one_hot", spoils=ALL)

ROWS = tuple(
    mistake(
        id,
        family="index",
        old="symbols == ids",
        new=new,
        title=title,
        hints=(
            "Which row of its column gets the 1 for id 0, and which for id n - 1?",
            "Look at what is added to the ids, or taken from them, before they choose a row.",
            "Row k belongs to id k, with k from 0 to n - 1.",
        ),
        reread=ONE_HOT,
    )
    for id, new, title in (
        (
            "one-row-too-high-and-wrapped",
            "symbols == (ids - 1) % n",
            "the symbols are counted from 1: each 1 is a row too high, that of id 0 in the last",
        ),
        (
            "one-row-too-low",
            "symbols == ids + 1",
            "each 1 stands one row too low, and the last symbol has none",
        ),
    )
)

COMPARISONS = tuple(
    mistake(
        id,
        family="term",
        old="symbols == ids",
        new=new,
        title=title,
        hints=(
            "How many ones should stand in a single column?",
            "Look at the comparison of row numbers and ids: which rows does it let through?",
            "Exactly one entry of a column is 1, the one whose row number equals the id.",
        ),
        reread=ONE_HOT,
    )
    for id, new, title in (
        ("from-the-id-on", "symbols >= ids", "every symbol from the id on gets a 1"),
        ("below-the-id", "symbols < ids", "every symbol below the id gets a 1, the id itself none"),
    )
)

MARKED = tuple(
    mistake(
        id,
        family="index",
        old=RETURNED,
        new=f"marked = (symbols == ids).any(axis={axes}, keepdims=True)\n"
        "    return marked * np.ones(ids.shape)",
        title=f"each symbol marks {what}, not only the one that shows it",
        hints=(
            "How many entries of the brick should a single id set to 1?",
            "Look at the index with which you write a 1: does it say symbol, example and step?",
            ONE_OF_N,
        ),
        reread=BRICK,
    )
    for id, axes, what in (
        ("symbol-marks-all-examples", "1", "all examples of its step"),
        ("symbol-marks-all-steps", "2", "all steps of its example"),
        ("symbol-marks-everything", "(1, 2)", "all examples and all steps"),
    )
)

LOOKED_UP_ONCE = tuple(
    mistake(
        f"{what}-of-the-{which}-{axis}-everywhere",
        family="index",
        old="(symbols == ids)",
        new=f"(symbols == 0 * ids + ids[{place}])",
        title=f"every {axis} shows what the {which} {axis} shows",
        hints=(
            f"Are two {axis}s of your result ever different?",
            "Look at the index with which you read ids: does it change with every example and "
            "with every step?",
            ONE_OF_N,
        ),
        reread=BRICK,
    )
    for what, which, axis, place in (
        ("symbol", "first", "step", ":, :1"),
        ("symbol", "last", "step", ":, -1:"),
        ("symbols", "first", "example", ":1"),
        ("symbols", "last", "example", "-1:"),
    )
)

NEVER_EMPTIED = tuple(
    mistake(
        id,
        family="accumulation",
        old=RETURNED,
        new=new,
        title=title,
        hints=(
            "How many ones stand in the first column that you fill, and how many in the last?",
            "Look at where the column of zeros is made: before the loop, or anew in each turn?",
            "Each column starts with n zeros of its own, and gets a single 1.",
        ),
        reread=ONE_HOT,
    )
    for id, new, title in (
        (
            "ones-of-earlier-steps-stay",
            f"return np.maximum.accumulate({COMPARED}, axis=2)",
            "the ones of earlier steps stay in the columns of later steps",
        ),
        (
            "ones-of-all-earlier-columns-stay",
            f"x = {COMPARED}.reshape(n, ids.size)\n"
            "    return np.maximum.accumulate(x, axis=1).reshape(n, *ids.shape)",
            "one column is filled again and again, and the ones of all columns before stay in it",
        ),
    )
)

LEFT_OUT = tuple(
    mistake(
        id,
        family="index",
        old=RETURNED,
        new=f"x = {COMPARED}\n    x[{place}] = 0\n    return x",
        title=title,
        hints=(question, look, ONE_OF_N),
        reread=ONE_HOT,
    )
    for id, place, title, question, look in (
        *(
            (
                f"first-{name}-left-out",
                place,
                f"the first {name} is left out: its columns hold no 1",
                f"With which {name} does your loop begin?",
                "Look at where each of your loops begins.",
            )
            for name, place in (("example", ":, 0"), ("step", ":, :, 0"))
        ),
        *(
            (
                f"{which}-symbol-left-out",
                place,
                f"the {which} symbol never gets a 1: its row stays zero",
                f"Which column does your function make for id {id}?",
                "Look at where the loop over the symbols begins and ends, and for any condition.",
            )
            for which, place, id in (("first", "0", "0"), ("last", "n - 1", "n - 1"))
        ),
        (
            "first-example-alone",
            ":, 1:",
            "only the first example is encoded: all others stay zero",
            "How many examples does your loop visit?",
            "Look at the index of the example wherever you write a 1.",
        ),
        (
            "first-step-alone",
            ":, :, 1:",
            "only the first step is encoded: all others stay zero",
            "How many steps does your loop visit?",
            "Look at the index of the step wherever you write a 1, and for an early return.",
        ),
    )
)

ARRANGED = (
    mistake(
        "flattened-step-by-step",
        family="order",
        old="(symbols == ids)",
        new="(symbols == ids.T.reshape(ids.shape))",
        title="the ids are laid out step by step, and put back example by example",
        hints=(
            "In which order do the ids stand when they are laid out in one row?",
            "Look at the way from ids to one row, and at the way back: are they the same?",
            ONE_OF_N,
        ),
        reread=BRICK,
    ),
    mistake(
        "steps-first-and-symbols-second",
        family="axis",
        old=COMPARED,
        new=f"{COMPARED}.transpose(2, 0, 1)",
        title="steps stand on the first axis, and symbols on the second",
        hints=(
            "In which order do features, batch and time stand in this course?",
            "Look at the shape of what you return, and at how its axes came there.",
            "Entry (k, i, t) is 1 where example i shows symbol k at step t: (n, m, T_x).",
        ),
        reread=BRICK,
    ),
)

MISTAKES = (*ROWS, *COMPARISONS, *MARKED, *LOOKED_UP_ONCE, *NEVER_EMPTIED, *LEFT_OUT, *ARRANGED)
