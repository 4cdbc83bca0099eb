import numpy as np

cell = rnn_cell_backward

def rnn_backward(da, caches):
    (steps, x) = caches
    grads = []
    upstream = np.moveaxis(da, 2, 0)[::-1]
    carry = np.zeros_like(upstream[0])
    for d, cache in zip(upstream, steps[::-1]):
        grads.append(cell(d + carry, cache))
        carry = grads[-1]["da_prev"]
    grads.reverse()
    return {
        "dx": np.array([g["dxt"] for g in grads]).transpose(1, 2, 0),
        "da0": grads[0]["da_prev"],
        "dWax": sum(g["dWax"] for g in grads),
        "dWaa": sum(g["dWaa"] for g in grads),
        "dba": sum(g["dba"] for g in grads),
    }
