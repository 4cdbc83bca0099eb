"""The stages of the two functions of lesson 04."""

from grader.study.stages.stage import Stage

THROUGH = "04 · Through the gates"
WEIGHTS = "04 · Weights and biases"
BACK = "04 · What is handed back"
ROADS = "04 · Two gradients carried back"
SUMS = "04 · What is summed, and what is left"

ALL_W = ("dWf", "dWi", "dWc", "dWo")
ALL_B = ("dbf", "dbi", "dbc", "dbo")

GATES = {
    "o": "dγ_o = da_next ⊙ tanh(c⟨t⟩) ⊙ Γ_o ⊙ (1 - Γ_o).",
    "f": "dγ_f = dc ⊙ c⟨t-1⟩ ⊙ Γ_f ⊙ (1 - Γ_f).",
    "i": "dγ_i = dc ⊙ c̃ ⊙ Γ_i ⊙ (1 - Γ_i).",
    "c": "dγ_c = dc ⊙ Γ_i ⊙ (1 - c̃²).",
}
NAMES = {"o": "output gate", "f": "forget gate", "i": "input gate", "c": "candidate"}


def gate(letter: str, formula: str) -> Stage:
    return Stage(
        (f"dW{letter}", f"db{letter}"),
        f"Both are made from dγ_{letter}. Which blame does the {NAMES[letter]} take, "
        "and what is its slope?",
        f"Look at the line that makes dγ_{letter}: the blame, the other factor, the slope.",
        formula,
        THROUGH,
    )


def weight(letter: str) -> Stage:
    return Stage(
        (f"dW{letter}",),
        f"The bias of this letter is right, so dγ_{letter} is. What did W{letter} read?",
        f"Look at the second factor of dW{letter}, and at the key it is returned under.",
        f"dW{letter} = dγ_{letter} vᵀ, with v the stack of a⟨t-1⟩ and x⟨t⟩.",
        WEIGHTS,
    )


def bias(letter: str) -> Stage:
    return Stage(
        (f"db{letter}",),
        "One bias serves all examples of the batch: what becomes of their gradients?",
        f"Look at the axis of the sum in db{letter}, and at whether the result is still a column.",
        f"db{letter} is the sum of dγ_{letter} over the batch, along axis 1, as a column.",
        WEIGHTS,
    )


LSTM_CELL_BACKWARD = (
    Stage(
        ("dc_prev", "dWf", "dbf", "dWi", "dbi", "dWc", "dbc"),
        "All of these are made from one array, dc. Which two readers has c⟨t⟩?",
        "Look at the line that makes dc: two terms, and the second has three factors.",
        "dc = dc_next + da_next ⊙ Γ_o ⊙ (1 - tanh²(c⟨t⟩)).",
        "04 · Two paths into the cell state",
    ),
    *(gate(letter, formula) for letter, formula in GATES.items()),
    Stage(
        ALL_W,
        "The biases are right, so every dγ is. Which array did all four matrices read?",
        "Look at the stack v: the old hidden state on top of the input, then its transpose.",
        "dW_g = dγ_g vᵀ, with v = a⟨t-1⟩ on top of x⟨t⟩.",
        WEIGHTS,
    ),
    *(weight(letter) for letter in "fico"),
    *(bias(letter) for letter in "fico"),
    Stage(
        ("dc_prev",),
        "What was c⟨t-1⟩ multiplied by in the forward pass?",
        "Look at the line that makes dc_prev: one product, entry by entry.",
        "dc_prev = dc ⊙ Γ_f.",
        BACK,
    ),
    Stage(
        ("da_prev", "dxt"),
        "Both are cut from one array, dv. How many matrices read the stack v?",
        "Look at the sum of products that makes dv: every matrix transposed, with its own dγ.",
        "dv = Wfᵀ dγ_f + Wiᵀ dγ_i + Wcᵀ dγ_c + Woᵀ dγ_o.",
        BACK,
    ),
    Stage(
        ("da_prev",),
        "Which rows of dv belong to the old hidden state?",
        "Look at where dv is cut.",
        "da_prev is the first n_a rows of dv.",
        BACK,
    ),
    Stage(
        ("dxt",),
        "Which rows of dv belong to the input?",
        "Look at where dv is cut.",
        "dxt is the last n_x rows of dv, those from n_a on.",
        BACK,
    ),
)

LSTM_BACKWARD = (
    Stage(
        ("dx", "da0", *ALL_W, *ALL_B),
        "Two arrows lead from each cell to the next: does a gradient come back along both?",
        "Look at the three arguments of the cell at every turn, and at the direction of the loop.",
        "The cell of step t gets da⟨t⟩ plus the da_prev of step t + 1, and that step's dc_prev "
        "alone; after the last step both are zero.",
        ROADS,
    ),
    Stage(
        (*ALL_W, *ALL_B),
        "Every step uses the same weights: what becomes of the gradients of all steps?",
        "Look at how the eight sums start before the loop, and how they grow in it.",
        "Each begins with zeros and grows, at every turn, by what the cell returns.",
        SUMS,
    ),
    Stage(
        ("dx",),
        "At which step does the dxt that the cell returns belong?",
        "Look at the slice of dx that is filled, and at its index.",
        "The slice of dx for step t is the dxt of step t.",
        SUMS,
    ),
    Stage(
        ("da0",),
        "When the loop has walked back to the first step, what is left over?",
        "Look at which da_prev you return as da0, and whether something was added to it.",
        "da0 is the da_prev that the first step hands back, and nothing else.",
        SUMS,
    ),
    *(
        Stage(
            (name,),
            f"Other sums are right: what is different in the line of {name}?",
            f"Compare the lines that begin, fill and return {name} with those of its neighbours.",
            f"{name} is the sum over all steps of the cell's {name}, under the key {name}.",
            SUMS,
        )
        for name in (*ALL_W, *ALL_B)
    ),
)

STAGES = {"lstm_cell_backward": LSTM_CELL_BACKWARD, "lstm_backward": LSTM_BACKWARD}
