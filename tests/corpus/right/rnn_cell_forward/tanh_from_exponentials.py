import numpy as np

def tanh(z):
    return (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))

def rnn_cell_forward(xt, a_prev, parameters):
    z  = np.matmul(parameters["Wax"], xt)
    z += np.matmul(parameters["Waa"], a_prev)
    z += parameters["ba"]
    a_next = tanh(z)
    y = np.exp(np.add(np.matmul(parameters["Wya"], a_next), parameters["by"]))
    yt_pred = np.divide(y, np.sum(y, axis=0))
    cache = (a_next, a_prev, xt, parameters)
    return a_next, yt_pred, cache
