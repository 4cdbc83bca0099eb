import numpy as np

def rnn_forward(x, a0, parameters):
    Wax, Waa, Wya, ba, by = [parameters[k] for k in ["Wax", "Waa", "Wya", "ba", "by"]]
    _, m, T_x = x.shape
    n_y, n_a = Wya.shape
    a, y_pred, steps = np.zeros((n_a, m, T_x)), np.zeros((n_y, m, T_x)), []
    h = a0
    for t in range(T_x):
        prev = h
        h = np.tanh(Wax @ x[:, :, t] + Waa @ prev + ba)
        a[:, :, t] = h
        y_pred[:, :, t] = softmax(Wya @ h + by)
        steps.append((h, prev, x[:, :, t], parameters))
    return a, y_pred, (steps, x)
