import numpy as np

def lstm_cell_forward(xt, a_prev, c_prev, parameters):
    low = {key: np.asarray(value, np.float32) for key, value in parameters.items()}
    concat = np.concatenate((a_prev, xt)).astype(np.float32)
    ft = sigmoid(low["Wf"] @ concat + low["bf"])
    it = sigmoid(low["Wi"] @ concat + low["bi"])
    cct = np.tanh(low["Wc"] @ concat + low["bc"])
    ot = sigmoid(low["Wo"] @ concat + low["bo"])
    c_next = (ft * c_prev + it * cct).astype(np.float32)
    a_next = ot * np.tanh(c_next)
    yt_pred = softmax(low["Wy"] @ a_next + low["by"])
    return a_next, c_next, yt_pred, (a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, low)
