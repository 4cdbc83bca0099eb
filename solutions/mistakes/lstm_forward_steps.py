"""Known mistakes in `lstm_forward`: what goes into the cell, and when."""

from functools import partial

from solutions.mistakes.mistake import Mistake

TIME = "03 · Through time"
FIRST = "03 · Two states to start from"
WINDOWS = "01 · Windows and photographs"
ALL = ("a", "y", "c", "caches")
CACHES = ("caches",)
CALL = "lstm_cell_forward(x[:, :, t], a_next, c_next, parameters)"

mistake = partial(Mistake, of="lstm_forward")

MISTAKES = (
    mistake(
        "a0-at-every-step",
        family="wrong state",
        old=CALL,
        new="lstm_cell_forward(x[:, :, t], a0, c_next, parameters)",
        title="every step starts from a0 again",
        hints=(
            "What does the cell at step 2 know of the hidden state of step 1?",
            "Look at the second argument of the cell: does it change from step to step?",
            "The hidden state that the cell returned goes in at the next step, a0 at the first.",
        ),
        reread=TIME,
        spoils=ALL,
    ),
    mistake(
        "cell-state-not-carried",
        family="wrong state",
        old=CALL,
        new="lstm_cell_forward(x[:, :, t], a_next, np.zeros((n_a, m)), parameters)",
        title="the cell state starts from zero again at every step",
        hints=(
            "What does the cell at step 2 know of the cell state of step 1?",
            "Look at the third argument of the cell: does it change from step to step?",
            "Both states that the cell returned go in at the next step.",
        ),
        reread=TIME,
        spoils=ALL,
    ),
    mistake(
        "slices-not-filled-yet",
        family="wrong state",
        old=CALL,
        new="lstm_cell_forward(x[:, :, t], a[:, :, t], c[:, :, t], parameters)",
        title="the states handed to the cell are slices that are still zero",
        hints=(
            "When are the slices for this step filled, before the call or after it?",
            "Look at the second and third argument of the cell.",
            "The cell at step t needs a⟨t-1⟩ and c⟨t-1⟩, returned one step earlier.",
        ),
        reread=TIME,
        spoils=ALL,
    ),
    mistake(
        "states-swapped",
        family="wrong state",
        old=CALL,
        new="lstm_cell_forward(x[:, :, t], c_next, a_next, parameters)",
        title="hidden state and cell state change places at every step",
        hints=(
            "In which order does the cell take its two old states?",
            "Look at the second and third argument: equal shapes do not warn you.",
            "The order is input, hidden state, cell state, parameters.",
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
            "Look at the hidden state that the first call of the cell gets.",
            "a⟨0⟩ is a0, whatever it holds.",
        ),
        reread=FIRST,
        spoils=ALL,
    ),
    mistake(
        "cell-state-from-a0",
        family="initial state",
        old="np.zeros((n_a, m)) if c0 is None else c0",
        new="a0",
        title="the cell state starts from a0 instead of zeros",
        hints=(
            "What does the network hold in its cell state before the first step?",
            "Look at the cell state that the first call of the cell gets.",
            "c⟨0⟩ is zero; a0 is the start of the hidden state alone.",
        ),
        reread=FIRST,
        spoils=ALL,
    ),
    mistake(
        "cell-state-from-ones",
        family="initial state",
        old="np.zeros((n_a, m)) if c0 is None else c0",
        new="np.ones((n_a, m))",
        title="the cell state starts from ones instead of zeros",
        hints=(
            "What does the network hold in its cell state before the first step?",
            "Look at the cell state that the first call of the cell gets.",
            "c⟨0⟩ is zero: nothing stored yet.",
        ),
        reread=FIRST,
        spoils=ALL,
    ),
    mistake(
        "previous-slices-as-states",
        family="aliasing",
        old=CALL,
        new="lstm_cell_forward(x[:, :, t], a[:, :, t - 1], c[:, :, t - 1], parameters)",
        title="the states before are read from a and c, which wrap around at the first step",
        hints=(
            "At t = 0, which slice is the one before, and what does it hold?",
            "Look at the second and third argument of the cell at the very first step.",
            "Keep both states in variables of their own, and start them before the loop.",
        ),
        reread=WINDOWS,
        spoils=ALL,
    ),
    mistake(
        "previous-slice-as-hidden-state",
        family="aliasing",
        old=CALL,
        new="lstm_cell_forward(x[:, :, t], a[:, :, t - 1], c_next, parameters)",
        title="the hidden state before is read from a, which wraps around at the first step",
        hints=(
            "At t = 0, which slice of a is the one before, and what does it hold?",
            "Look at the second argument of the cell at the very first step.",
            "Keep the hidden state in a variable of its own, and start it from a0.",
        ),
        reread=WINDOWS,
        spoils=ALL,
    ),
    mistake(
        "previous-slice-as-cell-state",
        family="aliasing",
        old=CALL,
        new="lstm_cell_forward(x[:, :, t], a_next, c[:, :, t - 1], parameters)",
        title="the cell state before is a slice of c: the one in the cache of step 1 changes later",
        hints=(
            "At t = 0, which slice of c is the one before, and what is written there at the end?",
            "Look at the third argument of the cell at the very first step, and at its cache.",
            "Keep the cell state in a variable of its own, and start it from new zeros.",
        ),
        reread=WINDOWS,
        spoils=CACHES,
    ),
    mistake(
        "cell-state-in-a-window",
        family="aliasing",
        old="c_next = np.zeros((n_a, m)) if c0 is None else c0",
        new="c_next = c[:, :, 0]",
        title="the cache of step 1 holds a window onto c, and the window changes later",
        hints=(
            "What does the old cell state in the first cache hold at the end?",
            "Look at the cell state you start from: an array of its own, or a slice of c?",
            "Start from zeros of their own, so that nothing written into c reaches the cache.",
        ),
        reread=WINDOWS,
        spoils=CACHES,
    ),
    mistake(
        "a0-in-a-window",
        family="aliasing",
        old="    a_next = a0\n",
        new="    a[:, :, 0] = a0\n    a_next = a[:, :, 0]\n",
        title="the cache of step 1 holds a window onto a, and the window changes later",
        hints=(
            "What does the old hidden state in the first cache hold at the end?",
            "Look at the hidden state you start from: an array of its own, or a slice of a?",
            "Start from a0 itself, so that nothing written into a can reach the cache.",
        ),
        reread=WINDOWS,
        spoils=CACHES,
    ),
    mistake(
        "one-array-for-every-cell-state",
        family="aliasing",
        old=f"        a_next, c_next, yt_pred, cache = {CALL}\n",
        new=f"        a_next, new, yt_pred, cache = {CALL}\n        c_next[:] = new\n",
        title="one array is overwritten at every step, and the cell states in all caches with it",
        hints=(
            "How many different arrays hold your cell states, and how many states are there?",
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
        "loop-from-one",
        family="index",
        old="in range(T_x)",
        new="in range(1, T_x)",
        title="the first step is left out",
        hints=(
            "How many turns does your loop make for T_x steps?",
            "Look at where the loop begins, and at the first slices of a, y and c.",
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
