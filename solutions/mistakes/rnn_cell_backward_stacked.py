"""Known mistakes in `rnn_cell_backward`: a stacked gradient cut elsewhere, and written-out sums."""

from functools import partial

from solutions.mistakes.mistake import Mistake
from solutions.mistakes.rnn_cell_backward_factors import FORMULAS
from solutions.mistakes.rnn_cell_backward_slope import ALL, DBA, DZ, PRODUCTS, SLOPE

TWO = '"dxt": parameters["Wax"].T @ dz,\n        "da_prev": parameters["Waa"].T @ dz'
THREE = f'"dWax": dz @ xt.T,\n        "dWaa": dz @ a_prev.T,\n        "dba": {DBA}'
ON_TOP = {
    "input": 'np.concatenate((parameters["Wax"].T @ dz, parameters["Waa"].T @ dz))',
    "old state": 'np.concatenate((parameters["Waa"].T @ dz, parameters["Wax"].T @ dz))',
}
MIDDLE = "(len(xt) + len(dz)) // 2"

mistake = partial(Mistake, of="rnn_cell_backward")

CUT = tuple(
    mistake(
        id,
        family="order",
        old=TWO,
        new=f'"dxt": {ON_TOP[top]}[{dxt}],\n        "da_prev": {ON_TOP[top]}[{da_prev}]',
        title=title,
        hints=(
            "Which rows of your stacked gradient belong to the input, and how many are they?",
            "Compare the order in which you stack with the rows that you cut out.",
            "dxt = Waxᵀ dz has n_x rows, and da_prev = Waaᵀ dz has n_a rows.",
        ),
        reread=PRODUCTS,
        spoils=("dxt", "da_prev"),
    )
    for id, top, dxt, da_prev, title in (
        (
            "input-stacked-first-and-cut-last",
            "input",
            "len(dz) :",
            ": len(dz)",
            "the stacked gradient has the input on top, but is cut as if the old state stood there",
        ),
        (
            "old-state-stacked-first-and-cut-last",
            "old state",
            ": len(xt)",
            "len(xt) :",
            "the stacked gradient has the old state on top, but is cut as if the input stood there",
        ),
        (
            "stack-cut-in-halves",
            "old state",
            f"{MIDDLE} :",
            f": {MIDDLE}",
            "the stacked gradient is cut in the middle, whatever n_a and n_x are",
        ),
        (
            "stack-cut-in-halves-input-first",
            "input",
            f": {MIDDLE}",
            f"{MIDDLE} :",
            "the stacked gradient, with the input on top, is cut in the middle",
        ),
    )
)

SLOPES = tuple(
    mistake(
        id,
        family=family,
        old=DZ,
        new=new,
        title=title,
        hints=(
            "If da_next were zero everywhere, what would your dz be, and what should it be?",
            "Look at the brackets and signs in the line of dz.",
            "dz = da_next ⊙ (1 - a⟨t⟩²): a product of two factors.",
        ),
        reread=SLOPE,
        spoils=ALL,
    )
    for id, family, new, title in (
        (
            "gradient-within-the-bracket",
            "order",
            "1 - a_next**2 * da_next",
            "the bracket around the slope is missing: the one does not meet the gradient",
        ),
        (
            "slope-added",
            "order",
            "da_next + (1 - a_next**2)",
            "the slope of tanh is added to the gradient instead of multiplied",
        ),
        (
            "slope-twice",
            "accumulation",
            f"{DZ} * (1 - a_next**2)",
            "the derivative of tanh is multiplied in twice",
        ),
    )
)

IN_ONE_OUTPUT = tuple(
    mistake(
        id,
        family=family,
        old=f'"{output}": {FORMULAS[output][0]}',
        new=f'"{output}": {new}',
        title=title,
        hints=(
            f"Over which index does the sum in {output} run, and from where to where?",
            f"Look at the indices of {output}, one by one, or at what its loop does in each turn.",
            FORMULAS[output][1],
        ),
        reread=PRODUCTS,
        spoils=(output,),
    )
    for id, family, output, new, title in (
        (
            "dWaa-with-one-index",
            "index",
            "dWaa",
            "np.tile((dz * a_prev).sum(axis=1, keepdims=True), len(dz))",
            "in dWaa both factors are read at the same unit",
        ),
        (
            "dWaa-on-the-diagonal",
            "index",
            "dWaa",
            "np.diag((dz * a_prev).sum(axis=1))",
            "dWaa is filled on its diagonal alone",
        ),
        (
            "da_prev-with-one-index",
            "index",
            "da_prev",
            'parameters["Waa"].sum(axis=0)[:, None] * dz',
            "in da_prev, dz is read at the unit that is computed, not at the one summed over",
        ),
        (
            "da_prev-of-the-last-unit",
            "accumulation",
            "da_prev",
            'parameters["Waa"].T[:, -1:] * dz[-1:]',
            "da_prev holds only the last term of its sum",
        ),
        (
            "dxt-of-the-last-unit",
            "accumulation",
            "dxt",
            'parameters["Wax"].T[:, -1:] * dz[-1:]',
            "dxt holds only the last term of its sum",
        ),
        (
            "first-example-missing-dWax",
            "index",
            "dWax",
            "dz[:, 1:] @ xt[:, 1:].T",
            "dWax lacks the first example of the batch",
        ),
        (
            "first-example-missing-dWaa",
            "index",
            "dWaa",
            "dz[:, 1:] @ a_prev[:, 1:].T",
            "dWaa lacks the first example of the batch",
        ),
        (
            "first-example-missing-dba",
            "index",
            "dba",
            "dz[:, 1:].sum(axis=1, keepdims=True)",
            "dba lacks the first example of the batch",
        ),
        (
            "first-example-alone-dWax",
            "accumulation",
            "dWax",
            "dz[:, :1] @ xt[:, :1].T",
            "dWax holds the first example of the batch alone",
        ),
        (
            "first-example-alone-dWaa",
            "accumulation",
            "dWaa",
            "dz[:, :1] @ a_prev[:, :1].T",
            "dWaa holds the first example of the batch alone",
        ),
        (
            "first-example-alone-dba",
            "accumulation",
            "dba",
            "dz[:, :1]",
            "dba holds the first example of the batch alone",
        ),
        (
            "dba-summed-over-units-in-a-column",
            "axis",
            "dba",
            "dz.sum(axis=0, keepdims=True).T",
            "dba is a column with one sum for each example, not for each unit",
        ),
        (
            "dba-spread-out",
            "shape",
            "dba",
            "np.zeros((len(dz), 1)) + dz.sum(axis=1)",
            "a flat sum is added to a column, and dba becomes a square",
        ),
    )
)

THREE_AVERAGED = mistake(
    "weights-and-bias-averaged",
    family="scaling",
    old=THREE,
    new=(
        '"dWax": dz @ xt.T / xt.shape[1],\n        "dWaa": dz @ a_prev.T / xt.shape[1],\n'
        '        "dba": dz.mean(axis=1, keepdims=True)'
    ),
    title="the gradients of weights and bias are averaged over the batch",
    hints=(
        "Where does a division by m belong, in the loss or in each gradient?",
        "Look for a division by the number of examples in three places.",
        "dWax, dWaa and dba are plain sums over the examples.",
    ),
    reread=PRODUCTS,
    spoils=("dWax", "dWaa", "dba"),
)

MISTAKES = (*CUT, *SLOPES, *IN_ONE_OUTPUT, THREE_AVERAGED)
