"""Known mistakes in `lstm_cell_backward`: what a gate's gradient is multiplied with."""

from solutions.mistakes.lstm_cell_backward_cell_state import (
    CANDIDATE,
    FORGET,
    HANDED_BACK,
    INPUT,
    OUTPUT,
)
from solutions.mistakes.lstm_cell_backward_gates import GATES
from solutions.mistakes.mistake import Mistake

FORGET_GATE = "dγ_f = dc ⊙ c⟨t-1⟩ ⊙ Γ_f ⊙ (1 - Γ_f)"
INPUT_GATE = "dγ_i = dc ⊙ candidate ⊙ Γ_i ⊙ (1 - Γ_i)"
OUTPUT_GATE = "dγ_o = da_next ⊙ tanh c⟨t⟩ ⊙ Γ_o ⊙ (1 - Γ_o)"


def partner(
    id: str,
    family: str,
    old: str,
    new: str,
    title: str,
    hints: tuple[str, str, str],
    spoils: tuple[str, ...],
) -> Mistake:
    return Mistake(
        id, "lstm_cell_backward", family, old, new, title, hints, GATES, (*HANDED_BACK, *spoils)
    )


OF_THE_OUTPUT_GATE = tuple(
    partner(
        f"{id}-o",
        family,
        "da_next * tanh_c * ot",
        f"{new} * ot",
        title,
        (question, f"Look at the {place} factor of the output gate's gradient.", f"{OUTPUT_GATE}."),
        OUTPUT,
    )
    for id, family, new, title, question, place in (
        (
            "cell-state-without-tanh",
            "activation",
            "da_next * c_next",
            "the output gate's gradient uses the cell state without its tanh",
            "What was the output gate multiplied with in the forward pass?",
            "second",
        ),
        (
            "old-cell-state-in",
            "wrong state",
            "da_next * np.tanh(c_prev)",
            "the output gate's gradient uses the old cell state",
            "Which cell state did the output gate show in the forward pass?",
            "second",
        ),
        (
            "slope-for-tanh-in",
            "activation",
            "da_next * (1 - tanh_c**2)",
            "the output gate's gradient uses the slope of tanh instead of tanh",
            "Does a gradient on its way to the output gate go through the tanh of c, or past it?",
            "second",
        ),
        (
            "dc_next-in",
            "wrong state",
            "dc_next * tanh_c",
            "the output gate's gradient starts from dc_next instead of da_next",
            "Does the output gate act on the cell state, or on what is shown of it?",
            "first",
        ),
    )
)

OF_THE_OTHERS = (
    partner(
        "candidate-in-f",
        "swapped gates",
        "dc * c_prev * ft",
        "dc * cct * ft",
        "the forget gate's gradient uses the candidate",
        (
            "What was the forget gate multiplied with in the forward pass?",
            "Look at the second factor of the forget gate's gradient.",
            f"{FORGET_GATE}.",
        ),
        FORGET,
    ),
    partner(
        "tanh-of-the-old-cell-state-f",
        "activation",
        "dc * c_prev * ft",
        "dc * np.tanh(c_prev) * ft",
        "the forget gate's gradient uses tanh of the old cell state",
        (
            "Did the old cell state go through a tanh before the forget gate met it?",
            "Look at the second factor of the forget gate's gradient.",
            f"{FORGET_GATE}, with the old cell state as it is.",
        ),
        FORGET,
    ),
    partner(
        "old-cell-state-in-i",
        "swapped gates",
        "dc * cct * it",
        "dc * c_prev * it",
        "the input gate's gradient uses the old cell state",
        (
            "What was the input gate multiplied with in the forward pass?",
            "Look at the second factor of the input gate's gradient.",
            f"{INPUT_GATE}.",
        ),
        INPUT,
    ),
    partner(
        "gradients-of-f-and-i-swapped",
        "swapped gates",
        "dgamma_f = dc * c_prev * ft * (1 - ft)\n    dgamma_i = dc",
        "dgamma_i = dc * c_prev * ft * (1 - ft)\n    dgamma_f = dc",
        "the gradients of forget gate and input gate are swapped",
        (
            "Which of the two formulas holds the old cell state, and which gate met it?",
            "Look at the names to the left of the two formulas.",
            f"{FORGET_GATE}, and {INPUT_GATE}.",
        ),
        (*FORGET, *INPUT),
    ),
)

THEMSELVES = tuple(
    partner(
        f"gate-for-its-partner-{gate}",
        "swapped gates",
        f"{before} * {partners} * {variable}",
        f"{before} * {variable} * {variable}",
        f"the {name} gate's gradient uses the {name} gate itself where {called} belongs",
        (
            f"What was the {name} gate multiplied with in the forward pass?",
            f"Look at the second factor of the {name} gate's gradient.",
            f"{formula}.",
        ),
        own,
    )
    for gate, variable, before, partners, name, called, formula, own in (
        ("f", "ft", "dc", "c_prev", "forget", "the old cell state", FORGET_GATE, FORGET),
        ("i", "it", "dc", "cct", "input", "the candidate", INPUT_GATE, INPUT),
        ("o", "ot", "da_next", "tanh_c", "output", "tanh of the cell state", OUTPUT_GATE, OUTPUT),
    )
)

EXCHANGED = (
    partner(
        "candidate-and-input-gate-exchanged",
        "swapped gates",
        "dc * cct * it * (1 - it)\n    dgamma_c = dc * it *",
        "dc * it * it * (1 - it)\n    dgamma_c = dc * cct *",
        "candidate and input gate are each multiplied with themselves, not with each other",
        (
            "What was the input gate multiplied with in the forward pass, and what the candidate?",
            "Look at the second factor in the gradients of both.",
            f"{INPUT_GATE}, and dγ_c = dc ⊙ Γ_i ⊙ (1 - candidate²).",
        ),
        (*INPUT, *CANDIDATE),
    ),
)

MISTAKES = (*OF_THE_OUTPUT_GATE, *OF_THE_OTHERS, *THEMSELVES, *EXCHANGED)
