"""Names and keys that are not there: not taken out, misspelt, or another library's."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from difflib import SequenceMatcher, get_close_matches

from grader.crash_causes import line
from grader.crash_causes.cause import Cause, results
from grader.exercise import Call, Exercise, Failure
from grader.exercises import EXERCISES
from grader.inputs import cache_entries, inputs, parameters, sizes

UNDEFINED = r"NameError: name '(\w+)' is not defined"
UPDATE_GATE = {"Wu": "Wi", "bu": "bi"}

OF_NUMPY = frozenset(
    """arange array concatenate dot empty exp eye hstack log matmul maximum ndindex ones sqrt stack
    tanh vstack where zeros zeros_like""".split()  # noqa: SIM905
)
"""Functions of NumPy's that people call without saying whose they are."""

MORE_OF_NUMPY = frozenset(
    """abs amax argmax clip einsum empty_like flip full max mean min minimum multiply ndenumerate
    newaxis ones_like outer power reshape round square sum transpose""".split()  # noqa: SIM905
)
OF_MATH = frozenset(
    "ceil cos cosh exp expm1 fabs floor log log10 log1p log2 sin sinh sqrt tanh".split()  # noqa: SIM905
)
"""Functions that `math` has for single numbers and NumPy for whole arrays, by the same name."""


def name_not_taken_out(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    match = re.match(UNDEFINED, failure.message)
    known = dict(inputs(exercise, call))
    if not match or match[1] not in known or match[1] in exercise.arguments:
        return None
    name = match[1]
    cached = name in cache_entries(4) + cache_entries(10)
    home = "the cache" if cached else "`parameters`"
    return (
        "name-not-taken-out",
        f"`{name}` is not defined: take it from {home}",
        f"Where does your function get `{name}` from, when it runs alone?",
        f"Look at the first lines of your function: which entries of {home} do they take out?",
        "The cache is a tuple: one name for each entry, in their order."
        if cached
        else f'The entry of `parameters` under the key "{name}".',
    )


SIZES = {
    "m": "how many examples there are",
    "T_x": "how many steps there are",
    "n_a": "how many units the hidden state has",
    "n_x": "how many features the input has",
    "n_y": "how many numbers a prediction has",
}


def size_not_taken_out(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find a size that is used and never read from a shape."""
    match = re.match(UNDEFINED, failure.message)
    if not match or match[1] not in SIZES or match[1] not in sizes(exercise, call).values():
        return None
    name = match[1]
    return (
        "size-not-taken-out",
        f"`{name}` is not defined: it is {SIZES[name]}, and stands in a shape",
        f"Which of the arrays that come in has an axis that is `{name}` long?",
        "Look at the shapes in the docstring.",
        "`array.shape` gives all sizes of an array, in the order of its axes.",
    )


def e_for_exp(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find `e ** -z`, with an e that nobody has defined."""
    tree = line.begun(failure.line) if "name 'e' is not defined" in failure.message else None
    powers = [
        node.left
        for node in ast.walk(tree or ast.Pass())
        if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Pow, ast.BitXor))
    ]
    if not any(line.dotted(base) == "e" for base in powers):
        return None
    return (
        "e-for-exp",
        "there is no `e` here: NumPy's number is called `np.e`, and the power of it `np.exp`",
        "How does NumPy write e to the power of something?",
        "Look at what stands before the power.",
        "`np.exp(z)` is e to the power of z, entry by entry.",
    )


