import numpy as np

def sigmoid(x):
    return 1 / (1 + np.exp(-x))

def softmax(x):
    e_x = np.exp(x - np.max(x))   # one maximum for all is enough for small numbers
    return e_x / e_x.sum(axis=0)

def lstm_cell_forward(xt, a_prev, c_prev, parameters):
    p = parameters
    concat = np.append(a_prev, xt, axis=0)
    ft = sigmoid(np.matmul(p["Wf"], concat) + p["bf"])
    it = sigmoid(np.matmul(p["Wi"], concat) + p["bi"])
    cct = np.tanh(np.matmul(p["Wc"], concat) + p["bc"])
    ot = sigmoid(np.matmul(p["Wo"], concat) + p["bo"])
    c_next = np.add(ft * c_prev, it * cct)
    a_next = ot * np.tanh(c_next)
    yt_pred = softmax(np.matmul(p["Wy"], a_next) + p["by"])
    return a_next, c_next, yt_pred, (a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters)
