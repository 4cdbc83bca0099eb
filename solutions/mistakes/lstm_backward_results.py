"""Known mistakes in `lstm_backward`: what is gathered and returned."""

from functools import partial

from solutions.mistakes.lstm_backward_steps import BIASES, MATRICES, SUMS, TIME
from solutions.mistakes.mistake import Mistake

KEYS = "The keys of the sequence are dx, da0, and dW and db with the letters f, i, c, o."

mistake = partial(Mistake, of="lstm_backward")

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
        "da0-from-the-cell-state",
        family="wrong state",
        old='"da0": da_prevt',
        new='"da0": dc_prevt',
        title="da0 is the gradient of the first cell state",
        hints=(
            "Which of the two gradients left over belongs to a0?",
            "Look at what you return as da0.",
            "da0 is the da_prev of step 1, not its dc_prev.",
        ),
        reread=TIME,
        spoils=("da0",),
    ),
    mistake(
        "da0-from-the-last-step",
        family="initial state",
        old='    return {"dx": dx, "da0": da_prevt',
        new=(
            "    last = lstm_cell_backward(da[:, :, -1], np.zeros((n_a, m)), steps[-1])\n"
            '    return {"dx": dx, "da0": last["da_prev"]'
        ),
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
        reread=TIME,
        spoils=("da0",),
    ),
    mistake(
        "last-step-only",
        family="accumulation",
        old="sums[name] += gradients[name]",
        new="sums[name] = gradients[name]",
        title="the weight gradients are replaced at every step instead of added up",
        hints=(
            "How many times is each weight used in a sequence of T_x steps?",
            "Look at what the loop does with the sums it already has.",
            "Every dW and every db is a sum over all steps.",
        ),
        reread=TIME,
        spoils=SUMS,
    ),
    mistake(
        "sums-added-to-themselves",
        family="accumulation",
        old="sums[name] += gradients[name]",
        new="sums[name] += sums[name]",
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
        old="sums[name] += gradients[name]",
        new="sums[name] += gradients[name] / T_x",
        title="the weight gradients are averaged over the steps",
        hints=(
            "If a weight acts at every step, do its effects add up or average out?",
            "Look for a division by the number of steps.",
            "Every dW and every db is a plain sum over all steps.",
        ),
        reread=TIME,
        spoils=SUMS,
    ),
    mistake(
        "one-array-for-four-weights",
        family="aliasing",
        old='sums = {f"dW{gate}": np.zeros((n_a, n_a + n_x)) for gate in "fico"}',
        new='sums = dict.fromkeys(("dWf", "dWi", "dWc", "dWo"), np.zeros((n_a, n_a + n_x)))',
        title="the four weight gradients are one array under four names",
        hints=(
            "Are your four weight gradients all equal?",
            "Look at the lines where they are made: how many arrays of zeros are there?",
            "Each of the four needs an array of zeros of its own.",
        ),
        reread=TIME,
        spoils=MATRICES,
    ),
    mistake(
        "candidate-forgotten",
        family="missing path",
        old=(
            'np.zeros((n_a, n_a + n_x)) for gate in "fico"}\n'
            '    sums |= {f"db{gate}": np.zeros((n_a, 1)) for gate in "fico"}'
        ),
        new=(
            'np.zeros((n_a, n_a + n_x)) for gate in "fio"}\n'
            '    sums |= {f"db{gate}": np.zeros((n_a, 1)) for gate in "fio"}'
        ),
        title="the gradients of the candidate are forgotten",
        hints=(
            "How many rows of weights does the cell have, counting the one that is no gate?",
            "Look at the keys of your dictionary, one by one.",
            "There are four: forget gate, input gate, candidate and output gate.",
        ),
        reread=TIME,
        spoils=("dWc", "dbc"),
    ),
    mistake(
        "biases-as-wide-as-the-batch",
        family="shape",
        old="np.zeros((n_a, 1))",
        new="np.zeros((n_a, m))",
        title="the bias gradients have a column for every example",
        hints=(
            "What is the shape of a bias, and so of its gradient?",
            "Look at the arrays of zeros in which the bias gradients are gathered.",
            "Each has shape (n_a, 1): NumPy would spread it over m columns without a word.",
        ),
        reread=TIME,
        spoils=BIASES,
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
            KEYS,
        ),
        reread=TIME,
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
            KEYS,
        ),
        reread=TIME,
        spoils=("da0",),
    ),
)
