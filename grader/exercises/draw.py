"""Random inputs of many sizes, small enough that no gate saturates and nothing overflows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

Parameters = dict[str, np.ndarray]


@dataclass(frozen=True)
class Sizes:
    """Sizes of one case. All differ, so that no array fits by luck where it does not belong."""

    n_x: int
    n_a: int
    n_y: int
    m: int
    T_x: int
    shows: str = ""
    dtype: type = np.float64
    order: str = "C"

    def array(self, rng: np.random.Generator, *shape: int) -> np.ndarray:
        """Draw from a standard normal, cut to ±2, in this case's dtype and memory order."""
        values = rng.standard_normal(shape).clip(-2, 2)
        return np.asarray(values, dtype=self.dtype, order=self.order)  # type: ignore[call-overload,no-any-return]

    def x(self, rng: np.random.Generator) -> np.ndarray:
        return self.array(rng, self.n_x, self.m, self.T_x)

    def state(self, rng: np.random.Generator) -> np.ndarray:
        return self.array(rng, self.n_a, self.m)


CASES: dict[str, Sizes] = {
    "plain": Sizes(n_x=3, n_a=5, n_y=2, m=4, T_x=7),
    "wide input": Sizes(n_x=6, n_a=4, n_y=3, m=2, T_x=5, order="F", shows="when n_x > n_a"),
    "one example": Sizes(n_x=2, n_a=3, n_y=5, m=1, T_x=6, shows="when m = 1"),
    "one step": Sizes(n_x=4, n_a=6, n_y=3, m=2, T_x=1, shows="when T_x = 1"),
    "float32": Sizes(
        n_x=4, n_a=3, n_y=5, m=2, T_x=6, dtype=np.float32, shows="with float32 inputs"
    ),
}


def rnn_parameters(rng: np.random.Generator, sizes: Sizes) -> Parameters:
    """Draw Wax (n_a, n_x), Waa (n_a, n_a), Wya (n_y, n_a), ba (n_a, 1), by (n_y, 1)."""
    n_x, n_a, n_y = sizes.n_x, sizes.n_a, sizes.n_y
    return _scaled(
        rng,
        sizes,
        {"Wax": (n_a, n_x), "Waa": (n_a, n_a), "Wya": (n_y, n_a), "ba": (n_a, 1), "by": (n_y, 1)},
    )


def lstm_parameters(rng: np.random.Generator, sizes: Sizes) -> Parameters:
    """Draw Wf, Wi, Wc, Wo (n_a, n_a + n_x), bf, bi, bc, bo (n_a, 1), Wy (n_y, n_a), by (n_y, 1)."""
    n_x, n_a, n_y = sizes.n_x, sizes.n_a, sizes.n_y
    shapes = {f"W{gate}": (n_a, n_a + n_x) for gate in "fico"}
    shapes |= {f"b{gate}": (n_a, 1) for gate in "fico"}
    return _scaled(rng, sizes, shapes | {"Wy": (n_y, n_a), "by": (n_y, 1)})


def _scaled(
    rng: np.random.Generator, sizes: Sizes, shapes: dict[str, tuple[int, int]]
) -> Parameters:
    """Scale by the number of inputs, so that no tanh and no gate is near its end."""
    parameters = {}
    for name, shape in shapes.items():
        values = sizes.array(rng, *shape)
        parameters[name] = (values / np.sqrt(max(shape[1], 2))).astype(sizes.dtype)
    return parameters


def columns(value: Any, keep: list[int]) -> Any:
    """Take some examples of the batch out of arrays, caches and lists of them; parameters stay."""
    if isinstance(value, np.ndarray):
        return value[:, keep]
    if isinstance(value, tuple | list):
        return type(value)(columns(item, keep) for item in value)
    return value
