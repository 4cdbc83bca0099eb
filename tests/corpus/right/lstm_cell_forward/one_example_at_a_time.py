import numpy as np

def lstm_cell_forward(xt, a_prev, c_prev, parameters):
    n_a, m = a_prev.shape
    names = ("a_next", "c_next", "ft", "it", "cct", "ot")
    out = {name: np.zeros((n_a, m)) for name in names}
    yt_pred = np.zeros((parameters["Wy"].shape[0], m))
    for j in range(m):
        v = np.concatenate((a_prev[:, j], xt[:, j]))
        gate = lambda k: parameters["W" + k] @ v + parameters["b" + k][:, 0]
        out["ft"][:, j] = sigmoid(gate("f"))
        out["it"][:, j] = sigmoid(gate("i"))
        out["cct"][:, j] = np.tanh(gate("c"))
        out["ot"][:, j] = sigmoid(gate("o"))
        out["c_next"][:, j] = out["ft"][:, j] * c_prev[:, j] + out["it"][:, j] * out["cct"][:, j]
        out["a_next"][:, j] = out["ot"][:, j] * np.tanh(out["c_next"][:, j])
        yt_pred[:, j] = softmax(parameters["Wy"] @ out["a_next"][:, j] + parameters["by"][:, 0])
    a_next, c_next, ft, it, cct, ot = out.values()
    return a_next, c_next, yt_pred, (a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters)
