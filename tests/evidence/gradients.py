"""Are the right gradients right? Every one, entry by entry, against slopes of the forward pass.

    PYTHONPATH=.:tests/evidence python -m gradients

Two measurements that share nothing but the forward pass: central differences, and the complex step
Im f(x + ih) / h, which subtracts nothing and so is exact to rounding.
"""

from __future__ import annotations

import inspect
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import FunctionType
from typing import Any

import numpy as np

from grader.exercises.draw import Sizes, lstm_parameters, rnn_parameters
from solutions.lstm import lstm_backward, lstm_cell_backward, lstm_cell_forward, lstm_forward
from solutions.rnn import rnn_backward, rnn_cell_backward, rnn_cell_forward, rnn_forward

STEP = 1e-5
TINY = 1e-30
SEEDS = range(40)
FEW = SEEDS[:3]
LARGEST = Sizes(n_x=5, n_a=5, n_y=4, m=4, T_x=6)

Arrays = dict[str, np.ndarray]
HEAD = """\
## The right gradients are right

Each gradient of the four backward functions was compared with slopes of the forward function,
every entry of every input and parameter moved by itself, in {networks} random networks of each
kind, with sizes from 1 to {largest}. The loss is a random matrix times each output that has an
upstream gradient, summed (the hidden states of all steps, in an LSTM the last cell state too), and
that matrix is the upstream gradient. *Central differences* ran the solutions as they are, with
steps of {step:.0e}. For the *complex step* the same lines ran on complex numbers, with two
stand-ins: 1 / (1 + exp(-z)) for `sigmoid`, whose |z| has no complex slope, and zeros that are
complex. The numbers are the largest relative errors, max|a - b| / max|b|, of all networks."""


@dataclass(frozen=True)
class Pass:
    """A forward function and its backward function.

    `weighed` picks the outputs that the loss weighs; `backward` takes their weights and the cache.
    """

    forward: Callable[..., Any]
    backward: Callable[[list[np.ndarray], Any], Arrays]
    inputs: tuple[str, ...]
    weighed: Callable[[Any], tuple[np.ndarray, ...]]


PASSES = {
    "rnn_cell_backward": Pass(
        rnn_cell_forward,
        lambda weights, cache: rnn_cell_backward(*weights, cache),
        ("xt", "a_prev"),
        lambda outputs: outputs[:1],
    ),
    "rnn_backward": Pass(
        rnn_forward,
        lambda weights, caches: rnn_backward(*weights, caches),
        ("x", "a0"),
        lambda outputs: outputs[:1],
    ),
    "lstm_cell_backward": Pass(
        lstm_cell_forward,
        lambda weights, cache: lstm_cell_backward(*weights, cache),
        ("xt", "a_prev", "c_prev"),
        lambda outputs: outputs[:2],
    ),
    "lstm_backward": Pass(
        lstm_forward,
        lambda weights, caches: lstm_backward(weights[0], caches, weights[1]),
        ("x", "a0", "c0"),
        lambda outputs: (outputs[0], outputs[2][:, :, -1]),
    ),
}


@dataclass(frozen=True)
class Error:
    """How far a gradient is from either measurement, and how many entries it has."""

    entries: int
    central: float
    complex_step: float


def errors(network: Pass, seed: int) -> dict[str, Error]:
    """Measure every gradient of one random network: name -> error."""
    rng = np.random.default_rng(seed)
    inputs, parameters = draw(network, rng)
    outputs = network.forward(**inputs, parameters=parameters)
    weights = [rng.standard_normal(output.shape) for output in network.weighed(outputs)]
    gradients = network.backward(weights, outputs[-1])
    forward = on_complex_numbers(network.forward)

    def loss(run: Callable[..., Any], values: Arrays) -> Any:
        given = {name: values[name] for name in inputs}
        outputs = run(**given, parameters={name: values[name] for name in parameters})
        return sum(
            (w * out).sum() for w, out in zip(weights, network.weighed(outputs), strict=True)
        )

    found = {}
    for name, claimed in gradients.items():
        values = {**inputs, **parameters}
        array = name.removeprefix("d")
        central = central_differences(lambda v: loss(network.forward, v), values, array)
        exact = complex_step(lambda v: loss(forward, v), values, array)
        found[name] = Error(claimed.size, off(claimed, central), off(claimed, exact))
    return found


