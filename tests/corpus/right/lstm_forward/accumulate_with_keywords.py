import itertools

import numpy as np

def lstm_forward(x, a0, parameters):
    start = dict(a_prev=a0, c_prev=np.zeros_like(a0))

    def advance(last, xt):
        state = start if not last else dict(a_prev=last[0], c_prev=last[1])
        return lstm_cell_forward(xt=xt, parameters=parameters, **state)

    slices = (np.squeeze(s, 2) for s in np.split(x, x.shape[2], axis=2))
    _, *results = itertools.accumulate(slices, advance, initial=())
    a, c, y, caches = zip(*results)
    return np.stack(a, 2), np.stack(y, 2), np.stack(c, 2), (list(caches), x)
