"""Known mistakes in `lstm_cell_forward`: the prediction and what is returned."""

from functools import partial

from solutions.mistakes.mistake import Mistake

PREDICTION = "03 · The prediction"
RETURNED = "03 · Now the cell"
SCORES = 'parameters["Wy"] @ a_next + parameters["by"]'

mistake = partial(Mistake, of="lstm_cell_forward")

MISTAKES = (
    mistake(
        "softmax-over-batch",
        family="axis",
        old=f"softmax({SCORES})",
        new=f"softmax(({SCORES}).T).T",
        title="softmax is taken over the batch axis",
        hints=(
            "Who competes in a softmax, the classes of one example or the examples of the batch?",
            "Look at what each column of your prediction adds up to.",
            "Every column of ŷ⟨t⟩ is the softmax of the same column of scores, and sums to 1.",
        ),
        reread=PREDICTION,
        spoils=("yt_pred",),
    ),
    mistake(
        "sigmoid-for-softmax",
        family="activation",
        old='softmax(parameters["Wy"]',
        new='sigmoid(parameters["Wy"]',
        title="sigmoid is used where softmax belongs",
        hints=(
            "Does a column of your prediction add up to 1?",
            "Look at the function around the scores of the prediction.",
            "ŷ⟨t⟩ = softmax of the scores Wy a⟨t⟩ + by.",
        ),
        reread=PREDICTION,
        spoils=("yt_pred",),
    ),
    mistake(
        "softmax-forgotten",
        family="activation",
        old=f"softmax({SCORES})",
        new=SCORES,
        title="the prediction is the bare scores, without softmax",
        hints=(
            "Are all numbers of your prediction between 0 and 1?",
            "Look at what still has to happen to the scores.",
            "ŷ⟨t⟩ = softmax of the scores Wy a⟨t⟩ + by.",
        ),
        reread=PREDICTION,
        spoils=("yt_pred",),
    ),
    mistake(
        "prediction-from-the-old-state",
        family="wrong state",
        old='parameters["Wy"] @ a_next',
        new='parameters["Wy"] @ a_prev',
        title="the prediction is made from the old hidden state",
        hints=(
            "Which hidden state does the arrow up to ŷ⟨t⟩ leave from?",
            "Look at the array that Wy is multiplied with.",
            "The new hidden state makes the prediction: softmax of Wy a⟨t⟩ + by.",
        ),
        reread=PREDICTION,
        spoils=("yt_pred",),
    ),
    mistake(
        "prediction-from-the-cell-state",
        family="wrong state",
        old='parameters["Wy"] @ a_next',
        new='parameters["Wy"] @ c_next',
        title="the prediction is made from the cell state",
        hints=(
            "Which of the two states is shown to the outside?",
            "Look at the array that Wy is multiplied with.",
            "The hidden state makes the prediction: softmax of Wy a⟨t⟩ + by.",
        ),
        reread=PREDICTION,
        spoils=("yt_pred",),
    ),
    mistake(
        "by-missing",
        family="term",
        old=' + parameters["by"]',
        new="",
        title="the bias of the prediction is missing, or the same for every class",
        hints=(
            "How many of the ten parameters does your cell use?",
            "Look at the scores of the prediction.",
            "The scores are Wy a⟨t⟩ + by.",
        ),
        reread=PREDICTION,
        spoils=("yt_pred",),
    ),
    mistake(
        "prediction-before-cell-state",
        family="order",
        old="return a_next, c_next, yt_pred, cache",
        new="return a_next, yt_pred, c_next, cache",
        title="cell state and prediction are returned in the wrong order",
        hints=(
            "In which order does the one who calls your cell unpack its results?",
            "Look at the last line and compare it with the list of what is returned.",
            "Hidden state, cell state, prediction, cache.",
        ),
        reread=RETURNED,
        spoils=("c_next", "yt_pred"),
    ),
    mistake(
        "states-returned-swapped",
        family="order",
        old="return a_next, c_next, yt_pred, cache",
        new="return c_next, a_next, yt_pred, cache",
        title="the two states are returned in the wrong order",
        hints=(
            "In which order does the one who calls your cell unpack its results?",
            "Look at the last line: both states have the same shape, so nothing complains.",
            "Hidden state, cell state, prediction, cache.",
        ),
        reread=RETURNED,
        spoils=("a_next", "c_next"),
    ),
)