def draw(network: Pass, rng: np.random.Generator) -> tuple[Arrays, Arrays]:
    """Draw the inputs and parameters of a network of random sizes."""
    names = ("n_x", "n_a", "n_y", "m", "T_x")
    sizes = Sizes(**{name: int(rng.integers(1, getattr(LARGEST, name) + 1)) for name in names})
    shapes = {"x": (sizes.n_x, sizes.m, sizes.T_x), "xt": (sizes.n_x, sizes.m)}
    inputs = {
        name: sizes.array(rng, *shapes.get(name, (sizes.n_a, sizes.m))) for name in network.inputs
    }
    make = lstm_parameters if "lstm" in network.forward.__name__ else rnn_parameters
    return inputs, make(rng, sizes)


def central_differences(loss: Callable[[Arrays], float], values: Arrays, name: str) -> np.ndarray:
    """Measure the slope of a loss in every entry of one of its arrays."""
    slope = np.zeros(values[name].shape)
    for index in np.ndindex(slope.shape):
        up, down = values[name].copy(), values[name].copy()
        up[index] += STEP
        down[index] -= STEP
        above, below = loss({**values, name: up}), loss({**values, name: down})
        slope[index] = (above - below) / (up[index] - down[index])
    return slope


def complex_step(loss: Callable[[Arrays], complex], values: Arrays, name: str) -> np.ndarray:
    """Measure the same with a step in the imaginary direction."""
    values = {key: value.astype(complex) for key, value in values.items()}
    slope = np.zeros(values[name].shape)
    for index in np.ndindex(slope.shape):
        moved = values[name].copy()
        moved[index] += 1j * TINY
        slope[index] = loss({**values, name: moved}).imag / TINY
    return slope


def off(claimed: np.ndarray, measured: np.ndarray) -> float:
    if claimed.shape != measured.shape:
        return np.inf
    return float(np.abs(claimed - measured).max() / np.abs(measured).max())


class ComplexNumPy:
    """NumPy, but its zeros are complex."""

    def __getattr__(self, name: str) -> Any:
        return getattr(np, name)

    def zeros(self, shape: tuple[int, ...]) -> np.ndarray:
        return np.zeros(shape, dtype=complex)


def analytic_sigmoid(z: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-z))


def on_complex_numbers(function: FunctionType) -> Callable[..., Any]:
    """Give a function of the solutions, and those of its module that it calls, complex arrays."""
    space = {**function.__globals__, "np": ComplexNumPy(), "sigmoid": analytic_sigmoid}
    for name, value in function.__globals__.items():
        if inspect.isfunction(value) and value.__module__ == function.__module__:
            space[name] = FunctionType(value.__code__, space, name, value.__defaults__)
    return space[function.__name__]


def largest_errors(quick: bool = False) -> Iterator[tuple[str, str, Error]]:
    """Give (function, gradient, error), the largest of all networks."""
    for function, network in PASSES.items():
        seen: dict[str, list[Error]] = defaultdict(list)
        for seed in FEW if quick else SEEDS:
            for name, error in errors(network, seed).items():
                seen[name].append(error)
        for name, all_of_it in seen.items():
            yield function, name, together(all_of_it)


def together(found: list[Error]) -> Error:
    return Error(
        sum(error.entries for error in found),
        max(error.central for error in found),
        max(error.complex_step for error in found),
    )


def section(quick: bool = False) -> str:
    """Write the largest error of every gradient as a section of Markdown."""
    largest = max(vars(LARGEST)[name] for name in ("n_x", "n_a", "n_y", "m", "T_x"))
    networks = len(FEW if quick else SEEDS)
    lines = [
        HEAD.format(networks=networks, largest=largest, step=STEP),
        "",
        "| function | gradient | entries measured | central differences | complex step |",
        "|---|---|---:|---:|---:|",
    ]
    for function, name, error in largest_errors(quick):
        numbers = f"{error.entries} | {error.central:.0e} | {error.complex_step:.0e}"
        lines.append(f"| `{function}` | `{name}` | {numbers} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(section(quick="--quick" in sys.argv), end="")
