import numpy as np

class V:
    """A value that remembers where it came from."""

    def __init__(self, data, parents=()):
        self.data = data
        self.grad = np.zeros(data.shape)
        self.parents = parents

    def __matmul__(self, other):
        return V(self.data @ other.data, ((self, lambda g: g @ other.data.T), (other, lambda g: self.data.T @ g)))

    def __add__(self, other):
        def fit(g, v):
            return g if v.data.shape == g.shape else g.sum(axis=1, keepdims=True)
        return V(self.data + other.data, ((self, lambda g: fit(g, self)), (other, lambda g: fit(g, other))))

    def tanh(self):
        out = np.tanh(self.data)
        return V(out, ((self, lambda g: g * (1 - out ** 2)),))

    def backward(self, grad):
        order, seen = [], set()

        def visit(v):
            if id(v) not in seen:
                seen.add(id(v))
                for parent, _ in v.parents:
                    visit(parent)
                order.append(v)

        visit(self)
        self.grad = grad
        for v in reversed(order):
            for parent, pull in v.parents:
                parent.grad = parent.grad + pull(v.grad)

def rnn_cell_backward(da_next, cache):
    _, a_prev, xt, parameters = cache
    x, a = V(xt), V(a_prev)
    Wax, Waa, ba = V(parameters["Wax"]), V(parameters["Waa"]), V(parameters["ba"])
    (Wax @ x + Waa @ a + ba).tanh().backward(da_next)
    return {"dxt": x.grad, "da_prev": a.grad, "dWax": Wax.grad, "dWaa": Waa.grad, "dba": ba.grad}
