"""The four exercises of lessons 03 and 04."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from grader.exercise import (
    Array,
    Cache,
    Caches,
    Call,
    Exercise,
    Functions,
    Parameters,
    Property,
)
from grader.exercises.draw import CASES, lstm_parameters
from grader.exercises.laws import (
    BASE,
    Answers,
    Breaches,
    Calls,
    batch_columns_independent,
    causal,
    far,
    initial_state_used,
    linear_in,
    no_gradient_before_its_cause,
    one_step_is_the_cell,
)

SHUT = 30.0
"""A bias that opens or shuts a gate to within 1e-12 without any overflow."""

NEW, OLD = ("a_next", "c_next"), ("a_prev", "c_prev")
GATES = ("ft", "it", "cct", "ot")


def cell_entries(gate_weight: float) -> tuple[Array | Parameters, ...]:
    """Give the ten entries of an LSTM cell's cache."""
    return (
        *(Array(name, "(n_a, m)", weight=0) for name in NEW),
        *(Array(name, "(n_a, m)", weight=0, handed_through=True) for name in OLD),
        *(Array(name, "(n_a, m)", weight=gate_weight) for name in GATES),
        Array("xt", "(n_x, m)", weight=0, handed_through=True),
        Parameters(),
    )


def cell_cases(rng: np.random.Generator, functions: Functions) -> Iterator[Call]:
    """Draw (xt, a_prev, c_prev, parameters) of every size."""
    for name, sizes in CASES.items():
        xt = sizes.array(rng, sizes.n_x, sizes.m)
        args = (xt, sizes.state(rng), sizes.state(rng), lstm_parameters(rng, sizes))
        yield Call(name, args, sizes.shows)


def sequence_cases(rng: np.random.Generator, functions: Functions) -> Iterator[Call]:
    """Draw (x, a0, parameters) of every size."""
    for name, sizes in CASES.items():
        args = (sizes.x(rng), sizes.state(rng), lstm_parameters(rng, sizes))
        yield Call(name, args, sizes.shows)


def cell_backward_cases(rng: np.random.Generator, functions: Functions) -> Iterator[Call]:
    """Draw (da_next, dc_next, cache), the cache from a real forward pass."""
    for call in cell_cases(rng, functions):
        a_next, c_next, _, cache = functions.function("lstm_cell_forward")(*call.args)
        da_next, dc_next = rng.standard_normal((2, *a_next.shape)).astype(c_next.dtype)
        yield Call(call.name, (da_next, dc_next, cache), call.shows)


def backward_cases(rng: np.random.Generator, functions: Functions) -> Iterator[Call]:
    """Draw (da, caches), the caches from a real forward pass."""
    for call in sequence_cases(rng, functions):
        a, _, _, caches = functions.function("lstm_forward")(*call.args)
        da = rng.standard_normal(a.shape).astype(call.args[0].dtype)
        yield Call(call.name, (da, caches), call.shows)


def limiting_gates() -> Property:
    """Gates at their ends: forget open and input shut keep c; output shut gives a = 0."""

    def calls(before: Calls, rng: np.random.Generator, functions: Functions) -> Iterator[Call]:
        call = before[BASE]
        xt, a_prev, c_prev, parameters = call.args
        settings = {"kept state": {"bf": SHUT, "bi": -SHUT}, "shut output": {"bo": -SHUT}}
        for name, biases in settings.items():
            gates = {key: np.full_like(parameters[key], value) for key, value in biases.items()}
            args = (xt, a_prev, c_prev, parameters | gates)
            yield replace(call, name=name, args=args, shows="when gates are fully open or shut")

    def holds(calls: Calls, answers: Answers, reference: Answers) -> Breaches:
        c_next = answers.get("kept state", {}).get(("c_next",))
        if c_next is not None and far(c_next, calls["kept state"].args[2]):
            yield (
                "c_next",
                "with the forget gate open and the input gate shut, c does not stay as it is",
            )
        a_next = answers.get("shut output", {}).get(("a_next",))
        if a_next is not None and np.abs(a_next).max(initial=0) > 1e-6:
            yield "a_next", "with the output gate shut, a is not zero"

    return Property("limiting gates", calls, holds)


