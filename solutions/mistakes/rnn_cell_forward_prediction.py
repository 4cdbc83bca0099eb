"""Known mistakes in `rnn_cell_forward`: other ways from the scores to a prediction."""

from solutions.mistakes.mistake import Mistake
from solutions.mistakes.prediction import from_scores
from solutions.mistakes.rnn_cell_forward_state import CELL
from solutions.mistakes.rnn_cell_forward_sum import SUM

MISTAKES = (
    *from_scores("rnn_cell_forward", "Wya @ a_next + by", "Wya a⟨t⟩ + by", CELL),
    Mistake(
        "prediction-from-the-sum",
        of="rnn_cell_forward",
        family="wrong state",
        old="Wya @ a_next",
        new=f"Wya @ ({SUM})",
        title="the prediction is made from the sum before tanh",
        hints=(
            "Does the arrow up to ŷ⟨t⟩ leave before tanh or after it?",
            "Look at the array that Wya is multiplied with.",
            "The finished state makes the prediction: softmax of Wya a⟨t⟩ + by.",
        ),
        reread=CELL,
        spoils=("yt_pred",),
    ),
)