def another_library(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find `math.exp`, and `exp` alone, where `np.exp` belongs."""
    match = re.match(UNDEFINED, failure.message)
    tree = line.begun(failure.line) if match else None
    if not match or not tree:
        return None
    name = match[1]
    called = {function for function, _ in line.calls(tree)}
    if name == "math":
        of_math = sorted(f.removeprefix("math.") for f in called if f.startswith("math."))
        function = of_math[0] if of_math and OF_MATH.issuperset(of_math) else ""
        title = f"there is no `math` here; `np.{function}` does the same for a whole array"
    else:
        function = name if name in OF_NUMPY & called else ""
        title = f"there is no `{name}` here; NumPy's is called `np.{name}`"
    if not function:
        return None
    return (
        "another-library",
        title,
        f"To which library does this `{function}` belong, and under which name is that imported?",
        f"Look at every place where your function calls `{function}`.",
        f"The setup imports NumPy as np: `np.{function}(…)`.",
    )


OWN = ("one_hot", "relative_error", "sigmoid", "softmax")
ELSEWHERE = {"cat": "concatenate", "mm": "matmul", "onehot": "eye", "multiple": "multiply"}
"""What other libraries, or people in a hurry, call a function -> what NumPy calls it."""


def not_in_numpy(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find `np.sigmoid`, which is the course's own, and `np.tahn`."""
    match = re.match(r"AttributeError: module 'numpy' has no attribute '(\w+)'", failure.message)
    if not match:
        return None
    name = match[1]
    if name in OWN:
        title = f"NumPy has no `{name}`: it is a function of this course, `{name}` without `np.`"
        belongs = f"`{name}(…)`: the first cell of the notebook makes it known."
    else:
        known = sorted(OF_NUMPY | OF_MATH | MORE_OF_NUMPY)
        meant = ELSEWHERE.get(name) or nearest(name, known, 0.75)
        if not meant:
            return None
        title = f"NumPy has no `{name}`; it has `np.{meant}`"
        belongs = f"`np.{meant}(…)`."
    return (
        "not-in-numpy",
        title,
        f"Whose function is `{name}`, and how is it spelt there?",
        f"Look at each `np.{name}` of your function.",
        belongs,
    )


def name_never_made(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find the name of a result that is used too early, or one that only the cell knows."""
    match = re.fullmatch(UNDEFINED, failure.message)  # it would go on if another name were like it
    if not match or match[1] in exercise.arguments:
        return None
    name, helper = match[1], EXERCISES.get(exercise.helper or "")
    if name in results(exercise.name):
        return (
            "result-not-made",
            f"`{name}` is not defined: it is a result, and is used before your function makes it",
            f"In which line does `{name}` get its first value?",
            f"Look at every place where `{name}` stands, from the top of your function.",
            "A name is there from the line on that gives it a value.",
        )
    if helper and name in helper.arguments:
        return (
            "name-of-the-cell",
            f"`{name}` is not defined here: only inside `{helper.name}` is it a name",
            f"What does `{helper.name}` get as its `{name}` at each step?",
            "Look at the line that calls the cell, and at what stands before the loop.",
            "Each function knows its own names: give the cell an array that yours has made.",
        )
    return None


def name_misspelt(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    match = re.match(r"(NameError: name|KeyError:) '(\w+)'", failure.message)
    names = [*exercise.arguments, *dict(inputs(exercise, call)), *results(exercise.helper)]
    if not match or match[2] in names:
        return None
    own = re.search(r"Did you mean: '(\w+)'\?$", failure.message)
    meant = own[1] if own else nearest(match[2], names)
    if not meant:
        return None
    home = "where your function makes it" if own else "in the docstring"
    return (
        "name-misspelt",
        f"there is no `{match[2]}` here; there is `{meant}`",
        f"How is `{meant}` spelt {home}, letter by letter?",
        f"Look at the line that the error names, and at the line that makes `{match[2]}`.",
        "Names and keys are those of the docstring; capital and small letters differ."
        if not own
        else "One name, spelt the same wherever it stands.",
    )


def nearest(written: str, names: Sequence[str], likeness_at_least: float = 0.6) -> str:
    """Find the name that was meant: that of the same letters, else the one that is closest."""
    anagrams = [name for name in names if sorted(name.lower()) == sorted(written.lower())]
    close = [*dict.fromkeys(anagrams or get_close_matches(written, names, 3, likeness_at_least))]
    likeness = [SequenceMatcher(None, name, written).ratio() for name in close]
    is_clear = len(close) == 1 or (len(close) > 1 and likeness[0] > likeness[1])
    return close[0] if is_clear else ""


def key_of_no_parameter(exercise: Exercise, call: Call, failure: Failure) -> Cause | None:
    """Find a key that `parameters` is asked for and that is like none of its own."""
    match = re.fullmatch(r"KeyError: '(\w+)'", failure.message)
    known = parameters(exercise, call)
    asks = match and re.search(rf"\bparameters\[([\"']){match[1]}\1\]", failure.line)
    if not match or not asks or not known or match[1] in known:
        return None
    key = match[1]
    if key in UPDATE_GATE and UPDATE_GATE[key] in known:
        title = f"`parameters` has no `{key}`: the update gate's weights are `Wi` and `bi` here"
    else:
        title = f"`parameters` has no `{key}`: its keys are {', '.join(known)}"
    return (
        "key-of-no-parameter",
        title,
        "Which letter does the lesson give to each gate, and to the prediction?",
        "Look at every key that your function asks `parameters` for.",
        f"The keys: {', '.join(known)}.",
    )
