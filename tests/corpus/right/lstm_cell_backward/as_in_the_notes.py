import numpy as np

def lstm_cell_backward(da_next, dc_next, cache):
    (a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters) = cache
    n_x, m = xt.shape
    n_a, m = a_next.shape

    dot = da_next * np.tanh(c_next) * ot * (1 - ot)
    dcct = (dc_next * it + ot * (1 - np.tanh(c_next)**2) * it * da_next) * (1 - cct**2)
    dit = (dc_next * cct + ot * (1 - np.tanh(c_next)**2) * cct * da_next) * it * (1 - it)
    dft = (dc_next * c_prev + ot * (1 - np.tanh(c_next)**2) * c_prev * da_next) * ft * (1 - ft)

    dWf = dft @ np.vstack((a_prev, xt)).T
    dWi = dit @ np.vstack((a_prev, xt)).T
    dWc = dcct @ np.vstack((a_prev, xt)).T
    dWo = dot @ np.vstack((a_prev, xt)).T
    dbf = np.sum(dft, axis=1, keepdims=True)
    dbi = np.sum(dit, axis=1, keepdims=True)
    dbc = np.sum(dcct, axis=1, keepdims=True)
    dbo = np.sum(dot, axis=1, keepdims=True)

    da_prev = parameters['Wf'][:, :n_a].T @ dft + parameters['Wi'][:, :n_a].T @ dit + parameters['Wc'][:, :n_a].T @ dcct + parameters['Wo'][:, :n_a].T @ dot
    dc_prev = dc_next * ft + ot * (1 - np.tanh(c_next)**2) * ft * da_next
    dxt = parameters['Wf'][:, n_a:].T @ dft + parameters['Wi'][:, n_a:].T @ dit + parameters['Wc'][:, n_a:].T @ dcct + parameters['Wo'][:, n_a:].T @ dot

    gradients = {"dxt": dxt, "da_prev": da_prev, "dc_prev": dc_prev, "dWf": dWf,"dbf": dbf, "dWi": dWi,"dbi": dbi,
                "dWc": dWc,"dbc": dbc, "dWo": dWo,"dbo": dbo}
    return gradients
