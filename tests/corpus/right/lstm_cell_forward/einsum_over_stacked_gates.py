import numpy as np

ORDER = "fico"

def lstm_cell_forward(xt, a_prev, c_prev, parameters):
    W = np.stack([parameters[f"W{g}"] for g in ORDER])
    b = np.stack([parameters[f"b{g}"] for g in ORDER])
    z = np.einsum("gij,jm->gim", W, np.concatenate((a_prev, xt), axis=0)) + b
    act = [sigmoid, sigmoid, np.tanh, sigmoid]
    ft, it, cct, ot = [f(v) for f, v in zip(act, z)]
    c_next = np.einsum("im,im->im", ft, c_prev) + np.einsum("im,im->im", it, cct)
    a_next = ot * np.tanh(c_next)
    yt_pred = softmax(np.einsum("ya,am->ym", parameters["Wy"], a_next) + parameters["by"])
    return a_next, c_next, yt_pred, (a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters)
