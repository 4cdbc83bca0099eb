"""Known mistakes in `one_hot`: what the array is filled with, and how much of it."""

from functools import partial

from solutions.mistakes.mistake import Mistake
from solutions.mistakes.one_hot import ALL, BRICK, COMPARED, ONE_HOT
from solutions.mistakes.one_hot_marks import ONE_OF_N, RETURNED

mistake = partial(Mistake, of="one_hot", spoils=ALL)

FILLED = tuple(
    mistake(
        id,
        family=family,
        old=RETURNED,
        new=new,
        title=title,
        hints=(question, look, ONE_OF_N),
        reread=ONE_HOT,
    )
    for id, family, new, title, question, look in (
        (
            "ids-for-ones",
            "term",
            "return (symbols * 0 + ids).astype(float)",
            "every row holds the ids themselves",
            "Which numbers may stand in the result, and how many of them are 1?",
            "Look at what you write into the array.",
        ),
        (
            "ones-everywhere",
            "initial state",
            f"return np.ones_like({COMPARED})",
            "every entry is 1, also where 0 belongs",
            "How many zeros stand in a single column of your result?",
            "Look at the array that you begin with.",
        ),
        (
            "symbols-counted-from-the-end",
            "index",
            f"return {COMPARED}[::-1]",
            "the symbols are counted from the end: id 0 has its 1 in the last row",
            "Which row of its column gets the 1 for id 0, and which for id n - 1?",
            "Look at the order of the rows.",
        ),
        (
            "last-column-alone",
            "accumulation",
            f"x = {COMPARED}\n    x.reshape(n, ids.size)[:, :-1] = 0\n    return x",
            "only the last column holds a 1: all others stay zero",
            "How many ones stand in your whole result?",
            "Look at where the array of zeros is made: before the loops, or within them?",
        ),
        (
            "first-column-alone",
            "order",
            f"x = {COMPARED}\n    x.reshape(n, ids.size)[:, 1:] = 0\n    return x",
            "only the first column holds a 1: all others stay zero",
            "How many ones stand in your whole result?",
            "Look at how far the last line of your function is indented.",
        ),
        (
            "last-example-alone",
            "accumulation",
            f"x = {COMPARED}\n    x[:, :-1] = 0\n    return x",
            "only the last example is encoded: all others stay zero",
            "How many examples have ones in your result?",
            "Look at where the array of zeros is made: before the loops, or within them?",
        ),
        (
            "last-step-alone",
            "accumulation",
            f"x = {COMPARED}\n    x[:, :, :-1] = 0\n    return x",
            "only the last step is encoded: all others stay zero",
            "How many steps have ones in your result?",
            "Look at where the array of zeros is made: before the loops, or within them?",
        ),
    )
)

SHAPES = tuple(
    mistake(
        id,
        family="shape",
        old=RETURNED,
        new=new,
        title=title,
        hints=(
            "Which three sizes has the result, and in which order?",
            "Look at the shape of what you return.",
            "First the n symbols, then the m examples, then the T_x steps.",
        ),
        reread=BRICK,
    )
    for id, new, title in (
        (
            "one-row-too-few",
            f"return {COMPARED}[: n - 1]",
            "there is one row too few: the last symbol has none",
        ),
        (
            "one-column-for-each-example",
            f"return {COMPARED}.max(axis=2)",
            "the steps are gone: each example has one column for all of them",
        ),
    )
)

MISTAKES = (*FILLED, *SHAPES)
