import math

import numpy as np

def rnn_cell_forward(xt, a_prev, parameters):
    Wax, Waa, Wya = parameters['Wax'], parameters['Waa'], parameters['Wya']
    n_x, m = xt.shape
    n_y, n_a = Wya.shape
    a_next = np.zeros((n_a, m), order='F')
    yt_pred = np.zeros((n_y, m), order='F')
    for i in range(m):
        for j in range(n_a):
            s = parameters['ba'][j, 0]
            for k in range(n_x):
                s += Wax[j, k] * xt[k, i]
            for k in range(n_a):
                s = s + Waa[j, k] * a_prev[k, i]
            a_next[j, i] = math.tanh(s)
        scores = [parameters['by'][q, 0] + sum(Wya[q, k] * a_next[k, i] for k in range(n_a)) for q in range(n_y)]
        top = max(scores)
        total = sum(math.exp(s - top) for s in scores)
        for q in range(n_y):
            yt_pred[q, i] = math.exp(scores[q] - top) / total
    return a_next, yt_pred, (a_next, a_prev, xt, parameters)
