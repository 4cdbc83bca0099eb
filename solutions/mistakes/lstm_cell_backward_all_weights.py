"""Known mistakes in `lstm_cell_backward`: the same slip in all four weights, or in all biases."""

from solutions.mistakes.lstm_cell_backward_weights import MATRICES, WEIGHTS
from solutions.mistakes.mistake import Mistake

BIASES = ("dbf", "dbi", "dbc", "dbo")
SHAPE = "What is the shape of a bias, and so of its gradient?"
COLUMN = "Each db is the sum of its dγ over the examples, a column of shape (n_a, 1)."


def in_all(
    id: str,
    family: str,
    outputs: tuple[str, ...],
    old: str,
    new: str,
    title: str,
    hints: tuple[str, str, str],
) -> Mistake:
    """Make a slip in four lines at once: what is said last under a key is what counts."""
    last = outputs[-1]
    lines = (f'"{output}": {new.format(gate=output[-1])}' for output in outputs)
    return Mistake(
        id,
        "lstm_cell_backward",
        family,
        f'"{last}": {old.format(gate=last[-1])}',
        ", ".join(lines),
        title,
        hints,
        WEIGHTS,
        outputs,
    )


OF_WEIGHTS = tuple(
    in_all(
        id,
        family,
        MATRICES,
        "dgamma_{gate} @ concat.T",
        new,
        title,
        (question, look, "dW = dγ [a⟨t-1⟩; x⟨t⟩]ᵀ, of shape (n_a, n_a + n_x)."),
    )
    for id, family, new, title, question, look in (
        (
            "weights-transposed",
            "transpose",
            "concat @ dgamma_{gate}.T",
            "each of dWf, dWi, dWc and dWo is transposed",
            "What is the shape of a weight matrix, and so of its gradient?",
            "Look at which factor comes first.",
        ),
        (
            "weights-averaged",
            "scaling",
            "dgamma_{gate} @ concat.T / xt.shape[1]",
            "each of dWf, dWi, dWc and dWo is averaged over the batch",
            "Where does a division by m belong, in the loss or in each gradient?",
            "Look for a division: the matrix product adds up the examples, and none follows.",
        ),
        (
            "last-example-alone-in-the-weights",
            "accumulation",
            "dgamma_{gate}[:, -1:] @ concat[:, -1:].T",
            "each of dWf, dWi, dWc and dWo holds the last example of the batch alone",
            "How many examples use the same weights?",
            "Look at how the examples come together: do they replace each other?",
        ),
    )
)

OF_BIASES = tuple(
    in_all(
        id,
        family,
        BIASES,
        "dgamma_{gate}.sum(axis=1, keepdims=True)",
        new,
        title,
        (question, look, COLUMN),
    )
    for id, family, new, title, question, look in (
        (
            "biases-averaged",
            "scaling",
            "dgamma_{gate}.mean(axis=1, keepdims=True)",
            "each of dbf, dbi, dbc and dbo is averaged over the batch instead of summed",
            "One bias serves every example: do their gradients add up or average out?",
            "Look at how the bias gradients come from those of the gates.",
        ),
        (
            "biases-summed-over-units",
            "axis",
            "dgamma_{gate}.sum(axis=0, keepdims=True)",
            "each of dbf, dbi, dbc and dbo is summed over the units instead of the examples",
            "Which of the two axes has a bias no share in?",
            "Look at the axis of the sums.",
        ),
        (
            "biases-summed-over-units-in-a-column",
            "axis",
            "dgamma_{gate}.sum(axis=0, keepdims=True).T",
            "each of dbf, dbi, dbc and dbo is a column with one sum for each example",
            "Which of the two axes has a bias no share in?",
            "Look at the axis of the sums: a column has to hold one number for each unit.",
        ),
        (
            "biases-without-keepdims",
            "shape",
            "dgamma_{gate}.sum(axis=1)",
            "each of dbf, dbi, dbc and dbo has lost its second axis",
            SHAPE,
            "Look at what the sums do with the axis they run over.",
        ),
        (
            "biases-not-summed",
            "shape",
            "dgamma_{gate}",
            "each of dbf, dbi, dbc and dbo is not summed over the batch",
            SHAPE,
            "Look at the second axis of the bias gradients.",
        ),
        (
            "biases-as-one-number",
            "axis",
            "np.sum(dgamma_{gate})",
            "each of dbf, dbi, dbc and dbo is one number, summed over the units as well",
            SHAPE,
            "Look at which axes the sums run over.",
        ),
    )
)

COUNTED = (
    "How many examples use the same weights and the same bias?",
    "Look at how the examples come together: does every one of them count, and once?",
)
SOME_EXAMPLES = tuple(
    in_all(
        f"{id}-in-the-{group}",
        "accumulation",
        outputs,
        old,
        new.replace("SOME", chosen),
        f"{names} {what}",
        (*COUNTED, formula),
    )
    for group, outputs, names, old, new, formula in (
        (
            "weights",
            MATRICES,
            "each of dWf, dWi, dWc and dWo",
            "dgamma_{gate} @ concat.T",
            "dgamma_{gate}SOME @ concatSOME.T",
            "dW = dγ [a⟨t-1⟩; x⟨t⟩]ᵀ, of shape (n_a, n_a + n_x).",
        ),
        (
            "biases",
            BIASES,
            "each of dbf, dbi, dbc and dbo",
            "dgamma_{gate}.sum(axis=1, keepdims=True)",
            "dgamma_{gate}SOME.sum(axis=1, keepdims=True)",
            COLUMN,
        ),
    )
    for id, chosen, what in (
        ("last-example-alone", "[:, -1:]", "holds the last example of the batch alone"),
        ("first-example-alone", "[:, :1]", "holds the first example of the batch alone"),
        ("last-example-missing", "[:, :-1]", "lacks the last example of the batch"),
        ("first-example-missing", "[:, 1:]", "lacks the first example of the batch"),
    )
    if (id, group) != ("last-example-alone", "weights")  # it has its place above
)

MISTAKES = (*OF_WEIGHTS, *OF_BIASES, *SOME_EXAMPLES)
