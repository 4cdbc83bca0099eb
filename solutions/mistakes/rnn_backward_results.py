"""Known mistakes in `rnn_backward`: what is gathered and returned."""

from functools import partial

from solutions.mistakes.mistake import Mistake
from solutions.mistakes.rnn_backward_steps import NAMES, TIME

SUMS = ("dWax", "dWaa", "dba")
ADDED = (
    '        dWax += gradients["dWax"]\n'
    '        dWaa += gradients["dWaa"]\n'
    '        dba += gradients["dba"]\n'
)

mistake = partial(Mistake, of="rnn_backward")

MISTAKES = (
    mistake(
        "da0-never-set",
        family="initial state",
        old='"da0": da_prevt',
        new='"da0": np.zeros((n_a, m))',
        title="da0 stays zero",
        hints=(
            "Does the loss depend on a0?",
            "Look at what is left over when the loop has finished.",
            "da0 is the da_prev of step 1, the last thing the loop computes.",
        ),
        reread=TIME,
        spoils=("da0",),
    ),
    mistake(
        "da0-from-the-last-step",
        family="initial state",
        old='"da0": da_prevt',
        new='"da0": rnn_cell_backward(da[:, :, -1], steps[-1])["da_prev"]',
        title="da0 is taken from the last step instead of the first",
        hints=(
            "Which cell reads a0, the first or the last?",
            "Look at when da0 is set, and whether the loop goes on after that.",
            "da0 is the da_prev of step 1, where the backward loop ends.",
        ),
        reread=TIME,
        spoils=("da0",),
    ),
    mistake(
        "da0-one-step-too-far",
        family="initial state",
        old='"da0": da_prevt',
        new='"da0": rnn_cell_backward(da_prevt, steps[0])["da_prev"]',
        title="da0 passes through the first cell twice",
        hints=(
            "After the last turn of the loop, how far back has the gradient come?",
            "Look at what happens to the gradient after the loop.",
            "When the loop ends, da_prevt is da0 already.",
        ),
        reread=TIME,
        spoils=("da0",),
    ),
    mistake(
        "da0-from-da",
        family="wrong state",
        old='"da0": da_prevt',
        new='"da0": da[:, :, 0]',
        title="da0 is the first slice of da",
        hints=(
            "Is a⟨1⟩, to which the first slice of da belongs, the same as a0?",
            "Look at what you return as da0.",
            "da0 has come back through the cell of step 1: it is that step's da_prev.",
        ),
        reread=NAMES,
        spoils=("da0",),
    ),
    mistake(
        "last-step-only",
        family="accumulation",
        old=ADDED,
        new=ADDED.replace("+=", "="),
        title="the weight gradients are replaced at every step instead of added up",
        hints=(
            "How many times is each weight used in a sequence of T_x steps?",
            "Look at what the loop does with the sums it already has.",
            "dWax, dWaa and dba are sums over all steps.",
        ),
        reread=TIME,
        spoils=SUMS,
    ),
    mistake(
        "sums-added-to-themselves",
        family="accumulation",
        old=ADDED,
        new="        dWax += dWax\n        dWaa += dWaa\n        dba += dba\n",
        title="the sums are added to themselves, so they stay zero",
        hints=(
            "Where in your loop do the gradients of one step enter the sums?",
            "Look at what stands on the right of each addition.",
            "Each sum grows by what the cell returned for this step.",
        ),
        reread=TIME,
        spoils=SUMS,
    ),
    mistake(
        "averaged-over-time",
        family="scaling",
        old='"dWax": dWax, "dWaa": dWaa, "dba": dba}',
        new='"dWax": dWax / T_x, "dWaa": dWaa / T_x, "dba": dba / T_x}',
        title="the weight gradients are averaged over the steps",
        hints=(
            "If a weight acts at every step, do its effects add up or average out?",
            "Look for a division by the number of steps.",
            "dWax, dWaa and dba are plain sums over all steps.",
        ),
        reread=TIME,
        spoils=SUMS,
    ),
    mistake(
        "dba-as-wide-as-the-batch",
        family="shape",
        old="dba = np.zeros((n_a, 1))",
        new="dba = np.zeros((n_a, m))",
        title="dba has a column for every example",
        hints=(
            "What is the shape of ba, and so of its gradient?",
            "Look at the array of zeros in which dba is gathered.",
            "dba has shape (n_a, 1): NumPy would spread it over m columns without a word.",
        ),
        reread=TIME,
        spoils=("dba",),
    ),
    mistake(
        "dx-in-reverse",
        family="index",
        old="dx[:, :, t] =",
        new="dx[:, :, T_x - 1 - t] =",
        title="dx runs backwards in time",
        hints=(
            "Which slice of dx belongs to the first input?",
            "Look at the index with which you write into dx.",
            "dx⟨t⟩ stands where x⟨t⟩ stands, in whatever order the loop runs.",
        ),
        reread=TIME,
        spoils=("dx",),
    ),
    mistake(
        "dx-off-by-one",
        family="index",
        old="dx[:, :, t] =",
        new="dx[:, :, t - 1] =",
        title="dx is stored one slice too early",
        hints=(
            "Which slice of dx belongs to the first input?",
            "Look at the index with which you write into dx.",
            "dx⟨t⟩ stands where x⟨t⟩ stands.",
        ),
        reread=TIME,
        spoils=("dx",),
    ),
    mistake(
        "dx-overwritten",
        family="accumulation",
        old="        dx[:, :, t] =",
        new="        dx =",
        title="dx holds the gradient of one step only",
        hints=(
            "How many inputs does a sequence have, and how many gradients do they need?",
            "Look at where the loop puts the dxt of each step.",
            "dx has the shape of x, (n_x, m, T_x), and each step fills its own slice.",
        ),
        reread=TIME,
        spoils=("dx",),
    ),
    mistake(
        "dx-not-stored",
        family="missing path",
        old='        dx[:, :, t] = gradients["dxt"]\n',
        new="",
        title="dx stays zero",
        hints=(
            "What happens to the dxt that the cell returns?",
            "Look at everything that is stored inside the loop.",
            "The slice of dx for step t takes the dxt of that step.",
        ),
        reread=TIME,
        spoils=("dx",),
    ),
    mistake(
        "key-dxt",
        family="key",
        old='{"dx":',
        new='{"dxt":',
        title="the gradient of the inputs has the cell's key",
        hints=(
            "Is this the gradient of one input, or of all of them?",
            "Look at the keys of your dictionary, one by one.",
            "The keys of the sequence are dx, da0, dWax, dWaa and dba.",
        ),
        reread=NAMES,
        spoils=("dx",),
    ),
    mistake(
        "key-da_prev",
        family="key",
        old='"da0": da_prevt',
        new='"da_prev": da_prevt',
        title="the gradient of a0 has the cell's key",
        hints=(
            "Which state does the gradient left over after the loop belong to?",
            "Look at the keys of your dictionary, one by one.",
            "The keys of the sequence are dx, da0, dWax, dWaa and dba.",
        ),
        reread=TIME,
        spoils=("da0",),
    ),
)
