"""Known mistakes in `rnn_backward`: the two paths, and the order of the steps."""

from functools import partial

from solutions.mistakes.mistake import Mistake

READERS = "02 · One hidden state, two readers"
TIME = "02 · Through time"
NAMES = "02 · Three names that look alike"
ALL = ("dx", "da0", "dWax", "dWaa", "dba")
CALL = "rnn_cell_backward(da[:, :, t] + da_prevt, steps[t])"
CARRIED = '        da_prevt = gradients["da_prev"]\n'

mistake = partial(Mistake, of="rnn_backward")

MISTAKES = (
    mistake(
        "future-gradient-forgotten",
        family="missing path",
        old="da[:, :, t] + da_prevt",
        new="da[:, :, t]",
        title="the gradient from the future is not added",
        hints=(
            "How many readers does a⟨t⟩ have in the forward pass?",
            "Look at the first argument you hand to rnn_cell_backward.",
            "Both paths add up: da⟨t⟩ from the prediction, da_prev from step t + 1.",
        ),
        reread=READERS,
        spoils=ALL,
    ),
    mistake(
        "future-gradient-never-updated",
        family="missing path",
        old=CARRIED,
        new="",
        title="the gradient from the future stays zero",
        hints=(
            "What does step t hand back to step t - 1?",
            "Look at what happens to da_prevt inside the loop.",
            "After each step, da_prevt becomes the da_prev that the cell has just returned.",
        ),
        reread=READERS,
        spoils=ALL,
    ),
    mistake(
        "prediction-gradient-forgotten",
        family="missing path",
        old="da[:, :, t] + da_prevt",
        new="da_prevt",
        title="the gradient from the predictions never comes in, so all is zero",
        hints=(
            "Where does any gradient come from, before the loop has made its first turn?",
            "Look at the first argument you hand to rnn_cell_backward.",
            "Both paths add up: da⟨t⟩ from the prediction, da_prev from step t + 1.",
        ),
        reread=READERS,
        spoils=ALL,
    ),
    mistake(
        "prediction-gradient-counted-twice",
        family="accumulation",
        old='da_prevt = gradients["da_prev"]',
        new='da_prevt = gradients["da_prev"] + da[:, :, t]',
        title="the gradient of a prediction is carried on to the step before",
        hints=(
            "Does the prediction of step t read the state of step t - 1 directly?",
            "Look at what you keep for the next turn of the loop.",
            "da_prevt is the da_prev that the cell returned, and nothing is added to it.",
        ),
        reread=NAMES,
        spoils=ALL,
    ),
    mistake(
        "future-gradients-piled-up",
        family="accumulation",
        old='da_prevt = gradients["da_prev"]',
        new='da_prevt += gradients["da_prev"]',
        title="the gradients from all later steps pile up",
        hints=(
            "Through which step does the far future reach a⟨t⟩?",
            "Look at whether da_prevt is replaced or added to.",
            "da_prevt takes the newest da_prev, which already contains the far future.",
        ),
        reread=READERS,
        spoils=ALL,
    ),
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
        reread=NAMES,
        spoils=ALL,
    ),
    mistake(
        "loop-not-reversed",
        family="order",
        old="in reversed(range(T_x))",
        new="in range(T_x)",
        title="the loop runs from the first step to the last",
        hints=(
            "Which step's gradient has to be known before that of step t?",
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
        spoils=ALL,
    ),
    mistake(
        "cache-off-by-one",
        family="index",
        old="steps[t])",
        new="steps[t - 1])",
        title="the cache of the step before is used",
        hints=(
            "What did the cell see at step t, and in which cache is it kept?",
            "Look at the index of the cache you hand to rnn_cell_backward.",
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
            "Look at the index of the cache you hand to rnn_cell_backward.",
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
            "Look at the second argument you hand to rnn_cell_backward.",
            "The first thing in caches is a list with one cache a step: take the one for t.",
        ),
        reread=TIME,
        spoils=ALL,
    ),
    mistake(
        "sizes-from-the-second-cache",
        family="index",
        old="n_x = x.shape[0]",
        new="n_x = steps[1][2].shape[0]",
        title="a sequence of one step has no second cache",
        hints=(
            "What does your function do when T_x is 1?",
            "Look at where the sizes come from.",
            "x itself tells n_x, whatever the number of steps.",
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
        "da-changed-in-place",
        family="in place",
        old=f"        gradients = {CALL}",
        new=(
            "        da[:, :, t] += da_prevt\n"
            "        gradients = rnn_cell_backward(da[:, :, t], steps[t])"
        ),
        title="the gradients handed in are changed",
        hints=(
            "Is da still the same for whoever called your function?",
            "Look for a line that adds something to a slice of da.",
            "The sum of both paths is a new array, and da stays as it came.",
        ),
        reread=READERS,
        spoils=(),
    ),
)
