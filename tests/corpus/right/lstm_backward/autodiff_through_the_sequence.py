import numpy as np

class Var:
    def __init__(self, value, *parents):
        self.value, self.parents, self.grad = value, parents, 0.0

    def __add__(self, o):
        def narrow(g, like):
            return g if np.shape(like) == g.shape else g.sum(axis=1, keepdims=True)
        return Var(self.value + o.value, (self, lambda g: narrow(g, self.value)), (o, lambda g: narrow(g, o.value)))

    def __mul__(self, o):
        return Var(self.value * o.value, (self, lambda g: g * o.value), (o, lambda g: g * self.value))

    def __matmul__(self, o):
        return Var(self.value @ o.value, (self, lambda g: g @ o.value.T), (o, lambda g: self.value.T @ g))

def tanh(v):
    y = np.tanh(v.value)
    return Var(y, (v, lambda g: g * (1 - y**2)))

def sigma(v):
    y = 1 / (1 + np.exp(-v.value))
    return Var(y, (v, lambda g: g * y * (1 - y)))

def stack(a, b):
    n = len(a.value)
    return Var(np.concatenate((a.value, b.value)), (a, lambda g: g[:n]), (b, lambda g: g[n:]))

def backward(outputs, grads):
    order, seen = [], set()
    todo = [(v, False) for v in outputs]
    while todo:
        v, done = todo.pop()
        if done:
            order.append(v)
        elif id(v) not in seen:
            seen.add(id(v))
            todo.append((v, True))
            todo.extend((p, False) for p, _ in v.parents)
    for v, g in zip(outputs, grads):
        v.grad = v.grad + g
    for v in sorted(order, key=order.index, reverse=True):
        for p, pull in v.parents:
            p.grad = p.grad + pull(v.grad)

def lstm_backward(da, caches):
    steps, x = caches
    T_x = da.shape[2]
    first = steps[0]
    P = {k: Var(v) for k, v in first[9].items()}
    X = [Var(x[:, :, t]) for t in range(T_x)]
    a0, c = Var(first[2]), Var(first[3])
    a, outputs = a0, []
    for t in range(T_x):
        v = stack(a, X[t])
        f, i, o = (sigma(P["W" + k] @ v + P["b" + k]) for k in "fio")
        c = f * c + i * tanh(P["Wc"] @ v + P["bc"])
        a = o * tanh(c)
        outputs.append(a)
    backward(outputs, [da[:, :, t] for t in range(T_x)])
    gradients = {"d" + k: P[k].grad for k in P if k not in ("Wy", "by")}
    return gradients | {"dx": np.stack([v.grad for v in X], axis=-1), "da0": a0.grad}
