import numpy as np

def rnn_backward(da, caches):
    steps, x = caches
    T_x = da.shape[2]
    dx = np.zeros(x.shape)

    def back(t, future, dWax, dWaa, dba):
        if t < 0:
            return future, dWax, dWaa, dba
        g = rnn_cell_backward(da[:, :, t] + future, steps[t])
        dx[:, :, t] = g["dxt"]
        return back(t - 1, g["da_prev"], dWax + g["dWax"], dWaa + g["dWaa"], dba + g["dba"])

    da0, dWax, dWaa, dba = back(T_x - 1, 0.0, 0.0, 0.0, 0.0)
    return {"dx": dx, "da0": da0, "dWax": dWax, "dWaa": dWaa, "dba": dba}
