import functools

import numpy as np

class Gate:
    def __init__(self, name, value):
        self.name, self.value = name, value

    def slope(self):
        return self.value * (1 - self.value)

    def gradients(self, upstream, inputs, parameters):
        self.dz = upstream * self.slope()
        self.back = parameters[f"W{self.name}"].T @ self.dz
        return {f"dW{self.name}": self.dz @ inputs.T, f"db{self.name}": self.dz.mean(axis=1, keepdims=True) * self.dz.shape[1]}

class Candidate(Gate):
    def slope(self):
        return 1 - self.value**2

def lstm_cell_backward(da_next, dc_next, cache):
    a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters = cache
    f, i, c, o = Gate("f", ft), Gate("i", it), Candidate("c", cct), Gate("o", ot)
    th = np.tanh(c_next)
    dc = dc_next + da_next * ot * (1 - th**2)
    v = np.concatenate((a_prev, xt))
    pairs = [(f, dc * c_prev), (i, dc * cct), (c, dc * it), (o, da_next * th)]
    out = functools.reduce(dict.__or__, [gate.gradients(up, v, parameters) for gate, up in pairs])
    dv = np.sum([gate.back for gate, _ in pairs], axis=0)
    return out | {"da_prev": dv[: len(a_prev)], "dxt": dv[len(a_prev) :], "dc_prev": dc * ft}
