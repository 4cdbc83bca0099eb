import numpy as np
from collections import OrderedDict

def rnn_cell_backward(da_next, cache):
    a_next, a_prev, xt, parameters = cache
    dz = (1 - np.power(a_next, 2)) * da_next
    return OrderedDict(
        dba=dz.sum(1)[:, None],
        dWaa=np.matmul(dz, np.transpose(a_prev)),
        dWax=np.matmul(dz, np.transpose(xt)),
        da_prev=np.matmul(np.transpose(parameters["Waa"]), dz),
        dxt=np.matmul(np.transpose(parameters["Wax"]), dz),
        dz=dz,
        dWya=None,
        note="dz is extra",
    )