def highway() -> Property:
    """Without a gradient on a, that of c passes through the forget gate and nothing else."""

    def calls(before: Calls, rng: np.random.Generator, functions: Functions) -> Iterator[Call]:
        call = before[BASE]
        da_next, dc_next, cache = call.args
        args = (np.zeros_like(da_next), dc_next, cache)
        yield replace(call, name="through c alone", args=args, shows="when da_next is zero")

    def holds(calls: Calls, answers: Answers, reference: Answers) -> Breaches:
        _, dc_next, cache = calls["through c alone"].args
        dc_prev = answers.get("through c alone", {}).get(("dc_prev",))
        if dc_prev is not None and far(dc_prev, dc_next * cache[4]):
            yield "dc_prev", "with da_next = 0, dc_prev is not dc_next ⊙ Γ_f"

    return Property("the cell state is a highway", calls, holds)


GRADIENTS = tuple(f"d{kind}{gate}" for gate in "fico" for kind in "Wb")


def weight_gradients(dW: float, db: float) -> tuple[Array, ...]:
    """Give dWf, dbf, dWi, … with these weights."""
    shape = {"W": ("(n_a, n_a + n_x)", dW), "b": ("(n_a, 1)", db)}
    return tuple(Array(name, *shape[name[1]]) for name in GRADIENTS)


LSTM_CELL_FORWARD = Exercise(
    "lstm_cell_forward",
    lesson="03_lstm_forward",
    arguments=("xt", "a_prev", "c_prev", "parameters"),
    returns=(
        Array("a_next", "(n_a, m)", weight=2),
        Array("c_next", "(n_a, m)", weight=2),
        Array("yt_pred", "(n_y, m)", weight=2),
        Cache("cache", cell_entries(gate_weight=0.75)),
    ),
    form="tuple",
    cases=cell_cases,
    properties=(batch_columns_independent("a_next", "c_next", "yt_pred"), limiting_gates()),
)

LSTM_FORWARD = Exercise(
    "lstm_forward",
    lesson="03_lstm_forward",
    arguments=("x", "a0", "parameters"),
    returns=(
        Array("a", "(n_a, m, T_x)", weight=1.5),
        Array("y", "(n_y, m, T_x)", weight=1.5),
        Array("c", "(n_a, m, T_x)", weight=1.5),
        Caches(
            "caches",
            Cache("cache", cell_entries(gate_weight=0), scalars=("c_prev",)),
            Array("x", "(n_x, m, T_x)", weight=0),
            weight=1.5,
        ),
    ),
    form="tuple",
    cases=sequence_cases,
    properties=(
        causal("a", "y", "c"),
        initial_state_used("a"),
        batch_columns_independent("a", "y", "c"),
        one_step_is_the_cell("a", "y", "c"),
    ),
    helper="lstm_cell_forward",
)

LSTM_CELL_BACKWARD = Exercise(
    "lstm_cell_backward",
    lesson="04_lstm_backward",
    arguments=("da_next", "dc_next", "cache"),
    returns=(
        Array("dxt", "(n_x, m)", weight=2),
        Array("da_prev", "(n_a, m)", weight=2),
        Array("dc_prev", "(n_a, m)", weight=2),
        *weight_gradients(dW=1.5, db=1.5),
    ),
    form="dict",
    cases=cell_backward_cases,
    properties=(
        linear_in(("da_next", "dc_next"), "dxt", "da_prev", "dc_prev", *GRADIENTS),
        batch_columns_independent("dxt", "da_prev", "dc_prev"),
        highway(),
    ),
)

LSTM_BACKWARD = Exercise(
    "lstm_backward",
    lesson="04_lstm_backward",
    arguments=("da", "caches"),
    returns=(
        Array("dx", "(n_x, m, T_x)", weight=2),
        Array("da0", "(n_a, m)", weight=2),
        *weight_gradients(dW=1.25, db=0.75),
    ),
    form="dict",
    cases=backward_cases,
    properties=(
        linear_in(("da",), "dx", "da0", *GRADIENTS),
        no_gradient_before_its_cause("dx"),
        batch_columns_independent("dx", "da0"),
    ),
    helper="lstm_cell_backward",
)

LSTM = (LSTM_CELL_FORWARD, LSTM_FORWARD, LSTM_CELL_BACKWARD, LSTM_BACKWARD)
