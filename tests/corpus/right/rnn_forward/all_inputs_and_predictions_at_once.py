import numpy as np

def rnn_forward(x, a0, parameters):
    n_x, m, T_x = x.shape
    n_a = a0.shape[0]
    from_x = np.einsum('ax,xmt->amt', parameters["Wax"], x) + parameters["ba"][:, :, None]
    a = np.zeros((n_a, m, T_x))
    before = a0
    for t in range(T_x):
        a[:, :, t] = np.tanh(from_x[:, :, t] + parameters["Waa"] @ before)
        before = a[:, :, t]
    y_pred = softmax(np.tensordot(parameters["Wya"], a, axes=1) + parameters["by"][..., np.newaxis])
    previous = np.concatenate((a0[:, :, None], a[:, :, :-1]), axis=2)
    caches = [(a[:, :, t], previous[:, :, t], x[:, :, t], parameters) for t in range(T_x)]
    return a, y_pred, (caches, x)
