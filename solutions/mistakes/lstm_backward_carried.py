"""Known mistakes in `lstm_backward`: what is carried from step to step."""

from solutions.mistakes.lstm_backward_paths import on_the_way
from solutions.mistakes.lstm_cell_backward_weights import GATES
from solutions.mistakes.mistake import Mistake
from solutions.mistakes.through_time import CARRIED_A, DA, LSTM

DC_START = "np.zeros((n_a, m)) if dc_T is None else dc_T"
NEWEST = 'gradients["dc_prev"]'
AS_RETURNED = "dc_prevt is the dc_prev that the cell returned, and nothing is done to it."

BEFORE_THE_LOOP = tuple(
    on_the_way(
        f"cell-gradient-starts-with-{id}",
        "initial state",
        DC_START,
        value,
        f"the carried gradient of the cell state starts with {what} instead of zeros",
        (
            "What comes back along the cell state to the last step?",
            "Look at the line before the loop that makes dc_prevt.",
            "After the last step comes nothing, so dc_prevt starts with zeros.",
        ),
    )
    for id, what, value in (
        ("the-cell-state", "the last cell state", "steps[-1][1]"),
        ("da", "the last slice of da", "da[:, :, -1]"),
    )
)

AFTER_THE_CELL = tuple(
    on_the_way(
        id,
        family,
        NEWEST,
        new,
        title,
        (question, "Look at the line that keeps dc_prevt for the next turn of the loop.", formula),
    )
    for id, family, new, title, question, formula in (
        (
            "forget-gate-twice",
            "accumulation",
            f"{NEWEST} * steps[t][4]",
            "the carried gradient of the cell state is multiplied by the forget gate once more",
            "Which gate has the dc_prev that the cell returns gone through already?",
            AS_RETURNED,
        ),
        (
            "carried-without-forget-gate",
            "missing factor",
            f"{NEWEST} / steps[t][4]",
            "the gradient of the cell state is carried past the forget gate",
            "Which gate lies between c⟨t⟩ and c⟨t-1⟩?",
            "What is carried is dc ⊙ Γ_f, which the cell returns as dc_prev.",
        ),
        (
            "cell-gradient-clipped-at-one-half",
            "scaling",
            f"np.clip({NEWEST}, -0.5, 0.5)",
            "the carried gradient of the cell state is clipped at one half",
            "Is a clipped gradient still the slope of the loss?",
            AS_RETURNED,
        ),
    )
)

PILED_UP = on_the_way(
    "cell-gradients-piled-up",
    "accumulation",
    "dc_prevt = gradients",
    "dc_prevt += gradients",
    "the gradients of the cell state from all later steps pile up",
    (
        "Through which step does the far future reach c⟨t⟩?",
        "Look at whether dc_prevt is replaced or added to.",
        "dc_prevt takes the newest dc_prev, which already contains the far future.",
    ),
)

DC = f"(dc_prevt + ({DA}) * o * (1 - np.tanh(c) ** 2))"

ONE_GATE_LESS = tuple(
    on_the_way(
        f"{gate}-missing-in-what-is-carried",
        "missing path",
        CARRIED_A,
        "        _, c, _, c_old, f, i, cc, o, _, parameters = steps[t]\n"
        f'        lost = parameters["W{gate}"].T @ ({gradient})\n'
        '        da_prevt = gradients["da_prev"] - lost[:n_a]\n',
        f"the carried gradient of the hidden state lacks the path through the {GATES[gate]}",
        (
            "How many times is a⟨t-1⟩ read in one step?",
            "Look at the sum that you keep as da_prevt, and count its terms.",
            "What is carried has four terms Wᵀ dγ, one for each gate and one for the candidate.",
        ),
    )
    for gate, gradient in (
        ("f", f"{DC} * c_old * f * (1 - f)"),
        ("i", f"{DC} * cc * i * (1 - i)"),
        ("c", f"{DC} * i * (1 - cc**2)"),
        ("o", f"({DA}) * np.tanh(c) * o * (1 - o)"),
    )
)

ROLLED = Mistake(
    "old-cell-states-rolled",
    "lstm_backward",
    "index",
    LSTM.call(),
    LSTM.call(cache="(*steps[t][:3], steps[t - 1][1], *steps[t][4:])"),
    "at the first step the last cell state stands where c0 belongs",
    (
        "Which cell state did the first cell read?",
        "Look at the old cell state with which the first step's forget gate is judged.",
        "Before c⟨1⟩ comes c0, which is zero unless it is given.",
    ),
    LSTM.sections["time"],
    ("dx", "da0", "dWf", "dbf"),
)

MISTAKES = (*BEFORE_THE_LOOP, *AFTER_THE_CELL, PILED_UP, *ONE_GATE_LESS, ROLLED)
