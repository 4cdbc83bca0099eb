# rnn_cell_forward: wrong 0
# rnn_forward: crashed 0 "far more often"


def rnn_cell_forward(xt, a_prev, parameters):
    pass


def rnn_forward(x, a0, parameters):
    while True:
        rnn_cell_forward(x[:, :, 0], a0, parameters)
