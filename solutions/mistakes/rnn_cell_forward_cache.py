"""Known mistakes in `rnn_cell_forward`: what is kept in the cache, where, and what is returned."""

from functools import partial

from solutions.mistakes.mistake import Mistake
from solutions.mistakes.rnn_cell_forward_results import CACHE

OLD = "cache = (a_next, a_prev, xt, parameters)"
RETURN = "return a_next, yt_pred, cache"
ORDER = "The order is: new state, old state, input, parameters."
CALLED = {
    "a_next": "new state",
    "a_prev": "old state",
    "xt": "input",
    "parameters": "dictionary of parameters",
}

mistake = partial(Mistake, of="rnn_cell_forward", reread=CACHE)
cached = partial(mistake, family="cache contract", old=OLD, spoils=("cache",))


def with_prediction_for(entry: str) -> str:
    """Write the cache with the prediction in the place of one entry."""
    return f"({', '.join('yt_pred' if kept == entry else kept for kept in CALLED)})"


MISTAKES = (
    *(
        cached(
            id,
            new=f"cache = {entries}",
            title=title,
            hints=(
                "In which order will the backward pass unpack the cache?",
                "Go through the four names of the cache one by one, with your tuple beside them.",
                ORDER,
            ),
        )
        for id, entries, title in (
            (
                "cache-input-first-new-state-third",
                "(xt, a_prev, a_next, parameters)",
                "the cache begins with the input, and the new state stands third",
            ),
            (
                "cache-old-state-first-new-state-third",
                "(a_prev, xt, a_next, parameters)",
                "the cache begins with the old state, and the new state stands third",
            ),
            (
                "cache-input-before-old-state",
                "(a_next, xt, a_prev, parameters)",
                "old state and input are swapped in the cache",
            ),
            (
                "cache-input-before-both-states",
                "(xt, a_next, a_prev, parameters)",
                "the input stands before both states in the cache",
            ),
            (
                "cache-new-state-last",
                "(xt, a_prev, parameters, a_next)",
                "the cache holds the arguments first and the new state last",
            ),
            (
                "cache-parameters-before-input",
                "(a_next, a_prev, parameters, xt)",
                "input and parameters are swapped in the cache",
            ),
            (
                "cache-parameters-first",
                "(parameters, a_next, a_prev, xt)",
                "the parameters stand first in the cache instead of last",
            ),
        )
    ),
    *(
        cached(
            f"cache-prediction-for-{entry}",
            new=f"cache = {with_prediction_for(entry)}",
            title=f"the cache holds the prediction where the {called} belongs",
            hints=(
                "Does the backward pass of the cell need the prediction?",
                "Go through the four names of the cache one by one, with your tuple beside them.",
                ORDER,
            ),
        )
        for entry, called in CALLED.items()
    ),
    cached(
        "cache-with-the-prediction-too",
        new="cache = (a_next, a_prev, xt, parameters, yt_pred)",
        title="the prediction is kept in the cache as a fifth entry",
        hints=(
            "How many entries does your cache have, and how many belong there?",
            "Look at the last entry of your cache.",
            "Four entries: new state, old state, input, and the dictionary of parameters.",
        ),
    ),
    cached(
        "cache-parameters-unpacked",
        new="cache = (a_next, a_prev, xt, Wax, Waa, Wya, ba, by)",
        title="the cache holds the five parameters one by one instead of their dictionary",
        hints=(
            "How many entries does your cache have, and how many belong there?",
            "Look at the last entries of your cache.",
            "The fourth entry is the dictionary itself, just as it came in.",
        ),
    ),
    cached(
        "cache-is-a-dictionary",
        new='cache = {"a_next": a_next, "a_prev": a_prev, "xt": xt, "parameters": parameters}',
        title="the cache is a dictionary instead of a tuple",
        hints=(
            "How will the backward pass take the cache apart, by names or by places?",
            "Look at the brackets around the entries of the cache.",
            "A tuple of four: new state, old state, input, parameters.",
        ),
    ),
    cached(
        "cache-old-state-twice",
        new="cache = (a_prev, a_prev, xt, parameters)",
        title="the old state stands in the cache where the new one belongs",
        hints=(
            "Are the first two entries of your cache equal, and should they be?",
            "Look at the first entry of your cache.",
            ORDER,
        ),
    ),
    mistake(
        "old-state-returned",
        family="wrong state",
        old=RETURN,
        new="return a_prev, yt_pred, cache",
        title="the old state is returned instead of the new one",
        hints=(
            "What is the next step to start from?",
            "Look at the first name that you return.",
            "First the new state a⟨t⟩, then the prediction, then the cache.",
        ),
        spoils=("a_next",),
    ),
    mistake(
        "prediction-after-cache",
        family="order",
        old=RETURN,
        new="return a_next, cache, yt_pred",
        title="prediction and cache are returned in the wrong order",
        hints=(
            "In which order does the one who calls your cell unpack its results?",
            "Look at the last line and compare it with the list of what is returned.",
            "First the new state, then the prediction, then the cache.",
        ),
        spoils=("yt_pred", "cache"),
    ),
)
