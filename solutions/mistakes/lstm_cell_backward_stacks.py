"""Known mistakes in `lstm_cell_backward`: one weight made with another stack, and square biases."""

from solutions.mistakes.lstm_cell_backward_all_weights import BIASES, COLUMN, SHAPE, in_all
from solutions.mistakes.lstm_cell_backward_cache import BEGIN
from solutions.mistakes.lstm_cell_backward_cell_state import ALL
from solutions.mistakes.lstm_cell_backward_weights import CONCAT, GATES, MATRICES, WEIGHTS
from solutions.mistakes.mistake import Mistake

STACKED = "dW = dγ [a⟨t-1⟩; x⟨t⟩]ᵀ, the old hidden state on top."
FLAT = "Look at the shape of the sum before it meets the column of zeros."

ONE_WEIGHT = tuple(
    Mistake(
        f"dW{gate}-{id}",
        "lstm_cell_backward",
        "wrong state",
        f"dgamma_{gate} @ concat.T",
        f"dgamma_{gate} @ np.concatenate(({state}, xt)).T",
        f"dW{gate} is made with the {what} state",
        (
            f"Which state did the {name} read in the forward pass?",
            f"Look at the upper part of the stack with which dW{gate} is made.",
            STACKED,
        ),
        WEIGHTS,
        (f"dW{gate}",),
    )
    for id, state, what in (
        ("from-the-new-state", "a_next", "new hidden"),
        ("from-the-old-cell-state", "c_prev", "old cell"),
    )
    for gate, name in GATES.items()
)

HALF_A_STACK = tuple(
    Mistake(
        f"{id}-missing-in-all-weights",
        "lstm_cell_backward",
        "missing path",
        CONCAT,
        new,
        f"in each of dWf, dWi, dWc and dWo the columns of the {what} stay zero",
        (
            "How many columns of your weight gradients are zero?",
            "Look at the stack with which they are made: is each of its two parts filled?",
            STACKED,
        ),
        WEIGHTS,
        MATRICES,
    )
    for id, what, new in (
        ("old-state", "old state", "np.concatenate((np.zeros_like(a_prev), xt))"),
        ("input", "input", "np.concatenate((a_prev, np.zeros_like(xt)))"),
    )
)

SPREAD = "np.zeros((n_a, 1)) + dgamma_{gate}.sum(axis=1)"

SQUARES = (
    *(
        Mistake(
            f"{bias}-spread-out",
            "lstm_cell_backward",
            "shape",
            f"dgamma_{bias[-1]}.sum(axis=1, keepdims=True)",
            SPREAD.format(gate=bias[-1]),
            f"a flat sum is added to a column, and {bias} becomes a square",
            (SHAPE, FLAT, COLUMN),
            WEIGHTS,
            (bias,),
        )
        for bias in BIASES
    ),
    in_all(
        "biases-spread-out",
        "shape",
        BIASES,
        "dgamma_{gate}.sum(axis=1, keepdims=True)",
        SPREAD,
        "flat sums are added to columns, and each of dbf, dbi, dbc and dbo becomes a square",
        (SHAPE, FLAT, COLUMN),
    ),
)

UNPACKED = tuple(
    Mistake(
        id,
        "lstm_cell_backward",
        "cache contract",
        BEGIN,
        f"    {names} = {order}\n{BEGIN}",
        title,
        (
            "In which order did the forward pass put its ten things into the cache?",
            "Compare the line that unpacks the cache with the one that packed it.",
            "New a and c, old a and c, Γ_f, Γ_i, the candidate, Γ_o, x⟨t⟩ and the parameters.",
        ),
        "03 · The cache: ten entries",
        spoils,
    )
    for id, names, order, title, spoils in (
        (
            "ft-and-ot-unpacked-in-turn",
            "ft, ot",
            "ot, ft",
            "forget gate and output gate change places when the cache is unpacked",
            ALL,
        ),
        (
            "it-and-ot-unpacked-in-turn",
            "it, ot",
            "ot, it",
            "input gate and output gate change places when the cache is unpacked",
            ALL,
        ),
        (
            "ft-and-cct-unpacked-in-turn",
            "ft, cct",
            "cct, ft",
            "forget gate and candidate change places when the cache is unpacked",
            tuple(output for output in ALL if output not in ("dWo", "dbo")),
        ),
        (
            "gates-unpacked-i-f-o-c",
            "ft, it, cct, ot",
            "it, ft, ot, cct",
            "the four in the middle of the cache are unpacked in the order i, f, o, c",
            ALL,
        ),
        (
            "states-unpacked-a-a-c-c",
            "c_next, a_prev",
            "a_prev, c_next",
            "the states are unpacked as both a, then both c",
            ALL,
        ),
        (
            "states-unpacked-c-first",
            "a_next, c_next, a_prev, c_prev",
            "c_next, a_next, c_prev, a_prev",
            "the states are unpacked with c before a",
            ALL,
        ),
    )
)

IN_TURN = tuple(
    Mistake(
        f"results-of-{one}-and-{other}-in-turn",
        "lstm_cell_backward",
        "swapped gates",
        '    return {\n        "dxt"',
        f"    dgamma_{one}, dgamma_{other} = dgamma_{other}, dgamma_{one}\n"
        '    return {\n        "dxt"',
        f"the gradients of weights and bias of {GATES[one]} and {GATES[other]} have changed places",
        (
            "In which order do the four gradients leave your function, and under which keys?",
            "Look at the order in which a stack of all four is cut up, and at the keys.",
            f"dW{one} and db{one} are made from dγ_{one}, dW{other} and db{other} from dγ_{other}.",
        ),
        WEIGHTS,
        (f"dW{one}", f"db{one}", f"dW{other}", f"db{other}"),
    )
    for one, other in (("f", "i"), ("i", "c"), ("c", "o"), ("i", "o"))
)

MISTAKES = (*IN_TURN, *ONE_WEIGHT, *HALF_A_STACK, *SQUARES, *UNPACKED)
