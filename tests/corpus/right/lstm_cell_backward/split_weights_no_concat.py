import numpy as np

def lstm_cell_backward(da_next, dc_next, cache):
    a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters = cache
    n_a = a_next.shape[0]
    ds = da_next * ot * (1 - np.power(np.tanh(c_next), 2)) + dc_next
    dot = da_next * np.tanh(c_next) * ot * (1 - ot)
    dit = ds * cct * it * (1 - it)
    dft = ds * c_prev * ft * (1 - ft)
    dcct = ds * it * (1 - np.power(cct, 2))

    def weights(delta):
        out = np.empty((n_a, n_a + xt.shape[0]))
        out[:, :n_a] = delta @ a_prev.T
        out[:, n_a:] = delta @ xt.T
        return out

    Wf, Wi, Wc, Wo = parameters["Wf"], parameters["Wi"], parameters["Wc"], parameters["Wo"]
    da_prev = Wf[:, :n_a].T @ dft
    da_prev += Wi[:, :n_a].T @ dit
    da_prev += Wc[:, :n_a].T @ dcct
    da_prev += Wo[:, :n_a].T @ dot
    dxt = Wf[:, n_a:].T @ dft
    dxt = dxt + Wi[:, n_a:].T @ dit
    dxt = dxt + Wc[:, n_a:].T @ dcct
    dxt = dxt + Wo[:, n_a:].T @ dot
    return {
        "dxt": dxt, "da_prev": da_prev, "dc_prev": ds * ft,
        "dWf": weights(dft), "dbf": dft.sum(1).reshape(n_a, 1),
        "dWi": weights(dit), "dbi": dit.sum(1).reshape(n_a, 1),
        "dWc": weights(dcct), "dbc": dcct.sum(1).reshape(n_a, 1),
        "dWo": weights(dot), "dbo": dot.sum(1).reshape(n_a, 1),
    }
