import numpy as np

def lstm_cell_forward(xt, a_prev, c_prev, parameters):
    W = np.concatenate([parameters[k] for k in ("Wf", "Wi", "Wo", "Wc")])
    b = np.concatenate([parameters[k] for k in ("bf", "bi", "bo", "bc")])
    z = W @ np.r_[a_prev, xt] + b
    gates, candidate = np.split(z, [3 * len(a_prev)])
    ft, it, ot = np.split(sigmoid(gates), 3)
    cct = np.tanh(candidate)
    c_next = ft * c_prev + it * cct
    a_next = ot * np.tanh(c_next)
    yt_pred = softmax(parameters["Wy"] @ a_next + parameters["by"])
    return a_next, c_next, yt_pred, (a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters)
