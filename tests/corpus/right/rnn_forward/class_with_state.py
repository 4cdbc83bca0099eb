import numpy as np

class RNN:
    cell = staticmethod(rnn_cell_forward)

    def __init__(self, parameters, state):
        self.parameters = parameters
        self.state = state
        self.history = []

    def step(self, xt):
        self.state, y, cache = self.cell(xt, self.state, self.parameters)
        self.history.append((self.state, y, cache))

    def run(self, x):
        for t in range(x.shape[2]):
            self.step(x[:, :, t])
        return self

    @property
    def results(self):
        return tuple(zip(*self.history))

def rnn_forward(x, a0, parameters):
    a, y_pred, caches = RNN(parameters, a0).run(x).results
    return np.dstack(a), np.dstack(y_pred), (list(caches), x)
