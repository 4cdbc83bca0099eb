import numpy as np

def lstm_forward(x, a0, parameters):
    n_a = a0.shape[0]
    n_x, m, T_x = x.shape
    W = np.vstack([parameters["W" + g] for g in "fioc"])
    b = np.vstack([parameters["b" + g] for g in "fioc"])
    zx = np.tensordot(W[:, n_a:], x, axes=([1], [0])) + b[:, :, None]
    h, s = a0, 0.0 * a0
    record = []
    for t in range(T_x):
        z = zx[:, :, t] + W[:, :n_a] @ h
        f, i, o = sigmoid(z[: 3 * n_a]).reshape(3, n_a, m)
        g = np.tanh(z[3 * n_a :])
        s_new = f * s + i * g
        h_new = o * np.tanh(s_new)
        record.append((h_new, s_new, h, s, f, i, g, o, x[:, :, t], parameters))
        h, s = h_new, s_new
    a = np.stack([r[0] for r in record], axis=2)
    c = np.stack([r[1] for r in record], axis=2)
    y = softmax(np.einsum("ya,amt->ymt", parameters["Wy"], a) + parameters["by"][:, :, None])
    return a, y, c, (record, x)
