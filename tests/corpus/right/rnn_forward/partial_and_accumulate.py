from functools import partial
from itertools import accumulate

import numpy as np

def rnn_forward(x, a0, parameters):
    cell = partial(rnn_cell_forward, parameters=parameters)
    xs = np.moveaxis(x, -1, 0)
    results = list(accumulate(xs, lambda last, xt: cell(xt=xt, a_prev=last[0]), initial=(a0, None, None)))[1:]
    a, y_pred, caches = map(list, zip(*results))
    return np.stack(a, axis=2), np.stack(y_pred, axis=2), (caches, x)
