"""Known mistakes in `rnn_backward` alone: another state, keys exchanged, whole numbers."""

from functools import partial

from solutions.mistakes.mistake import Mistake
from solutions.mistakes.through_time import RNN, every_output

mistake = partial(Mistake, of="rnn_backward")

MISTAKES = (
    mistake(
        "slopes-of-the-old-states",
        family="wrong state",
        old=RNN.call(),
        new=RNN.call(cache="(steps[t][1], *steps[t][1:])"),
        title="the slope of each step is made from the state of the step before",
        hints=(
            "Which of the two states came out of this step's tanh?",
            "Look at the state that is squared for the slope of a step.",
            "dz⟨t⟩ = da_next ⊙ (1 - a⟨t⟩²), with the new state.",
        ),
        reread=RNN.sections["time"],
        spoils=every_output(RNN),
    ),
    mistake(
        "weights-under-exchanged-keys",
        family="key",
        old='"dWax": dWax, "dWaa": dWaa',
        new='"dWax": dWaa, "dWaa": dWax',
        title="dWax and dWaa stand under each other's key",
        hints=(
            "Which of the two weight gradients has n_x columns?",
            "Look at the keys and values in the last line, pair by pair.",
            "dWax belongs to the input, (n_a, n_x), and dWaa to the state, (n_a, n_a).",
        ),
        reread=RNN.sections["left"],
        spoils=("dWax", "dWaa"),
    ),
    mistake(
        "dba-as-one-number-in-all-rows",
        family="axis",
        old='dba += gradients["dba"]',
        new='dba += gradients["dba"].sum()',
        title="every unit gets the sum of all units in dba",
        hints=(
            "Which axes may a sum for a bias run over, and which one has to stay?",
            "Look at what each step adds to dba: a column, or one number?",
            "dba grows by the dba that the cell returned, a column of shape (n_a, 1).",
        ),
        reread=RNN.sections["left"],
        spoils=("dba",),
    ),
    mistake(
        "dx-in-whole-numbers",
        family="activation",
        old="dx = np.zeros((n_x, m, T_x))",
        new="dx = np.zeros((n_x, m, T_x), dtype=int)",
        title="dx is an array of whole numbers, so everything behind the point is lost",
        hints=(
            "What becomes of 0.7 when it is stored in an array of whole numbers?",
            "Look at the line that makes the array of zeros for dx.",
            "dx holds real numbers, and each of its slices is the dxt of a step.",
        ),
        reread=RNN.sections["time"],
        spoils=("dx",),
    ),
)
