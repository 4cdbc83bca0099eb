"""Known mistakes in `rnn_cell_forward`: the prediction, the cache and what is returned."""

from functools import partial

from solutions.mistakes.mistake import Mistake
from solutions.mistakes.rnn_cell_forward_state import CELL, SHAPES

CACHE = "01 · The cache: notes to a later self"
PREDICTION = ("yt_pred",)

mistake = partial(Mistake, of="rnn_cell_forward")

MISTAKES = (
    mistake(
        "softmax-over-batch",
        family="axis",
        old="softmax(Wya @ a_next + by)",
        new="softmax((Wya @ a_next + by).T).T",
        title="softmax is taken over the batch axis",
        hints=(
            "Who competes in a softmax, the classes of one example or the examples of the batch?",
            "Look at what each column of your prediction adds up to.",
            "Every column of ŷ⟨t⟩ is the softmax of the same column of scores, and sums to 1.",
        ),
        reread=SHAPES,
        spoils=PREDICTION,
    ),
    mistake(
        "softmax-over-everything",
        family="axis",
        old="    yt_pred = softmax(Wya @ a_next + by)",
        new="    e = np.exp(Wya @ a_next + by)\n    yt_pred = e / e.sum()",
        title="one sum for the whole batch: the columns do not add up to 1",
        hints=(
            "How many probability distributions does a batch of m examples have?",
            "Look at the sum that the exponentials are divided by.",
            "Every column is divided by its own sum: softmax runs down the classes.",
        ),
        reread=SHAPES,
        spoils=PREDICTION,
    ),
    mistake(
        "sigmoid-for-softmax",
        family="activation",
        old="softmax(Wya",
        new="sigmoid(Wya",
        title="sigmoid is used where softmax belongs",
        hints=(
            "Does a column of your prediction add up to 1?",
            "Look at the function around the scores of the prediction.",
            "ŷ⟨t⟩ = softmax of the scores Wya a⟨t⟩ + by.",
        ),
        reread=CELL,
        spoils=PREDICTION,
    ),
    mistake(
        "softmax-forgotten",
        family="activation",
        old="softmax(Wya @ a_next + by)",
        new="Wya @ a_next + by",
        title="the prediction is the bare scores, without softmax",
        hints=(
            "Are all numbers of your prediction between 0 and 1?",
            "Look at what still has to happen to the scores.",
            "ŷ⟨t⟩ = softmax of the scores Wya a⟨t⟩ + by.",
        ),
        reread=CELL,
        spoils=PREDICTION,
    ),
    mistake(
        "prediction-from-the-old-state",
        family="wrong state",
        old="Wya @ a_next",
        new="Wya @ a_prev",
        title="the prediction is made from the old state",
        hints=(
            "Which of the two states does the arrow up to ŷ⟨t⟩ leave from?",
            "Look at the array that Wya is multiplied with.",
            "The new state makes the prediction: softmax of Wya a⟨t⟩ + by.",
        ),
        reread=CELL,
        spoils=PREDICTION,
    ),
    mistake(
        "by-missing",
        family="term",
        old="softmax(Wya @ a_next + by)",
        new="softmax(Wya @ a_next)",
        title="the bias of the prediction is missing, or the same for every class",
        hints=(
            "How many of the five parameters does your cell use?",
            "Look at the scores of the prediction.",
            "The scores are Wya a⟨t⟩ + by.",
        ),
        reread=CELL,
        spoils=PREDICTION,
    ),
    mistake(
        "by-after-softmax",
        family="order",
        old="softmax(Wya @ a_next + by)",
        new="softmax(Wya @ a_next) + by",
        title="the bias is added after softmax",
        hints=(
            "Do the columns of your prediction still add up to 1?",
            "Look at where the bracket of softmax closes.",
            "First the whole score Wya a⟨t⟩ + by, then softmax of it.",
        ),
        reread=CELL,
        spoils=PREDICTION,
    ),
    mistake(
        "softmax-twice",
        family="activation",
        old="softmax(Wya @ a_next + by)",
        new="softmax(softmax(Wya @ a_next + by))",
        title="softmax is applied twice",
        hints=(
            "What does softmax expect, scores or probabilities?",
            "Look at everything that happens between the scores and the prediction.",
            "ŷ⟨t⟩ is the softmax of the scores, once.",
        ),
        reread=CELL,
        spoils=PREDICTION,
    ),
    mistake(
        "outputs-in-the-wrong-order",
        family="order",
        old="return a_next, yt_pred, cache",
        new="return yt_pred, a_next, cache",
        title="state and prediction are returned in the wrong order",
        hints=(
            "In which order does the one who calls your cell unpack its results?",
            "Look at the last line and compare it with the list of what is returned.",
            "First the new state, then the prediction, then the cache.",
        ),
        reread=CACHE,
        spoils=("a_next", "yt_pred"),
    ),
    mistake(
        "cache-states-swapped",
        family="cache contract",
        old="cache = (a_next, a_prev, xt, parameters)",
        new="cache = (a_prev, a_next, xt, parameters)",
        title="the two states are swapped in the cache",
        hints=(
            "In which order will the backward pass unpack the cache?",
            "Look at the first two entries of the cache.",
            "The order is: new state, old state, input, parameters.",
        ),
        reread=CACHE,
        spoils=("cache",),
    ),
    mistake(
        "cache-without-parameters",
        family="cache contract",
        old="cache = (a_next, a_prev, xt, parameters)",
        new="cache = (a_next, a_prev, xt)",
        title="the parameters are missing from the cache",
        hints=(
            "Where will the backward pass find the weights?",
            "Look at how many entries your cache has.",
            "Four entries: new state, old state, input, and the dictionary of parameters.",
        ),
        reread=CACHE,
        spoils=("cache",),
    ),
    *(
        mistake(
            f"cache-without-{entry}",
            family="cache contract",
            old="cache = (a_next, a_prev, xt, parameters)",
            new=f"cache = {left}",
            title=f"the {called} is missing from the cache",
            hints=(
                "How many entries does your cache have, and how many belong there?",
                "Go through the four names of the cache one by one, with your tuple beside them.",
                "Four entries: new state, old state, input, and the dictionary of parameters.",
            ),
            reread=CACHE,
            spoils=("cache",),
        )
        for entry, called, left in (
            ("a_next", "new state", "(a_prev, xt, parameters)"),
            ("a_prev", "old state", "(a_next, xt, parameters)"),
            ("xt", "input", "(a_next, a_prev, parameters)"),
        )
    ),
    mistake(
        "cache-holds-the-sum",
        family="cache contract",
        old="cache = (a_next,",
        new="cache = (Wax @ xt + Waa @ a_prev + ba,",
        title="the cache holds the sum before tanh instead of the state",
        hints=(
            "What will the backward pass take the first entry of the cache for?",
            "Look at the first entry of your cache: is every number between -1 and 1?",
            "The first entry is a⟨t⟩, after tanh.",
        ),
        reread=CACHE,
        spoils=("cache",),
    ),
    mistake(
        "old-state-overwritten",
        family="in place",
        old="    cache = (a_next, a_prev, xt, parameters)",
        new="    a_prev[:] = a_next\n    cache = (a_next, a_prev, xt, parameters)",
        title="the new state is written over the old one",
        hints=(
            "Is the old state still the same after your function has run?",
            "Look for a line that writes into an array you were handed.",
            "a⟨t⟩ is a new array, and a⟨t-1⟩ stays as it came, in the cache as well.",
        ),
        reread=CACHE,
        spoils=("cache",),
    ),
)
