"""What an error usually means in this course: a sentence about it, and what to look at."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Meaning:
    """An error's meaning in plain words, and what to look at in the line where it came up.

    `pattern` is looked for in the error's text, such as "KeyError: 'Wx'". What is `certain` is
    said on the card; the rest waits for `hint`.
    """

    pattern: str
    says: str
    look: str
    certain: bool = False


MEANINGS = (
    Meaning(
        "not valid Python",
        "Python cannot read this cell, so there is no function yet.",
        "Look at the line it names and at the one before: a bracket, a quote or a colon is often "
        "missing there, or the indentation differs.",
    ),
    Meaning(
        "matmul|not aligned",
        "In a matrix product, `@`, the columns of the first factor meet the rows of the second: "
        "are there equally many?",
        "Write the shape under every factor of this line. Two of them stand in the wrong order, "
        "one has to be transposed, or it is a product entry by entry, `*`.",
        certain=True,
    ),
    Meaning(
        "broadcast|operands could not|must match exactly",
        "Two arrays meet entry by entry, and their shapes do not fit: which shapes are they?",
        "Write the shape under every array of this line. One step of x is the slice x[:, :, t], "
        "and a bias is a column.",
        certain=True,
    ),
    Meaning(
        "truth value",
        "One truth value is needed here, and a whole array comes: which array?",
        "Look for `if`, `and`, `or`, `not`, `max(` and `min(` in this line. `np.where` chooses "
        "entry by entry, `np.max` finds the largest entry.",
        certain=True,
    ),
    Meaning(
        "inhomogeneous|array element with a sequence",
        "Several things stand where one number or one array is expected: which name holds a tuple, "
        "a list or a whole array?",
        "Print `type(…)` and `len(…)` of what stands on the right of the =.",
        certain=True,
    ),
    Meaning(
        "as a data type",
        "A number stands where NumPy expects a kind of numbers: is the shape one tuple?",
        "`np.zeros((rows, columns))`: the outer brackets are those of the call, the inner ones "
        "those of the shape.",
        certain=True,
    ),
    Meaning(
        "unpack",
        "How many names stand on the left of the =, and how many values come from the right?",
        "Look at what the function or the tuple on the right holds, and in which order.",
        certain=True,
    ),
    Meaning(
        "KeyError",
        "The dictionary has no such key: what are its keys called?",
        "Compare the name with the docstring, letter by letter. Capital and small letters differ.",
        certain=True,
    ),
    Meaning(
        "UnboundLocalError|not associated with a value",
        "A variable is used before anything was put into it: where does it get its first value?",
        "Look for the line that makes this variable. It must come before this one, on every path.",
        certain=True,
    ),
    Meaning(
        "NameError",
        "The function uses a name that it does not have when it runs alone: where should it come "
        "from?",
        "Look whether it is spelt as where it is made, and whether it comes from the arguments, "
        "from a line above, or from the setup cell.",
        certain=True,
    ),
    Meaning(
        "NoneType|ellipsis",
        "Something here is None or `...` where an array should be: which line should have made it?",
        "Follow each array of this line back to where it was made. A `...` may still stand there, "
        "or a function without `return`.",
    ),
    Meaning(
        "positional argument|keyword argument|required argument",
        "A function is called with other arguments than it takes: which does it take, in which "
        "order?",
        "Compare this call with the line that begins with `def`.",
        certain=True,
    ),
    Meaning(
        "not callable|not subscriptable|indices must be|AttributeError",
        "Something here is of another kind than this line takes it for: what is it?",
        "Print `type(…)` of each thing in this line. Round brackets call a function, square ones "
        "choose an entry.",
    ),
    Meaning(
        "IndexError|AxisError",
        "Something here reaches beyond an array: how many axes has it, and how long are they?",
        "Compare the index with the shape. NumPy counts from 0, so the last step is T_x - 1.",
        certain=True,
    ),
    Meaning(
        "far more often than T_x",
        "How many steps has the sequence, and how often is the cell called?",
        "Look at the loops around this call: one turn for each step is enough.",
    ),
    Meaning(
        "ZeroDivisionError|FloatingPointError|invalid value|overflow",
        "For which input is the number below the bar 0, or the exponent very large?",
        "Look at each division and each exp of this line, and at the smallest and largest input.",
    ),
    Meaning(
        "RecursionError",
        "Which function calls itself, and what should end that?",
        "Look whether this line calls the function it stands in. A loop is enough here.",
    ),
    Meaning(
        "MemoryError|Unable to allocate",
        "Which array grows far beyond the size of the input?",
        "Look at the shape of each new array of this line.",
    ),
)

UNKNOWN = Meaning(
    "",
    "What does this error say, read slowly, and about which part of the line?",
    "Print the shape and the type of everything that this line uses.",
)


def plainly(message: str) -> str:
    """Say in plain words what an error is; "" where its first line may mean different things."""
    known = meaning(message.split("\n")[0])
    return known.says if known.certain else ""


def meaning(message: str) -> Meaning:
    """Find what an error most likely means."""
    found = (known for known in MEANINGS if re.search(known.pattern, message))
    return next(found, UNKNOWN)
