"""Known mistakes in `lstm_cell_backward`: other formulas where the slope of a gate belongs."""

from solutions.mistakes.lstm_cell_backward_cell_state import (
    CANDIDATE,
    FORGET,
    HANDED_BACK,
    INPUT,
    OUTPUT,
)
from solutions.mistakes.lstm_cell_backward_gates import GATES, SIGMOID_GATES
from solutions.mistakes.mistake import Mistake

OUTPUT_GATE = "dgamma_o = da_next * tanh_c * ot * (1 - ot)"
EARLIER = {"f": ("it", "input"), "i": ("ft", "forget"), "o": ("it", "input")}


def slope(
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


EACH_GATE = tuple(
    made
    for gate, variable, name, front, own, formula in SIGMOID_GATES
    for made in (
        slope(
            f"sigmoid-applied-again-{gate}",
            "activation",
            f"{front} * {variable} * (1 - {variable})",
            f"{front} * sigmoid({variable}) * (1 - sigmoid({variable}))",
            f"the sigmoid is taken of the {name} gate, which is a sigmoid already",
            (
                f"Is the {name} gate in the cache the sum before the sigmoid, or sigmoid of it?",
                f"Look at the last factors of the {name} gate's gradient.",
                f"The slope of the sigmoid is Γ (1 - Γ), so dγ_{gate} = {formula}.",
            ),
            own,
        ),
        slope(
            f"the-other-half-of-the-slope-{gate}",
            "missing factor",
            f"{front} * {variable} * (1 - {variable})",
            f"{front} * {variable}",
            f"of the slope of the {name} gate the factor one minus the gate is missing",
            (
                "The slope of a sigmoid is a product of two factors: which?",
                f"Look at the last factors of the {name} gate's gradient.",
                f"The slope of the sigmoid is Γ (1 - Γ), so dγ_{gate} = {formula}.",
            ),
            own,
        ),
        slope(
            f"slope-of-another-gate-{gate}",
            "swapped gates",
            f"{variable} * (1 - {variable})",
            f"{EARLIER[gate][0]} * (1 - {EARLIER[gate][0]})",
            f"the slope in the gradient of the {name} gate is that of the {EARLIER[gate][1]} gate",
            (
                f"Which gate's sigmoid does dγ_{gate} have to pass?",
                f"Look at the gates in the last factors of the {name} gate's gradient.",
                f"dγ_{gate} = {formula}.",
            ),
            own,
        ),
    )
)

ALL_GATES = (
    slope(
        "no-slope-in-any-gate",
        "missing factor",
        OUTPUT_GATE,
        "dgamma_f, dgamma_i = dc * c_prev, dc * cct\n"
        "    dgamma_c = dc * it\n"
        "    dgamma_o = da_next * tanh_c",
        "no gate and no candidate has its slope",
        (
            "What lies between a gate and the sum γ that it was made from?",
            "Look at the four gradients: does each end with the slope of its function?",
            "The slope is Γ (1 - Γ) for a gate, and 1 - candidate² for the candidate.",
        ),
        (*FORGET, *INPUT, *CANDIDATE, *OUTPUT),
    ),
    slope(
        "sigmoid-applied-again",
        "activation",
        OUTPUT_GATE,
        "dgamma_f = dc * c_prev * sigmoid(ft) * (1 - sigmoid(ft))\n"
        "    dgamma_i = dc * cct * sigmoid(it) * (1 - sigmoid(it))\n"
        "    dgamma_o = da_next * tanh_c * sigmoid(ot) * (1 - sigmoid(ot))",
        "the sigmoid is taken of all three gates, which are sigmoids already",
        (
            "Are the gates in the cache the sums before the sigmoid, or sigmoid of them?",
            "Look at the last factors of the three gradients.",
            "The slope of the sigmoid is Γ (1 - Γ), with the gates as the cache has them.",
        ),
        (*FORGET, *INPUT, *OUTPUT),
    ),
    slope(
        "slope-of-tanh-in-every-gate",
        "activation",
        OUTPUT_GATE,
        "dgamma_f = dc * c_prev * (1 - ft**2)\n"
        "    dgamma_i = dc * cct * (1 - it**2)\n"
        "    dgamma_o = da_next * tanh_c * (1 - ot**2)",
        "all three gates have the slope of tanh instead of that of the sigmoid",
        (
            "Which function made the three gates, sigmoid or tanh?",
            "Look at the last factors of the three gradients.",
            "The slope of the sigmoid is Γ (1 - Γ).",
        ),
        (*FORGET, *INPUT, *OUTPUT),
    ),
)

THE_CANDIDATE = tuple(
    slope(
        f"{id}-c",
        family,
        "dc * it * (1 - cct**2)",
        new,
        title,
        (question, look, "dγ_c = dc ⊙ Γ_i ⊙ (1 - candidate²)."),
        CANDIDATE,
    )
    for id, family, new, title, question, look in (
        (
            "square-missing",
            "activation",
            "dc * it * (1 - cct)",
            "the square is missing in the slope of the candidate",
            "What is the slope of tanh where its value is -0.6, and where it is 0.6?",
            "Look at the slope in the candidate's gradient.",
        ),
        (
            "square-around-the-bracket",
            "activation",
            "dc * it * (1 - cct) ** 2",
            "the whole bracket is squared instead of the candidate",
            "Where the candidate is near -1, tanh is flat: what does your slope give there?",
            "Look at what the square belongs to, the candidate or the whole bracket.",
        ),
        (
            "slope-of-the-hidden-state",
            "wrong state",
            "dc * it * (1 - a_next**2)",
            "the slope in the candidate's gradient is that of the RNN, with the hidden state",
            "Which tanh made the candidate, and what came out of it?",
            "Look at what is squared in the candidate's gradient.",
        ),
        (
            "candidate-for-input-gate",
            "wrong state",
            "dc * cct * (1 - cct**2)",
            "the candidate stands where the input gate belongs, in the candidate's gradient",
            "What was the candidate multiplied with in the forward pass?",
            "Look at the second factor of the candidate's gradient.",
        ),
        (
            "output-gate-in",
            "swapped gates",
            "dc * ot * (1 - cct**2)",
            "the output gate stands where the input gate belongs, in the candidate's gradient",
            "Which gate let the candidate into the cell state in the forward pass?",
            "Look at the gate in the candidate's gradient.",
        ),
    )
)

MISTAKES = (*EACH_GATE, *ALL_GATES, *THE_CANDIDATE)
