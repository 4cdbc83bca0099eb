"""Known mistakes in `lstm_forward`: what is stored, gathered and returned."""

from functools import partial

from solutions.mistakes.lstm_forward_steps import ALL, CACHES, TIME, WINDOWS
from solutions.mistakes.mistake import Mistake

KEPT = "03 · Through time"
RETURN = "return a, y, c, (steps, x)"

mistake = partial(Mistake, of="lstm_forward")

MISTAKES = (
    mistake(
        "cell-outputs-unpacked-wrongly",
        family="order",
        old="a_next, c_next, yt_pred, cache =",
        new="a_next, yt_pred, c_next, cache =",
        title="cell state and prediction are unpacked in the wrong order",
        hints=(
            "In which order does the cell return its four results?",
            "Look at the names to the left of the call.",
            "Hidden state, cell state, prediction, cache: in the cell, c stands before ŷ.",
        ),
        reread=TIME,
        spoils=ALL,
    ),
    mistake(
        "one-array-under-two-names",
        family="aliasing",
        old="c = np.zeros((n_a, m, T_x))",
        new="c = a",
        title="a holds the cell states, as if a and c were one array under two names",
        hints=(
            "Does an equals sign make a new array, or a second name for an old one?",
            "Look at the line where the array for the cell states is made, and at what goes into "
            "a.",
            "Hidden states and cell states need an array each, and a takes the hidden ones.",
        ),
        reread=WINDOWS,
        spoils=("a",),
    ),
    mistake(
        "y-allocated-with-n_a",
        family="shape",
        old="y = np.zeros((n_y, m, T_x))",
        new="y = np.zeros((n_y, m, n_a))",
        title="y has n_a slices where T_x belong",
        hints=(
            "How many predictions are there, one for each unit or one for each step?",
            "Look at the shape with which y is made.",
            "y has shape (n_y, m, T_x), time last.",
        ),
        reread=TIME,
        spoils=ALL,
    ),
    mistake(
        "cell-states-not-stored",
        family="missing path",
        old="        c[:, :, t] = c_next\n",
        new="",
        title="the cell states are not stored: c stays zero",
        hints=(
            "What happens to the second thing that the cell returns?",
            "Look at everything that is written into an array inside the loop.",
            "The slice of c for step t takes c⟨t⟩.",
        ),
        reread=TIME,
        spoils=("c",),
    ),
    mistake(
        "hidden-states-stored-in-c",
        family="wrong state",
        old="c[:, :, t] = c_next",
        new="c[:, :, t] = a_next",
        title="c holds the hidden states",
        hints=(
            "Are a and c equal in your result, and should they be?",
            "Look at what is written into c.",
            "The slice of c for step t takes c⟨t⟩, the cell state.",
        ),
        reread=TIME,
        spoils=("c",),
    ),
    mistake(
        "y-and-c-swapped",
        family="order",
        old=RETURN,
        new="return a, c, y, (steps, x)",
        title="cell states and predictions are returned in the wrong order",
        hints=(
            "Is the order of the results here the same as in the cell?",
            "Look at the last line and compare it with the list of what is returned.",
            "States, predictions, cell states, caches: here y stands before c.",
        ),
        reread=TIME,
        spoils=("y", "c"),
    ),
    mistake(
        "a-and-c-swapped",
        family="order",
        old=RETURN,
        new="return c, y, a, (steps, x)",
        title="hidden states and cell states are returned in the wrong order",
        hints=(
            "Which of the two kinds of state comes first in the result?",
            "Look at the last line: equal shapes do not warn you.",
            "States, predictions, cell states, caches: a stands first.",
        ),
        reread=TIME,
        spoils=("a", "c"),
    ),
    mistake(
        "caches-never-appended",
        family="cache contract",
        old="        steps.append(cache)\n",
        new="",
        title="the list of caches stays empty",
        hints=(
            "How many caches should there be at the end?",
            "Look at what happens to the fourth thing that the cell returns.",
            "In every turn of the loop, the cell's cache goes to the end of the list.",
        ),
        reread=KEPT,
        spoils=CACHES,
    ),
    mistake(
        "caches-flattened",
        family="cache contract",
        old="steps.append(cache)",
        new="steps += cache",
        title="the caches are poured into one flat list",
        hints=(
            "How long should the list be after T_x steps?",
            "Look at how a cache joins the list: as one thing, or as its ten entries?",
            "The list has T_x entries, and each of them is a whole cache.",
        ),
        reread=KEPT,
        spoils=CACHES,
    ),
    mistake(
        "caches-nested",
        family="cache contract",
        old="steps.append(cache)",
        new="steps = (steps, cache)",
        title="the caches are packed into one another",
        hints=(
            "How deep do you have to reach for the cache of the first step?",
            "Look at how a cache joins the ones before.",
            "One flat list, with one cache for each step, side by side.",
        ),
        reread=KEPT,
        spoils=CACHES,
    ),
    mistake(
        "only-the-last-cache",
        family="cache contract",
        old="steps.append(cache)",
        new="steps = [cache]",
        title="only the last cache is kept",
        hints=(
            "How many caches should there be at the end?",
            "Look at whether the list grows or is made anew at every step.",
            "The list starts empty before the loop and grows by one cache at every step.",
        ),
        reread=KEPT,
        spoils=CACHES,
    ),
    mistake(
        "x-missing-from-caches",
        family="cache contract",
        old="(steps, x)",
        new="steps",
        title="the list of caches comes back without x",
        hints=(
            "How many things does the tuple of caches hold?",
            "Look at the fourth thing you return.",
            "A tuple of two: the list of the cell's caches, and x.",
        ),
        reread=KEPT,
        spoils=CACHES,
    ),
    mistake(
        "x-before-the-caches",
        family="order",
        old="(steps, x)",
        new="(x, steps)",
        title="list and x are swapped in the tuple of caches",
        hints=(
            "Which of the two does the backward pass unpack first?",
            "Look at the order within the tuple of caches.",
            "First the list of the cell's caches, then x.",
        ),
        reread=KEPT,
        spoils=CACHES,
    ),
)
