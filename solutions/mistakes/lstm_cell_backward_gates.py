"""Known mistakes in `lstm_cell_backward`: through the gates."""

from functools import partial

from solutions.mistakes.lstm_cell_backward_cell_state import (
    CANDIDATE,
    FORGET,
    HANDED_BACK,
    INPUT,
    OUTPUT,
)
from solutions.mistakes.mistake import Mistake

GATES = "04 · Through the gates"

mistake = partial(Mistake, of="lstm_cell_backward")

SIGMOID_GATES = (
    ("f", "ft", "forget", "dc * c_prev", FORGET, "dc ⊙ c⟨t-1⟩ ⊙ Γ_f ⊙ (1 - Γ_f)"),
    ("i", "it", "input", "dc * cct", INPUT, "dc ⊙ candidate ⊙ Γ_i ⊙ (1 - Γ_i)"),
    ("o", "ot", "output", "da_next * tanh_c", OUTPUT, "da_next ⊙ tanh c⟨t⟩ ⊙ Γ_o ⊙ (1 - Γ_o)"),
)

EACH_GATE = tuple(
    made
    for gate, variable, name, front, own, formula in SIGMOID_GATES
    for made in (
        mistake(
            f"sigmoid-derivative-missing-{gate}",
            family="missing factor",
            old=f"{front} * {variable} * (1 - {variable})",
            new=front,
            title=f"the derivative of the sigmoid is missing in the {name} gate",
            hints=(
                f"Which function made the {name} gate from its sum in the forward pass?",
                f"Look at the factors of the {name} gate's gradient: is the slope among them?",
                f"dγ_{gate} = {formula}.",
            ),
            reread=GATES,
            spoils=(*HANDED_BACK, *own),
        ),
        mistake(
            f"tanh-derivative-in-{gate}",
            family="activation",
            old=f"{variable} * (1 - {variable})",
            new=f"(1 - {variable}**2)",
            title=f"the derivative of tanh stands where that of the sigmoid belongs, {name} gate",
            hints=(
                f"Which function made the {name} gate, sigmoid or tanh?",
                f"Look at the slope in the {name} gate's gradient.",
                f"The slope of the sigmoid is Γ (1 - Γ), so dγ_{gate} = {formula}.",
            ),
            reread=GATES,
            spoils=(*HANDED_BACK, *own),
        ),
        mistake(
            f"half-a-derivative-{gate}",
            family="missing factor",
            old=f"{variable} * (1 - {variable})",
            new=f"(1 - {variable})",
            title=f"half of the sigmoid's derivative is missing in the {name} gate",
            hints=(
                "The slope of a sigmoid is a product of two factors: which?",
                f"Look at the last factors of the {name} gate's gradient.",
                f"The slope of the sigmoid is Γ (1 - Γ), so dγ_{gate} = {formula}.",
            ),
            reread=GATES,
            spoils=(*HANDED_BACK, *own),
        ),
        mistake(
            f"sigmoid-derivative-twice-{gate}",
            family="activation",
            old=f"{variable} * (1 - {variable})",
            new=f"({variable} * (1 - {variable})) ** 2",
            title=f"the derivative of the sigmoid is applied twice in the {name} gate",
            hints=(
                f"How often does the {name} gate go through a sigmoid in the forward pass?",
                f"Count how often the slope enters on the way to dγ_{gate}.",
                f"dγ_{gate} = {formula}, with the slope once.",
            ),
            reread=GATES,
            spoils=(*HANDED_BACK, *own),
        ),
    )
)

