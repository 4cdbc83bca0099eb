from collections import ChainMap, UserDict

import numpy as np

class Gradients(UserDict):
    def add(self, more):
        for key, value in more.items():
            self[key] = self.get(key, 0) + value

def rnn_backward(da, caches):
    steps, x = caches
    sums, rest = Gradients(), {"dx": np.zeros(x.shape)}
    carried = np.zeros(da.shape[:2])
    for t in reversed(range(da.shape[2])):
        g = rnn_cell_backward(da[:, :, t] + carried, steps[t])
        rest["dx"][:, :, t], carried = g.pop("dxt"), g.pop("da_prev")
        sums.add(g)
    rest["da0"] = carried
    return ChainMap(rest, sums)
