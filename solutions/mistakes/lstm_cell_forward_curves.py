"""Known mistakes in `lstm_cell_forward`: other curves for the candidate and for the cell state."""

from functools import partial

from solutions.mistakes.lstm_cell_forward_gates import (
    GATES,
    OUTPUTS,
    OUTPUTS_OF_O,
    SIGMOID_GATES,
    spoiled_by,
)
from solutions.mistakes.lstm_cell_forward_hidden_state import HIDDEN_STATE
from solutions.mistakes.lstm_cell_forward_letters import line
from solutions.mistakes.mistake import Mistake

CANDIDATE = 'np.tanh(parameters["Wc"] @ concat + parameters["bc"])'
SUM = CANDIDATE.removeprefix("np.tanh")
SHOWN = "np.tanh(c_next)"

mistake = partial(Mistake, of="lstm_cell_forward", family="activation")

OF_THE_CANDIDATE = tuple(
    mistake(
        f"{id}-for-candidate",
        old=CANDIDATE,
        new=curve.format(SUM),
        title=f"the candidate {what} instead of tanh",
        hints=(
            "Between which two numbers does the candidate stay, and how does it come near them?",
            "Look at the function around the sum of the candidate.",
            "The candidate is tanh(Wc [a⟨t-1⟩; x⟨t⟩] + bc).",
        ),
        reread=GATES,
        spoils=spoiled_by("c"),
    )
    for id, curve, what in (
        ("relu", "np.maximum(0, {})", "uses ReLU"),
        ("clipping", "np.clip({}, -1, 1)", "is cut off at -1 and 1"),
    )
)

OF_THE_CELL_STATE = tuple(
    mistake(
        f"{id}-of-the-cell-state",
        old=SHOWN,
        new=new,
        title=f"the hidden state shows {what} of the cell state instead of tanh",
        hints=(
            "Through which curve does the cell state go before the output gate?",
            "Look at the factor beside the output gate.",
            "a⟨t⟩ = Γ_o ⊙ tanh(c⟨t⟩).",
        ),
        reread=HIDDEN_STATE,
        spoils=OUTPUTS_OF_O,
    )
    for id, new, what in (
        ("relu", "np.maximum(0, c_next)", "the ReLU"),
        ("clipping", "np.clip(c_next, -1, 1)", "a cut at -1 and 1"),
    )
)

SOFTMAX = tuple(
    mistake(
        f"softmax-for-{name}-gate",
        old=f"{variable} = sigmoid(",
        new=f"{variable} = softmax(",
        title=f"the {name} gate uses softmax instead of sigmoid",
        hints=(
            "Does one unit of a gate depend on the other units?",
            f"Look at the function around the sum of the {name} gate.",
            f"Γ_{gate} = σ(W{gate} [a⟨t-1⟩; x⟨t⟩] + b{gate}), each unit for itself.",
        ),
        reread=GATES,
        spoils=spoiled_by(gate),
    )
    for gate, (variable, name) in SIGMOID_GATES.items()
)

THIRD = line("cct", "np.tanh", "c")
LAST = line("ot", "sigmoid", "o")

EXCHANGED = tuple(
    mistake(
        f"{letters}-in-each-others-place-{id}",
        old=old,
        new=new,
        title=f"{names} stand in each other's place when they are made{how}",
        hints=(
            "In which order do the letters f, i, c and o stand in your function, and in which do "
            "the four names?",
            "Look at the keys and the curves of each of the four lines, or at the order in which "
            "one loop hands them out.",
            "f is forget, i is input, c the candidate and o the output gate; only the candidate "
            "goes through tanh.",
        ),
        reread=GATES,
        spoils=(*OUTPUTS, *places),
    )
    for letters, names, old, new, id, how, places in (
        (
            "c-and-o",
            "candidate and output gate",
            f"{THIRD}\n    {LAST}",
            f"{line('cct', 'sigmoid', 'o')}\n    {line('ot', 'sigmoid', 'c')}",
            "all-sigmoid",
            ", and both go through sigmoid",
            ("cache.cct", "cache.ot"),
        ),
        (
            "c-and-o",
            "candidate and output gate",
            f"{THIRD}\n    {LAST}",
            f"{line('cct', 'sigmoid', 'o')}\n    {line('ot', 'np.tanh', 'c')}",
            "with-their-curves",
            "",
            ("cache.cct", "cache.ot"),
        ),
        (
            "i-and-c",
            "input gate and candidate",
            f"{line('it', 'sigmoid', 'i')}\n    {THIRD}",
            f"{line('it', 'sigmoid', 'c')}\n    {line('cct', 'sigmoid', 'i')}",
            "all-sigmoid",
            ", and both go through sigmoid",
            ("cache.it", "cache.cct"),
        ),
    )
)

SHOWS_THE_CANDIDATE = mistake(
    "tanh-of-the-candidate-shown",
    old=SHOWN,
    new="np.tanh(cct)",
    title="the hidden state shows the candidate instead of the cell state",
    hints=(
        "What holds the memory of all earlier steps, the candidate or the cell state?",
        "Look at what goes through tanh beside the output gate.",
        "a⟨t⟩ = Γ_o ⊙ tanh(c⟨t⟩).",
    ),
    reread=HIDDEN_STATE,
    spoils=OUTPUTS_OF_O,
)

MISTAKES = (*OF_THE_CANDIDATE, *OF_THE_CELL_STATE, *SOFTMAX, *EXCHANGED, SHOWS_THE_CANDIDATE)
