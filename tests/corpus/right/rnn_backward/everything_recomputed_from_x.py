import copy

import numpy as np

def rnn_backward(da, caches):
    steps, x = copy.deepcopy(caches)
    a0, parameters = steps[0][1], steps[0][3]
    n_a, m, T_x = da.shape
    # forward again, to be sure of the states
    a = [a0]
    for t in range(T_x):
        a.append(np.tanh(parameters["Wax"] @ x[:, :, t] + parameters["Waa"] @ a[-1] + parameters["ba"]))
    dx, da_prevt = np.zeros(x.shape), np.zeros((n_a, m))
    dW = np.zeros((n_a, x.shape[0] + n_a + 1))
    ones = np.ones((1, m))
    t = T_x - 1
    while True:
        dz = (1 - a[t + 1] ** 2) * (da[:, :, t] + da_prevt)
        dx[:, :, t], da_prevt = parameters["Wax"].T @ dz, parameters["Waa"].T @ dz
        dW += dz @ np.vstack([x[:, :, t], a[t], ones]).T
        if t == 0:
            break
        t -= 1
    n_x = x.shape[0]
    return {"dx": dx, "da0": da_prevt, "dWax": dW[:, :n_x], "dWaa": dW[:, n_x:-1], "dba": dW[:, -1:]}
