"""Known mistakes in `rnn_cell_backward`: one of the products made from something else than dz."""

from functools import partial

from solutions.mistakes.mistake import Mistake
from solutions.mistakes.rnn_cell_backward_slope import ALL, DBA, PRODUCTS, SLOPE

DA_PREV = 'parameters["Waa"].T @ dz'

FORMULAS = {
    "dxt": ('parameters["Wax"].T @ dz', "dxt = Waxᵀ dz."),
    "da_prev": (DA_PREV, "da_prev = Waaᵀ dz."),
    "dWax": ("dz @ xt.T", "dWax = dz x⟨t⟩ᵀ."),
    "dWaa": ("dz @ a_prev.T", "dWaa = dz a⟨t-1⟩ᵀ."),
    "dba": (DBA, "dba is the sum of dz over the examples."),
}

mistake = partial(Mistake, of="rnn_cell_backward")

FROM_THE_SLOPE = tuple(
    mistake(
        f"incoming-gradient-missing-{output}",
        family="missing factor",
        old=formula,
        new=formula.replace("dz", "(1 - a_next**2)"),
        title=f"{output} is made from the slope alone, without the gradient that comes in",
        hints=(
            f"If da_next were twice as large, what would become of your {output}?",
            f"Look at the array from which {output} is made: does it hold da_next?",
            words,
        ),
        reread=PRODUCTS,
        spoils=(output,),
    )
    for output, (formula, words) in FORMULAS.items()
)

SOME_EXAMPLES = tuple(
    mistake(
        f"last-example-{id}-{output}",
        family="accumulation",
        old=FORMULAS[output][0],
        new=new.replace("LAST", chosen),
        title=f"{output} {what}",
        hints=(
            "How many examples use the same weights and the same bias?",
            f"Look at how the examples come together in {output}: does every one of them count?",
            FORMULAS[output][1],
        ),
        reread=PRODUCTS,
        spoils=(output,),
    )
    for id, chosen, what in (
        ("alone", "[:, -1:]", "holds the last example of the batch alone"),
        ("missing", "[:, :-1]", "lacks the last example of the batch"),
    )
    for output, new in (
        ("dWax", "dzLAST @ xtLAST.T"),
        ("dWaa", "dzLAST @ a_prevLAST.T"),
        ("dba", "dzLAST.sum(axis=1, keepdims=True)"),
    )
)

TO_THE_OLD_STATE = tuple(
    mistake(
        id,
        family=family,
        old=DA_PREV,
        new=new,
        title=title,
        hints=(question, look, FORMULAS["da_prev"][1]),
        reread=PRODUCTS,
        spoils=("da_prev",),
    )
    for id, family, new, title, question, look in (
        (
            "da_prev-without-Waa",
            "missing factor",
            "dz",
            "da_prev does not pass through Waa",
            "What did a⟨t-1⟩ meet on its way into the sum z⟨t⟩?",
            "Look at da_prev: which weight matrix does it hold?",
        ),
        (
            "da_prev-with-the-old-slope",
            "activation",
            f"{DA_PREV} * (1 - a_prev**2)",
            "da_prev goes through the tanh of the step before as well",
            "Which step's tanh made a⟨t-1⟩, and which step's cell takes care of it?",
            "Look at what is still multiplied after Waa: nothing should be.",
        ),
        (
            "da_prev-slope-after-Waa",
            "order",
            '(parameters["Waa"].T @ da_next) * (1 - a_next**2)',
            "in da_prev the slope is multiplied in after Waa instead of before",
            "Which did the old state meet first on its way to a⟨t⟩, Waa or tanh?",
            "Look at the order in which da_prev meets the slope and Waa: it is the reverse.",
        ),
        (
            "da_prev-old-slope-after-Waa",
            "order",
            '(parameters["Waa"].T @ da_next) * (1 - a_prev**2)',
            "da_prev takes the slope of the old state, and after Waa",
            "Which tanh lies between a⟨t⟩ and a⟨t-1⟩, this step's or the one before?",
            "Look at the state that is squared for da_prev, and at where the slope comes in.",
        ),
        (
            "dWaa-for-Waa",
            "wrong state",
            "a_prev @ dz.T @ dz",
            "the gradient of Waa stands where Waa itself belongs",
            "Through which matrix did a⟨t-1⟩ reach the sum in the forward pass?",
            "Look at the matrix in da_prev: is it a weight, or the gradient of one?",
        ),
    )
)

THE_REST = (
    mistake(
        "dWaa-from-da_prev",
        family="wrong state",
        old="dz @ a_prev.T",
        new=f"{DA_PREV} @ a_prev.T",
        title="dWaa is made from the gradient of the old state",
        hints=(
            "What does Waa feed directly, and so whose gradient does it take?",
            "Look at the first factor of dWaa.",
            FORMULAS["dWaa"][1],
        ),
        reread=PRODUCTS,
        spoils=("dWaa",),
    ),
    mistake(
        "dWaa-from-da_next",
        family="wrong state",
        old="dz @ a_prev.T",
        new="dz @ da_next.T",
        title="dWaa multiplies two gradients: the old state is missing",
        hints=(
            "What did Waa meet in the forward pass?",
            "Look at the second factor of dWaa.",
            FORMULAS["dWaa"][1],
        ),
        reread=PRODUCTS,
        spoils=("dWaa",),
    ),
    mistake(
        "dba-as-one-number-with-two-axes",
        family="axis",
        old=DBA,
        new="dz.sum(keepdims=True)",
        title="dba is one number, in an array of shape (1, 1): the axis of the sum is missing",
        hints=(
            "What is the shape of ba, and so of its gradient?",
            "Look at which axes the sum runs over.",
            "dba keeps one entry a unit, shape (n_a, 1): the sum runs over the batch alone.",
        ),
        reread=PRODUCTS,
        spoils=("dba",),
    ),
    mistake(
        "tanh-of-the-state-for-its-slope",
        family="activation",
        old="(1 - a_next**2)",
        new="np.tanh(a_next)",
        title="tanh of the state stands where the slope of tanh belongs",
        hints=(
            "How steep is tanh where its value is 0, and how steep where it is nearly 1?",
            "Look at the factor with which da_next is multiplied.",
            "The factor is 1 - a⟨t⟩², never above 1 and never below 0.",
        ),
        reread=SLOPE,
        spoils=ALL,
    ),
    mistake(
        "dba-as-one-number",
        family="axis",
        old=DBA,
        new="np.sum(dz)",
        title="dba is one number, summed over the units as well",
        hints=(
            "What is the shape of ba, and so of its gradient?",
            "Look at which axes the sum runs over.",
            "dba keeps one entry a unit, shape (n_a, 1): the sum runs over the batch alone.",
        ),
        reread=PRODUCTS,
        spoils=("dba",),
    ),
    mistake(
        "state-changed-in-place",
        family="in place",
        old="    dz = da_next * (1 - a_next**2)",
        new="    a_next *= a_next\n    dz = da_next * (1 - a_next)",
        title="the state in the cache is changed",
        hints=(
            "Is the cache still the same for whoever looks at it later?",
            "Look for a line that multiplies an array and stores the result in the same place.",
            "dz is a new array, da_next ⊙ (1 - a⟨t⟩²), and a⟨t⟩ stays as it came.",
        ),
        reread=SLOPE,
        spoils=(),
    ),
)

MISTAKES = (*FROM_THE_SLOPE, *SOME_EXAMPLES, *TO_THE_OLD_STATE, *THE_REST)
