"""Do gradients agree with the slopes of the learner's own forward pass? Shown, never scored.

This needs no right answer: a step of ±ε along a random direction v changes the loss by
2ε Σ dV ⊙ v, whatever the network. It speaks of the forward pass as much as of the gradients, so no
points hang on it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

import numpy as np

from grader.exercise import Cache, Caches, Exercise, Plan

STEP = 1e-5
CLOSE = 1e-4
CALL = "plain"


def forward_of(exercise: Exercise) -> str | None:
    """Name the forward function whose slopes a backward function computes."""
    name = exercise.name
    return name.replace("backward", "forward") if name.endswith("_backward") else None


def agreement(
    plan: Plan, cell: Exercise, forward: Callable[..., Any], gradients: Mapping[str, np.ndarray]
) -> dict[str, bool]:
    """Compare gradients with central differences of a forward function.

    Parameters
    ----------
    plan : Plan
        Of a backward exercise; its plain call gives the point and the upstream gradients.
    cell : Exercise
        The forward cell, which knows what stands where in a cache.
    forward : callable
        The learner's own forward function.
    gradients : dict
        What the backward function gave for the plain call: name -> array.

    Returns
    -------
    agree : dict
        Name of a gradient -> whether it is the slope of `forward`.
    """
    *upstream, kept = plan.calls[CALL].args
    inputs = point(kept, cell)
    agree: dict[str, bool] = {}
    for name, array, moved in shifts(inputs):
        gradient = gradients.get(f"d{name}")
        if gradient is None or gradient.shape != array.shape:
            continue
        direction = np.random.default_rng(len(agree)).standard_normal(array.shape)
        up, down = (
            loss(forward(*moved(step * direction).values()), upstream) for step in (STEP, -STEP)
        )
        slope, claimed = (up - down) / (2 * STEP), float((gradient * direction).sum())
        agree[f"d{name}"] = abs(slope - claimed) <= CLOSE * max(abs(slope), abs(claimed), 1e-3)
    return agree


def point(kept: Any, cell: Exercise) -> dict[str, Any]:
    """Read the forward function's arguments from the cache, or the caches, of a call."""
    layout = next(part for part in cell.returns if isinstance(part, Cache | Caches))
    assert isinstance(layout, Cache)
    names = [entry.name for entry in layout.entries]
    if isinstance(kept[0], list):
        steps, x = kept
        first = dict(zip(names, steps[0], strict=True))
        return {"x": x, "a0": first["a_prev"], "parameters": first["parameters"]}
    entries = dict(zip(names, kept, strict=True))
    return {name: entries[name] for name in cell.arguments}


Shifted = Callable[[np.ndarray], dict[str, Any]]


def shifts(inputs: dict[str, Any]) -> Iterator[tuple[str, np.ndarray, Shifted]]:
    """Give every array of the arguments, with a function that adds something to it alone."""
    parameters = inputs["parameters"]
    for name, value in inputs.items():
        if name != "parameters":
            yield name, value, partial(shifted, inputs, name)
    for name, value in parameters.items():
        yield name, value, partial(with_parameter_shifted, inputs, name)


def shifted(values: dict[str, Any], name: str, by: np.ndarray) -> dict[str, Any]:
    return {**values, name: values[name] + by}


def with_parameter_shifted(inputs: dict[str, Any], name: str, by: np.ndarray) -> dict[str, Any]:
    return {**inputs, "parameters": shifted(inputs["parameters"], name, by)}


def loss(returned: Any, upstream: list[np.ndarray]) -> float:
    """Weigh what came out with the gradients that come in, so that those are its slopes."""
    return float(
        sum((d * out).sum() for d, out in zip(upstream, returned, strict=False))  # the first ones
    )
