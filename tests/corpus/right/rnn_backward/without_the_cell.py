import numpy as np

def rnn_backward(da, caches):
    steps, x = caches
    parameters = steps[0][3]
    Wax, Waa = parameters["Wax"], parameters["Waa"]
    n_a, m, T_x = da.shape
    dx = np.zeros(x.shape)
    dWax, dWaa, dba = np.zeros_like(Wax), np.zeros_like(Waa), np.zeros_like(parameters["ba"])
    back = np.zeros((n_a, m))
    for t in reversed(range(T_x)):
        a_next, a_prev, xt, _ = steps[t]
        dz = (da[:, :, t] + back) * (1 - a_next ** 2)
        back = Waa.T @ dz
        dx[:, :, t] = Wax.T @ dz
        dWax += dz @ xt.T
        dWaa += dz @ a_prev.T
        dba += dz.sum(axis=1, keepdims=True)
    return {"dx": dx, "da0": back, "dWax": dWax, "dWaa": dWaa, "dba": dba}
