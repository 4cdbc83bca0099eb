"""Known mistakes in `rnn_cell_forward`: the new state."""

from functools import partial

from solutions.mistakes.mistake import Mistake

CELL = "01 · One cell"
SHAPES = "01 · Shapes"
TANH = "01 · Why tanh"
ALL = ("a_next", "yt_pred", "cache")
STATE = "np.tanh(Wax @ xt + Waa @ a_prev + ba)"

mistake = partial(Mistake, of="rnn_cell_forward")

MISTAKES = (
    mistake(
        "memory-missing",
        family="term",
        old="Wax @ xt + Waa @ a_prev + ba",
        new="Wax @ xt + ba",
        title="the old state does not enter: the cell has no memory",
        hints=(
            "Does your new state change when the old one does?",
            "Look at the sum inside tanh and count its terms.",
            "z⟨t⟩ = Wax x⟨t⟩ + Waa a⟨t-1⟩ + ba has three terms.",
        ),
        reread=CELL,
        spoils=ALL,
    ),
    mistake(
        "input-missing",
        family="term",
        old="Wax @ xt + Waa @ a_prev + ba",
        new="Waa @ a_prev + ba",
        title="the input does not enter: the cell reads nothing",
        hints=(
            "Does your new state change when the input does?",
            "Look at the sum inside tanh and count its terms.",
            "z⟨t⟩ = Wax x⟨t⟩ + Waa a⟨t-1⟩ + ba has three terms.",
        ),
        reread=CELL,
        spoils=ALL,
    ),
    mistake(
        "ba-missing",
        family="term",
        old="Waa @ a_prev + ba)",
        new="Waa @ a_prev)",
        title="the bias of the state is missing",
        hints=(
            "How many of the five parameters does your cell use?",
            "Look at the sum inside tanh and count its terms.",
            "z⟨t⟩ = Wax x⟨t⟩ + Waa a⟨t-1⟩ + ba has three terms.",
        ),
        reread=CELL,
        spoils=ALL,
    ),
    mistake(
        "ba-subtracted",
        family="sign",
        old="Waa @ a_prev + ba)",
        new="Waa @ a_prev - ba)",
        title="the bias of the state is subtracted",
        hints=(
            "With which sign do the three terms enter the sum?",
            "Look at the sign in front of ba.",
            "All three terms are added: Wax x⟨t⟩ + Waa a⟨t-1⟩ + ba.",
        ),
        reread=CELL,
        spoils=ALL,
    ),
    mistake(
        "ba-after-tanh",
        family="order",
        old=STATE,
        new="np.tanh(Wax @ xt + Waa @ a_prev) + ba",
        title="the bias is added after tanh",
        hints=(
            "Are all units of your new state between -1 and 1?",
            "Look at where the bracket of tanh closes.",
            "First the sum of all three terms, then tanh of the sum.",
        ),
        reread=CELL,
        spoils=ALL,
    ),
    mistake(
        "tanh-of-each-term",
        family="order",
        old=STATE,
        new="np.tanh(Wax @ xt) + np.tanh(Waa @ a_prev) + np.tanh(ba)",
        title="tanh is taken of each term instead of the sum",
        hints=(
            "How many times does tanh act on a unit in one step?",
            "Look at what stands inside the brackets of tanh.",
            "Add the three terms first, then take tanh once.",
        ),
        reread=CELL,
        spoils=ALL,
    ),
    mistake(
        "tanh-forgotten",
        family="activation",
        old=STATE,
        new="Wax @ xt + Waa @ a_prev + ba",
        title="the new state is the bare sum, without tanh",
        hints=(
            "What keeps a unit between -1 and 1?",
            "Look at what still has to happen to the sum of the three terms.",
            "a⟨t⟩ = tanh z⟨t⟩, entry by entry.",
        ),
        reread=TANH,
        spoils=ALL,
    ),
    mistake(
        "sigmoid-for-tanh",
        family="activation",
        old=STATE,
        new="sigmoid(Wax @ xt + Waa @ a_prev + ba)",
        title="sigmoid is used where tanh belongs",
        hints=(
            "Can a unit of your state be negative?",
            "Look at the function around the sum of the three terms.",
            "a⟨t⟩ = tanh z⟨t⟩, which lies between -1 and 1.",
        ),
        reread=TANH,
        spoils=ALL,
    ),
    mistake(
        "Waa-transposed",
        family="transpose",
        old="Waa @ a_prev",
        new="Waa.T @ a_prev",
        title="Waa is transposed",
        hints=(
            "Which index of Waa belongs to the unit that is written, the first or the second?",
            "Look at Waa: a square matrix fits both ways, so the shapes do not warn you.",
            "The forward pass multiplies by Waa as it is; transposes come in the backward pass.",
        ),
        reread=SHAPES,
        spoils=ALL,
    ),
)
