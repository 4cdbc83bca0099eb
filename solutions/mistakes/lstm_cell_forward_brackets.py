"""Known mistakes in `lstm_cell_forward`: brackets, signs and rows in the two states."""

from functools import partial

from solutions.mistakes.lstm_cell_forward_cell_state import CELL_STATE
from solutions.mistakes.lstm_cell_forward_gates import OUTPUTS, OUTPUTS_OF_O
from solutions.mistakes.lstm_cell_forward_hidden_state import A_NEXT, HIDDEN_STATE
from solutions.mistakes.lstm_cell_forward_stack import ALL, CONCAT, STACK
from solutions.mistakes.lstm_cell_forward_update import KEEP_AND_ADD, WHOLE
from solutions.mistakes.mistake import Mistake

mistake = partial(Mistake, of="lstm_cell_forward")

CELL = tuple(
    mistake(
        id,
        family=family,
        old=WHOLE,
        new=f"c_next = {new}",
        title=title,
        hints=(
            "Of what is c⟨t⟩ the sum, and which gate belongs to which of the two?",
            "Look at the brackets and signs in the line of the new cell state.",
            KEEP_AND_ADD,
        ),
        reread=CELL_STATE,
        spoils=OUTPUTS,
    )
    for id, family, new, title in (
        (
            "candidate-over-both",
            "order",
            "(ft * c_prev + it) * cct",
            "a bracket makes the candidate multiply what is kept as well",
        ),
        (
            "bracket-in-the-middle",
            "order",
            "ft * (c_prev + it) * cct",
            "a bracket adds the old cell state and the input gate first",
        ),
        (
            "kept-and-new-multiplied",
            "order",
            "ft * c_prev * it * cct",
            "what is kept and what is new are multiplied instead of added",
        ),
        (
            "kept-subtracted",
            "sign",
            "it * cct - ft * c_prev",
            "what is kept is subtracted from what is new",
        ),
        (
            "rest-of-the-input-gate-lets-in",
            "swapped gates",
            "it * c_prev + (1 - it) * cct",
            "the input gate weights what is kept, and its rest what is new",
        ),
        (
            "tanh-of-what-is-kept",
            "activation",
            "ft * np.tanh(c_prev) + it * cct",
            "tanh is taken of the old cell state before it is kept",
        ),
    )
)

HIDDEN = tuple(
    mistake(
        id,
        family=family,
        old=f"a_next = {A_NEXT}",
        new=f"a_next = {new}",
        title=title,
        hints=(
            "What is shown of the cell state when the output gate is shut?",
            "Look at the factors in the line of the new hidden state.",
            "a⟨t⟩ = Γ_o ⊙ tanh c⟨t⟩, two factors.",
        ),
        reread=HIDDEN_STATE,
        spoils=OUTPUTS_OF_O,
    )
    for id, family, new, title in (
        (
            "gate-and-tanh-added",
            "order",
            "ot + np.tanh(c_next)",
            "output gate and tanh of the cell state are added instead of multiplied",
        ),
        (
            "tanh-twice",
            "activation",
            "ot * np.tanh(np.tanh(c_next))",
            "tanh is taken of the cell state twice",
        ),
        (
            "sigmoid-of-the-output-gate",
            "activation",
            "sigmoid(ot) * np.tanh(c_next)",
            "the sigmoid is taken of the output gate once more",
        ),
    )
)

EARLY = mistake(
    "input-one-row-too-early",
    family="index",
    old=CONCAT,
    new="np.concatenate((a_prev[:-1], xt, np.zeros_like(xt[:1])))",
    title="x lies one row too early in the stack: over the last unit, with zeros below",
    hints=(
        "Which rows of the stack belong to the old state, and which to the input?",
        "Look at where the rows of x begin and end in the stack.",
        "The first n_a rows are those of a⟨t-1⟩, the n_x rows below are those of x⟨t⟩.",
    ),
    reread=STACK,
    spoils=ALL,
)

ROWS = tuple(
    mistake(
        id,
        family="index",
        old=CONCAT,
        new=f"{CONCAT}\n    concat[{row}] = 0",
        title=title,
        hints=(
            "How many terms does the sum over the stack have?",
            "Look at where the loop over the rows of the stack begins and ends.",
            "Entry i of W v is the sum of W⟨i, k⟩ v⟨k⟩ over all n_a + n_x values of k.",
        ),
        reread=STACK,
        spoils=ALL,
    )
    for id, row, title in (
        ("last-input-left-out", "-1", "the last row of the stack is left out of all four sums"),
        ("first-unit-left-out", "0", "the first row of the stack is left out of all four sums"),
    )
)

BY_TWICE = mistake(
    "by-twice",
    family="term",
    old='@ a_next + parameters["by"]',
    new='@ a_next + 2 * parameters["by"]',
    title="the bias of the prediction is added twice",
    hints=(
        "How many terms do the scores have?",
        "Look at the sum inside softmax, and at the lines before it.",
        "The scores are Wy a⟨t⟩ + by, each of the two once.",
    ),
    reread="03 · The prediction",
    spoils=("yt_pred",),
)

MISTAKES = (*CELL, *HIDDEN, *ROWS, EARLY, BY_TWICE)
