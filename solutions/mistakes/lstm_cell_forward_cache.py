"""Known mistakes in `lstm_cell_forward`: the cache."""

from functools import partial

from solutions.mistakes.lstm_cell_forward_gates import CACHE
from solutions.mistakes.mistake import Mistake

KEPT = "03 · The cache: ten entries"
ENTRIES = "(a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters)"
CALLED = {
    "a_next": "new hidden state",
    "c_next": "new cell state",
    "a_prev": "old hidden state",
    "c_prev": "old cell state",
    "ft": "forget gate",
    "it": "input gate",
    "cct": "candidate",
    "ot": "output gate",
    "xt": "input",
    "parameters": "dictionary of parameters",
}

mistake = partial(Mistake, of="lstm_cell_forward")


def without(entry: str) -> str:
    """Write the cache with one entry left out."""
    return f"({', '.join(kept for kept in CALLED if kept != entry)})"


MISTAKES = (
    mistake(
        "cache-without-gates",
        family="cache contract",
        old=f"cache = {ENTRIES}",
        new="cache = (a_next, c_next, a_prev, c_prev, xt, parameters)",
        title="the gates are missing from the cache",
        hints=(
            "What will the backward pass need to know of this step besides the states?",
            "Look at how many entries your cache has.",
            "Ten entries: four states, four gates with the candidate third, x⟨t⟩ and parameters.",
        ),
        reread=KEPT,
        spoils=CACHE,
    ),
    *(
        mistake(
            f"cache-without-{entry}",
            family="cache contract",
            old=f"cache = {ENTRIES}",
            new=f"cache = {without(entry)}",
            title=f"the {called} is missing from the cache",
            hints=(
                "How many entries does your cache have, and how many belong there?",
                "Go through the ten names of the cache one by one, with your tuple beside them.",
                f"Ten entries, and the {called} is one of them.",
            ),
            reread=KEPT,
            spoils=CACHE,
        )
        for entry, called in CALLED.items()
    ),
    mistake(
        "cache-candidate-and-output-swapped",
        family="cache contract",
        old=f"cache = {ENTRIES}",
        new="cache = (a_next, c_next, a_prev, c_prev, ft, it, ot, cct, xt, parameters)",
        title="candidate and output gate are swapped in the cache",
        hints=(
            "In which order will the backward pass unpack the cache?",
            "Look at the seventh and the eighth entry.",
            "The order is forget gate, input gate, candidate, output gate.",
        ),
        reread=KEPT,
        spoils=("cache", "cache.cct", "cache.ot"),
    ),
    mistake(
        "cache-forget-and-input-swapped",
        family="cache contract",
        old=f"cache = {ENTRIES}",
        new="cache = (a_next, c_next, a_prev, c_prev, it, ft, cct, ot, xt, parameters)",
        title="forget gate and input gate are swapped in the cache",
        hints=(
            "In which order will the backward pass unpack the cache?",
            "Look at the fifth and the sixth entry.",
            "The order is forget gate, input gate, candidate, output gate.",
        ),
        reread=KEPT,
        spoils=("cache", "cache.ft", "cache.it"),
    ),
    *(
        mistake(
            f"cache-{which}-states-swapped",
            family="cache contract",
            old=f"cache = {ENTRIES}",
            new=f"cache = {ENTRIES.replace(f'a_{end}, c_{end}', f'c_{end}, a_{end}')}",
            title=f"the two {which} states are swapped in the cache",
            hints=(
                "In which order will the backward pass unpack the cache?",
                f"Look at the {places} entry: equal shapes do not warn you.",
                "The order is new hidden, new cell, old hidden, old cell state.",
            ),
            reread=KEPT,
            spoils=("cache",),
        )
        for which, end, places in (
            ("new", "next", "first and the second"),
            ("old", "prev", "third and the fourth"),
        )
    ),
    mistake(
        "cache-new-and-old-swapped",
        family="cache contract",
        old="cache = (a_next, c_next, a_prev, c_prev,",
        new="cache = (a_prev, c_prev, a_next, c_next,",
        title="new and old states are swapped in the cache",
        hints=(
            "In which order will the backward pass unpack the cache?",
            "Look at the first four entries.",
            "The order is new hidden, new cell, old hidden, old cell state.",
        ),
        reread=KEPT,
        spoils=("cache",),
    ),
)
