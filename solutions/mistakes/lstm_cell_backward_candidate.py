"""Known mistakes in `lstm_cell_backward`: through the candidate."""

from functools import partial

from solutions.mistakes.lstm_cell_backward_cell_state import CANDIDATE, HANDED_BACK
from solutions.mistakes.lstm_cell_backward_gates import GATES
from solutions.mistakes.mistake import Mistake

mistake = partial(Mistake, of="lstm_cell_backward")

MISTAKES = (
    mistake(
        "tanh-derivative-missing-c",
        family="missing factor",
        old="dc * it * (1 - cct**2)",
        new="dc * it",
        title="the derivative of tanh is missing in the candidate",
        hints=(
            "Which function made the candidate from its sum in the forward pass?",
            "Look at the factors of the candidate's gradient: is the slope among them?",
            "dγ_c = dc ⊙ Γ_i ⊙ (1 - candidate²).",
        ),
        reread=GATES,
        spoils=(*HANDED_BACK, *CANDIDATE),
    ),
    mistake(
        "sigmoid-derivative-in-c",
        family="activation",
        old="(1 - cct**2)",
        new="cct * (1 - cct)",
        title="the derivative of the sigmoid stands where that of tanh belongs, candidate",
        hints=(
            "Which function made the candidate, sigmoid or tanh?",
            "Look at the slope in the candidate's gradient.",
            "dγ_c = dc ⊙ Γ_i ⊙ (1 - candidate²).",
        ),
        reread=GATES,
        spoils=(*HANDED_BACK, *CANDIDATE),
    ),
    mistake(
        "tanh-applied-again-c",
        family="activation",
        old="(1 - cct**2)",
        new="(1 - np.tanh(cct) ** 2)",
        title="tanh is taken of the candidate, which is a tanh already",
        hints=(
            "Is the candidate in the cache the sum before tanh, or tanh of it?",
            "Look at the square in the candidate's gradient.",
            "dγ_c = dc ⊙ Γ_i ⊙ (1 - candidate²), without another tanh.",
        ),
        reread=GATES,
        spoils=(*HANDED_BACK, *CANDIDATE),
    ),
    mistake(
        "tanh-derivative-twice-c",
        family="activation",
        old="(1 - cct**2)",
        new="(1 - cct**2) ** 2",
        title="the derivative of tanh is applied twice in the candidate",
        hints=(
            "How often does the candidate go through tanh in the forward pass?",
            "Count how often the slope of tanh enters on the way from dc to dγ_c.",
            "dγ_c = dc ⊙ Γ_i ⊙ (1 - candidate²), with the slope once.",
        ),
        reread=GATES,
        spoils=(*HANDED_BACK, *CANDIDATE),
    ),
    mistake(
        "input-gate-missing-c",
        family="missing factor",
        old="dc * it * (1 - cct**2)",
        new="dc * (1 - cct**2)",
        title="the input gate is missing in the candidate's gradient",
        hints=(
            "What was the candidate multiplied with in the forward pass?",
            "Look at the factors of the candidate's gradient.",
            "dγ_c = dc ⊙ Γ_i ⊙ (1 - candidate²).",
        ),
        reread=GATES,
        spoils=(*HANDED_BACK, *CANDIDATE),
    ),
    mistake(
        "forget-gate-in-c",
        family="swapped gates",
        old="dc * it * (1 - cct**2)",
        new="dc * ft * (1 - cct**2)",
        title="the forget gate stands where the input gate belongs, in the candidate's gradient",
        hints=(
            "Which gate let the candidate into the cell state in the forward pass?",
            "Look at the gate in the candidate's gradient.",
            "dγ_c = dc ⊙ Γ_i ⊙ (1 - candidate²).",
        ),
        reread=GATES,
        spoils=(*HANDED_BACK, *CANDIDATE),
    ),
)
