"""Known mistakes in `rnn_backward` alone: from one step to the step before, and dba."""

from solutions.mistakes.mistake import Mistake
from solutions.mistakes.through_time import CARRIED_A, RNN, every_output

TOTAL = "(da[:, :, t] + da_prevt)"
DZ = f"{TOTAL} * (1 - steps[t][0] ** 2)"
WAA = 'steps[t][3]["Waa"]'


def carried(id: str, family: str, value: str, title: str, question: str, look: str) -> Mistake:
    """Make a mistake in what is carried."""
    return Mistake(
        id,
        "rnn_backward",
        family,
        CARRIED_A,
        f"        da_prevt = {value}\n",
        title,
        (question, look, "What is carried is Waaᵀ dz, with dz = da_next ⊙ (1 - a⟨t⟩²)."),
        RNN.sections["paths"],
        every_output(RNN),
    )


MISTAKES = (
    carried(
        "carried-without-slope",
        "missing factor",
        f"{WAA}.T @ {TOTAL}",
        "the gradient is carried through Waa, but not through the slope of tanh",
        "On its way from a⟨t⟩ back to a⟨t-1⟩, what does a gradient have to pass?",
        "Look at the array that the transpose of Waa is multiplied with.",
    ),
    carried(
        "carried-without-Waa",
        "missing factor",
        DZ,
        "the gradient is carried through the slope of tanh, but not through Waa",
        "On its way from a⟨t⟩ back to a⟨t-1⟩, what does a gradient have to pass?",
        "Look at what you keep for the next turn: is it dz, or what Waa makes of it?",
    ),
    carried(
        "carried-without-transpose",
        "transpose",
        f"{WAA} @ ({DZ})",
        "the gradient is carried through Waa instead of its transpose",
        "In which direction does Waa lead in the forward pass, and in which one now?",
        "Look at what you keep for the next turn: a square matrix fits both ways.",
    ),
    carried(
        "carried-through-Waa-twice",
        "accumulation",
        f'{WAA}.T @ gradients["da_prev"]',
        "the gradient is carried through Waa once more",
        "Through what has the da_prev gone that the cell returns?",
        "Look at what is done to da_prev between two turns of the loop.",
    ),
    carried(
        "carried-through-the-old-slope",
        "activation",
        'gradients["da_prev"] * (1 - steps[t][1] ** 2)',
        "the gradient is multiplied by the slope of the old state before it is carried on",
        "Which cell takes care of the tanh that made a⟨t-1⟩?",
        "Look at what is done to da_prev between two turns of the loop.",
    ),
    carried(
        "future-gradient-clipped-at-one",
        "scaling",
        'np.clip(gradients["da_prev"], -1, 1)',
        "the carried gradient is clipped at one",
        "Is a clipped gradient still the slope of the loss?",
        "Look at what is done to da_prev between two turns of the loop.",
    ),
    Mistake(
        "dba-as-wide-as-the-batch",
        "rnn_backward",
        family="shape",
        old="dba = np.zeros((n_a, 1))",
        new="dba = np.zeros((n_a, m))",
        title="dba has a column for every example",
        hints=(
            "What is the shape of ba, and so of its gradient?",
            "Look at the array of zeros in which dba is gathered.",
            "dba has shape (n_a, 1): NumPy would spread it over m columns without a word.",
        ),
        reread=RNN.sections["left"],
        spoils=("dba",),
    ),
)
