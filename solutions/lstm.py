"""A long short-term memory, forward and backward, one cell and a whole sequence.

The four rows of weights are named after what they feed: f forget gate, i input (update) gate,
c candidate, o output gate. Each reads the stacked vector [a⟨t-1⟩; x⟨t⟩], a first. Γ is a gate,
γ its pre-activation.
"""

import numpy as np

from solutions.activations import sigmoid, softmax


def lstm_cell_forward(xt, a_prev, c_prev, parameters):
    """Take one step of an LSTM: open and close the gates, update both states, predict.

    Parameters
    ----------
    xt : ndarray, shape (n_x, m)
        Input x⟨t⟩ of this step.
    a_prev : ndarray, shape (n_a, m)
        Hidden state a⟨t-1⟩ of the step before.
    c_prev : ndarray, shape (n_a, m)
        Cell state c⟨t-1⟩ of the step before.
    parameters : dict
        Wf, Wi, Wc, Wo (n_a, n_a + n_x), bf, bi, bc, bo (n_a, 1), Wy (n_y, n_a), by (n_y, 1)

    Returns
    -------
    a_next : ndarray, shape (n_a, m)
        Hidden state a⟨t⟩, equation 3.6 of lesson 03.
    c_next : ndarray, shape (n_a, m)
        Cell state c⟨t⟩, equation 3.4.
    yt_pred : ndarray, shape (n_y, m)
        Prediction ŷ⟨t⟩, equation 3.7: every column sums to 1.
    cache : tuple
        (a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters): the gates Γ_f, Γ_i,
        the candidate and Γ_o stand in the middle, each (n_a, m).
    """
    # BEGIN SOLUTION
    concat = np.concatenate((a_prev, xt))
    ft = sigmoid(parameters["Wf"] @ concat + parameters["bf"])
    it = sigmoid(parameters["Wi"] @ concat + parameters["bi"])
    cct = np.tanh(parameters["Wc"] @ concat + parameters["bc"])
    ot = sigmoid(parameters["Wo"] @ concat + parameters["bo"])
    c_next = ft * c_prev + it * cct
    a_next = ot * np.tanh(c_next)
    yt_pred = softmax(parameters["Wy"] @ a_next + parameters["by"])
    cache = (a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters)
    return a_next, c_next, yt_pred, cache
    # END SOLUTION


def lstm_forward(x, a0, parameters, c0=None):
    """Run an LSTM over a whole sequence.

    Parameters
    ----------
    x : ndarray, shape (n_x, m, T_x)
        Inputs of all steps.
    a0 : ndarray, shape (n_a, m)
        Hidden state a⟨0⟩ before the first step.
    parameters : dict
        Wf, Wi, Wc, Wo (n_a, n_a + n_x), bf, bi, bc, bo (n_a, 1), Wy (n_y, n_a), by (n_y, 1)
    c0 : ndarray, shape (n_a, m), optional
        Cell state c⟨0⟩ before the first step; zeros if it is not given.

    Returns
    -------
    a : ndarray, shape (n_a, m, T_x)
        Hidden states of all steps.
    y : ndarray, shape (n_y, m, T_x)
        Predictions of all steps. Mind the order: y before c here, c before ŷ in the cell.
    c : ndarray, shape (n_a, m, T_x)
        Cell states of all steps.
    caches : tuple
        (list of the cell's caches, one a step, and x)
    """
    _, m, T_x = x.shape
    n_y, n_a = parameters["Wy"].shape
    # BEGIN SOLUTION
    a = np.zeros((n_a, m, T_x))
    y = np.zeros((n_y, m, T_x))
    c = np.zeros((n_a, m, T_x))
    steps = []
    a_next = a0
    c_next = np.zeros((n_a, m)) if c0 is None else c0
    for t in range(T_x):
        a_next, c_next, yt_pred, cache = lstm_cell_forward(x[:, :, t], a_next, c_next, parameters)
        a[:, :, t] = a_next
        y[:, :, t] = yt_pred
        c[:, :, t] = c_next
        steps.append(cache)
    return a, y, c, (steps, x)
    # END SOLUTION


