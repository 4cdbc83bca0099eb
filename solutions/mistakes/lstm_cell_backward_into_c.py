"""Known mistakes in `lstm_cell_backward`: other formulas for the gradient of the cell state."""

from solutions.mistakes.lstm_cell_backward_cell_state import DC, INTO_C, THROUGH_C
from solutions.mistakes.mistake import Mistake

SLOPE = "(1 - tanh_c**2)"
LAST_FACTOR = "Look at the last factor of da_next in dc."
ALL_FACTORS = "Look at the factors of da_next in dc."


def in_dc(
    id: str, family: str, old: str, new: str, title: str, question: str, look: str
) -> Mistake:
    """Make a mistake in the line of dc, from which all but the output gate follows."""
    formula = "dc = dc_next + da_next ⊙ Γ_o ⊙ (1 - tanh² c⟨t⟩)."
    return Mistake(
        id,
        "lstm_cell_backward",
        family,
        old,
        new,
        title,
        (question, look, formula),
        INTO_C,
        THROUGH_C,
    )


ANOTHER_SLOPE = (
    in_dc(
        "slope-of-the-old-cell-state",
        "wrong state",
        "tanh_c**2",
        "np.tanh(c_prev) ** 2",
        "in dc, the slope of tanh is taken at the old cell state",
        "Which cell state did the output gate show in the forward pass?",
        "Look at the state in the slope of dc.",
    ),
    in_dc(
        "square-around-the-bracket",
        "activation",
        SLOPE,
        "(1 - tanh_c) ** 2",
        "in dc, the whole bracket is squared instead of tanh of c",
        "Where tanh c is near -1, tanh is flat: what does your slope give there?",
        "Look at what the square belongs to, tanh c or the whole bracket.",
    ),
    in_dc(
        "twice-for-the-square",
        "activation",
        "tanh_c**2",
        "2 * tanh_c",
        "in dc, tanh of c is doubled instead of squared",
        "Where tanh c is negative, is your slope still at most 1?",
        "Look at what stands between tanh c and the 2, a power or a product.",
    ),
    in_dc(
        "slope-turned-round",
        "sign",
        SLOPE,
        "(tanh_c**2 - 1)",
        "in dc, the slope of tanh has the wrong sign",
        "Does tanh rise or fall, and what sign does its slope have?",
        "Look at the order of the two terms of the slope.",
    ),
    in_dc(
        "tanh-applied-again",
        "activation",
        "tanh_c**2",
        "np.tanh(tanh_c) ** 2",
        "in dc, tanh is taken of tanh",
        "How often did c⟨t⟩ go through tanh on its way to a⟨t⟩?",
        LAST_FACTOR,
    ),
    in_dc(
        "sigmoid-slope-in-dc",
        "activation",
        SLOPE,
        "tanh_c * (1 - tanh_c)",
        "in dc, the slope of the sigmoid stands where that of tanh belongs",
        "Which function lies between c⟨t⟩ and a⟨t⟩, sigmoid or tanh?",
        LAST_FACTOR,
    ),
)

FACTORS = (
    in_dc(
        "da_next-alone-in-dc",
        "missing factor",
        DC,
        "dc_next + da_next",
        "in dc, da_next is added as it comes, without output gate and slope",
        "What did c⟨t⟩ pass in the forward pass before it became a⟨t⟩?",
        ALL_FACTORS,
    ),
    in_dc(
        "da_next-missing-in-dc",
        "missing factor",
        DC,
        "dc_next + ot * (1 - tanh_c**2)",
        "in dc, output gate and slope stand without da_next",
        "If da_next were twice as large, what would become of dc?",
        "Look at the second term of dc: which gradient does it hold?",
    ),
    in_dc(
        "slope-of-the-gate-in-dc",
        "activation",
        "da_next * ot * (1 - tanh_c**2)",
        "da_next * ot * (1 - ot) * (1 - tanh_c**2)",
        "in dc, the slope of the output gate is multiplied in",
        "Does a gradient on its way to c⟨t⟩ go through the gate's sigmoid, or past it?",
        ALL_FACTORS,
    ),
    *(
        in_dc(
            f"{name}-gate-in-dc",
            "swapped gates",
            "da_next * ot",
            f"da_next * {variable}",
            f"in dc, the {name} gate stands where the output gate belongs",
            "Which gate lies between c⟨t⟩ and a⟨t⟩ in the forward pass?",
            "Look at the gate in the second term of dc.",
        )
        for name, variable in (("forget", "ft"), ("input", "it"))
    ),
    in_dc(
        "forget-gate-on-dc_next",
        "accumulation",
        "dc_next + da_next",
        "dc_next * ft + da_next",
        "in dc, dc_next is multiplied by a forget gate",
        "Is dc_next the gradient of c⟨t⟩ itself, or of the cell state after it?",
        "Look at the first term of dc: is anything multiplied with it?",
    ),
)

BRACKETS = (
    in_dc(
        "dc_next-through-the-slope",
        "order",
        DC,
        "(dc_next + da_next * ot) * (1 - tanh_c**2)",
        "in dc, the slope of tanh is multiplied with dc_next as well",
        "Does the road along the cell state lead through a tanh?",
        "Look at the brackets of dc: where does the one open that the slope belongs to?",
    ),
    in_dc(
        "dc_next-through-gate-and-slope",
        "order",
        DC,
        "(dc_next + da_next) * ot * (1 - tanh_c**2)",
        "in dc, output gate and slope are multiplied with dc_next as well",
        "Does the road along the cell state lead through the output gate?",
        "Look at the brackets of dc: is dc_next inside one of them?",
    ),
)

MISTAKES = (*ANOTHER_SLOPE, *FACTORS, *BRACKETS)
