import numpy as np

class Named(np.ndarray):
    name = "?"

def rnn_cell_forward(xt, a_prev, parameters):
    a_next = np.tanh(parameters["Wax"] @ xt + parameters["Waa"] @ a_prev + parameters["ba"]).view(Named)
    a_next.name = "a_next"
    yt_pred = np.ma.masked_array(softmax(parameters["Wya"] @ a_next + parameters["by"]))
    return a_next, yt_pred, (a_next, a_prev, xt, parameters)
