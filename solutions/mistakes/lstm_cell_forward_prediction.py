"""Known mistakes in `lstm_cell_forward`: other ways to a prediction."""

from functools import partial

from solutions.mistakes.lstm_cell_forward_gates import CACHE
from solutions.mistakes.lstm_cell_forward_results import PREDICTION, RETURNED, SCORES
from solutions.mistakes.mistake import Mistake
from solutions.mistakes.prediction import from_scores

WHOLE = f"yt_pred = softmax({SCORES})"
SOFTMAX = "ŷ⟨t⟩ = softmax of the scores Wy a⟨t⟩ + by."

mistake = partial(Mistake, of="lstm_cell_forward", reread=PREDICTION, spoils=("yt_pred",))

MISTAKES = (
    *from_scores("lstm_cell_forward", SCORES, "Wy a⟨t⟩ + by", PREDICTION),
    mistake(
        "softmax-over-everything",
        family="axis",
        old=WHOLE,
        new=f"e = np.exp({SCORES})\n    yt_pred = e / e.sum()",
        title="one sum for the whole batch: the columns do not add up to 1",
        hints=(
            "How many probability distributions does a batch of m examples have?",
            "Look at the sum that the exponentials are divided by.",
            "Every column is divided by its own sum: softmax runs down the classes.",
        ),
    ),
    mistake(
        "by-after-softmax",
        family="order",
        old=WHOLE,
        new='yt_pred = softmax(parameters["Wy"] @ a_next) + parameters["by"]',
        title="the bias is added after softmax",
        hints=(
            "Do the columns of your prediction still add up to 1?",
            "Look at where the bracket of softmax closes.",
            "First the whole score Wy a⟨t⟩ + by, then softmax of it.",
        ),
    ),
    mistake(
        "softmax-twice",
        family="activation",
        old=WHOLE,
        new=f"yt_pred = softmax(softmax({SCORES}))",
        title="softmax is applied twice",
        hints=(
            "What does softmax expect, scores or probabilities?",
            "Look at everything that happens between the scores and the prediction.",
            SOFTMAX,
        ),
    ),
    *(
        mistake(
            f"prediction-from-the-{id}",
            family="wrong state",
            old='parameters["Wy"] @ a_next',
            new=f'parameters["Wy"] @ {new}',
            title=f"the prediction is made from the {called}",
            hints=(
                "Which array does the arrow up to ŷ⟨t⟩ leave from?",
                "Look at the array that Wy is multiplied with.",
                "The new hidden state, gate and all, makes the prediction: softmax of Wy a⟨t⟩ + "
                "by.",
            ),
        )
        for id, new, called in (
            ("ungated-cell-state", "np.tanh(c_next)", "tanh of the cell state, past the gate"),
            ("output-gate", "ot", "output gate alone"),
        )
    ),
    mistake(
        "prediction-after-cache",
        family="order",
        old="return a_next, c_next, yt_pred, cache",
        new="return a_next, c_next, cache, yt_pred",
        title="prediction and cache are returned in the wrong order",
        hints=(
            "In which order does the one who calls your cell unpack its results?",
            "Look at the last line and compare it with the list of what is returned.",
            "Hidden state, cell state, prediction, cache.",
        ),
        reread=RETURNED,
        spoils=("yt_pred", *CACHE),
    ),
)
