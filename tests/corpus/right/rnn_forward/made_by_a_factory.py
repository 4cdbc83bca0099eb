import numpy as np

def make_forward(cell):
    def forward(x, a0, parameters):
        T_x = x.shape[2]
        a_next, out = a0, {"a": [], "y": [], "cache": []}
        for t in range(T_x):
            a_next, y, cache = cell(x[:, :, t], a_next, parameters)
            out["a"].append(a_next)
            out["y"].append(y)
            out["cache"].append(cache)
        return np.stack(out["a"], -1), np.stack(out["y"], -1), (out["cache"], x)

    return forward

rnn_forward = make_forward(rnn_cell_forward)
