# expect: wrong, rnn_forward
def rnn_forward(x, a0, parameters):
    for t in range(x.shape[2]):
        a0, yt, cache = rnn_cell_forward(x[:, :, t], a0, parameters)
        yield a0, yt, cache
