import numpy as np

def rnn_backward(da, caches):
    steps, x = caches
    n_a, m, T_x = da.shape
    dx = np.zeros_like(x)
    dWax = 0
    dWaa = 0
    dba = 0
    grads = {"da_prev": 0}
    for t in range(T_x - 1, -1, -1):
        grads = rnn_cell_backward(grads["da_prev"] + da[:, :, t], steps[t])
        dx[:, :, t] = grads["dxt"]
        dWax = dWax + grads["dWax"]
        dWaa = dWaa + grads["dWaa"]
        dba = dba + grads["dba"]
    return {"dx": dx, "da0": grads["da_prev"], "dWax": dWax, "dWaa": dWaa, "dba": dba}
