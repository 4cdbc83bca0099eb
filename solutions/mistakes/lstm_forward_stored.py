"""Known mistakes in `lstm_forward`: what is stored, and how the steps are put together."""

from functools import partial

from solutions.mistakes.lstm_forward_results import RETURN
from solutions.mistakes.lstm_forward_steps import FIRST, TIME
from solutions.mistakes.mistake import Mistake
from solutions.mistakes.predictions_over_time import at_once
from solutions.mistakes.sequence import arranged

LAST = {"a": "a_next", "y": "yt_pred", "c": "c_next"}

mistake = partial(Mistake, of="lstm_forward", reread=TIME)

MISTAKES = (
    *arranged("lstm_forward", RETURN, LAST, TIME),
    *at_once("lstm_forward", "y", "Wy", RETURN, TIME),
    *(
        mistake(
            f"old-{name}-state-stored",
            family="wrong state",
            old=f"{output}[:, :, t] = {output}_next",
            new=f"{output}[:, :, t] = cache[{place}]",
            title=f"the {name} state before the step is stored instead of the one after it",
            hints=(
                f"Is the first slice of {output} the state you started from, and should it be?",
                f"Look at what is written into {output}, and when.",
                f"The slice for step t holds {output}⟨t⟩, which the cell has just returned.",
            ),
            spoils=(output,),
        )
        for output, name, place in (("a", "hidden", 2), ("c", "cell", 3))
    ),
    mistake(
        "tanh-of-the-cell-states-stored",
        family="activation",
        old="c[:, :, t] = c_next",
        new="c[:, :, t] = np.tanh(c_next)",
        title="c holds tanh of the cell states",
        hints=(
            "Can a cell state grow beyond 1?",
            "Look at what happens to a cell state between the cell and c.",
            "The slice of c for step t takes c⟨t⟩ as the cell returned it.",
        ),
        spoils=("c",),
    ),
    mistake(
        "predictions-from-the-cell-states",
        family="wrong state",
        old="y[:, :, t] = yt_pred",
        new='y[:, :, t] = softmax(parameters["Wy"] @ c_next + parameters["by"])',
        title="the predictions are made from the cell states",
        hints=(
            "Which of the two states is shown to the outside?",
            "Look at the array that Wy is multiplied with, or take what the cell returned.",
            "The hidden state makes the prediction: softmax of Wy a⟨t⟩ + by.",
        ),
        spoils=("y",),
    ),
    mistake(
        "softmax-once-more",
        family="activation",
        old="y[:, :, t] = yt_pred",
        new="y[:, :, t] = softmax(yt_pred)",
        title="softmax is applied once more to the finished predictions",
        hints=(
            "Are the numbers that the cell returns scores or probabilities?",
            "Look at what happens to a prediction between the cell and y.",
            "The cell has already taken softmax, so ŷ⟨t⟩ is stored as it is.",
        ),
        spoils=("y",),
    ),
    mistake(
        "a-begins-with-a0",
        family="shape",
        old=RETURN,
        new="a = np.concatenate((a0[:, :, None], a), axis=2)\n    " + RETURN,
        title="a begins with a0 and has one slice too many",
        hints=(
            "How many hidden states does the cell return for T_x inputs?",
            "Look at the first slice of a, and at the length of its last axis.",
            "a holds a⟨1⟩ to a⟨T_x⟩, and a⟨0⟩ is not among them.",
        ),
        reread=FIRST,
        spoils=("a",),
    ),
    mistake(
        "c-begins-with-zeros",
        family="shape",
        old=RETURN,
        new="c = np.concatenate((np.zeros((n_a, m, 1)), c), axis=2)\n    " + RETURN,
        title="c begins with the zeros of the start and has one slice too many",
        hints=(
            "How many cell states does the cell return for T_x inputs?",
            "Look at the first slice of c, and at the length of its last axis.",
            "c holds c⟨1⟩ to c⟨T_x⟩, and c⟨0⟩ is not among them.",
        ),
        reread=FIRST,
        spoils=("c",),
    ),
    mistake(
        "predictions-first",
        family="order",
        old=RETURN,
        new="return y, a, c, (steps, x)",
        title="hidden states and predictions are returned in the wrong order",
        hints=(
            "In which order does the one who calls your function unpack its results?",
            "Look at the last line and compare it with the list of what is returned.",
            "States, predictions, cell states, caches: a stands first.",
        ),
        spoils=("a", "y"),
    ),
    mistake(
        "cell-states-last",
        family="order",
        old=RETURN,
        new="return a, y, (steps, x), c",
        title="the cell states are returned last, behind the caches",
        hints=(
            "In which order does the one who calls your function unpack its results?",
            "Look at the last line and compare it with the list of what is returned.",
            "States, predictions, cell states, caches: the caches stand last.",
        ),
        spoils=("c", "caches"),
    ),
)
