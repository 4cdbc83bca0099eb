"""Known mistakes in `rnn_forward`: where the state of a step comes from."""

from functools import partial

from solutions.mistakes.mistake import Mistake
from solutions.mistakes.rnn_forward_steps import ALL, CACHES, CALL, FIRST, TIME, WINDOWS
from solutions.mistakes.sequence import read

START = "    a_next = a0\n"
LOOP = "    for t in range(T_x):\n"
STEP = f"        a_next, yt_pred, cache = {CALL}\n"

mistake = partial(Mistake, of="rnn_forward")

MISTAKES = (
    *read("rnn_forward", TIME, ALL),
    mistake(
        "state-reset-to-zeros",
        family="wrong state",
        old=CALL,
        new="rnn_cell_forward(x[:, :, t], np.zeros((n_a, m)), parameters)",
        title="the state starts from zero again at every step",
        hints=(
            "What does the cell at step 2 know of step 1?",
            "Look at the second argument of the cell: where was it last given a value?",
            "The state that the cell returned goes in at the next step; a0 only at the first.",
        ),
        reread=TIME,
        spoils=ALL,
    ),
    mistake(
        "states-added-up",
        family="accumulation",
        old=STEP,
        new=f"{STEP}        a_next = cache[1] + a_next\n",
        title="each new state is added to the one before",
        hints=(
            "Can a unit of your states grow beyond 1?",
            "Look at what happens to a state between two calls of the cell.",
            "The state that the cell returned goes on as it is; the old one is already in it.",
        ),
        reread=TIME,
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
            "Look at the state that the first call of the cell gets.",
            "a⟨0⟩ is a0, whatever it holds.",
        ),
        reread=FIRST,
        spoils=ALL,
    ),
    mistake(
        "a0-of-the-first-example",
        family="initial state",
        old="a_next = a0",
        new="a_next = a0[:, :1]",
        title="all examples start from the first one's a0",
        hints=(
            "How many columns does a0 have, and how many of them do you use?",
            "Look at the state that the first call of the cell gets.",
            "a⟨0⟩ is the whole a0: each example starts from a column of its own.",
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
            "What does the old state in the first cache hold at the end, and what should it?",
            "Look at where a0 lies when the first call of the cell gets it.",
            "Start from a0 itself, so that nothing written into a can reach the cache.",
        ),
        reread=WINDOWS,
        spoils=CACHES,
    ),
    mistake(
        "a0-as-the-first-step",
        family="index",
        old=START + LOOP,
        new="    a[:, :, 0] = a_next = a0\n    for t in range(1, T_x):\n",
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
        "counted-from-one",
        family="index",
        old=START + LOOP + STEP,
        new="    a[:, :, 0] = a_next = a0\n    for t in range(1, T_x):\n"
        + STEP.replace("x[:, :, t]", "x[:, :, t - 1]"),
        title="a0 takes the first slice, everything stands one step late, and the last is missing",
        hints=(
            "How many inputs are there, and how many times is your cell called?",
            "Look at the slice of x you read and the slice of a you write in the same turn.",
            "Input t and state t stand at the same index: the first input makes the first slice.",
        ),
        reread=FIRST,
        spoils=ALL,
    ),
    mistake(
        "cell-called-twice",
        family="wrong state",
        old=STEP,
        new=f"        a_next, _, cache = {CALL}\n        yt_pred = {CALL}[1]\n",
        title="the cell is called a second time for the prediction, from the new state",
        hints=(
            "How many times is the cell called in one step?",
            "Look at the state that goes into the call whose prediction you keep.",
            "One call a step gives state, prediction and cache at once.",
        ),
        reread=TIME,
        spoils=("y_pred",),
    ),
    mistake(
        "cell-called-for-each-result",
        family="wrong state",
        old=STEP,
        new="".join(
            f"        {result} = {CALL}[{place}]\n"
            for place, result in enumerate(("a_next", "yt_pred", "cache"))
        ),
        title="the cell is called once for each result, from the second time on with the new state",
        hints=(
            "How many times is the cell called in one step?",
            "Look at the state that goes into the call whose cache you keep.",
            "One call a step gives state, prediction and cache at once.",
        ),
        reread=TIME,
        spoils=("y_pred", "caches"),
    ),
)
