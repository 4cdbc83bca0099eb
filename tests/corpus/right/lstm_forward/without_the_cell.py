import numpy as np

def lstm_forward(x, a0, parameters):
    p = parameters
    n_x, m, T_x = x.shape
    n_y, n_a = p["Wy"].shape
    a, y, c = np.zeros((n_a, m, T_x)), np.zeros((n_y, m, T_x)), np.zeros((n_a, m, T_x))
    steps = []
    for t in range(T_x):
        xt = x[:, :, t]
        a_prev = a0 if t == 0 else a[:, :, t - 1]
        c_prev = np.zeros((n_a, m)) if t == 0 else c[:, :, t - 1]
        v = np.concatenate((a_prev, xt))
        ft = sigmoid(p["Wf"] @ v + p["bf"])
        it = sigmoid(p["Wi"] @ v + p["bi"])
        cct = np.tanh(p["Wc"] @ v + p["bc"])
        ot = sigmoid(p["Wo"] @ v + p["bo"])
        c[:, :, t] = ft * c_prev + it * cct
        a[:, :, t] = ot * np.tanh(c[:, :, t])
        y[:, :, t] = softmax(p["Wy"] @ a[:, :, t] + p["by"])
        steps.append((a[:, :, t], c[:, :, t], a_prev, c_prev, ft, it, cct, ot, xt, p))
    return a, y, c, (steps, x)
