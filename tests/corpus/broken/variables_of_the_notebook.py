# expect: crashed, rnn_cell_forward
# line: 10
import numpy as np

print("the weights come from a cell that is not part of the answer")


def rnn_cell_forward(xt, a_prev, parameters):
    # Wax and the others are defined in the demo above
    a_next = np.tanh(Wax @ xt + Waa @ a_prev + ba)
    yt_pred = softmax(Wya @ a_next + by)
    return a_next, yt_pred, (a_next, a_prev, xt, parameters)
