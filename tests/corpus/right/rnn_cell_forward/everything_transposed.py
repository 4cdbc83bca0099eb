import numpy as np

def rnn_cell_forward(xt, a_prev, parameters):
    # batch first inside, features first outside
    x, a = xt.T, a_prev.T
    h = np.tanh(x @ parameters["Wax"].T + a @ parameters["Waa"].T + parameters["ba"].T)
    y = softmax((h @ parameters["Wya"].T + parameters["by"].T).T)
    return h.T, y, (h.T, x.T, a.T, parameters)[:1] + (a.T, x.T, parameters)
