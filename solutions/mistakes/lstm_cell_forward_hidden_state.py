"""Known mistakes in `lstm_cell_forward`: the hidden state."""

from functools import partial

from solutions.mistakes.lstm_cell_forward_gates import OUTPUTS_OF_O
from solutions.mistakes.mistake import Mistake

HIDDEN_STATE = "03 · The hidden state"
A_NEXT = "ot * np.tanh(c_next)"

mistake = partial(Mistake, of="lstm_cell_forward")

MISTAKES = (
    mistake(
        "tanh-missing",
        family="activation",
        old=A_NEXT,
        new="ot * c_next",
        title="the cell state is shown without tanh",
        hints=(
            "Between which two numbers does the hidden state stay?",
            "Look at what the output gate is multiplied with.",
            "a⟨t⟩ = Γ_o ⊙ tanh c⟨t⟩.",
        ),
        reread=HIDDEN_STATE,
        spoils=OUTPUTS_OF_O,
    ),
    mistake(
        "sigmoid-of-the-cell-state",
        family="activation",
        old=A_NEXT,
        new="ot * sigmoid(c_next)",
        title="sigmoid of the cell state is taken instead of tanh",
        hints=(
            "Can your hidden state be negative?",
            "Look at the function around the cell state.",
            "a⟨t⟩ = Γ_o ⊙ tanh c⟨t⟩.",
        ),
        reread=HIDDEN_STATE,
        spoils=OUTPUTS_OF_O,
    ),
    mistake(
        "tanh-of-the-product",
        family="order",
        old=A_NEXT,
        new="np.tanh(ot * c_next)",
        title="tanh is taken after the output gate instead of before",
        hints=(
            "Which comes first, tanh or the output gate?",
            "Look at where the bracket of tanh closes.",
            "First tanh of the cell state alone, then the gate: Γ_o ⊙ tanh c⟨t⟩.",
        ),
        reread=HIDDEN_STATE,
        spoils=OUTPUTS_OF_O,
    ),
    mistake(
        "old-cell-state-shown",
        family="wrong state",
        old=A_NEXT,
        new="ot * np.tanh(c_prev)",
        title="the old cell state is shown instead of the new one",
        hints=(
            "Which cell state does the hidden state show, before or after the update?",
            "Look at the state inside tanh.",
            "a⟨t⟩ = Γ_o ⊙ tanh c⟨t⟩, with the new cell state.",
        ),
        reread=HIDDEN_STATE,
        spoils=OUTPUTS_OF_O,
    ),
    mistake(
        "candidate-shown",
        family="wrong state",
        old=A_NEXT,
        new="ot * cct",
        title="the candidate is shown instead of the cell state",
        hints=(
            "What does the output gate open onto, the candidate or the cell state?",
            "Look at what the output gate is multiplied with.",
            "a⟨t⟩ = Γ_o ⊙ tanh c⟨t⟩.",
        ),
        reread=HIDDEN_STATE,
        spoils=OUTPUTS_OF_O,
    ),
    mistake(
        "output-gate-missing",
        family="missing factor",
        old=A_NEXT,
        new="np.tanh(c_next)",
        title="the output gate is not used",
        hints=(
            "What is the hidden state when the output gate is shut?",
            "Look at the factor in front of tanh.",
            "a⟨t⟩ = Γ_o ⊙ tanh c⟨t⟩.",
        ),
        reread=HIDDEN_STATE,
        spoils=OUTPUTS_OF_O,
    ),
    mistake(
        "forget-gate-for-output",
        family="swapped gates",
        old=A_NEXT,
        new="ft * np.tanh(c_next)",
        title="the forget gate stands where the output gate belongs",
        hints=(
            "Which gate decides what of the cell state is shown?",
            "Look at the factor in front of tanh.",
            "a⟨t⟩ = Γ_o ⊙ tanh c⟨t⟩.",
        ),
        reread=HIDDEN_STATE,
        spoils=OUTPUTS_OF_O,
    ),
    mistake(
        "input-gate-for-output",
        family="swapped gates",
        old=A_NEXT,
        new="it * np.tanh(c_next)",
        title="the input gate stands where the output gate belongs",
        hints=(
            "Which gate decides what of the cell state is shown?",
            "Look at the factor in front of tanh.",
            "a⟨t⟩ = Γ_o ⊙ tanh c⟨t⟩.",
        ),
        reread=HIDDEN_STATE,
        spoils=OUTPUTS_OF_O,
    ),
)
