import numpy as np

def rnn_backward(da, caches):
    steps, x = caches
    n_a, m, T_x = da.shape
    parameters = steps[0][-1]
    a = np.stack([s[0] for s in steps], axis=-1)
    a_before = np.stack([s[1] for s in steps], axis=-1)
    slope = 1 - a ** 2
    dz = np.zeros((n_a, m, T_x))
    dz[:, :, -1] = slope[:, :, -1] * da[:, :, -1]
    for t in range(T_x - 2, -1, -1):
        dz[:, :, t] = slope[:, :, t] * (da[:, :, t] + parameters["Waa"].T @ dz[:, :, t + 1])
    return {
        "dx": np.einsum("ax,amt->xmt", parameters["Wax"], dz),
        "da0": parameters["Waa"].T @ dz[:, :, 0],
        "dWax": np.tensordot(dz, x, axes=((1, 2), (1, 2))),
        "dWaa": np.einsum("amt,bmt->ab", dz, a_before),
        "dba": dz.sum(axis=(1, 2))[:, None],
    }
