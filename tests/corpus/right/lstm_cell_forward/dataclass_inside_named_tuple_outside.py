from dataclasses import dataclass, astuple
from typing import NamedTuple

import numpy as np

Array = np.ndarray


class LSTMCache(NamedTuple):
    a_next: Array
    c_next: Array
    a_prev: Array
    c_prev: Array
    ft: Array
    it: Array
    cct: Array
    ot: Array
    xt: Array
    parameters: dict


@dataclass
class Gates:
    f: Array
    i: Array
    c: Array
    o: Array

    @classmethod
    def from_inputs(cls, v: Array, p: dict[str, Array]) -> "Gates":
        z = {g: p["W" + g] @ v + p["b" + g] for g in "fico"}
        return cls(sigmoid(z["f"]), sigmoid(z["i"]), np.tanh(z["c"]), sigmoid(z["o"]))


def lstm_cell_forward(xt: Array, a_prev: Array, c_prev: Array, parameters: dict[str, Array]):
    g = Gates.from_inputs(np.concatenate([a_prev, xt]), parameters)
    c_next = g.f * c_prev + g.i * g.c
    a_next = g.o * np.tanh(c_next)
    yt_pred = softmax(parameters["Wy"] @ a_next + parameters["by"])
    return a_next, c_next, yt_pred, LSTMCache(a_next, c_next, a_prev, c_prev, *astuple(g), xt, parameters)