def lstm_cell_backward(da_next, dc_next, cache):
    """Backward pass of one LSTM cell.

    Parameters
    ----------
    da_next : ndarray, shape (n_a, m)
        Gradient of the loss with respect to this cell's output a⟨t⟩, from ŷ⟨t⟩ and from the
        next cell together.
    dc_next : ndarray, shape (n_a, m)
        The part of the gradient of c⟨t⟩ that comes back from the next cell.
    cache : tuple
        (a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters), as returned by
        `lstm_cell_forward`.

    Returns
    -------
    gradients : dict
        dxt (n_x, m), da_prev (n_a, m), dc_prev (n_a, m),
        dWf, dWi, dWc, dWo (n_a, n_a + n_x), dbf, dbi, dbc, dbo (n_a, 1)

    Notes
    -----
    Equations 4.1 to 4.9 of lesson 04.
    """
    a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters = cache
    # BEGIN SOLUTION
    n_a = a_next.shape[0]
    tanh_c = np.tanh(c_next)
    dc = dc_next + da_next * ot * (1 - tanh_c**2)
    dgamma_f = dc * c_prev * ft * (1 - ft)
    dgamma_i = dc * cct * it * (1 - it)
    dgamma_c = dc * it * (1 - cct**2)
    dgamma_o = da_next * tanh_c * ot * (1 - ot)

    concat = np.concatenate((a_prev, xt))
    dconcat = (
        parameters["Wf"].T @ dgamma_f
        + parameters["Wi"].T @ dgamma_i
        + parameters["Wc"].T @ dgamma_c
        + parameters["Wo"].T @ dgamma_o
    )
    return {
        "dxt": dconcat[n_a:],
        "da_prev": dconcat[:n_a],
        "dc_prev": dc * ft,
        "dWf": dgamma_f @ concat.T,
        "dbf": dgamma_f.sum(axis=1, keepdims=True),
        "dWi": dgamma_i @ concat.T,
        "dbi": dgamma_i.sum(axis=1, keepdims=True),
        "dWc": dgamma_c @ concat.T,
        "dbc": dgamma_c.sum(axis=1, keepdims=True),
        "dWo": dgamma_o @ concat.T,
        "dbo": dgamma_o.sum(axis=1, keepdims=True),
    }
    # END SOLUTION


def lstm_backward(da, caches, dc_T=None):
    """Backward pass of an LSTM over a whole sequence.

    Parameters
    ----------
    da : ndarray, shape (n_a, m, T_x)
        da[:, :, t] is the part of the gradient of a⟨t⟩ that comes through ŷ⟨t⟩ alone. What
        comes back from step t + 1 is not in it.
    caches : tuple
        (list of the cell's caches, x), as returned by `lstm_forward`.
    dc_T : ndarray, shape (n_a, m), optional
        Gradient of the last cell state from outside the sequence; zeros if it is not given.

    Returns
    -------
    gradients : dict
        dx (n_x, m, T_x), da0 (n_a, m), dc0 (n_a, m),
        dWf, dWi, dWc, dWo (n_a, n_a + n_x), dbf, dbi, dbc, dbo (n_a, 1)

    Notes
    -----
    Equations 4.10 to 4.12 of lesson 04.
    """
    steps, x = caches
    n_a, m, T_x = da.shape
    # BEGIN SOLUTION
    n_x = x.shape[0]
    dx = np.zeros((n_x, m, T_x))
    sums = {f"dW{gate}": np.zeros((n_a, n_a + n_x)) for gate in "fico"}
    sums |= {f"db{gate}": np.zeros((n_a, 1)) for gate in "fico"}
    da_prevt = np.zeros((n_a, m))
    dc_prevt = np.zeros((n_a, m)) if dc_T is None else dc_T
    for t in reversed(range(T_x)):
        gradients = lstm_cell_backward(da[:, :, t] + da_prevt, dc_prevt, steps[t])
        da_prevt = gradients["da_prev"]
        dc_prevt = gradients["dc_prev"]
        dx[:, :, t] = gradients["dxt"]
        for name in sums:
            sums[name] += gradients[name]
    return {"dx": dx, "da0": da_prevt, "dc0": dc_prevt, **sums}
    # END SOLUTION
