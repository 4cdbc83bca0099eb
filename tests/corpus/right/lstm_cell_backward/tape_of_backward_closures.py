import numpy as np

class Tape:
    def __init__(self):
        self.grads, self.pulls = {}, []

    def add(self, key, g):
        self.grads[key] = self.grads.get(key, 0) + g

    def record(self, pull):
        self.pulls.append(pull)

    def run(self):
        while self.pulls:
            self.pulls.pop()()
        return self.grads

def lstm_cell_backward(da_next, dc_next, cache):
    a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, p = cache
    tape, n_a = Tape(), len(a_prev)
    g = tape.grads
    v = np.concatenate((a_prev, xt))

    def gate(key, value, slope):
        def pull():
            dz = g["g" + key] * slope(value)
            tape.add("dW" + key, dz @ v.T)
            tape.add("db" + key, dz.sum(axis=1, keepdims=True))
            tape.add("v", p["W" + key].T @ dz)
        tape.record(pull)

    logistic = lambda s: s * (1 - s)
    gate("f", ft, logistic)
    gate("i", it, logistic)
    gate("c", cct, lambda s: 1 - s**2)
    gate("o", ot, logistic)

    @tape.record
    def state():
        tape.add("gf", g["c"] * c_prev)
        tape.add("gi", g["c"] * cct)
        tape.add("gc", g["c"] * it)
        tape.add("dc_prev", g["c"] * ft)

    @tape.record
    def output():
        tape.add("go", g["a"] * np.tanh(c_next))
        tape.add("c", g["a"] * ot * (1 - np.tanh(c_next) ** 2))

    tape.add("a", da_next)
    tape.add("c", dc_next)
    g = tape.run()
    g["da_prev"], g["dxt"] = g["v"][:n_a], g["v"][n_a:]
    return g
