import numpy as np

rnn_cell_forward = lambda xt, a_prev, parameters: (
    (a := np.tanh(parameters["Wax"] @ xt + parameters["Waa"] @ a_prev + parameters["ba"])),
    softmax(parameters["Wya"] @ a + parameters["by"]),
    (a, a_prev, xt, parameters),
)
