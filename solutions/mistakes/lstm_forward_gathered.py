"""Known mistakes in `lstm_forward`: what the caches show at the end."""

from functools import partial

from solutions.mistakes.lstm_forward_steps import CACHES, CALL, TIME, WINDOWS
from solutions.mistakes.mistake import Mistake
from solutions.mistakes.sequence import gathered

APPEND = "        steps.append(cache)\n"

mistake = partial(Mistake, of="lstm_forward", spoils=CACHES)

MISTAKES = (
    *gathered("lstm_forward", TIME),
    mistake(
        "newest-cache-first",
        family="order",
        old="steps.append(cache)",
        new="steps.insert(0, cache)",
        title="the list of caches runs backwards",
        hints=(
            "Which step's cache should stand first in the list?",
            "Look at which end of the list a new cache goes to.",
            "The first entry belongs to step 1, the last to step T_x.",
        ),
        reread=TIME,
    ),
    mistake(
        "last-input-in-caches",
        family="cache contract",
        old="(steps, x)",
        new="(steps, x[:, :, t])",
        title="only the last input is kept beside the caches",
        hints=(
            "What shape should the second entry of the tuple of caches have?",
            "Look at the fourth thing you return.",
            "The whole x, of shape (n_x, m, T_x), stands beside the list.",
        ),
        reread=TIME,
    ),
    mistake(
        "one-array-for-every-hidden-state",
        family="aliasing",
        old=f"        a_next, c_next, yt_pred, cache = {CALL}\n",
        new=f"        new, c_next, yt_pred, cache = {CALL}\n        a_next[:] = new\n",
        title="one array is overwritten at every step, and a0 and all caches with it",
        hints=(
            "How many different arrays hold your hidden states, and how many states are there?",
            "Look at the line that takes over the new state: a new name, or new numbers?",
            "Let the variable name the array the cell returned, and write into no other array.",
        ),
        reread=WINDOWS,
    ),
    *(
        mistake(
            id,
            family="aliasing",
            old=APPEND,
            new=f"{APPEND}    steps = [({first}, *kept[4:]) for kept in steps]\n",
            title=f"all caches show the last {called}: one array is overwritten at every step",
            hints=(
                "How many different arrays hold your states, and how many states are there?",
                "Look at the lines that make a new state: a new array, or the old one filled anew?",
                "Each step makes new arrays, so that every cache keeps its own four states.",
            ),
            reread=WINDOWS,
        )
        for id, first, called in (
            (
                "one-buffer-for-both-states",
                "a_next, c_next, a_next, c_next",
                "states of both kinds",
            ),
            (
                "one-buffer-for-the-hidden-state",
                "a_next, kept[1], a_next, kept[3]",
                "hidden state",
            ),
            ("one-buffer-for-the-cell-state", "kept[0], c_next, kept[2], c_next", "cell state"),
        )
    ),
    mistake(
        "new-states-twice-in-each-cache",
        family="cache contract",
        old="steps.append(cache)",
        new="steps.append((a_next, c_next, a_next, c_next, *cache[4:]))",
        title="each cache holds the new states twice, and the old ones nowhere",
        hints=(
            "Are the first and the third entry of your caches equal, and should they be?",
            "Look at whether the states are replaced before the cache is put together, or after "
            "it.",
            "A cache holds both states after the step, then both states before it.",
        ),
        reread=TIME,
    ),
)
