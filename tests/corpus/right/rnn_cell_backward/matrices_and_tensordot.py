import numpy as np

def rnn_cell_backward(da_next, cache):
    a_next, a_prev, xt, parameters = cache
    dz = np.asmatrix(np.multiply(da_next, 1 - a_next ** 2))
    gradients = {"dxt": np.asmatrix(parameters["Wax"]).T * dz, "da_prev": np.asmatrix(parameters["Waa"]).T * dz}
    gradients.update(dWax=np.tensordot(dz.A, xt, axes=(1, 1)), dWaa=np.inner(dz.A, a_prev), dba=dz.sum(axis=1))
    return gradients
