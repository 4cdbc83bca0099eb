import numpy as np

class Base:
    def cell(self, xt, a_prev, parameters):
        return rnn_cell_forward(xt, a_prev, parameters)

class Sequence(Base):
    def forward(self, x, a0, parameters):
        self.a, self.y, self.caches = [], [], []
        state = a0
        for t in range(x.shape[2]):
            state, y, cache = super().cell(x[:, :, t], state, parameters)
            self.a.append(state[..., None])
            self.y.append(y[..., None])
            self.caches.append(cache)
        return np.concatenate(self.a, axis=-1), np.concatenate(self.y, axis=-1), (self.caches, x)

network = Sequence()
rnn_forward = network.forward
