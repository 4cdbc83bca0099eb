import numpy as np

def lstm_cell_backward(da_next, dc_next, cache):
    _, _, a_prev, c_prev, _, _, _, _, xt, p = cache
    v = np.r_[a_prev, xt]
    z = {g: p[f"W{g}"] @ v + p[f"b{g}"] for g in "fico"}
    f, i, o = map(sigmoid, (z["f"], z["i"], z["o"]))
    dsig = lambda u: sigmoid(u) * sigmoid(-u)
    cc = np.tanh(z["c"])
    c = f * c_prev + i * cc
    dc = dc_next + da_next * o / np.cosh(c) ** 2
    dz = {"f": dc * c_prev * dsig(z["f"]), "i": dc * cc * dsig(z["i"]),
          "c": dc * i / np.cosh(z["c"]) ** 2, "o": da_next * np.tanh(c) * dsig(z["o"])}
    dv = sum(p[f"W{g}"].T @ dz[g] for g in "fico")
    g = {f"dW{k}": d @ v.T for k, d in dz.items()} | {f"db{k}": d.sum(1)[:, None] for k, d in dz.items()}
    g["da_prev"], g["dxt"] = np.vsplit(dv, [a_prev.shape[0]])
    g["dc_prev"] = f * dc
    return g
