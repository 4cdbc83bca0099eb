"""Known mistakes in `lstm_backward`: what is gathered and returned."""

from functools import partial

from solutions.mistakes.mistake import Mistake
from solutions.mistakes.through_time import LSTM

LEFT = LSTM.sections["left"]

mistake = partial(Mistake, of="lstm_backward")

MISTAKES = (
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
        reread=LEFT,
        spoils=("da0",),
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
        reread=LEFT,
        spoils=LSTM.matrices,
    ),
    mistake(
        "one-array-for-four-biases",
        family="aliasing",
        old='sums |= {f"db{gate}": np.zeros((n_a, 1)) for gate in "fico"}',
        new='sums |= dict.fromkeys(("dbf", "dbi", "dbc", "dbo"), np.zeros((n_a, 1)))',
        title="the four bias gradients are one array under four names",
        hints=(
            "Are your four bias gradients all equal?",
            "Look at the lines where they are made: how many arrays of zeros are there?",
            "Each of the four needs an array of zeros of its own.",
        ),
        reread=LEFT,
        spoils=LSTM.biases,
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
        reread=LEFT,
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
        reread=LEFT,
        spoils=LSTM.biases,
    ),
)
