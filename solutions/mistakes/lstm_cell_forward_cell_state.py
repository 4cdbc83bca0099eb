"""Known mistakes in `lstm_cell_forward`: the cell state."""

from functools import partial

from solutions.mistakes.lstm_cell_forward_gates import OUTPUTS
from solutions.mistakes.mistake import Mistake

CELL_STATE = "03 · The cell state: forget, then add"
C_NEXT = "ft * c_prev + it * cct"

mistake = partial(Mistake, of="lstm_cell_forward")

MISTAKES = (
    mistake(
        "forget-path-missing",
        family="missing path",
        old=C_NEXT,
        new="it * cct",
        title="the old cell state is dropped",
        hints=(
            "What is left of the cell state when the input gate is shut?",
            "Look at the two paths that lead into the new cell state.",
            "c⟨t⟩ = Γ_f ⊙ c⟨t-1⟩ + Γ_i ⊙ candidate: what is kept, plus what is new.",
        ),
        reread=CELL_STATE,
        spoils=OUTPUTS,
    ),
    mistake(
        "candidate-path-missing",
        family="missing path",
        old=C_NEXT,
        new="ft * c_prev",
        title="nothing new is written into the cell state",
        hints=(
            "How does the input of this step reach the cell state?",
            "Look at the two paths that lead into the new cell state.",
            "c⟨t⟩ = Γ_f ⊙ c⟨t-1⟩ + Γ_i ⊙ candidate: what is kept, plus what is new.",
        ),
        reread=CELL_STATE,
        spoils=OUTPUTS,
    ),
    mistake(
        "forget-gate-missing",
        family="missing factor",
        old=C_NEXT,
        new="c_prev + it * cct",
        title="the old cell state is kept whole, whatever the forget gate says",
        hints=(
            "What happens to the old cell state when the forget gate is shut?",
            "Look at the factor in front of the old cell state.",
            "The old cell state enters as Γ_f ⊙ c⟨t-1⟩.",
        ),
        reread=CELL_STATE,
        spoils=OUTPUTS,
    ),
    mistake(
        "input-gate-missing",
        family="missing factor",
        old=C_NEXT,
        new="ft * c_prev + cct",
        title="the candidate is written whole, whatever the input gate says",
        hints=(
            "What is written into the cell state when the input gate is shut?",
            "Look at the factor in front of the candidate.",
            "The candidate enters as Γ_i ⊙ candidate.",
        ),
        reread=CELL_STATE,
        spoils=OUTPUTS,
    ),
    mistake(
        "candidate-missing",
        family="missing factor",
        old=C_NEXT,
        new="ft * c_prev + it",
        title="the input gate itself is written instead of the candidate",
        hints=(
            "Does a gate carry content, or does it only let content through?",
            "Look at what the input gate is multiplied with.",
            "The new content is Γ_i ⊙ candidate.",
        ),
        reread=CELL_STATE,
        spoils=OUTPUTS,
    ),
    mistake(
        "forget-and-input-swapped",
        family="swapped gates",
        old=C_NEXT,
        new="it * c_prev + ft * cct",
        title="forget gate and input gate are swapped",
        hints=(
            "Which gate decides about the old content, and which about the new?",
            "Look at which gate stands in front of the old cell state.",
            "c⟨t⟩ = Γ_f ⊙ c⟨t-1⟩ + Γ_i ⊙ candidate.",
        ),
        reread=CELL_STATE,
        spoils=OUTPUTS,
    ),
    mistake(
        "forget-gate-upside-down",
        family="sign",
        old=C_NEXT,
        new="(1 - ft) * c_prev + it * cct",
        title="the forget gate works the wrong way round",
        hints=(
            "When the forget gate is at 1, is the old content kept or lost?",
            "Look at the factor in front of the old cell state.",
            "The gate is named after forgetting but lets through: Γ_f ⊙ c⟨t-1⟩, kept at 1.",
        ),
        reread=CELL_STATE,
        spoils=OUTPUTS,
    ),
    mistake(
        "one-gate-for-both",
        family="swapped gates",
        old=C_NEXT,
        new="ft * c_prev + (1 - ft) * cct",
        title="the candidate is weighted by what the forget gate leaves",
        hints=(
            "How many gates decide about the cell state in an LSTM, one or two?",
            "Look at the factor in front of the candidate.",
            "The input gate is a gate of its own: Γ_i ⊙ candidate.",
        ),
        reread=CELL_STATE,
        spoils=OUTPUTS,
    ),
    mistake(
        "hidden-state-carried",
        family="wrong state",
        old=C_NEXT,
        new="ft * a_prev + it * cct",
        title="the old hidden state is carried on instead of the old cell state",
        hints=(
            "Which of the two old states does the forget gate act on?",
            "Look at the state in the first term of the new cell state.",
            "c⟨t⟩ is made from c⟨t-1⟩, by way of the forget gate.",
        ),
        reread=CELL_STATE,
        spoils=OUTPUTS,
    ),
    mistake(
        "old-cell-state-changed-in-place",
        family="in place",
        old=f"c_next = {C_NEXT}",
        new="c_prev *= ft\n    c_next = c_prev + it * cct",
        title="the old cell state is changed",
        hints=(
            "Is the old cell state still the same after your function has run?",
            "Look for a line that multiplies an array and stores the result in the same place.",
            "Γ_f ⊙ c⟨t-1⟩ is a new array, and c⟨t-1⟩ stays as it came, in the cache as well.",
        ),
        reread=CELL_STATE,
        spoils=("cache",),
    ),
)
