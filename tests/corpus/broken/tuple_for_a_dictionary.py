# expect: wrong, rnn_cell_backward
def rnn_cell_backward(da_next, cache):
    a_next, a_prev, xt, parameters = cache
    dz = da_next * (1 - a_next**2)
    dba = dz.sum(axis=1, keepdims=True)
    return parameters["Wax"].T @ dz, parameters["Waa"].T @ dz, dz @ xt.T, dz @ a_prev.T, dba
