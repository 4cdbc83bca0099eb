"""Known mistakes in `lstm_forward`: where the two states of a step come from."""

from functools import partial

from solutions.mistakes.lstm_forward_steps import ALL, CACHES, CALL, FIRST, TIME, WINDOWS
from solutions.mistakes.mistake import Mistake
from solutions.mistakes.sequence import read

START = "    a_next = a0\n"
ZEROS = "    c_next = np.zeros((n_a, m)) if c0 is None else c0\n"
LOOP = "    for t in range(T_x):\n"
STEP = f"        a_next, c_next, yt_pred, cache = {CALL}\n"

mistake = partial(Mistake, of="lstm_forward")

HANDED = (
    (
        "both-states-reset",
        "a0, np.zeros((n_a, m))",
        "every step starts from a0 and a cell state of zeros: nothing is remembered",
    ),
    (
        "hidden-state-reset-to-zeros",
        "np.zeros((n_a, m)), c_next",
        "the hidden state starts from zero again at every step",
    ),
    (
        "hidden-slice-not-filled-yet",
        "a[:, :, t], c_next",
        "the hidden state handed to the cell is the slice that is still zero",
    ),
    (
        "cell-slice-not-filled-yet",
        "a_next, c[:, :, t]",
        "the cell state handed to the cell is the slice that is still zero",
    ),
    (
        "hidden-state-for-both",
        "a_next, a_next",
        "the cell gets the hidden state twice, and never the cell state",
    ),
    (
        "cell-state-for-both",
        "c_next, c_next",
        "the cell gets the cell state twice, and never the hidden state",
    ),
)

MISTAKES = (
    *read("lstm_forward", TIME, ALL),
    *(
        mistake(
            id,
            family="wrong state",
            old=CALL,
            new=f"lstm_cell_forward(x[:, :, t], {states}, parameters)",
            title=title,
            hints=(
                "What does the cell at step 2 know of each of the two states of step 1?",
                "Look at the second and third argument of the cell.",
                "Both states that the cell returned go in at the next step, each in its own place.",
            ),
            reread=TIME,
            spoils=ALL,
        )
        for id, states, title in HANDED
    ),
    mistake(
        "cell-state-of-one-column",
        family="initial state",
        old="np.zeros((n_a, m)) if c0 is None",
        new="np.zeros((n_a, 1)) if c0 is None",
        title="the cell state starts as one column for the whole batch",
        hints=(
            "What shape has the old cell state in the first cache?",
            "Look at the shape with which the first cell state is made.",
            "c⟨0⟩ has shape (n_a, m), a column of zeros for each example.",
        ),
        reread=FIRST,
        spoils=CACHES,
    ),
    mistake(
        "a0-given-to-the-cell-state",
        family="initial state",
        old=START + ZEROS,
        new="    a_next = np.zeros((n_a, m))\n    c_next = a0\n",
        title="a0 starts the cell state, and the hidden state starts from zeros",
        hints=(
            "Which of the two states does a0 belong to?",
            "Look at the two lines before the loop.",
            "a⟨0⟩ is a0, and c⟨0⟩ is zero.",
        ),
        reread=FIRST,
        spoils=ALL,
    ),
    mistake(
        "a0-replaced-by-ones",
        family="initial state",
        old="a_next = a0",
        new="a_next = np.ones((n_a, m))",
        title="a0 is ignored: the first step starts from ones",
        hints=(
            "What does your function do with its second argument?",
            "Look at the hidden state that the first call of the cell gets.",
            "a⟨0⟩ is a0, whatever it holds.",
        ),
        reread=FIRST,
        spoils=ALL,
    ),
    mistake(
        "a0-in-the-last-slice",
        family="aliasing",
        old=START,
        new="    a[:, :, -1] = a0\n    a_next = a[:, :, -1]\n",
        title="a0 lies in the last slice of a, which is overwritten in the end",
        hints=(
            "What does the old hidden state in the first cache hold at the end?",
            "Look at where a0 lies when the first call of the cell gets it.",
            "Start from a0 itself, so that nothing written into a can reach the cache.",
        ),
        reread=WINDOWS,
        spoils=CACHES,
    ),
    mistake(
        "a0-as-the-first-step",
        family="index",
        old=START + ZEROS + LOOP,
        new=f"    a[:, :, 0] = a_next = a0\n{ZEROS}    for t in range(1, T_x):\n",
        title="a0 is stored as the first step, and the first input is never read",
        hints=(
            "How many inputs are there, and how many times is your cell called?",
            "Look at where the loop begins, and at the first slice of a.",
            "The first slice of a is a⟨1⟩, made from the first input and a0.",
        ),
        reread=FIRST,
        spoils=ALL,
    ),
    mistake(
        "states-unpacked-wrongly",
        family="order",
        old="a_next, c_next, yt_pred, cache =",
        new="c_next, a_next, yt_pred, cache =",
        title="hidden state and cell state are unpacked in the wrong order",
        hints=(
            "In which order does the cell return its four results?",
            "Look at the names to the left of the call: equal shapes do not warn you.",
            "Hidden state, cell state, prediction, cache.",
        ),
        reread=TIME,
        spoils=ALL,
    ),
    mistake(
        "cell-called-twice",
        family="wrong state",
        old=STEP,
        new=f"        a_next = {CALL}[0]\n        _, c_next, yt_pred, cache = {CALL}\n",
        title="the cell is called a second time in each step, from the new hidden state",
        hints=(
            "How many times is the cell called in one step?",
            "Look at the states that go into the call whose results you keep.",
            "One call a step gives both states, prediction and cache at once.",
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
        "last-step-missing",
        family="index",
        old="in range(T_x)",
        new="in range(T_x - 1)",
        title="the last step is left out",
        hints=(
            "How many turns does your loop make for T_x steps?",
            "Look at where the loop ends, and at the last slices of a, y and c.",
            "There are T_x steps, and the loop's index runs from 0 to T_x - 1.",
        ),
        reread=TIME,
        spoils=ALL,
    ),
)
