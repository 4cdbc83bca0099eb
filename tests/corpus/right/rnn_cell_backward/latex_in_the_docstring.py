import numpy as np

def rnn_cell_backward(da_next, cache):
    """
    $\dot z = \tanh'(z) \odot \partial L / \partial a$, so

    \begin{align}
    dW_{ax} &= \dot z \cdot x^T \\
    db_a &= \sum_{batch} \dot z
    \end{align}
    """
    a_next, a_prev, xt, parameters = cache
    dz = da_next * (1 - a_next ** 2)
    return {"dxt": parameters["Wax"].T @ dz, "da_prev": parameters["Waa"].T @ dz, "dWax": dz @ xt.T,
            "dWaa": dz @ a_prev.T, "dba": np.add.reduce(dz, axis=1, keepdims=True)}
