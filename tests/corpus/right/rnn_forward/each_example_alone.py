import numpy as np

def one_example(x, a, p):
    # x (n_x, T_x), a (n_a,)
    states, outputs = [], []
    for t in range(x.shape[1]):
        a = np.tanh(p["Wax"] @ x[:, t] + p["Waa"] @ a + p["ba"].reshape(-1))
        states.append(a)
        outputs.append(softmax(p["Wya"] @ a + p["by"].reshape(-1)))
    return np.array(states).T, np.array(outputs).T

def rnn_forward(x, a0, parameters):
    pairs = [one_example(x[:, i], a0[:, i], parameters) for i in range(x.shape[1])]
    a = np.stack([p[0] for p in pairs], axis=1)
    y_pred = np.stack([p[1] for p in pairs], axis=1)
    caches = []
    for t in range(x.shape[2]):
        caches.append((a[:, :, t], a[:, :, t - 1] if t else a0, x[:, :, t], parameters))
    return a, y_pred, (caches, x)
