"""The stages of the two functions of lesson 03."""

from grader.study.stages.stage import Stage

GATES = "03 · Three gates and a candidate"
TIME = "03 · Through time"


def gate(entry: str, letter: str, called: str, squeeze: str) -> Stage:
    return Stage(
        (f"cache.{entry}",),
        f"Which weights and which bias does the {called} have, and which function squeezes it?",
        f"Compare the line that makes {entry} with those of its three neighbours.",
        f"{entry} = {squeeze}(W{letter} v + b{letter}), with v the stack of a⟨t-1⟩ and x⟨t⟩.",
        GATES,
    )


LSTM_CELL_FORWARD = (
    Stage(
        ("cache.ft", "cache.it", "cache.cct", "cache.ot"),
        "All four read the same array. What is on top in it, and what below?",
        "Look at the line that makes the stack: which old state, which input, in which order?",
        "v = a⟨t-1⟩ on top of x⟨t⟩, of shape (n_a + n_x, m), for the gates and the candidate.",
        "03 · Old state and input, stacked",
    ),
    gate("ft", "f", "forget gate", "sigmoid"),
    gate("it", "i", "input gate", "sigmoid"),
    gate("cct", "c", "candidate", "tanh"),
    Stage(
        ("c_next",),
        "What is kept of the old cell state, and what is added to it?",
        "Look at the two products: which gate stands with which partner, and is it entry by entry?",
        "c⟨t⟩ = Γ_f ⊙ c⟨t-1⟩ + Γ_i ⊙ c̃.",
        "03 · The cell state: forget, then add",
    ),
    gate("ot", "o", "output gate", "sigmoid"),
    Stage(
        ("a_next",),
        "Which cell state does the output gate show, and what happens to it first?",
        "Look at the line that makes a_next: tanh comes before the gate.",
        "a⟨t⟩ = Γ_o ⊙ tanh(c⟨t⟩), with the new cell state.",
        "03 · The hidden state",
    ),
    Stage(
        ("yt_pred",),
        "Which array does the prediction read, and what does every column of it add up to?",
        "Look at the array behind Wy, at the bias, and at softmax.",
        "ŷ⟨t⟩ = softmax(Wy a⟨t⟩ + by), with the new hidden state.",
        "03 · The prediction",
    ),
    Stage(
        ("cache",),
        "Which ten things does the cache hold, and in which order?",
        "Compare your tuple with the ten names of the docstring, one by one.",
        "cache = (a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters).",
        "03 · The cache: ten entries",
    ),
)

LSTM_FORWARD = (
    Stage(
        ("c",),
        "Which cell state does the cell get at the first step, and which at the second?",
        "Look at what the third argument of the cell holds at every turn, and where it starts.",
        "c⟨0⟩ is zero, of shape (n_a, m); after that the cell gets the c_next it has returned.",
        "03 · Two states to start from",
    ),
    Stage(
        ("a",),
        "Which hidden state does the cell get at the first step, and which at the second?",
        "Look at the second argument of the cell, and at the slice of a that is filled.",
        "a⟨0⟩ is a0; after that the cell gets the a_next it has returned, and each has its slice.",
        TIME,
    ),
    Stage(
        ("y",),
        "In which order does the cell return its four things, and in which do you?",
        "Look at the names on the left of the call: the cell gives c before ŷ.",
        "ŷ is the third thing that the cell returns, and y the second that the sequence returns.",
        TIME,
    ),
    Stage(
        ("caches",),
        "When the loop is done, does the cache of step 1 still hold what it held at step 1?",
        "Look at what is appended, and whether a state in it is a slice of a or c.",
        "caches = (list of the cell's T_x caches, x), and the arrays in it are never written to.",
        "03 · Two states to start from",
    ),
)

STAGES = {"lstm_cell_forward": LSTM_CELL_FORWARD, "lstm_forward": LSTM_FORWARD}
