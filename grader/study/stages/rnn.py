"""The stages of the four functions of lessons 01 and 02."""

from grader.study.stages.stage import Stage

WINDOWS = "01 · Windows and photographs"
PRODUCTS = "02 · One cell backward: then the products"
BACK = "02 · Through time"

RNN_CELL_FORWARD = (
    Stage(
        ("a_next",),
        "Which three terms are added before tanh is taken, and what does each of them read?",
        "Compute the case of “On paper first” with your function and compare z and a_next.",
        "a⟨t⟩ = tanh(Wax x⟨t⟩ + Waa a⟨t-1⟩ + ba): matrix products, one sum, one tanh.",
        "01 · One cell",
    ),
    Stage(
        ("yt_pred",),
        "From which state is the prediction made, and what does every column of it add up to?",
        "Look at the array behind Wya, at the bias, and at the axis along which softmax works.",
        "ŷ⟨t⟩ = softmax(Wya a⟨t⟩ + by), down each column.",
        "01 · One cell",
    ),
    Stage(
        ("cache",),
        "Which four things does the cache hold, and in which order?",
        "Look at the tuple you return third: each entry as it came in or was computed, unchanged.",
        "cache = (a_next, a_prev, xt, parameters).",
        "01 · The cache: notes to a later self",
    ),
)

RNN_FORWARD = (
    Stage(
        ("a",),
        "Which state does the cell get at the first step, and which at the second?",
        "Print the shape and first entry of both arguments of your cell at every turn of the loop.",
        "a⟨t⟩ comes from the cell, given x⟨t⟩ and a⟨t-1⟩, with a⟨0⟩ = a0, and each has its slice.",
        "01 · Through time",
    ),
    Stage(
        ("y_pred",),
        "Where does the prediction of each step go, once the cell has returned it?",
        "Look at the order of the names on the left of the call, and at the slice that is filled.",
        "The slice of y_pred for step t is the second thing that the cell returns at step t.",
        "01 · Through time",
    ),
    Stage(
        ("caches",),
        "When the loop is done, does the cache of step 1 still hold what it held at step 1?",
        "Look at what is appended and when, and whether a slice in it is written to later.",
        "caches = (list of the cell's T_x caches, x), and the arrays in it are never written to.",
        WINDOWS,
    ),
)


def product(name: str, question: str, look: str, formula: str) -> Stage:
    return Stage((name,), question, look, formula, PRODUCTS)


RNN_CELL_BACKWARD = (
    Stage(
        ("dxt", "da_prev", "dWax", "dWaa", "dba"),
        "All five are made from one array, dz. What does da_next pass on its way to the sum z⟨t⟩?",
        "Look at the line that makes dz: which state is squared, and what is multiplied with what?",
        "dz = da_next ⊙ (1 - a⟨t⟩²), with a_next from the cache, entry by entry.",
        "02 · One cell backward: first the slope",
    ),
    product(
        "dWax",
        "Which array did Wax read in the forward pass?",
        "Write the shapes under both factors of dWax: (n_a, m) and (m, n_x).",
        "dWax = dz x⟨t⟩ᵀ.",
    ),
    product(
        "dWaa",
        "Which of the two states did Waa read in the forward pass?",
        "Look at both factors of dWaa. It is square, so the wrong order fits as well.",
        "dWaa = dz a⟨t-1⟩ᵀ.",
    ),
    product(
        "dba",
        "One bias serves all examples of the batch: what becomes of their gradients?",
        "Look at the axis of the sum, and at whether the result is still a column.",
        "dba is the sum of dz over the batch, along axis 1, as a column.",
    ),
    product(
        "dxt",
        "Which matrix led from x⟨t⟩ to z⟨t⟩, and which way round is it needed to go back?",
        "Write the shapes under both factors of dxt.",
        "dxt = Waxᵀ dz.",
    ),
    product(
        "da_prev",
        "Which matrix led from a⟨t-1⟩ to z⟨t⟩, and which way round is it needed to go back?",
        "Look at the transpose in da_prev: Waa is square, so its shape does not warn you.",
        "da_prev = Waaᵀ dz.",
    ),
)

RNN_BACKWARD = (
    Stage(
        ("dx", "da0", "dWax", "dWaa", "dba"),
        "Which two gradients meet in a⟨t⟩, and does your cell get their sum at every step?",
        "Look at the first argument of the cell, at its cache, and at the direction of the loop.",
        "The cell of step t gets da⟨t⟩ plus the da_prev of step t + 1; at the last step, zero.",
        "02 · One hidden state, two readers",
    ),
    Stage(
        ("dWax", "dWaa", "dba"),
        "Every step uses the same weights: what becomes of the gradients of all steps?",
        "Look at how the three sums start before the loop, and how they grow in it.",
        "Each begins with zeros and grows, at every turn, by what the cell returns.",
        BACK,
    ),
    Stage(
        ("dx",),
        "At which step does the dxt that the cell returns belong?",
        "Look at the slice of dx that is filled, and at its index.",
        "The slice of dx for step t is the dxt of step t.",
        BACK,
    ),
    Stage(
        ("da0",),
        "When the loop has walked back to the first step, what is left over?",
        "Look at which da_prev you return as da0, and whether something was added to it.",
        "da0 is the da_prev that the first step hands back, and nothing else.",
        BACK,
    ),
    *(
        Stage(
            (name,),
            f"Is {name} the only sum that is wrong? Then what is different in its line?",
            f"Compare the lines that begin, fill and return {name} with those of the other sums.",
            f"{name} is the sum over all steps of the cell's {name}, under the key {name}.",
            BACK,
        )
        for name in ("dWax", "dWaa", "dba")
    ),
)

STAGES = {
    "rnn_cell_forward": RNN_CELL_FORWARD,
    "rnn_forward": RNN_FORWARD,
    "rnn_cell_backward": RNN_CELL_BACKWARD,
    "rnn_backward": RNN_BACKWARD,
}
