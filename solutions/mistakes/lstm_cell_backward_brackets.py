"""Known mistakes in `lstm_cell_backward`: brackets and signs in the slopes."""

from solutions.mistakes.lstm_cell_backward_cell_state import (
    CANDIDATE,
    DC,
    INTO_C,
    THROUGH_C,
)
from solutions.mistakes.lstm_cell_backward_gates import SIGMOID_GATES
from solutions.mistakes.lstm_cell_backward_long_formula import HIDDEN, THREE, Gate
from solutions.mistakes.lstm_cell_backward_slopes import slope
from solutions.mistakes.mistake import Mistake

BRACKET = "Look at what the minus is subtracted from: the one alone, or the whole product?"

OF_A_GATE = (
    (
        "bracket-missing",
        "order",
        "{front} * {gate} * 1 - {gate}",
        "the brackets in the slope of the {name} gate are missing",
        "If dc and da_next were zero, what would be left of your gradient?",
        BRACKET,
    ),
    (
        "bracket-missing-before-the-square",
        "order",
        "{front} * {gate} - {gate} ** 2",
        "the slope of the {name} gate is multiplied out, but has no brackets",
        "If dc and da_next were zero, what would be left of your gradient?",
        BRACKET,
    ),
    (
        "plus-in-the-slope",
        "sign",
        "{front} * {gate} * (1 + {gate})",
        "the slope of the {name} gate has a plus where a minus belongs",
        "How steep is the sigmoid where the gate is fully open?",
        "Look at the sign in the last factor.",
    ),
    (
        "rest-squared",
        "activation",
        "{front} * (1 - {gate}) ** 2",
        "in the slope of the {name} gate one minus the gate is squared, the gate itself is missing",
        "How steep is the sigmoid where the gate is shut?",
        "Look at the last two factors: are they two different ones?",
    ),
    (
        "gate-squared-too",
        "activation",
        "{front} * {gate} * (1 - {gate}**2)",
        "the slope of the {name} gate is mixed from those of sigmoid and tanh",
        "Which of the two slopes has a square in it, that of sigmoid or that of tanh?",
        "Look at the last two factors.",
    ),
)

GATES_OPEN = tuple(
    slope(
        f"{id}-{gate}",
        family,
        f"{front} * {variable} * (1 - {variable})",
        new.format(front=front, gate=variable),
        title.format(name=name),
        (question, look, f"The slope of the sigmoid is Γ (1 - Γ), so dγ_{gate} = {formula}."),
        own,
    )
    for gate, variable, name, front, own, formula in SIGMOID_GATES
    for id, family, new, title, question, look in OF_A_GATE
    # tanh c⟨t⟩ times Γ_o is a⟨t⟩: there the mixed slope has two names already
    if (id, gate) != ("gate-squared-too", "o")
)

OF_THE_CANDIDATE = tuple(
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
            "bracket-missing",
            "order",
            "dc * it * 1 - cct**2",
            "the brackets in the slope of the candidate are missing",
            "If dc were zero, what would be left of your gradient?",
            BRACKET,
        ),
        (
            "plus-in-the-slope",
            "sign",
            "dc * it * (1 + cct**2)",
            "the slope of the candidate has a plus where a minus belongs",
            "How steep is tanh where the candidate is near one?",
            "Look at the sign in the last factor.",
        ),
        (
            "one-missing-in-the-slope",
            "missing factor",
            "dc * it * cct**2",
            "the square of the candidate stands where one minus the square belongs",
            "How steep is tanh where the candidate is zero?",
            "Look at the last factor: is something subtracted from one?",
        ),
        (
            "twice-for-the-square",
            "activation",
            "dc * it * (1 - 2 * cct)",
            "the candidate is doubled instead of squared",
            "What is the slope of tanh where its value is -0.6, and where it is 0.6?",
            "Look at the slope in the candidate's gradient.",
        ),
        (
            "slope-of-the-input-gate-too",
            "accumulation",
            "dc * it * (1 - it) * (1 - cct**2)",
            "the candidate's gradient goes through the slope of the input gate as well",
            "Through how many curves does the candidate's sum go on its way into the cell state?",
            "Look for a slope in the candidate's gradient that belongs to a gate.",
        ),
        (
            "slope-of-the-cell-state",
            "wrong state",
            "dc * it * (1 - tanh_c**2)",
            "the slope in the candidate's gradient is that of the tanh around the cell state",
            "Two tanhs are at work in this cell: which one made the candidate?",
            "Look at what is squared in the candidate's gradient.",
        ),
    )
)


def half_multiplied(gate: Gate) -> Mistake:
    return gate.instead(
        "factors-on-one-term",
        "order",
        f"dc_next + {HIDDEN} * {gate.partner} * {gate.slope}",
        "the factors of the {name} are multiplied with the second term of dc alone",
        "How many terms does dc have, and which factors belong to each in the {name}?",
    )


OF_DC = tuple(
    Mistake(
        id,
        "lstm_cell_backward",
        family,
        DC,
        new,
        title,
        (
            "Which two terms are added in dc, and which factors does each have?",
            "Look at the brackets and signs in the line of dc.",
            "dc = dc_next + da_next ⊙ Γ_o ⊙ (1 - tanh² c⟨t⟩).",
        ),
        INTO_C,
        THROUGH_C,
    )
    for id, family, new, title in (
        (
            "bracket-missing-in-dc",
            "order",
            "dc_next + da_next * ot * 1 - tanh_c**2",
            "in dc, the brackets in the slope of tanh are missing",
        ),
        (
            "gate-within-the-bracket-in-dc",
            "order",
            "dc_next + da_next * (ot - tanh_c**2)",
            "in dc, the output gate stands within the bracket of the slope",
        ),
        (
            "tanh-for-its-slope-in-dc",
            "activation",
            "dc_next + da_next * ot * tanh_c",
            "in dc, tanh itself stands where its slope belongs",
        ),
        (
            "paths-multiplied-in-dc",
            "order",
            f"dc_next * {HIDDEN}",
            "in dc, the two paths are multiplied instead of added",
        ),
    )
)

MISTAKES = (
    *GATES_OPEN,
    *OF_THE_CANDIDATE,
    *(half_multiplied(gate) for gate in THREE),
    *OF_DC,
)
