"""Known mistakes in `lstm_backward`: the order of the steps."""

from functools import partial

from solutions.mistakes.mistake import Mistake

TIME = "04 · Through time"
MATRICES = ("dWf", "dWi", "dWc", "dWo")
BIASES = ("dbf", "dbi", "dbc", "dbo")
SUMS = (*MATRICES, *BIASES)
ALL = ("dx", "da0", *SUMS)

mistake = partial(Mistake, of="lstm_backward")

MISTAKES = (
    mistake(
        "prediction-gradient-off-by-one",
        family="index",
        old="da[:, :, t] +",
        new="da[:, :, t - 1] +",
        title="da is read one step too early",
        hints=(
            "Which slice of da belongs to the cache of this turn?",
            "Look at the index of da.",
            "Step t takes da⟨t⟩ and its own cache, with one index for both.",
        ),
        reread=TIME,
        spoils=ALL,
    ),
    mistake(
        "loop-not-reversed",
        family="order",
        old="in reversed(range(T_x))",
        new="in range(T_x)",
        title="the loop runs from the first step to the last",
        hints=(
            "Which step's gradients have to be known before those of step t?",
            "Look at the direction of the loop.",
            "Backwards: from step T_x down to step 1.",
        ),
        reread=TIME,
        spoils=ALL,
    ),
    mistake(
        "first-step-missing",
        family="index",
        old="in reversed(range(T_x))",
        new="in reversed(range(1, T_x))",
        title="the first step is left out",
        hints=(
            "How many turns does your loop make for T_x steps?",
            "Look at where the loop ends: which slice of dx stays zero?",
            "The index runs from T_x - 1 down to 0, and 0 is included.",
        ),
        reread=TIME,
        spoils=tuple(name for name in ALL if name not in ("dWf", "dbf")),
    ),
    mistake(
        "cache-off-by-one",
        family="index",
        old="steps[t])",
        new="steps[t - 1])",
        title="the cache of the step before is used",
        hints=(
            "What did the cell see at step t, and in which cache is it kept?",
            "Look at the index of the cache you hand to lstm_cell_backward.",
            "Step t takes da⟨t⟩ and its own cache, with one index for both.",
        ),
        reread=TIME,
        spoils=ALL,
    ),
    mistake(
        "caches-forwards",
        family="index",
        old="steps[t])",
        new="steps[T_x - 1 - t])",
        title="the caches are walked forwards while da goes backwards",
        hints=(
            "Which cache belongs to the last slice of da?",
            "Look at the index of the cache you hand to lstm_cell_backward.",
            "The list of caches has the order of the steps, so the same index serves both.",
        ),
        reread=TIME,
        spoils=ALL,
    ),
    mistake(
        "all-caches-for-one",
        family="cache contract",
        old="steps[t])",
        new="caches)",
        title="the cell gets all caches instead of its own",
        hints=(
            "How many caches does one cell need?",
            "Look at the third argument you hand to lstm_cell_backward.",
            "The first thing in caches is a list with one cache a step: take the one for t.",
        ),
        reread=TIME,
        spoils=ALL,
    ),
    mistake(
        "caches-emptied",
        family="in place",
        old="steps[t])",
        new="steps.pop())",
        title="the list of caches is emptied on the way",
        hints=(
            "What is left in the caches after your function has run, and can it run again?",
            "Look at how you take the cache of a step: do you read it, or take it away?",
            "Read the cache of step t from the list, and leave the list as it came.",
        ),
        reread=TIME,
        spoils=(),
    ),
    mistake(
        "sizes-from-the-second-cache",
        family="index",
        old="n_x = x.shape[0]",
        new="n_x = steps[1][8].shape[0]",
        title="a sequence of one step has no second cache",
        hints=(
            "What does your function do when T_x is 1?",
            "Look at where the sizes come from.",
            "x itself tells n_x, whatever the number of steps.",
        ),
        reread=TIME,
        spoils=ALL,
    ),
)
