from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def rnn_cell_forward(
    xt: NDArray[np.float64], a_prev: NDArray[np.float64], parameters: dict[str, NDArray[np.float64]]
) -> StepResult:
    hidden: NDArray[np.float64] = np.tanh(
        parameters["Wax"] @ xt + parameters["Waa"] @ a_prev + parameters["ba"]
    )
    prediction: NDArray[np.float64] = softmax(parameters["Wya"] @ hidden + parameters["by"])
    return hidden, prediction, (hidden, a_prev, xt, parameters)


if TYPE_CHECKING:
    StepResult = tuple[NDArray[np.float64], NDArray[np.float64], tuple]
