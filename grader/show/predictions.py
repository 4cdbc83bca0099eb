"""What the Predict cells of the lessons ask, answered: name -> (answer, reason without full stop).

The answers stand here and not in the cells, so that nobody has to read one before guessing. An
answer that depends on what the reader may change is computed from it.
"""

from __future__ import annotations

from typing import Any

PREDICTIONS: dict[str, tuple[Any, str]] = {
    "00-kind-of-task": ("many-to-one", "30 steps go in and 1 comes out"),
    "00-entry-of-a-brick": (
        (2, 1, 4),
        "features, batch, time is the order, and Python counts from 0",
    ),
    "00-picked-column": (
        lambda W, x: (W @ x).tolist(),
        "x picks one column of W, the one with index 2",
    ),
    "00-large-exponent": ("inf", "from about e^710 on, a 64-bit float overflows"),
    "00-seven-more": ("same", "the factor e^7 is in every term, so it cancels"),
    "00-wrong-sign": (2.0, "the difference is 2a, twice as large as a itself"),
    "00-best-step": (1e-5, "1e-2 is coarse, 1e-12 drowns in rounding"),
    "01-curves-without-Waa": (1, "without Waa the cell does not hear its past at all"),
    "01-window": (0.6, "a slice shows what the array holds now"),
    "01-states-that-move": (5, "only example 2 moves, and only from step 4 on"),
    "02-slope-at-the-edge": ("smaller", "the slope is 1.00 at 0 and 0.02 at 0.99"),
    "02-steps-reached": (3, "blame goes back in time, from step 3 to steps 2 and 1"),
    "02-right-without-future": (8, "after the last step there is no future to forget"),
    "02-as-good-as-blind": (len, "each sign has probability 1/k, and -log(1/k) = log k"),
    "03-columns-of-the-input": (3, "the first 5 meet a, one for each unit"),
    "03-keep-and-add": (4, "each step adds 0.8: c may leave the range -1 to 1"),
    "03-weights-of-an-LSTM": (180, "each column has as many as the whole RNN cell"),
    "03-words-to-write": (2, "there are two subjects, boats and lamp"),
    "03-half-life": (100, "0.9933 to the power of 103 is one half"),
    "04-shut-input-gate": (2, "dγ_i has its slope as a factor, dγ_c the gate itself"),
    "04-forty-steps": (0.13, "forty factors of 0.95 are multiplied"),
    "04-loss-of-a-guess": (0.69, "it is -log of the probability of the right answer"),
}
