"""Known mistakes in `rnn_forward`: what goes into the cell, and when."""

from functools import partial

from solutions.mistakes.mistake import Mistake

TIME = "01 · Through time"
FIRST = "01 · The first step starts from a0"
WINDOWS = "01 · Windows and photographs"
ALL = ("a", "y_pred", "caches")
CACHES = ("caches",)
CALL = "rnn_cell_forward(x[:, :, t], a_next, parameters)"

mistake = partial(Mistake, of="rnn_forward")

MISTAKES = (
    mistake(
        "a0-at-every-step",
        family="wrong state",
        old=CALL,
        new="rnn_cell_forward(x[:, :, t], a0, parameters)",
        title="every step starts from a0 again, so nothing is remembered",
        hints=(
            "What does the cell at step 2 know of step 1?",
            "Look at the second argument of the cell: does it change from step to step?",
            "The state that the cell returned goes in at the next step; a0 only at the first.",
        ),
        reread=TIME,
        spoils=ALL,
    ),
    mistake(
        "slice-not-filled-yet",
        family="wrong state",
        old=CALL,
        new="rnn_cell_forward(x[:, :, t], a[:, :, t], parameters)",
        title="the state handed to the cell is the slice that is still zero",
        hints=(
            "When is the slice of a for this step filled, before the call or after it?",
            "Look at the second argument of the cell.",
            "The cell at step t needs a⟨t-1⟩, the state returned one step earlier.",
        ),
        reread=TIME,
        spoils=ALL,
    ),
    mistake(
        "a0-ignored",
        family="initial state",
        old="a_next = a0",
        new="a_next = np.zeros((n_a, m))",
        title="a0 is ignored: the first step starts from zeros",
        hints=(
            "What does your function do with its second argument?",
            "Look at the state that the first call of the cell gets.",
            "a⟨0⟩ is a0, whatever it holds.",
        ),
        reread=FIRST,
        spoils=ALL,
    ),
    mistake(
        "previous-slice-as-state",
        family="aliasing",
        old=CALL,
        new="rnn_cell_forward(x[:, :, t], a[:, :, t - 1], parameters)",
        title="the state before is read from a, which wraps around at the first step",
        hints=(
            "At t = 0, which slice is the one before, and what does it hold?",
            "Look at the second argument of the cell at the very first step.",
            "Keep the current state in a variable of its own that starts as a0.",
        ),
        reread=WINDOWS,
        spoils=ALL,
    ),
    mistake(
        "a0-in-a-window",
        family="aliasing",
        old="    a_next = a0\n",
        new="    a[:, :, 0] = a0\n    a_next = a[:, :, 0]\n",
        title="the cache of step 1 holds a window onto a, and the window changes later",
        hints=(
            "What does the old state in the first cache hold at the end, and what should it?",
            "Look at the state you start from: is it an array of its own, or a slice of a?",
            "Start from a0 itself, so that nothing written into a can reach the cache.",
        ),
        reread=WINDOWS,
        spoils=CACHES,
    ),
    mistake(
        "one-array-for-every-state",
        family="aliasing",
        old=f"        a_next, yt_pred, cache = {CALL}\n",
        new=f"        new, yt_pred, cache = {CALL}\n        a_next[:] = new\n",
        title="one array is overwritten at every step, and a0 and all caches with it",
        hints=(
            "How many different arrays hold your states, and how many states are there?",
            "Look at the line that takes over the new state: a new name, or new numbers?",
            "Let the variable name the array the cell returned, and write into no other array.",
        ),
        reread=WINDOWS,
        spoils=CACHES,
    ),
    mistake(
        "first-input-at-every-step",
        family="index",
        old="x[:, :, t]",
        new="x[:, :, 0]",
        title="the cell reads the first input at every step",
        hints=(
            "Does your result change when the last input does?",
            "Look at the first argument of the cell.",
            "Step t reads x⟨t⟩, the slice of x at the loop's own index.",
        ),
        reread=TIME,
        spoils=ALL,
    ),
    mistake(
        "input-off-by-one",
        family="index",
        old="x[:, :, t]",
        new="x[:, :, t - 1]",
        title="the input is taken one step too early",
        hints=(
            "Formulas count from 1 and NumPy from 0: which input does the first turn read?",
            "Look at the index of x at the first turn of the loop.",
            "With a loop from 0, the slice at the loop's own index is the right one.",
        ),
        reread=TIME,
        spoils=ALL,
    ),
    mistake(
        "loop-from-one",
        family="index",
        old="in range(T_x)",
        new="in range(1, T_x)",
        title="the first step is left out",
        hints=(
            "How many turns does your loop make for T_x steps?",
            "Look at where the loop begins, and at the first slice of a.",
            "There are T_x steps, and the loop's index runs from 0 to T_x - 1.",
        ),
        reread=TIME,
        spoils=ALL,
    ),
    mistake(
        "last-step-missing",
        family="index",
        old="in range(T_x)",
        new="in range(T_x - 1)",
        title="the last step is left out",
        hints=(
            "How many turns does your loop make for T_x steps?",
            "Look at where the loop ends, and at the last slice of a.",
            "There are T_x steps, and the loop's index runs from 0 to T_x - 1.",
        ),
        reread=TIME,
        spoils=ALL,
    ),
    mistake(
        "loop-reversed",
        family="order",
        old="in range(T_x)",
        new="in reversed(range(T_x))",
        title="the sequence is read backwards",
        hints=(
            "Which step has to be known before step 2 can be taken?",
            "Look at the direction of the loop.",
            "Forward means from the first step to the last; only the backward pass turns round.",
        ),
        reread=TIME,
        spoils=ALL,
    ),
)
