"""Known mistakes in `lstm_backward`: the cell's two gradients, exchanged or mixed."""

from solutions.mistakes.lstm_backward_paths import (
    ARGUMENTS,
    BOTH_ROADS,
    CARRIED_C,
    FIRST_TWO,
    on_the_way,
)
from solutions.mistakes.through_time import DA

STEP = "da[:, :, t]"
WHICH = "Which of the cell's arguments belongs to the hidden state, and which to the cell state?"
AS_RETURNED = "dc_prevt is the dc_prev that the cell returned, and nothing is done to it."

EXCHANGED = tuple(
    on_the_way(id, "order", ARGUMENTS, f"{first}, {second},", title, (WHICH, FIRST_TWO, BOTH_ROADS))
    for id, first, second, title in (
        (
            "cell-state-gradient-first",
            "dc_prevt",
            DA,
            "the two gradients are handed to the cell in the wrong order",
        ),
        (
            "cell-state-gradient-first-and-no-future",
            "dc_prevt",
            STEP,
            "the two gradients are in the wrong order, and the hidden state's future is missing",
        ),
        (
            "da-with-the-cell-state",
            "da_prevt",
            f"{STEP} + dc_prevt",
            "da is added to the gradient of the cell state instead of the hidden state",
        ),
        (
            "da-and-future-apart",
            "da_prevt",
            STEP,
            "da stands alone in the place of the cell state's gradient",
        ),
        (
            "hidden-gradients-apart",
            STEP,
            "da_prevt",
            "the two gradients of the hidden state are handed in apart, as if one were of c",
        ),
        (
            "future-with-the-cell-state",
            STEP,
            "da_prevt + dc_prevt",
            "da_prev is added to the gradient of the cell state instead of the hidden state",
        ),
        (
            "da-on-both-roads",
            f"{STEP} + dc_prevt",
            f"{STEP} + da_prevt",
            "da is added on both roads, and the two carried gradients are swapped",
        ),
        (
            "cell-gradient-with-da-and-alone",
            f"{STEP} + dc_prevt",
            "dc_prevt",
            "the gradient of the cell state stands where that of the hidden state belongs",
        ),
        (
            "future-on-both-roads",
            DA,
            "da_prevt + dc_prevt",
            "da_prev is added on the road of the cell state as well",
        ),
        (
            "everything-on-both-roads",
            f"{DA} + dc_prevt",
            f"{DA} + dc_prevt",
            "all three gradients are added up and handed in twice",
        ),
    )
)

ON_THE_ROAD_OF_C = tuple(
    on_the_way(
        id,
        family,
        CARRIED_C,
        f"        dc_prevt = {new}\n",
        title,
        (
            "What is done to dc_prev between two turns of the loop?",
            "Look at the line that keeps dc_prevt for the next turn of the loop.",
            AS_RETURNED,
        ),
    )
    for id, family, new, title in (
        (
            "cell-gradient-reset-before-every-second-step",
            "missing path",
            'gradients["dc_prev"] * (t % 2 > 0)',
            "the carried gradient of the cell state is set to zero at every second step",
        ),
        (
            "cell-gradient-halved",
            "scaling",
            'gradients["dc_prev"] / 2',
            "the carried gradient of the cell state is halved in every turn",
        ),
        (
            "cell-gradient-negated",
            "sign",
            '-gradients["dc_prev"]',
            "the carried gradient of the cell state changes its sign in every turn",
        ),
        (
            "cell-gradient-through-the-output-gate",
            "missing factor",
            'gradients["dc_prev"] * steps[t][7]',
            "the carried gradient of the cell state is multiplied by the output gate",
        ),
    )
)

LATE = on_the_way(
    "cell-gradient-one-turn-late",
    "index",
    CARRIED_C,
    "        waiting = np.zeros((n_a, m)) if t == T_x - 1 else newest\n"
    '        dc_prevt, newest = waiting, gradients["dc_prev"]\n',
    "what comes back along the cell state is used two turns later instead of in the next one",
    (
        "Which step's dc_prev does the cell of step t get?",
        "Look at when the carried gradient takes its new value, before or after it is used.",
        "After each step, dc_prevt becomes the dc_prev that the cell has just returned.",
    ),
)

ONES = on_the_way(
    "cell-gradient-starts-with-ones",
    "initial state",
    "np.zeros((n_a, m)) if dc_T is None else dc_T",
    "np.ones((n_a, m))",
    "the carried gradient of the cell state starts with ones instead of zeros",
    (
        "What comes back along the cell state to the last step?",
        "Look at the line before the loop that makes dc_prevt.",
        "After the last step comes nothing, so dc_prevt starts with zeros.",
    ),
)

MISTAKES = (*EXCHANGED, *ON_THE_ROAD_OF_C, LATE, ONES)
