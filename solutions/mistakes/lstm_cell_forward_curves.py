"""Known mistakes in `lstm_cell_forward`: other curves for the candidate and for the cell state."""

from functools import partial

from solutions.mistakes.lstm_cell_forward_gates import GATES, OUTPUTS_OF_O, spoiled_by
from solutions.mistakes.lstm_cell_forward_hidden_state import HIDDEN_STATE
from solutions.mistakes.mistake import Mistake

CANDIDATE = 'np.tanh(parameters["Wc"] @ concat + parameters["bc"])'
SUM = CANDIDATE.removeprefix("np.tanh")
SHOWN = "np.tanh(c_next)"

mistake = partial(Mistake, of="lstm_cell_forward", family="activation")

OF_THE_CANDIDATE = tuple(
    mistake(
        f"{id}-for-candidate",
        old=CANDIDATE,
        new=curve.format(SUM),
        title=f"the candidate {what} instead of tanh",
        hints=(
            "Between which two numbers does the candidate stay, and how does it come near them?",
            "Look at the function around the sum of the candidate.",
            "The candidate is tanh(Wc [a⟨t-1⟩; x⟨t⟩] + bc).",
        ),
        reread=GATES,
        spoils=spoiled_by("c"),
    )
    for id, curve, what in (
        ("relu", "np.maximum(0, {})", "uses ReLU"),
        ("clipping", "np.clip({}, -1, 1)", "is cut off at -1 and 1"),
    )
)

OF_THE_CELL_STATE = tuple(
    mistake(
        f"{id}-of-the-cell-state",
        old=SHOWN,
        new=new,
        title=f"the hidden state shows {what} of the cell state instead of tanh",
        hints=(
            "Through which curve does the cell state go before the output gate?",
            "Look at the factor beside the output gate.",
            "a⟨t⟩ = Γ_o ⊙ tanh(c⟨t⟩).",
        ),
        reread=HIDDEN_STATE,
        spoils=OUTPUTS_OF_O,
    )
    for id, new, what in (
        ("relu", "np.maximum(0, c_next)", "the ReLU"),
        ("clipping", "np.clip(c_next, -1, 1)", "a cut at -1 and 1"),
    )
)

MISTAKES = (*OF_THE_CANDIDATE, *OF_THE_CELL_STATE)
