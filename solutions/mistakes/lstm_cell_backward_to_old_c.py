"""Known mistakes in `lstm_cell_backward`: other formulas for dc_prev."""

from solutions.mistakes.lstm_cell_backward_handed_back import BACK
from solutions.mistakes.mistake import Mistake

HIDDEN = "da_next * ot * (1 - tanh_c**2)"
PATHS = "On how many paths does the loss reach c⟨t⟩, and so c⟨t-1⟩?"
MET = "What was c⟨t-1⟩ multiplied with in the forward pass?"
FIRST = "Look at the first factor of dc_prev: is it the whole dc?"
BRACKETS = "Look at the brackets of dc_prev: which terms does the forget gate belong to?"

MISTAKES = tuple(
    Mistake(
        id,
        "lstm_cell_backward",
        family,
        '"dc_prev": dc * ft',
        f'"dc_prev": {new}',
        title,
        (
            question,
            look,
            "dc_prev = dc ⊙ Γ_f, with dc = dc_next + da_next ⊙ Γ_o ⊙ (1 - tanh² c⟨t⟩).",
        ),
        BACK,
        ("dc_prev",),
    )
    for id, family, new, title, question, look in (
        (
            "dc_prev-from-the-hidden-path-alone",
            "missing path",
            f"{HIDDEN} * ft",
            "dc_next is missing from dc_prev",
            PATHS,
            FIRST,
        ),
        (
            "dc_prev-from-da_next",
            "wrong state",
            "da_next * ft",
            "dc_prev starts from da_next instead of dc",
            PATHS,
            FIRST,
        ),
        (
            "dc_prev-without-output-gate",
            "missing factor",
            "(dc_next + da_next * (1 - tanh_c**2)) * ft",
            "the output gate is missing on the way from da_next to dc_prev",
            "What lies between a⟨t⟩ and c⟨t⟩?",
            FIRST,
        ),
        (
            "dc_prev-without-slope",
            "missing factor",
            "(dc_next + da_next * ot) * ft",
            "the slope of tanh is missing on the way from da_next to dc_prev",
            "What lies between a⟨t⟩ and c⟨t⟩?",
            FIRST,
        ),
        (
            "forget-gate-on-the-hidden-path-alone",
            "order",
            f"dc_next + {HIDDEN} * ft",
            "in dc_prev, the forget gate is not multiplied with dc_next",
            MET,
            BRACKETS,
        ),
        (
            "forget-gate-on-dc_next-alone",
            "order",
            f"dc_next * ft + {HIDDEN}",
            "in dc_prev, the forget gate is multiplied with dc_next alone",
            MET,
            BRACKETS,
        ),
        (
            "dc_prev-with-output-gate",
            "swapped gates",
            "dc * ot",
            "the output gate stands where the forget gate belongs, in dc_prev",
            "Which gate was c⟨t-1⟩ multiplied with in the forward pass?",
            "Look at the gate in dc_prev.",
        ),
        (
            "dc_prev-with-slope-of-forget-gate",
            "activation",
            "dc * ft * (1 - ft)",
            "dc_prev goes through the slope of the forget gate",
            "Does the old cell state go through a sigmoid?",
            "Look at the factors of dc_prev: is there one too many?",
        ),
    )
)
