"""Known mistakes in `rnn_cell_backward`: the slope of tanh, and the bias."""

from functools import partial

from solutions.mistakes.mistake import Mistake

SLOPE = "02 · One cell backward: first the slope"
PRODUCTS = "02 · One cell backward: then the products"
ALL = ("dxt", "da_prev", "dWax", "dWaa", "dba")
DZ = "da_next * (1 - a_next**2)"
DBA = "dz.sum(axis=1, keepdims=True)"

mistake = partial(Mistake, of="rnn_cell_backward")

MISTAKES = (
    mistake(
        "tanh-derivative-missing",
        family="missing factor",
        old=DZ,
        new="da_next",
        title="the derivative of tanh is missing",
        hints=(
            "What stands between the sum z⟨t⟩ and the state a⟨t⟩ in the forward pass?",
            "Look at what happens to da_next before anything else is computed.",
            "dz = da_next ⊙ (1 - a⟨t⟩²), with the new state, entry by entry.",
        ),
        reread=SLOPE,
        spoils=ALL,
    ),
    mistake(
        "tanh-applied-again",
        family="activation",
        old="a_next**2",
        new="np.tanh(a_next) ** 2",
        title="tanh is taken of the state, which is a tanh already",
        hints=(
            "Is the state in the cache the sum before tanh, or tanh of it?",
            "Look at the square in your derivative of tanh.",
            "The derivative of tanh at z⟨t⟩ is 1 - a⟨t⟩², without another tanh.",
        ),
        reread=SLOPE,
        spoils=ALL,
    ),
    mistake(
        "square-missing",
        family="activation",
        old="1 - a_next**2",
        new="1 - a_next",
        title="the square is missing in the derivative of tanh",
        hints=(
            "What is the slope of tanh where its value is -0.6, and where it is 0.6?",
            "Look at the factor with which da_next is multiplied.",
            "The factor is 1 - a⟨t⟩², never above 1 and never below 0.",
        ),
        reread=SLOPE,
        spoils=ALL,
    ),
    mistake(
        "derivative-of-sigmoid",
        family="activation",
        old="(1 - a_next**2)",
        new="a_next * (1 - a_next)",
        title="the derivative of the sigmoid stands where that of tanh belongs",
        hints=(
            "Which function made a⟨t⟩ in the forward pass, tanh or sigmoid?",
            "Look at the factor with which da_next is multiplied.",
            "The slope of tanh is 1 - a⟨t⟩².",
        ),
        reread=SLOPE,
        spoils=ALL,
    ),
    mistake(
        "derivative-at-the-old-state",
        family="wrong state",
        old="a_next**2",
        new="a_prev**2",
        title="the derivative of tanh is taken at the old state",
        hints=(
            "Which state came out of this cell's tanh?",
            "Look at the state that is squared.",
            "The slope of this step's tanh is 1 - a⟨t⟩², with the new state.",
        ),
        reread=SLOPE,
        spoils=ALL,
    ),
    mistake(
        "derivative-with-the-wrong-sign",
        family="sign",
        old="1 - a_next**2",
        new="a_next**2 - 1",
        title="all gradients have the wrong sign",
        hints=(
            "Does tanh rise or fall, and what sign does its slope have?",
            "Look at the order of the two terms in the derivative of tanh.",
            "The slope is 1 - a⟨t⟩², which is never negative.",
        ),
        reread=SLOPE,
        spoils=ALL,
    ),
    mistake(
        "square-added",
        family="sign",
        old="1 - a_next**2",
        new="1 + a_next**2",
        title="the derivative of tanh has a plus where a minus belongs",
        hints=(
            "Where is tanh steepest, at zero or near its ends?",
            "Look at the sign within the derivative of tanh.",
            "The slope is 1 - a⟨t⟩², which is largest where the state is 0.",
        ),
        reread=SLOPE,
        spoils=ALL,
    ),
    mistake(
        "dba-averaged",
        family="scaling",
        old=DBA,
        new="dz.mean(axis=1, keepdims=True)",
        title="dba is averaged over the batch instead of summed",
        hints=(
            "The same bias is added for every example: do their gradients add up or average out?",
            "Look at how dba comes from dz.",
            "dba is the sum of dz over the examples, without a division.",
        ),
        reread=PRODUCTS,
        spoils=("dba",),
    ),
    mistake(
        "dba-summed-over-units",
        family="axis",
        old=DBA,
        new="dz.sum(axis=0, keepdims=True)",
        title="dba is summed over the units instead of the examples",
        hints=(
            "Which of the two axes of dz has the bias no share in?",
            "Look at the axis of the sum.",
            "dba keeps one entry a unit, shape (n_a, 1): the sum runs over the batch.",
        ),
        reread=PRODUCTS,
        spoils=("dba",),
    ),
    mistake(
        "dba-without-keepdims",
        family="shape",
        old=DBA,
        new="dz.sum(axis=1)",
        title="dba has lost its second axis",
        hints=(
            "What is the shape of ba, and so of its gradient?",
            "Look at what the sum does with the axis it runs over.",
            "dba has shape (n_a, 1), a column like ba.",
        ),
        reread=PRODUCTS,
        spoils=("dba",),
    ),
    mistake(
        "dba-not-summed",
        family="shape",
        old=DBA,
        new="dz",
        title="dba is not summed over the batch",
        hints=(
            "What is the shape of ba, and so of its gradient?",
            "Look at the second axis of dba.",
            "dba is the sum of dz over the examples, of shape (n_a, 1).",
        ),
        reread=PRODUCTS,
        spoils=("dba",),
    ),
    mistake(
        "dba-without-tanh",
        family="missing factor",
        old=DBA,
        new="da_next.sum(axis=1, keepdims=True)",
        title="dba skips the derivative of tanh",
        hints=(
            "What does the bias feed directly, the sum z⟨t⟩ or the state a⟨t⟩?",
            "Look at the array that is summed.",
            "dba is the sum of dz over the examples.",
        ),
        reread=PRODUCTS,
        spoils=("dba",),
    ),
    mistake(
        "key-db",
        family="key",
        old='"dba":',
        new='"db":',
        title="the gradient of the bias has the wrong key",
        hints=(
            "Which bias is meant: is there more than one in this network?",
            "Look at the keys of your dictionary, one by one.",
            "The cell's keys are dxt, da_prev, dWax, dWaa and dba.",
        ),
        reread=PRODUCTS,
        spoils=("dba",),
    ),
    mistake(
        "da_next-changed-in-place",
        family="in place",
        old=f"dz = {DZ}",
        new="da_next *= 1 - a_next**2\n    dz = da_next",
        title="the gradient handed in is changed",
        hints=(
            "Is da_next still the same for whoever called your function?",
            "Look for a line that multiplies an array and stores the result in the same place.",
            "dz is a new array: da_next ⊙ (1 - a⟨t⟩²).",
        ),
        reread=SLOPE,
        spoils=(),
    ),
)
