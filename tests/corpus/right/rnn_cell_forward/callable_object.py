import numpy as np

class Cell:
    """One step of the network."""

    def __init__(self, activation=np.tanh):
        self.activation = activation

    def hidden(self, x, a, p):
        return self.activation(p["Wax"] @ x + p["Waa"] @ a + p["ba"])

    def predict(self, a, p):
        return softmax(p["Wya"] @ a + p["by"])

    def __call__(self, xt, a_prev, parameters):
        a_next = self.hidden(xt, a_prev, parameters)
        return a_next, self.predict(a_next, parameters), (a_next, a_prev, xt, parameters)

rnn_cell_forward = Cell()
