from concurrent.futures import ThreadPoolExecutor

import numpy as np

def lstm_cell_forward(xt, a_prev, c_prev, parameters):
    concat = np.concatenate((a_prev, xt))

    def gate(job):
        name, function = job
        return function(parameters["W" + name] @ concat + parameters["b" + name])

    with ThreadPoolExecutor(4) as pool:
        ft, it, cct, ot = pool.map(gate, [("f", sigmoid), ("i", sigmoid), ("c", np.tanh), ("o", sigmoid)])
    c_next = ft * c_prev + it * cct
    a_next = ot * np.tanh(c_next)
    yt_pred = softmax(parameters["Wy"] @ a_next + parameters["by"])
    return a_next, c_next, yt_pred, (a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters)
