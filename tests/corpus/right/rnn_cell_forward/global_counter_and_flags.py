import numpy as np

COUNT = 0
SCALE = 2
SCALE /= 2
VERBOSE = False

if VERBOSE:
    def log(*things):
        print(*things)
else:
    def log(*things):
        pass

def rnn_cell_forward(xt, a_prev, parameters):
    global COUNT
    COUNT += 1
    log("call", COUNT)
    a_next = np.tanh(SCALE * (parameters["Wax"] @ xt + parameters["Waa"] @ a_prev + parameters["ba"]))
    return a_next, softmax(parameters["Wya"] @ a_next + parameters["by"]), (a_next, a_prev, xt, parameters)
