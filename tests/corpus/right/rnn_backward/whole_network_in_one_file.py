# all four functions of the RNN, as I have them in my notebooks
import numpy as np
import matplotlib.pyplot as plt

from grader.given import sigmoid, softmax


def _read(p, *names):
    return [p[n] for n in names]


def rnn_cell_forward(xt, a_prev, parameters):
    Wax, Waa, Wya, ba, by = _read(parameters, "Wax", "Waa", "Wya", "ba", "by")
    a_next = np.tanh(Wax @ xt + Waa @ a_prev + ba)
    return a_next, softmax(Wya @ a_next + by), (a_next, a_prev, xt, parameters)


def rnn_forward(x, a0, parameters):
    T_x = x.shape[2]
    a = np.zeros(a0.shape + (T_x,))
    y_pred = np.zeros((parameters["by"].shape[0],) + x.shape[1:])
    steps = []
    for t in range(T_x):
        a0, y_pred[:, :, t], cache = rnn_cell_forward(x[:, :, t], a0, parameters)
        a[:, :, t] = a0
        steps.append(cache)
    return a, y_pred, (steps, x)


def rnn_cell_backward(da_next, cache):
    a_next, a_prev, xt, parameters = cache
    dz = da_next * (1 - a_next ** 2)
    Wax, Waa = _read(parameters, "Wax", "Waa")
    return dict(dxt=Wax.T @ dz, da_prev=Waa.T @ dz, dWax=dz @ xt.T, dWaa=dz @ a_prev.T, dba=dz.sum(axis=1, keepdims=True))


def rnn_backward(da, caches):
    steps, x = caches
    dx = np.zeros_like(x)
    back, sums = np.zeros(da.shape[:2]), dict.fromkeys(["dWax", "dWaa", "dba"], 0)
    for t in reversed(range(x.shape[2])):
        g = rnn_cell_backward(da[:, :, t] + back, steps[t])
        back, dx[:, :, t] = g["da_prev"], g["dxt"]
        sums = {k: v + g[k] for k, v in sums.items()}
    return {"dx": dx, "da0": back, **sums}


rng = np.random.default_rng(0)
x = rng.normal(size=(3, 10, 4))
losses = [train_one_epoch(x) for epoch in range(10**9)]
plt.plot(losses)
