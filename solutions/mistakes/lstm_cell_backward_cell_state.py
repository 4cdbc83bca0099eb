"""Known mistakes in `lstm_cell_backward`: the two paths into the cell state."""

from functools import partial

from solutions.mistakes.mistake import Mistake

INTO_C = "04 · Two paths into the cell state"
FORGET, INPUT, CANDIDATE, OUTPUT = (("dW" + gate, "db" + gate) for gate in "fico")
HANDED_BACK = ("dxt", "da_prev")
ALL = (*HANDED_BACK, "dc_prev", *FORGET, *INPUT, *CANDIDATE, *OUTPUT)
THROUGH_C = (*HANDED_BACK, "dc_prev", *FORGET, *INPUT, *CANDIDATE)
DC = "dc_next + da_next * ot * (1 - tanh_c**2)"

mistake = partial(Mistake, of="lstm_cell_backward")

MISTAKES = (
    mistake(
        "path-from-the-next-cell-missing",
        family="missing path",
        old=DC,
        new="da_next * ot * (1 - tanh_c**2)",
        title="the gradient that comes back along the cell state is not added",
        hints=(
            "Who reads c⟨t⟩ in the forward pass, besides this step's own hidden state?",
            "Look at the terms of dc: there should be two.",
            "dc = dc_next + da_next ⊙ Γ_o ⊙ (1 - tanh² c⟨t⟩).",
        ),
        reread=INTO_C,
        spoils=THROUGH_C,
    ),
    mistake(
        "path-through-the-hidden-state-missing",
        family="missing path",
        old=DC,
        new="dc_next",
        title="the path through the hidden state is missing from dc",
        hints=(
            "Who reads c⟨t⟩ in the forward pass, besides the next cell?",
            "Look at the terms of dc: there should be two.",
            "dc = dc_next + da_next ⊙ Γ_o ⊙ (1 - tanh² c⟨t⟩).",
        ),
        reread=INTO_C,
        spoils=THROUGH_C,
    ),
    mistake(
        "output-gate-missing-in-dc",
        family="missing factor",
        old=DC,
        new="dc_next + da_next * (1 - tanh_c**2)",
        title="the output gate is missing on the path from the hidden state to c",
        hints=(
            "What does the hidden state learn of c when the output gate is shut?",
            "Look at the factors of da_next in dc.",
            "The path through the hidden state is da_next ⊙ Γ_o ⊙ (1 - tanh² c⟨t⟩).",
        ),
        reread=INTO_C,
        spoils=THROUGH_C,
    ),
    mistake(
        "tanh-derivative-missing-in-dc",
        family="missing factor",
        old=DC,
        new="dc_next + da_next * ot",
        title="the derivative of tanh is missing on the path from the hidden state to c",
        hints=(
            "What stands between c⟨t⟩ and the output gate in the forward pass?",
            "Look at the factors of da_next in dc.",
            "The path through the hidden state is da_next ⊙ Γ_o ⊙ (1 - tanh² c⟨t⟩).",
        ),
        reread=INTO_C,
        spoils=THROUGH_C,
    ),
    mistake(
        "square-of-c-itself",
        family="activation",
        old="tanh_c**2",
        new="c_next**2",
        title="c is squared instead of tanh of c",
        hints=(
            "Is c⟨t⟩ itself the output of a tanh, as a⟨t⟩ was in the RNN?",
            "Look at what is squared in the derivative of tanh.",
            "The slope of tanh at c⟨t⟩ is 1 - tanh² c⟨t⟩.",
        ),
        reread=INTO_C,
        spoils=THROUGH_C,
    ),
    mistake(
        "square-of-the-hidden-state",
        family="wrong state",
        old="tanh_c**2",
        new="a_next**2",
        title="the hidden state is squared, as in the RNN, instead of tanh of c",
        hints=(
            "Is a⟨t⟩ still the bare tanh of something, as it was in the RNN?",
            "Look at what is squared in the derivative of tanh.",
            "a⟨t⟩ holds the output gate too, so the slope is 1 - tanh² c⟨t⟩.",
        ),
        reread=INTO_C,
        spoils=THROUGH_C,
    ),
    mistake(
        "tanh-derivative-with-a-plus",
        family="sign",
        old="1 - tanh_c**2",
        new="1 + tanh_c**2",
        title="the derivative of tanh has a plus where a minus belongs",
        hints=(
            "Where is tanh steepest, at zero or near its ends?",
            "Look at the sign within the derivative of tanh.",
            "The slope of tanh at c⟨t⟩ is 1 - tanh² c⟨t⟩.",
        ),
        reread=INTO_C,
        spoils=THROUGH_C,
    ),
    mistake(
        "square-missing",
        family="activation",
        old="1 - tanh_c**2",
        new="1 - tanh_c",
        title="the square is missing in the derivative of tanh",
        hints=(
            "What is the slope of tanh where its value is -0.6, and where it is 0.6?",
            "Look at the last factor of da_next in dc.",
            "The slope of tanh at c⟨t⟩ is 1 - tanh² c⟨t⟩.",
        ),
        reread=INTO_C,
        spoils=THROUGH_C,
    ),
    mistake(
        "tanh-of-the-old-cell-state",
        family="wrong state",
        old="np.tanh(c_next)",
        new="np.tanh(c_prev)",
        title="tanh is taken of the old cell state",
        hints=(
            "Which cell state did the output gate show in the forward pass?",
            "Look at the state inside tanh.",
            "Both dc and the output gate's gradient use tanh c⟨t⟩, of the new cell state.",
        ),
        reread=INTO_C,
        spoils=ALL,
    ),
    mistake(
        "tanh-of-the-hidden-state",
        family="wrong state",
        old="np.tanh(c_next)",
        new="np.tanh(a_next)",
        title="tanh is taken of the hidden state",
        hints=(
            "Of which state did the forward pass take tanh?",
            "Look at the state inside tanh.",
            "Both dc and the output gate's gradient use tanh c⟨t⟩, of the cell state.",
        ),
        reread=INTO_C,
        spoils=ALL,
    ),
    mistake(
        "tanh-forgotten",
        family="activation",
        old="np.tanh(c_next)",
        new="c_next",
        title="the cell state is used without its tanh",
        hints=(
            "What was multiplied by the output gate in the forward pass?",
            "Look at every place where the new cell state enters.",
            "Both dc and the output gate's gradient use tanh c⟨t⟩.",
        ),
        reread=INTO_C,
        spoils=ALL,
    ),
    mistake(
        "da_next-missing-in-three-gates",
        family="missing path",
        old=(
            "dc * c_prev * ft * (1 - ft)\n"
            "    dgamma_i = dc * cct * it * (1 - it)\n"
            "    dgamma_c = dc * it"
        ),
        new=(
            "dc_next * c_prev * ft * (1 - ft)\n"
            "    dgamma_i = dc_next * cct * it * (1 - it)\n"
            "    dgamma_c = dc_next * it"
        ),
        title="da_next does not reach the forget gate, the input gate and the candidate",
        hints=(
            "On how many paths does the loss reach the cell state?",
            "Look at the first factor of the three gradients: is it the whole dc?",
            "All three start from dc = dc_next + da_next ⊙ Γ_o ⊙ (1 - tanh² c⟨t⟩).",
        ),
        reread=INTO_C,
        spoils=(*HANDED_BACK, *FORGET, *INPUT, *CANDIDATE),
    ),
    mistake(
        "dc_next-missing-in-three-gates",
        family="missing path",
        old=(
            "dc * c_prev * ft * (1 - ft)\n"
            "    dgamma_i = dc * cct * it * (1 - it)\n"
            "    dgamma_c = dc * it"
        ),
        new=(
            "(dc - dc_next) * c_prev * ft * (1 - ft)\n"
            "    dgamma_i = (dc - dc_next) * cct * it * (1 - it)\n"
            "    dgamma_c = (dc - dc_next) * it"
        ),
        title="dc_next does not reach the forget gate, the input gate and the candidate",
        hints=(
            "On how many paths does the loss reach the cell state?",
            "Look at the first factor of the three gradients: is it the whole dc?",
            "All three start from dc = dc_next + da_next ⊙ Γ_o ⊙ (1 - tanh² c⟨t⟩).",
        ),
        reread=INTO_C,
        spoils=(*HANDED_BACK, *FORGET, *INPUT, *CANDIDATE),
    ),
    mistake(
        "dc_next-changed-in-place",
        family="in place",
        old=f"dc = {DC}",
        new="dc_next += da_next * ot * (1 - tanh_c**2)\n    dc = dc_next",
        title="the gradient of the cell state handed in is changed",
        hints=(
            "Is dc_next still the same for whoever called your function?",
            "Look for a line that adds something to an array you were handed.",
            "dc is a new array: dc_next plus the path through the hidden state.",
        ),
        reread=INTO_C,
        spoils=(),
    ),
)
