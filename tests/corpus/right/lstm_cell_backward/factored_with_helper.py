import numpy as np

def sigmoid_slope(s):
    return s - s ** 2

def lstm_cell_backward(da_next, dc_next, cache):
    a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters = cache
    t = np.tanh(c_next)
    dc = dc_next + np.multiply(da_next, ot) * (1 - np.square(t))
    d = {
        "f": dc * c_prev * sigmoid_slope(ft),
        "i": dc * cct * sigmoid_slope(it),
        "c": dc * it * (1 - np.square(cct)),
        "o": da_next * t * sigmoid_slope(ot),
    }
    n_a = a_prev.shape[0]
    concat_T = np.concatenate((a_prev, xt), axis=0).T
    gradients = {"dc_prev": dc * ft}
    back = 0
    for gate, delta in d.items():
        gradients["dW" + gate] = np.dot(delta, concat_T)
        gradients["db" + gate] = np.sum(delta, axis=-1, keepdims=True)
        back = back + np.dot(parameters["W" + gate].T, delta)
    gradients["da_prev"] = back[:n_a, :]
    gradients["dxt"] = back[n_a:, :]
    return gradients
