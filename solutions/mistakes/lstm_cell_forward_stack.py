"""Known mistakes in `lstm_cell_forward`: what goes into the gates."""

from functools import partial

from solutions.mistakes.lstm_cell_forward_gates import CACHE
from solutions.mistakes.mistake import Mistake

STACK = "03 · Old state and input, stacked"
ALL = ("a_next", "c_next", "yt_pred", *CACHE)
CONCAT = "np.concatenate((a_prev, xt))"

mistake = partial(Mistake, of="lstm_cell_forward")

MISTAKES = (
    mistake(
        "input-stacked-first",
        family="order",
        old=CONCAT,
        new="np.concatenate((xt, a_prev))",
        title="input and old state are stacked in the wrong order",
        hints=(
            "Which columns of each weight matrix read the old state, the first or the last?",
            "Look at the order in which you stack the two arrays.",
            "Each gate reads [a⟨t-1⟩; x⟨t⟩], the old state on top.",
        ),
        reread=STACK,
        spoils=ALL,
    ),
    mistake(
        "stack-never-filled",
        family="missing path",
        old=CONCAT,
        new="np.zeros((a_prev.shape[0] + xt.shape[0], xt.shape[1]))",
        title="the stacked array is made but never filled",
        hints=(
            "Does your result change when the input or the old state does?",
            "Look at the array that the gates read: what was written into it?",
            "The first n_a rows are a⟨t-1⟩, the last n_x rows are x⟨t⟩.",
        ),
        reread=STACK,
        spoils=ALL,
    ),
    mistake(
        "input-not-stacked",
        family="missing path",
        old=CONCAT,
        new="np.concatenate((a_prev, np.zeros_like(xt)))",
        title="the lower part of the stacked array stays zero: the gates do not see the input",
        hints=(
            "Does your result change when the input does?",
            "Look at the last n_x rows of the array that the gates read.",
            "The last n_x rows are x⟨t⟩.",
        ),
        reread=STACK,
        spoils=ALL,
    ),
    mistake(
        "old-state-not-stacked",
        family="missing path",
        old=CONCAT,
        new="np.concatenate((np.zeros_like(a_prev), xt))",
        title="the upper part of the stacked array stays zero: the gates do not see the old state",
        hints=(
            "Does your result change when the old hidden state does?",
            "Look at the first n_a rows of the array that the gates read.",
            "The first n_a rows are a⟨t-1⟩.",
        ),
        reread=STACK,
        spoils=ALL,
    ),
    mistake(
        "cell-state-stacked",
        family="wrong state",
        old=CONCAT,
        new="np.concatenate((c_prev, xt))",
        title="the gates read the cell state instead of the hidden state",
        hints=(
            "Which of the two states do the gates look at?",
            "Look at the upper part of the stacked array.",
            "Each gate reads [a⟨t-1⟩; x⟨t⟩], and the cell state passes by untouched.",
        ),
        reread=STACK,
        spoils=ALL,
    ),
)
