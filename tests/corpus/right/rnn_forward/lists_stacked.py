import numpy as np

def rnn_forward(x, a0, parameters):
    states, predictions, caches = [], [], []
    state = a0
    for t in range(x.shape[2]):
        state, prediction, cache = rnn_cell_forward(x[:, :, t], state, parameters)
        states.append(state)
        predictions.append(prediction)
        caches += [cache]
    return np.stack(states, axis=-1), np.dstack(predictions), (caches, x)
