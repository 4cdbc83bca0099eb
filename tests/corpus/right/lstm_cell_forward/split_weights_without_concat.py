import numpy as np

def lstm_cell_forward(xt, a_prev, c_prev, parameters):
    n_a = a_prev.shape[0]

    def z(gate):
        W = parameters["W" + gate]
        return W[:, :n_a].dot(a_prev) + W[:, n_a:].dot(xt) + parameters["b" + gate]

    ft, it, ot = (sigmoid(z(g)) for g in "fio")
    cct = np.tanh(z("c"))
    c_next = it * cct
    c_next += ft * c_prev
    a_next = np.tanh(c_next) * ot
    yt_pred = softmax(parameters["Wy"].dot(a_next) + parameters["by"])
    return a_next, c_next, yt_pred, (a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters)
