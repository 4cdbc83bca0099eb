import numpy as np

def rnn_cell_backward(da_next, cache):
    a_next, a_prev, xt, parameters = cache
    Wax, Waa = parameters["Wax"], parameters["Waa"]
    n_a, m = a_next.shape
    n_x = xt.shape[0]
    g = {"dxt": np.zeros((n_x, m)), "da_prev": np.zeros((n_a, m)), "dWax": np.zeros((n_a, n_x)),
         "dWaa": np.zeros((n_a, n_a)), "dba": np.zeros((n_a, 1))}
    for i in range(m):
        for j in range(n_a):
            d = da_next[j, i] * (1 - a_next[j, i] ** 2)
            g["dba"][j, 0] += d
            for k in range(n_x):
                g["dWax"][j, k] += d * xt[k, i]
                g["dxt"][k, i] += d * Wax[j, k]
            for k in range(n_a):
                g["dWaa"][j, k] += d * a_prev[k, i]
                g["da_prev"][k, i] += d * Waa[j, k]
    return g
