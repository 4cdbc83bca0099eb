"""Known mistakes in `lstm_cell_forward`: other orders of the cache, and other things in it."""

from functools import partial

from solutions.mistakes.lstm_cell_forward_cache import ENTRIES, KEPT
from solutions.mistakes.lstm_cell_forward_gates import CACHE
from solutions.mistakes.mistake import Mistake

ALL_TEN = "New states, old states, the gates with the candidate third, x⟨t⟩, parameters."
NAMES = ENTRIES.strip("()").split(", ")
SUMS = {
    variable: f'parameters["W{letter}"] @ concat + parameters["b{letter}"]'
    for variable, letter in (("ft", "f"), ("it", "i"), ("cct", "c"), ("ot", "o"))
}

mistake = partial(
    Mistake,
    of="lstm_cell_forward",
    family="cache contract",
    old=f"cache = {ENTRIES}",
    reread=KEPT,
)


def holding(other: dict[str, str]) -> str:
    """Write the cache with other things in the places of some entries."""
    return f"cache = ({', '.join(other.get(name, name) for name in NAMES)})"


ORDERS = (
    (
        "arguments-first",
        "xt, a_prev, c_prev, a_next, c_next, ft, it, cct, ot, parameters",
        "the cache begins with what came in, before the new states",
        CACHE,
    ),
    (
        "in-order-of-computing",
        "xt, a_prev, c_prev, ft, it, cct, ot, c_next, a_next, parameters",
        "the cache is in the order of the computation: the new states stand behind the gates",
        CACHE,
    ),
    (
        "input-before-gates",
        "a_next, c_next, a_prev, c_prev, xt, ft, it, cct, ot, parameters",
        "the input stands before the gates in the cache",
        CACHE,
    ),
    (
        "states-in-pairs",
        "a_next, a_prev, c_next, c_prev, ft, it, cct, ot, xt, parameters",
        "the cache holds both hidden states before both cell states",
        ("cache",),
    ),
    (
        "input-gate-and-candidate-swapped",
        "a_next, c_next, a_prev, c_prev, ft, cct, it, ot, xt, parameters",
        "input gate and candidate are swapped in the cache",
        ("cache", "cache.it", "cache.cct"),
    ),
    (
        "parameters-before-input",
        "a_next, c_next, a_prev, c_prev, ft, it, cct, ot, parameters, xt",
        "input and parameters are swapped in the cache",
        ("cache",),
    ),
)

MISTAKES = (
    *(
        mistake(
            f"cache-{id}",
            new=f"cache = ({entries})",
            title=title,
            hints=(
                "In which order will the backward pass unpack the cache?",
                "Go through the ten names of the cache one by one, with your tuple beside them.",
                ALL_TEN,
            ),
            spoils=spoils,
        )
        for id, entries, title, spoils in ORDERS
    ),
    *(
        mistake(
            f"cache-{id}-swapped",
            new=holding({one: other, other: one}),
            title=f"{called} are swapped in the cache",
            hints=(
                "In which order will the backward pass unpack the cache?",
                "Go through the ten names of the cache one by one, with your tuple beside them.",
                ALL_TEN,
            ),
            spoils=(
                "cache",
                *(f"cache.{name}" for name in (one, other) if f"cache.{name}" in CACHE),
            ),
        )
        for id, one, other, called in (
            ("forget-and-output", "ft", "ot", "forget gate and output gate"),
            ("input-and-output", "it", "ot", "input gate and output gate"),
        )
    ),
    *(
        mistake(
            f"cache-{called.replace(' ', '-')}-before-its-curve",
            new=holding({variable: SUMS[variable]}),
            title=f"the cache holds the bare sum of the {called}",
            hints=(
                f"Is the {called} in your cache the one that the cell state is made with?",
                f"Look at the {place} entry of your cache, and at what happens to it elsewhere.",
                "Gates are kept after σ, the candidate after tanh.",
            ),
            spoils=("cache", f"cache.{variable}"),
        )
        for variable, called, place in (
            ("ft", "forget gate", "fifth"),
            ("it", "input gate", "sixth"),
            ("cct", "candidate", "seventh"),
            ("ot", "output gate", "eighth"),
        )
    ),
    mistake(
        "cache-all-before-their-curves",
        new=holding(SUMS),
        title="the cache holds the bare sums of all gates and of the candidate",
        hints=(
            "Are the gates in your cache between 0 and 1?",
            "Look at the fifth to the eighth entry of your cache.",
            "Gates are kept after σ, the candidate after tanh.",
        ),
        spoils=CACHE,
    ),
    *(
        mistake(
            f"cache-{id}",
            new=holding({entry: other}),
            title=title,
            hints=(
                "Which ten things will the backward pass find in the cache?",
                "Go through the ten names of the cache one by one, with your tuple beside them.",
                ALL_TEN,
            ),
            spoils=("cache",),
        )
        for id, entry, other, title in (
            (
                "tanh-for-cell-state",
                "c_next",
                "np.tanh(c_next)",
                "the cache holds tanh of the new cell state instead of the state",
            ),
            ("stack-for-input", "xt", "concat", "the cache holds the whole stack as its input"),
            (
                "prediction-for-input",
                "xt",
                "yt_pred",
                "the cache holds the prediction where the input belongs",
            ),
        )
    ),
    mistake(
        "cache-with-the-prediction-too",
        new=f"cache = ({', '.join((*NAMES, 'yt_pred'))})",
        title="the prediction is kept in the cache as an eleventh entry",
        hints=(
            "How many entries does your cache have, and how many belong there?",
            "Look at the last entry of your cache.",
            ALL_TEN,
        ),
        spoils=CACHE,
    ),
    mistake(
        "cache-is-a-dictionary",
        new="cache = {" + ", ".join(f'"{name}": {name}' for name in NAMES) + "}",
        title="the cache is a dictionary instead of a tuple",
        hints=(
            "How will the backward pass take the cache apart, by names or by places?",
            "Look at the brackets around the entries of the cache.",
            "A tuple of ten: new states, old states, the gates, x⟨t⟩, parameters.",
        ),
        spoils=CACHE,
    ),
)
