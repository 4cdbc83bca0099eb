"""Known mistakes in `rnn_cell_forward`: what is added up, and where tanh closes its bracket."""

from functools import partial

from solutions.mistakes.mistake import Mistake
from solutions.mistakes.rnn_cell_forward_state import ALL, CELL, SHAPES, STATE, TANH

SUM = "Wax @ xt + Waa @ a_prev + ba"
THREE_TERMS = "z⟨t⟩ = Wax x⟨t⟩ + Waa a⟨t-1⟩ + ba has three terms, each of them once."

mistake = partial(Mistake, of="rnn_cell_forward", spoils=ALL)

BRACKETS = (
    (
        "tanh-of-the-memory-alone",
        "Wax @ xt + np.tanh(Waa @ a_prev) + ba",
        "only the old state's term goes through tanh",
    ),
    (
        "tanh-of-the-input-alone",
        "np.tanh(Wax @ xt) + Waa @ a_prev + ba",
        "only the input's term goes through tanh",
    ),
    (
        "tanh-of-input-and-bias",
        "np.tanh(Wax @ xt + ba) + Waa @ a_prev",
        "the old state's term is added after tanh",
    ),
    (
        "tanh-of-memory-and-bias",
        "Wax @ xt + np.tanh(Waa @ a_prev + ba)",
        "the input's term is added after tanh",
    ),
    (
        "two-tanhs-bias-outside",
        "np.tanh(Wax @ xt) + np.tanh(Waa @ a_prev) + ba",
        "each product has a tanh of its own, and the bias has none",
    ),
    (
        "two-tanhs-bias-with-memory",
        "np.tanh(Wax @ xt) + np.tanh(Waa @ a_prev + ba)",
        "the input's term has a tanh of its own",
    ),
    (
        "two-tanhs-bias-with-input",
        "np.tanh(Wax @ xt + ba) + np.tanh(Waa @ a_prev)",
        "the old state's term has a tanh of its own",
    ),
)

MISTAKES = (
    *(
        mistake(
            id,
            family="order",
            old=STATE,
            new=new,
            title=title,
            hints=(
                "Which of the three terms stand inside the brackets of tanh?",
                "Look at where the bracket of tanh opens and where it closes.",
                "First the sum of all three terms, then tanh of the sum, once.",
            ),
            reread=CELL,
        )
        for id, new, title in BRACKETS
    ),
    *(
        mistake(
            f"weights-stacked-{which}-first",
            family="order",
            old=SUM,
            new=f"np.hstack(({weights})) @ np.vstack(({vectors})) + ba",
            title=f"weights and vectors are stacked in different orders, {which} first on the left",
            hints=(
                "Which weights meet the old state in your product, and which the input?",
                "Compare the order of the two weight matrices with the order of the two vectors.",
                "Side by side and on top of each other in the same order: Wax with x⟨t⟩, Waa "
                "with a⟨t-1⟩.",
            ),
            reread=SHAPES,
        )
        for which, weights, vectors in (
            ("Wax", "Wax, Waa", "a_prev, xt"),
            ("Waa", "Waa, Wax", "xt, a_prev"),
        )
    ),
    mistake(
        "tanh-of-the-old-state",
        family="activation",
        old="Waa @ a_prev",
        new="Waa @ np.tanh(a_prev)",
        title="the old state goes through tanh once more",
        hints=(
            "Has the old state already been squeezed when it comes in?",
            "Look at what Waa is multiplied with.",
            "The term is Waa a⟨t-1⟩, with the old state as it came.",
        ),
        reread=TANH,
    ),
    mistake(
        "Waa-missing",
        family="missing factor",
        old="Waa @ a_prev",
        new="a_prev",
        title="the old state is added without its weights",
        hints=(
            "Through which weights does unit 2 learn what unit 1 held?",
            "Look at the old state's term of the sum.",
            THREE_TERMS,
        ),
        reread=CELL,
    ),
    mistake(
        "Waa-over-both",
        family="order",
        old=SUM,
        new="Waa @ (Wax @ xt + a_prev) + ba",
        title="Waa is multiplied with the input's term as well",
        hints=(
            "Which of the two, input or old state, meets Waa?",
            "Look at the brackets after Waa.",
            THREE_TERMS,
        ),
        reread=CELL,
    ),
    mistake(
        "terms-multiplied",
        family="term",
        old=SUM,
        new="(Wax @ xt) * (Waa @ a_prev) + ba",
        title="input and old state are multiplied instead of added",
        hints=(
            "What becomes of the input when the old state is zero?",
            "Look at the sign between the two products.",
            THREE_TERMS,
        ),
        reread=CELL,
    ),
    mistake(
        "memory-subtracted",
        family="sign",
        old="Waa @ a_prev",
        new="-Waa @ a_prev",
        title="the old state's term is subtracted",
        hints=(
            "With which sign do the three terms enter the sum?",
            "Look at the sign in front of the old state's term.",
            THREE_TERMS,
        ),
        reread=CELL,
    ),
    mistake(
        "ba-twice",
        family="term",
        old=SUM,
        new="Wax @ xt + ba + Waa @ a_prev + ba",
        title="the bias of the state is added twice",
        hints=(
            "How many biases does the state have, one or one for each product?",
            "Look at the sum inside tanh and count its terms.",
            THREE_TERMS,
        ),
        reread=CELL,
    ),
    mistake(
        "ba-first-entry",
        family="index",
        old="Waa @ a_prev + ba)",
        new="Waa @ a_prev + ba[0])",
        title="every unit gets the first unit's bias",
        hints=(
            "How many numbers does ba hold, and how many of them does your cell use?",
            "Look for an index behind the bias.",
            "The whole column ba is added: unit k gets entry k.",
        ),
        reread=SHAPES,
    ),
    mistake(
        "old-state-added",
        family="term",
        old=STATE,
        new=f"a_prev + {STATE}",
        title="the new state is added to the old one",
        hints=(
            "Can your new state grow beyond 1?",
            "Look at what is added after tanh.",
            "a⟨t⟩ = tanh z⟨t⟩ takes the old state's place; the old one enters through Waa alone.",
        ),
        reread=TANH,
    ),
)
