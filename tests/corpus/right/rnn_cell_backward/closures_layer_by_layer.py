import numpy as np

def tanh_layer(out):
    return lambda d: d * (1 - out * out)

def linear_layer(W, inputs):
    return lambda d: (W.T @ d, d @ inputs.T)

def rnn_cell_backward(da_next, cache):
    match cache:
        case (a_next, a_prev, xt, {"Wax": Wax, "Waa": Waa}):
            dz = tanh_layer(a_next)(da_next)
            dxt, dWax = linear_layer(Wax, xt)(dz)
            da_prev, dWaa = linear_layer(Waa, a_prev)(dz)
    return {"dxt": dxt, "da_prev": da_prev, "dWax": dWax, "dWaa": dWaa, "dba": dz.sum(axis=1).reshape((-1, 1))}
