"""A recurrent network, forward and backward, one cell and a whole sequence.

Shapes are features first, batch second, time last. dV stands for ∂L/∂V and has the shape of V.
"""

import numpy as np

from solutions.activations import softmax


def rnn_cell_forward(xt, a_prev, parameters):
    """Take one step of an RNN: read the input, update the hidden state, predict.

    Parameters
    ----------
    xt : ndarray, shape (n_x, m)
        Input x⟨t⟩ of this step.
    a_prev : ndarray, shape (n_a, m)
        Hidden state a⟨t-1⟩ of the step before.
    parameters : dict
        Wax (n_a, n_x), Waa (n_a, n_a), Wya (n_y, n_a), ba (n_a, 1), by (n_y, 1)

    Returns
    -------
    a_next : ndarray, shape (n_a, m)
        Hidden state a⟨t⟩, equation 1.1 of lesson 01.
    yt_pred : ndarray, shape (n_y, m)
        Prediction ŷ⟨t⟩, equation 1.2: every column sums to 1.
    cache : tuple
        (a_next, a_prev, xt, parameters), kept for the backward pass.
    """
    # BEGIN SOLUTION
    Wax, Waa, Wya = parameters["Wax"], parameters["Waa"], parameters["Wya"]
    ba, by = parameters["ba"], parameters["by"]
    a_next = np.tanh(Wax @ xt + Waa @ a_prev + ba)
    yt_pred = softmax(Wya @ a_next + by)
    cache = (a_next, a_prev, xt, parameters)
    return a_next, yt_pred, cache
    # END SOLUTION


def rnn_forward(x, a0, parameters):
    """Run an RNN over a whole sequence.

    Parameters
    ----------
    x : ndarray, shape (n_x, m, T_x)
        Inputs of all steps.
    a0 : ndarray, shape (n_a, m)
        Hidden state a⟨0⟩ before the first step.
    parameters : dict
        Wax (n_a, n_x), Waa (n_a, n_a), Wya (n_y, n_a), ba (n_a, 1), by (n_y, 1)

    Returns
    -------
    a : ndarray, shape (n_a, m, T_x)
        Hidden states of all steps.
    y_pred : ndarray, shape (n_y, m, T_x)
        Predictions of all steps.
    caches : tuple
        (list of the cell's caches, one a step, and x)
    """
    _, m, T_x = x.shape
    n_y, n_a = parameters["Wya"].shape
    # BEGIN SOLUTION
    a = np.zeros((n_a, m, T_x))
    y_pred = np.zeros((n_y, m, T_x))
    steps = []
    a_next = a0
    for t in range(T_x):
        a_next, yt_pred, cache = rnn_cell_forward(x[:, :, t], a_next, parameters)
        a[:, :, t] = a_next
        y_pred[:, :, t] = yt_pred
        steps.append(cache)
    return a, y_pred, (steps, x)
    # END SOLUTION


def rnn_cell_backward(da_next, cache):
    """Backward pass of one RNN cell.

    Parameters
    ----------
    da_next : ndarray, shape (n_a, m)
        Gradient of the loss with respect to this cell's output a⟨t⟩, from ŷ⟨t⟩ and from the
        next cell together.
    cache : tuple
        (a_next, a_prev, xt, parameters), as returned by `rnn_cell_forward`.

    Returns
    -------
    gradients : dict
        dxt (n_x, m), da_prev (n_a, m), dWax (n_a, n_x), dWaa (n_a, n_a), dba (n_a, 1)

    Notes
    -----
    Equations 2.2 to 2.7 of lesson 02.
    """
    a_next, a_prev, xt, parameters = cache
    # BEGIN SOLUTION
    dz = da_next * (1 - a_next**2)
    return {
        "dxt": parameters["Wax"].T @ dz,
        "da_prev": parameters["Waa"].T @ dz,
        "dWax": dz @ xt.T,
        "dWaa": dz @ a_prev.T,
        "dba": dz.sum(axis=1, keepdims=True),
    }
    # END SOLUTION


def rnn_backward(da, caches):
    """Backward pass of an RNN over a whole sequence: backpropagation through time.

    Parameters
    ----------
    da : ndarray, shape (n_a, m, T_x)
        da[:, :, t] is the part of the gradient of a⟨t⟩ that comes through ŷ⟨t⟩ alone. What
        comes back from step t + 1 is not in it.
    caches : tuple
        (list of the cell's caches, x), as returned by `rnn_forward`.

    Returns
    -------
    gradients : dict
        dx (n_x, m, T_x), da0 (n_a, m), dWax (n_a, n_x), dWaa (n_a, n_a), dba (n_a, 1)

    Notes
    -----
    Equations 2.8 to 2.10 of lesson 02.
    """
    steps, x = caches
    n_a, m, T_x = da.shape
    # BEGIN SOLUTION
    n_x = x.shape[0]
    dx = np.zeros((n_x, m, T_x))
    dWax = np.zeros((n_a, n_x))
    dWaa = np.zeros((n_a, n_a))
    dba = np.zeros((n_a, 1))
    da_prevt = np.zeros((n_a, m))
    for t in reversed(range(T_x)):
        gradients = rnn_cell_backward(da[:, :, t] + da_prevt, steps[t])
        da_prevt = gradients["da_prev"]
        dx[:, :, t] = gradients["dxt"]
        dWax += gradients["dWax"]
        dWaa += gradients["dWaa"]
        dba += gradients["dba"]
    return {"dx": dx, "da0": da_prevt, "dWax": dWax, "dWaa": dWaa, "dba": dba}
    # END SOLUTION
