"""Known mistakes of both forward sequence functions: arrays that keep nothing of what is stored.

An array of whole numbers keeps nothing of numbers below one, so that it cannot be told from one
into which nothing was written.
"""

from solutions.mistakes import lstm_forward_steps, rnn_forward_steps
from solutions.mistakes.mistake import Mistake


def stays_zero(of: str, output: str, value: str, called: str, reread: str) -> Mistake:
    """Leave out the line that stores a step's slice of an output."""
    return Mistake(
        f"{output}-stays-zero",
        of,
        "missing path",
        f"        {output}[:, :, t] = {value}\n",
        "",
        f"{output} stays zero: nothing is stored in it, or it can hold whole numbers alone",
        (
            "What becomes of 0.7 when it is stored in an array of whole numbers?",
            f"Look at the line that makes {output}, and at the line that fills it.",
            f"The slice of {output} for step t takes {called}, a matrix of real numbers.",
        ),
        reread,
        (output,),
    )


MISTAKES = (
    stays_zero("rnn_forward", "a", "a_next", "a⟨t⟩", rnn_forward_steps.TIME),
    stays_zero("lstm_forward", "a", "a_next", "a⟨t⟩", lstm_forward_steps.TIME),
    stays_zero("lstm_forward", "y", "yt_pred", "ŷ⟨t⟩", lstm_forward_steps.TIME),
    Mistake(
        "c-in-whole-numbers",
        "lstm_forward",
        "activation",
        "c = np.zeros((n_a, m, T_x))",
        "c = np.zeros((n_a, m, T_x), dtype=int)",
        "c is an array of whole numbers, so everything behind the point is lost",
        (
            "What becomes of 0.7 when it is stored in an array of whole numbers?",
            "Look at the line that makes the array of zeros for c.",
            "c holds real numbers, and each of its slices is the c⟨t⟩ of a step.",
        ),
        lstm_forward_steps.TIME,
        ("c",),
    ),
)
