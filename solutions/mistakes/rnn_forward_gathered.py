"""Known mistakes in `rnn_forward`: how the steps are put together, and what the caches show."""

from functools import partial

from solutions.mistakes.mistake import Mistake
from solutions.mistakes.predictions_over_time import at_once
from solutions.mistakes.rnn_forward_steps import CACHES, FIRST, TIME, WINDOWS
from solutions.mistakes.sequence import arranged, gathered

RETURN = "return a, y_pred, (steps, x)"
APPEND = "        steps.append(cache)\n"

mistake = partial(Mistake, of="rnn_forward")

MISTAKES = (
    *arranged("rnn_forward", RETURN, {"a": "a_next", "y_pred": "yt_pred"}, TIME),
    *at_once("rnn_forward", "y_pred", "Wya", RETURN, TIME),
    *gathered("rnn_forward", TIME),
    mistake(
        "a-begins-with-a0",
        family="shape",
        old=RETURN,
        new="a = np.concatenate((a0[:, :, None], a), axis=2)\n    " + RETURN,
        title="a begins with a0 and has one slice too many",
        hints=(
            "How many states does the cell return for T_x inputs?",
            "Look at the first slice of a, and at the length of its last axis.",
            "a holds a⟨1⟩ to a⟨T_x⟩, and a⟨0⟩ is not among them.",
        ),
        reread=FIRST,
        spoils=("a",),
    ),
    mistake(
        "prediction-stored-one-step-early",
        family="index",
        old="y_pred[:, :, t] = yt_pred",
        new="y_pred[:, :, t - 1] = yt_pred",
        title="the predictions are stored one slice too early",
        hints=(
            "Into which slice does the prediction of the first turn go?",
            "Look at the index with which you write into y_pred.",
            "The prediction made in a turn goes into the slice of that same turn.",
        ),
        reread=TIME,
        spoils=("y_pred",),
    ),
    mistake(
        "one-buffer-in-all-caches",
        family="aliasing",
        old=APPEND,
        new=APPEND + "    steps = [(a_next, a_next, *kept[2:]) for kept in steps]\n",
        title="all caches show the last state: one array is overwritten at every step",
        hints=(
            "How many different arrays hold your states, and how many states are there?",
            "Look at the line that makes the new state: a new array, or the old one filled anew?",
            "Each step makes a new array, so that every cache keeps its own two states.",
        ),
        reread=WINDOWS,
        spoils=CACHES,
    ),
    mistake(
        "new-states-in-one-buffer",
        family="aliasing",
        old=APPEND,
        new=APPEND + "    steps = [(a_next, *kept[1:]) for kept in steps]\n",
        title="the new state in every cache is the last one: one array is filled anew each time",
        hints=(
            "Are the new states of your first and second cache different arrays?",
            "Look at the array that takes the new state: is it made once, or at every step?",
            "Each step makes a new array, so that every cache keeps its own two states.",
        ),
        reread=WINDOWS,
        spoils=CACHES,
    ),
    mistake(
        "new-state-twice-in-each-cache",
        family="cache contract",
        old="steps.append(cache)",
        new="steps.append((a_next, a_next, *cache[2:]))",
        title="each cache holds the new state twice, and the old one nowhere",
        hints=(
            "Are the first two entries of your caches equal, and should they be?",
            "Look at whether the state is replaced before the cache is put together, or after it.",
            "A cache holds the state after the step and, second, the state before it.",
        ),
        reread=TIME,
        spoils=CACHES,
    ),
)