BETWEEN_THE_GATES = (
    mistake(
        "old-cell-state-missing-f",
        family="missing factor",
        old="dc * c_prev * ft",
        new="dc * ft",
        title="the old cell state is missing in the forget gate's gradient",
        hints=(
            "What was the forget gate multiplied with in the forward pass?",
            "Look at the factors of the forget gate's gradient.",
            "dγ_f = dc ⊙ c⟨t-1⟩ ⊙ Γ_f ⊙ (1 - Γ_f).",
        ),
        reread=GATES,
        spoils=(*HANDED_BACK, *FORGET),
    ),
    mistake(
        "new-cell-state-for-old-f",
        family="wrong state",
        old="dc * c_prev * ft",
        new="dc * c_next * ft",
        title="the forget gate's gradient uses the new cell state",
        hints=(
            "Which cell state was the forget gate multiplied with in the forward pass?",
            "Look at the state in the forget gate's gradient.",
            "dγ_f = dc ⊙ c⟨t-1⟩ ⊙ Γ_f ⊙ (1 - Γ_f), with the old cell state.",
        ),
        reread=GATES,
        spoils=(*HANDED_BACK, *FORGET),
    ),
    mistake(
        "hidden-state-in-f",
        family="wrong state",
        old="dc * c_prev * ft",
        new="dc * a_prev * ft",
        title="the forget gate's gradient uses the hidden state",
        hints=(
            "Which state was the forget gate multiplied with in the forward pass?",
            "Look at the state in the forget gate's gradient.",
            "dγ_f = dc ⊙ c⟨t-1⟩ ⊙ Γ_f ⊙ (1 - Γ_f), with the old cell state.",
        ),
        reread=GATES,
        spoils=(*HANDED_BACK, *FORGET),
    ),
    mistake(
        "candidate-missing-i",
        family="missing factor",
        old="dc * cct * it",
        new="dc * it",
        title="the candidate is missing in the input gate's gradient",
        hints=(
            "What was the input gate multiplied with in the forward pass?",
            "Look at the factors of the input gate's gradient.",
            "dγ_i = dc ⊙ candidate ⊙ Γ_i ⊙ (1 - Γ_i).",
        ),
        reread=GATES,
        spoils=(*HANDED_BACK, *INPUT),
    ),
    mistake(
        "partners-of-f-and-i-swapped",
        family="swapped gates",
        old="dc * c_prev * ft * (1 - ft)\n    dgamma_i = dc * cct * it",
        new="dc * cct * ft * (1 - ft)\n    dgamma_i = dc * c_prev * it",
        title="forget gate and input gate have swapped their partners",
        hints=(
            "Which gate was multiplied with the old cell state, and which with the candidate?",
            "Look at the second factor of both gradients.",
            "In dγ_f stands c⟨t-1⟩, and in dγ_i stands the candidate.",
        ),
        reread=GATES,
        spoils=(*HANDED_BACK, *FORGET, *INPUT),
    ),
    mistake(
        "gradients-of-i-and-c-swapped",
        family="swapped gates",
        old=("dgamma_i = dc * cct * it * (1 - it)\n    dgamma_c = dc * it * (1 - cct**2)"),
        new=("dgamma_c = dc * cct * it * (1 - it)\n    dgamma_i = dc * it * (1 - cct**2)"),
        title="the gradients of input gate and candidate are swapped",
        hints=(
            "Which of the two formulas holds the slope of a sigmoid, and which of a tanh?",
            "Look at the names to the left of the two formulas.",
            "dγ_i = dc ⊙ candidate ⊙ Γ_i ⊙ (1 - Γ_i), and dγ_c = dc ⊙ Γ_i ⊙ (1 - candidate²).",
        ),
        reread=GATES,
        spoils=(*HANDED_BACK, *INPUT, *CANDIDATE),
    ),
    mistake(
        "tanh-missing-o",
        family="missing factor",
        old="da_next * tanh_c * ot",
        new="da_next * ot",
        title="tanh of the cell state is missing in the output gate's gradient",
        hints=(
            "What was the output gate multiplied with in the forward pass?",
            "Look at the factors of the output gate's gradient.",
            "dγ_o = da_next ⊙ tanh c⟨t⟩ ⊙ Γ_o ⊙ (1 - Γ_o).",
        ),
        reread=GATES,
        spoils=(*HANDED_BACK, *OUTPUT),
    ),
    mistake(
        "hidden-state-in-o",
        family="wrong state",
        old="da_next * tanh_c * ot",
        new="da_next * a_next * ot",
        title="the output gate's gradient uses the hidden state, which holds the gate already",
        hints=(
            "What was the output gate multiplied with in the forward pass?",
            "Look at the second factor of the output gate's gradient.",
            "dγ_o = da_next ⊙ tanh c⟨t⟩ ⊙ Γ_o ⊙ (1 - Γ_o).",
        ),
        reread=GATES,
        spoils=(*HANDED_BACK, *OUTPUT),
    ),
    mistake(
        "dc-in-o",
        family="wrong state",
        old="da_next * tanh_c * ot",
        new="dc * tanh_c * ot",
        title="the output gate's gradient starts from dc instead of da_next",
        hints=(
            "Does the output gate act on the cell state, or on what is shown of it?",
            "Look at the first factor of the output gate's gradient.",
            "dγ_o = da_next ⊙ tanh c⟨t⟩ ⊙ Γ_o ⊙ (1 - Γ_o).",
        ),
        reread=GATES,
        spoils=(*HANDED_BACK, *OUTPUT),
    ),
)

MISTAKES = (*EACH_GATE, *BETWEEN_THE_GATES)
