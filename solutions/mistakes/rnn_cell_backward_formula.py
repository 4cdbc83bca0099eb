"""Known mistakes in `rnn_cell_backward`: other formulas where the slope of tanh belongs."""

from solutions.mistakes.mistake import Mistake
from solutions.mistakes.rnn_cell_backward_slope import ALL, DZ, SLOPE

BRACKET = "(1 - a_next**2)"
FROM_INPUT, FROM_STATE = 'parameters["Wax"] @ xt', 'parameters["Waa"] @ a_prev'


def in_dz(
    id: str, family: str, old: str, new: str, title: str, question: str, look: str
) -> Mistake:
    """Make a mistake in the line of dz, from which all five outputs follow."""
    formula = "dz = da_next ⊙ (1 - a⟨t⟩²), with the new state, entry by entry."
    return Mistake(
        id, "rnn_cell_backward", family, old, new, title, (question, look, formula), SLOPE, ALL
    )


ANOTHER_SLOPE = (
    in_dz(
        "square-around-the-bracket",
        "activation",
        BRACKET,
        "(1 - a_next) ** 2",
        "the whole bracket is squared instead of the state",
        "Where the state is near -1, tanh is flat: what does your slope give there?",
        "Look at what the square belongs to, the state or the whole bracket.",
    ),
    in_dz(
        "twice-for-the-square",
        "activation",
        "a_next**2",
        "2 * a_next",
        "the state is doubled instead of squared",
        "Where the state is negative, is your slope still at most 1?",
        "Look at what stands between the state and the 2, a power or a product.",
    ),
    in_dz(
        "one-missing-in-the-slope",
        "term",
        BRACKET,
        "a_next**2",
        "the square alone stands where one minus the square belongs",
        "Where the state is 0, tanh is steepest: what does your slope give there?",
        "Look at the terms of the slope: there should be two.",
    ),
    in_dz(
        "tanh-for-its-slope",
        "activation",
        BRACKET,
        "a_next",
        "the gradient is multiplied by tanh itself instead of its slope",
        "Going back, does a gradient meet the function or the function's derivative?",
        "Look at the factor with which da_next is multiplied.",
    ),
    in_dz(
        "slope-of-relu",
        "activation",
        BRACKET,
        "(a_next > 0)",
        "the slope of a ReLU stands where that of tanh belongs",
        "Which function made a⟨t⟩ in the forward pass?",
        "Look at the factor with which da_next is multiplied.",
    ),
    in_dz(
        "slope-of-the-gradient",
        "wrong state",
        "a_next**2",
        "da_next**2",
        "the gradient is squared instead of the state",
        "Of which array is the slope of tanh a function, of the state or of its gradient?",
        "Look at the name of what is squared: one letter makes a difference.",
    ),
)

THE_SUM_ANEW = (
    in_dz(
        "sum-without-bias",
        "term",
        "a_next**2",
        f"np.tanh({FROM_INPUT} + {FROM_STATE}) ** 2",
        "the sum z is computed anew without its bias",
        "Which three terms made the sum z⟨t⟩ in the forward pass?",
        "Look at what you take tanh of: is it the whole z⟨t⟩, and do you need it anew?",
    ),
    in_dz(
        "sum-without-the-old-state",
        "term",
        "a_next**2",
        f'np.tanh({FROM_INPUT} + parameters["ba"]) ** 2',
        "the sum z is computed anew without the old state",
        "Which three terms made the sum z⟨t⟩ in the forward pass?",
        "Look at what you take tanh of: is it the whole z⟨t⟩, and do you need it anew?",
    ),
    in_dz(
        "square-of-the-sum",
        "activation",
        "a_next**2",
        f'({FROM_INPUT} + {FROM_STATE} + parameters["ba"]) ** 2',
        "the sum z is squared instead of tanh of it",
        "Is the slope of tanh one minus the square of what goes in, or of what comes out?",
        "Look at what is squared in the slope.",
    ),
)

THE_GRADIENT = (
    in_dz(
        "incoming-gradient-missing",
        "missing factor",
        DZ,
        BRACKET,
        "dz is the slope alone, without the gradient that comes in",
        "If da_next were twice as large, what would become of your gradients?",
        "Look for da_next in the line that makes dz.",
    ),
    in_dz(
        "bracket-missing",
        "order",
        DZ,
        "da_next * 1 - a_next**2",
        "the bracket around the slope is missing",
        "Which comes first in your line, the product or the difference?",
        "Look at what da_next is multiplied with: the whole slope, or the 1 alone?",
    ),
    in_dz(
        "Waa-before-the-slope",
        "order",
        "dz = da_next",
        'dz = parameters["Waa"].T @ da_next',
        "the gradient goes through Waa before it meets the slope",
        "Which did the old state meet first on its way to a⟨t⟩, Waa or tanh?",
        "Look at what happens to da_next before it is multiplied by the slope: nothing should.",
    ),
    in_dz(
        "recipe-of-a-deep-network",
        "order",
        DZ,
        '(parameters["Waa"].T @ da_next) * (1 - a_prev**2)',
        "dz is that of the step before: Waa first, then the slope of the old state",
        "Is da_next the gradient of a⟨t⟩ itself, or of the layer after it?",
        "Look at the line of dz: does it hold a weight, and which state does it square?",
    ),
)

MISTAKES = (*ANOTHER_SLOPE, *THE_SUM_ANEW, *THE_GRADIENT)
