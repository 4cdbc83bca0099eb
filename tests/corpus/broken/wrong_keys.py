# expect: wrong, rnn_cell_backward
def rnn_cell_backward(da_next, cache):
    a_next, a_prev, xt, parameters = cache
    dz = da_next * (1 - a_next**2)
    return {
        "dx": parameters["Wax"].T @ dz,
        "daprev": parameters["Waa"].T @ dz,
        "dwax": dz @ xt.T,
        "dwaa": dz @ a_prev.T,
        "db": dz.sum(axis=1, keepdims=True),
    }
