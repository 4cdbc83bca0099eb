"""Known mistakes in `lstm_cell_forward`: one gate reads other things than the other gates."""

from functools import partial

from solutions.mistakes.lstm_cell_forward_cell_state import C_NEXT
from solutions.mistakes.lstm_cell_forward_gates import GATES, OUTPUTS_OF_O, spoiled_by
from solutions.mistakes.lstm_cell_forward_letters import CANDIDATE, FORMULA, LAST, NAMES
from solutions.mistakes.mistake import Mistake

mistake = partial(Mistake, of="lstm_cell_forward", reread=GATES)

OTHER_STACKS = (
    (
        "reads-the-old-cell-state",
        "wrong state",
        "np.concatenate((c_prev, xt))",
        "the {} reads the old cell state where the hidden state belongs",
    ),
    (
        "reads-the-input-alone",
        "missing path",
        "np.concatenate((np.zeros_like(a_prev), xt))",
        "the {} reads the input alone: the old hidden state does not enter",
    ),
    (
        "reads-the-old-state-alone",
        "missing path",
        "np.concatenate((a_prev, np.zeros_like(xt)))",
        "the {} reads the old hidden state alone: the input does not enter",
    ),
)


def formula(gate: str) -> str:
    return CANDIDATE if gate == "c" else FORMULA.format(gate)


READ = tuple(
    mistake(
        f"{name.replace(' ', '-')}-{id}",
        family=family,
        old=f'parameters["W{gate}"] @ concat',
        new=f'parameters["W{gate}"] @ {stack}',
        title=title.format(name),
        hints=(
            f"Which two arrays does the {name} look at, and do the others look at the same?",
            f"Look at what the weights of the {name} are multiplied with.",
            formula(gate),
        ),
        spoils=spoiled_by(gate),
    )
    for id, family, stack, title in OTHER_STACKS
    for gate, name in NAMES.items()
)

SUMS = tuple(
    mistake(
        f"b{gate}-{id}",
        family=family,
        old=f'+ parameters["b{gate}"]',
        new=f'{new} parameters["b{gate}"]',
        title=f"the bias of the {name} is {what}",
        hints=(
            f"How often does the bias come into the sum of the {name}, and with which sign?",
            f"Look at the terms of the sum from which the {name} is made.",
            formula(gate),
        ),
        spoils=spoiled_by(gate),
    )
    for id, family, new, what in (
        ("twice", "accumulation", "+ 2 *", "added twice"),
        ("subtracted", "sign", "-", "subtracted"),
    )
    for gate, name in NAMES.items()
)

C_LINE = f"c_next = {C_NEXT}"
O_LATER = "The output gate reads [a⟨t-1⟩; x⟨t⟩], like the other two gates, and no cell state."

AFTER_THE_CELL_STATE = tuple(
    mistake(
        id,
        family=family,
        old=f"{LAST}\n    {C_LINE}",
        new=f"{C_LINE}\n    {LAST.replace('concat', new)}",
        title=title,
        hints=(
            "Is the cell state of this step needed to open or shut the output gate?",
            "Look at what stands under the bracket of the output gate's sigmoid.",
            O_LATER,
        ),
        spoils=(*OUTPUTS_OF_O, "cache.ot"),
    )
    for id, family, new, title in (
        (
            "output-gate-reads-the-new-cell-state",
            "wrong state",
            "np.concatenate((c_next, xt))",
            "the output gate reads the new cell state where the old hidden state belongs",
        ),
        (
            "output-gate-reads-tanh-of-the-new-cell-state",
            "wrong state",
            "np.concatenate((np.tanh(c_next), xt))",
            "the output gate reads tanh of the new cell state in place of the old hidden state",
        ),
        (
            "new-cell-state-added-in-the-output-gate",
            "term",
            "concat + c_next",
            "the new cell state is added to the sum of the output gate",
        ),
    )
)

PEEPING = tuple(
    mistake(
        f"old-cell-state-added-in-the-{NAMES[gate].replace(' ', '-')}",
        family="term",
        old=f'parameters["W{gate}"] @ concat',
        new=f'parameters["W{gate}"] @ concat + c_prev',
        title=f"the old cell state is added to the sum of the {NAMES[gate]}",
        hints=(
            f"How many terms does the sum of the {NAMES[gate]} have?",
            f"Look for a state in the sum of the {NAMES[gate]} that no weight is multiplied with.",
            formula(gate),
        ),
        spoils=spoiled_by(gate),
    )
    for gate in ("f", "i", "c")
)

RESET = tuple(
    mistake(
        f"candidate-reads-a-state-behind-the-{name}-gate",
        family="term",
        old='parameters["Wc"] @ concat',
        new=f'parameters["Wc"] @ np.concatenate(({variable} * a_prev, xt))',
        title=f"the candidate reads the old hidden state through the {name} gate, as in a GRU",
        hints=(
            "Does any gate stand between the old hidden state and the candidate?",
            "Look at the upper part of the stack that the candidate reads.",
            CANDIDATE,
        ),
        spoils=spoiled_by("c"),
    )
    for name, variable in (("forget", "ft"), ("input", "it"))
)

MISTAKES = (*READ, *SUMS, *AFTER_THE_CELL_STATE, *PEEPING, *RESET)
