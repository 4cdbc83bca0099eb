import numpy as np

def rnn_cell_forward(xt, a_prev, parameters):
    results = []
    results.append(np.tanh(parameters["Wax"] @ xt + parameters["Waa"] @ a_prev + parameters["ba"]))
    results.append(softmax(parameters["Wya"] @ results[0] + parameters["by"]))
    results.append([results[0], a_prev, xt, parameters])
    return results
