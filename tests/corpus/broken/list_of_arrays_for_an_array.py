# expect: wrong, rnn_forward
def rnn_forward(x, a0, parameters):
    a, y, steps = [a0], [], []
    for t in range(x.shape[2]):
        a_next, yt, cache = rnn_cell_forward(x[:, :, t], a[-1], parameters)
        a.append(a_next), y.append(yt), steps.append(cache)
    return a[1:], y, (steps, x)
