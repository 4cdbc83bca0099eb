"""Known mistakes in `lstm_cell_backward`: a term counted twice, and one alone where four belong."""

from functools import partial

from solutions.mistakes.lstm_cell_backward_cell_state import (
    ALL,
    DC,
    HANDED_BACK,
    INTO_C,
    THROUGH_C,
)
from solutions.mistakes.lstm_cell_backward_cut import DA_PREV, DXT, product
from solutions.mistakes.lstm_cell_backward_handed_back import BACK, SLICES
from solutions.mistakes.lstm_cell_backward_long_formula import HIDDEN, THREE
from solutions.mistakes.lstm_cell_backward_weights import GATES
from solutions.mistakes.mistake import Mistake

BEGIN = "    n_a = a_next.shape[0]\n"
RETURN = "    return {\n"
DC_WORDS = "dc = dc_next + da_next ⊙ Γ_o ⊙ (1 - tanh² c⟨t⟩)"
FOUR_TERMS = "Wfᵀ dγ_f + Wiᵀ dγ_i + Wcᵀ dγ_c + Woᵀ dγ_o, each term once."

mistake = partial(Mistake, of="lstm_cell_backward")

IN_DC = tuple(
    mistake(
        id,
        family="accumulation",
        old=DC,
        new=new,
        title=title,
        hints=(
            "How many times does each of the two gradients reach the cell state?",
            "Look at the terms of dc, and at lines that change dc_next or add to dc later.",
            f"{DC_WORDS}, each term once.",
        ),
        reread=INTO_C,
        spoils=THROUGH_C,
    )
    for id, new, title in (
        ("dc_next-twice-in-dc", f"2 * {DC}", "in dc, dc_next is counted twice"),
        (
            "hidden-path-twice-in-dc",
            f"dc_next + 2 * {HIDDEN}",
            "in dc, the path through the hidden state is counted twice",
        ),
        (
            "da_next-added-to-dc",
            f"{DC} + da_next",
            "in dc, da_next is added once more, without gate and slope",
        ),
    )
)

IN_ONE_GATE = tuple(
    gate.instead(
        f"{id}-in",
        "accumulation",
        f"(dc + {more}) * {gate.partner} * {gate.slope}",
        title,
        "What does dc hold already, and what is added to it for the {name}?",
    )
    for gate in THREE
    for id, more, title in (
        (
            "dc_next-twice",
            "dc_next",
            "dc_next is counted twice in the gradient of the {name}, since dc holds it already",
        ),
        (
            "hidden-path-twice",
            HIDDEN,
            "the path through the hidden state is counted twice in the gradient of the {name}",
        ),
    )
)

IN_DC_PREV = tuple(
    mistake(
        id,
        family=family,
        old='"dc_prev": dc * ft',
        new=f'"dc_prev": {new}',
        title=title,
        hints=(
            "What does dc hold already when you come to dc_prev?",
            "Look at the terms and factors of dc_prev.",
            f"dc_prev = dc ⊙ Γ_f, with {DC_WORDS}.",
        ),
        reread=BACK,
        spoils=("dc_prev",),
    )
    for id, family, new, title in (
        (
            "dc_next-twice-in-dc_prev",
            "accumulation",
            "(dc + dc_next) * ft",
            "dc_next is counted twice in dc_prev, since dc holds it already",
        ),
        (
            "hidden-path-twice-in-dc_prev",
            "accumulation",
            f"(dc + {HIDDEN}) * ft",
            "the path through the hidden state is counted twice in dc_prev",
        ),
        (
            "da_next-added-to-dc_prev",
            "missing path",
            "(dc + da_next) * ft",
            "da_next is added to dc in dc_prev, without gate and slope",
        ),
        (
            "rest-of-the-forget-gate-in-dc_prev",
            "missing factor",
            "dc * (1 - ft)",
            "one minus the forget gate stands where the forget gate belongs, in dc_prev",
        ),
        (
            "gradient-of-the-forget-gate-in-dc_prev",
            "term",
            "dc * ft + dgamma_f",
            "the gradient of the forget gate is added to dc_prev",
        ),
    )
)

ONE_LETTER = tuple(
    made
    for gate, name in GATES.items()
    for made in (
        mistake(
            f"{gate}-alone-in-the-sum",
            family="accumulation",
            old=RETURN,
            new=f"    dconcat = {product(gate, gate)}\n{RETURN}",
            title=f"dxt and da_prev hold the term of the {name} alone",
            hints=(
                "How many of the four terms are left when your loop over the letters has ended?",
                "Look at whether each letter's term is added to the others or replaces them.",
                FOUR_TERMS,
            ),
            reread=BACK,
            spoils=HANDED_BACK,
        ),
        mistake(
            f"{gate}-twice-in-the-sum",
            family="accumulation",
            old=RETURN,
            new=f"    dconcat = dconcat + {product(gate, gate)}\n{RETURN}",
            title=f"the {name} is counted twice in dxt and da_prev",
            hints=(
                "How many terms has the sum that is handed back, and does one come twice?",
                "Look at what the sum starts with, and at what the lines below add to it.",
                FOUR_TERMS,
            ),
            reread=BACK,
            spoils=HANDED_BACK,
        ),
        *(
            part.instead(
                f"{gate}-alone-in",
                "accumulation",
                f"({product(gate, gate)})[{part.rows}]",
                f"holds the term of the {name} alone",
                f"How many of the four terms are left in {part.output} at the end?",
                "Look at whether each letter's term is added to the others or replaces them.",
                f"{part.output} is cut from {FOUR_TERMS}",
            )
            for part in (DXT, DA_PREV)
        ),
    )
)

CUT = tuple(
    mistake(
        id,
        family="index",
        old=SLICES,
        new=f'"dxt": dconcat[{cut} :],\n        "da_prev": dconcat[: {cut}]',
        title=title,
        hints=(
            "How many rows of the stack belong to a⟨t-1⟩, and how many to x⟨t⟩?",
            "Look at the row at which you cut the stack.",
            "The first n_a rows belong to a⟨t-1⟩, the last n_x rows to x⟨t⟩.",
        ),
        reread=BACK,
        spoils=HANDED_BACK,
    )
    for id, cut, title in (
        ("stack-cut-in-halves", "len(dconcat) // 2", "the stack is cut in two halves"),
        ("stack-cut-at-n_x", "len(xt)", "the stack is cut at row n_x instead of row n_a"),
    )
)

ARGUMENTS = tuple(
    mistake(
        id,
        family="wrong state",
        old=BEGIN,
        new=f"    {new}\n{BEGIN}",
        title=title,
        hints=(
            "Which of the two incoming gradients belongs to a⟨t⟩, and which to c⟨t⟩?",
            "Follow both arguments through your lines, from the first use to the last.",
            f"{DC_WORDS}, and da_next alone reaches the output gate.",
        ),
        reread=INTO_C,
        spoils=spoils,
    )
    for id, new, title, spoils in (
        (
            "incoming-gradients-swapped",
            "da_next, dc_next = dc_next, da_next",
            "da_next and dc_next have each other's place throughout",
            ALL,
        ),
        (
            "da_next-for-dc_next",
            "dc_next = da_next",
            "da_next is used where dc_next belongs",
            THROUGH_C,
        ),
        (
            "dc_next-for-da_next",
            "da_next = dc_next",
            "dc_next is used where da_next belongs, everywhere",
            ALL,
        ),
    )
)

MISTAKES = (*IN_DC, *IN_ONE_GATE, *IN_DC_PREV, *ONE_LETTER, *CUT, *ARGUMENTS)
