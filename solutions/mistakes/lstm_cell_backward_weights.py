"""Known mistakes in `lstm_cell_backward`: weights and biases."""

from functools import partial

from solutions.mistakes.mistake import Mistake

WEIGHTS = "04 · Weights and biases"
MATRICES = ("dWf", "dWi", "dWc", "dWo")
CONCAT = "np.concatenate((a_prev, xt))"

GATES = {"f": "forget gate", "i": "input gate", "c": "candidate", "o": "output gate"}
NEXT = {"f": "i", "i": "c", "c": "o", "o": "f"}

mistake = partial(Mistake, of="lstm_cell_backward")

THE_STACK = (
    mistake(
        "input-stacked-first",
        family="order",
        old=CONCAT,
        new="np.concatenate((xt, a_prev))",
        title="input and old state are stacked in the wrong order",
        hints=(
            "In which order did the forward pass stack the two?",
            "Look at the array with which the weight gradients are made.",
            "dW = dγ [a⟨t-1⟩; x⟨t⟩]ᵀ, the old state on top.",
        ),
        reread=WEIGHTS,
        spoils=MATRICES,
    ),
    mistake(
        "new-state-stacked",
        family="wrong state",
        old=CONCAT,
        new="np.concatenate((a_next, xt))",
        title="the new hidden state is stacked instead of the old one",
        hints=(
            "Which hidden state did the gates read in the forward pass?",
            "Look at the array with which the weight gradients are made.",
            "dW = dγ [a⟨t-1⟩; x⟨t⟩]ᵀ, with the old state.",
        ),
        reread=WEIGHTS,
        spoils=MATRICES,
    ),
    mistake(
        "cell-state-stacked",
        family="wrong state",
        old=CONCAT,
        new="np.concatenate((c_prev, xt))",
        title="the cell state is stacked instead of the hidden state",
        hints=(
            "Which of the two old states did the gates read in the forward pass?",
            "Look at the array with which the weight gradients are made.",
            "dW = dγ [a⟨t-1⟩; x⟨t⟩]ᵀ, with the hidden state.",
        ),
        reread=WEIGHTS,
        spoils=MATRICES,
    ),
)

EACH_WEIGHT = tuple(
    made
    for gate, name in GATES.items()
    for made in (
        mistake(
            f"dW{gate}-transposed",
            family="transpose",
            old=f"dgamma_{gate} @ concat.T",
            new=f"concat @ dgamma_{gate}.T",
            title=f"dW{gate} is transposed",
            hints=(
                f"What is the shape of W{gate}, and so of its gradient?",
                f"Look at which factor of dW{gate} comes first.",
                f"dW{gate} = dγ_{gate} [a⟨t-1⟩; x⟨t⟩]ᵀ, of shape (n_a, n_a + n_x).",
            ),
            reread=WEIGHTS,
            spoils=(f"dW{gate}",),
        ),
        mistake(
            f"dW{gate}-averaged",
            family="scaling",
            old=f"dgamma_{gate} @ concat.T",
            new=f"dgamma_{gate} @ concat.T / xt.shape[1]",
            title=f"dW{gate} is averaged over the batch",
            hints=(
                "Where does a division by m belong, in the loss or in each gradient?",
                f"Look at dW{gate} for a division.",
                "The matrix product already adds up the examples, and no division follows.",
            ),
            reread=WEIGHTS,
            spoils=(f"dW{gate}",),
        ),
        mistake(
            f"dW{gate}-from-{NEXT[gate]}",
            family="swapped gates",
            old=f"dgamma_{gate} @ concat.T",
            new=f"dgamma_{NEXT[gate]} @ concat.T",
            title=f"dW{gate} is made from the gradient of the {GATES[NEXT[gate]]}",
            hints=(
                f"Which sum does W{gate} feed?",
                f"Look at the letters in the line of dW{gate}.",
                f"dW{gate} = dγ_{gate} [a⟨t-1⟩; x⟨t⟩]ᵀ, with the same letter on both sides.",
            ),
            reread=WEIGHTS,
            spoils=(f"dW{gate}",),
        ),
        mistake(
            f"db{gate}-averaged",
            family="scaling",
            old=f"dgamma_{gate}.sum(axis=1, keepdims=True)",
            new=f"dgamma_{gate}.mean(axis=1, keepdims=True)",
            title=f"db{gate} is averaged over the batch instead of summed",
            hints=(
                "The same bias serves every example: do their gradients add up or average out?",
                f"Look at how db{gate} comes from the gradient of the {name}.",
                f"db{gate} is the sum of dγ_{gate} over the examples, without a division.",
            ),
            reread=WEIGHTS,
            spoils=(f"db{gate}",),
        ),
        mistake(
            f"db{gate}-summed-over-units",
            family="axis",
            old=f"dgamma_{gate}.sum(axis=1, keepdims=True)",
            new=f"dgamma_{gate}.sum(axis=0, keepdims=True)",
            title=f"db{gate} is summed over the units instead of the examples",
            hints=(
                f"Which of the two axes of dγ_{gate} has the bias no share in?",
                "Look at the axis of the sum.",
                f"db{gate} keeps one entry a unit, shape (n_a, 1): the sum runs over the batch.",
            ),
            reread=WEIGHTS,
            spoils=(f"db{gate}",),
        ),
        mistake(
            f"db{gate}-without-keepdims",
            family="shape",
            old=f"dgamma_{gate}.sum(axis=1, keepdims=True)",
            new=f"dgamma_{gate}.sum(axis=1)",
            title=f"db{gate} has lost its second axis",
            hints=(
                f"What is the shape of b{gate}, and so of its gradient?",
                "Look at what the sum does with the axis it runs over.",
                f"db{gate} has shape (n_a, 1), a column like b{gate}.",
            ),
            reread=WEIGHTS,
            spoils=(f"db{gate}",),
        ),
        mistake(
            f"db{gate}-not-summed",
            family="shape",
            old=f"dgamma_{gate}.sum(axis=1, keepdims=True)",
            new=f"dgamma_{gate}",
            title=f"db{gate} is not summed over the batch",
            hints=(
                f"What is the shape of b{gate}, and so of its gradient?",
                f"Look at the second axis of db{gate}.",
                f"db{gate} is the sum of dγ_{gate} over the examples, of shape (n_a, 1).",
            ),
            reread=WEIGHTS,
            spoils=(f"db{gate}",),
        ),
    )
)

MISTAKES = (*THE_STACK, *EACH_WEIGHT)
