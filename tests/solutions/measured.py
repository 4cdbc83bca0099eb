"""One RNN and one LSTM cell with all sizes different, and their gradients as they are measured."""

import numpy as np
from networks import lstm_parameters, rnn_parameters

from solutions.gradients import numerical_gradient, relative_error
from solutions.lstm import lstm_cell_forward
from solutions.rnn import rnn_forward

n_x, n_a, n_y, m, T_x = 3, 5, 2, 4, 6
RNG = np.random.default_rng(7)
X, DA = RNG.standard_normal((n_x, m, T_x)), RNG.standard_normal((n_a, m, T_x))
XT, A0, C_PREV, DA_NEXT, DC_NEXT = X[:, :, 0], *RNG.standard_normal((4, n_a, m))
RNN, LSTM = rnn_parameters(RNG, n_x, n_a, n_y), lstm_parameters(RNG, n_x, n_a, n_y)
CACHE = lstm_cell_forward(XT, A0, C_PREV, LSTM)[-1]
C_NEXT, FT, IT, CCT, OT = CACHE[1], *CACHE[4:8]
DC = DC_NEXT + DA_NEXT * OT * (1 - np.tanh(C_NEXT) ** 2)
DGAMMA = {
    "f": DC * C_PREV * FT * (1 - FT),
    "i": DC * CCT * IT * (1 - IT),
    "c": DC * IT * (1 - CCT**2),
    "o": DA_NEXT * np.tanh(C_NEXT) * OT * (1 - OT),
}


def right(formula, measured):
    return formula.shape == measured.shape and relative_error(formula, measured) < 1e-7


def wrong(formula, measured):
    return formula.shape != measured.shape or relative_error(formula, measured) > 0.1


def cell_slope(array):
    """Measure how the loss of one LSTM cell answers to an array that goes into it."""

    def loss(_):
        a_next, c_next, _, _ = lstm_cell_forward(XT, A0, C_PREV, LSTM)
        return (a_next * DA_NEXT).sum() + (c_next * DC_NEXT).sum()

    return numerical_gradient(loss, array)


def rnn_slope(array, parameters=RNN):
    """Measure how the loss of a whole RNN answers to an array that goes into it."""
    return numerical_gradient(lambda _: (rnn_forward(X, A0, parameters)[0] * DA).sum(), array)


def whole_blame(t):
    """Measure the gradient of a[:, :, t] of the RNN, by all paths to the loss."""

    def loss(state):
        later = rnn_forward(X[:, :, t + 1 :], state, RNN)[0]
        return (state * DA[:, :, t]).sum() + (later * DA[:, :, t + 1 :]).sum()

    return numerical_gradient(loss, rnn_forward(X, A0, RNN)[0][:, :, t].copy())


def dv(gates="fico"):
    """Add what the named gates send back to the stack of old state and input."""
    return sum(LSTM[f"W{gate}"].T @ DGAMMA[gate] for gate in gates)
