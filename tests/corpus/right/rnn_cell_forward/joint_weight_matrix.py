from grader.given import softmax
import numpy as np

def rnn_cell_forward(xt, a_prev, parameters):
    W = np.hstack((parameters["Waa"], parameters["Wax"]))
    v = np.vstack((a_prev, xt))
    a_next = np.tanh(W.dot(v) + parameters["ba"])
    logits = parameters["Wya"].dot(a_next) + parameters["by"]
    return a_next, softmax(logits), (a_next, a_prev, xt, parameters)
