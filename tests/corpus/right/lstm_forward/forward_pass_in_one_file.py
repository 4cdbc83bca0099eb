import numpy as np


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


def softmax(z):
    e = np.exp(z - z.max(axis=0))
    return e / e.sum(axis=0)


def lstm_cell_forward(xt, a_prev, c_prev, parameters):
    concat = np.concatenate((a_prev, xt), axis=0)
    ft, it, ot = [sigmoid(parameters["W" + g] @ concat + parameters["b" + g]) for g in "fio"]
    cct = np.tanh(parameters["Wc"] @ concat + parameters["bc"])
    c_next = ft * c_prev + it * cct
    a_next = ot * np.tanh(c_next)
    yt_pred = softmax(parameters["Wy"] @ a_next + parameters["by"])
    return a_next, c_next, yt_pred, (a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters)


def lstm_forward(x, a0, parameters):
    caches = []
    a, y, c = [], [], []
    a_next, c_next = a0, np.zeros_like(a0)
    for t in range(x.shape[2]):
        a_next, c_next, yt, cache = lstm_cell_forward(x[:, :, t], a_next, c_next, parameters)
        a.append(a_next); y.append(yt); c.append(c_next); caches.append(cache)
    return np.stack(a, axis=2), np.stack(y, axis=2), np.stack(c, axis=2), (caches, x)


if __name__ == "__main__":
    rng = np.random.default_rng(1)
    p = {k: rng.normal(size=(5, 8)) for k in ("Wf", "Wi", "Wc", "Wo")}
    p |= {k: rng.normal(size=(5, 1)) for k in ("bf", "bi", "bc", "bo")}
    p["Wy"], p["by"] = rng.normal(size=(2, 5)), rng.normal(size=(2, 1))
    a, y, c, caches = lstm_forward(rng.normal(size=(3, 10, 7)), rng.normal(size=(5, 10)), p)
    print(a.shape, y.shape, c.shape, len(caches[0]))
