import numpy as np

def rnn_forward(x, a0, parameters, cell=rnn_cell_forward, verbose=False):
    a_list, y_list, caches = [], [], []
    for xt in np.rollaxis(x, 2):
        result = cell(xt, a_list[-1] if a_list else a0, parameters)
        for into, item in zip((a_list, y_list, caches), result):
            into.append(item)
        if verbose:
            print(len(caches))
    return [np.array(a_list).transpose(1, 2, 0), np.array(y_list).transpose(1, 2, 0), [caches, x]]
