"""The four exercises of lessons 01 and 02."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from grader.exercise import Array, Cache, Caches, Call, Exercise, Functions, Parameters
from grader.exercises.draw import CASES, rnn_parameters
from grader.exercises.laws import (
    BASE,
    batch_columns_independent,
    carries_over,
    causal,
    initial_state_used,
    linear_in,
    no_gradient_before_its_cause,
    one_step_is_the_cell,
)

CELL_ENTRIES = (
    Array("a_next", "(n_a, m)", weight=0),
    Array("a_prev", "(n_a, m)", weight=0, handed_through=True),
    Array("xt", "(n_x, m)", weight=0, handed_through=True),
    Parameters(),
)
X = Array("x", "(n_x, m, T_x)", weight=0)


def cell_cases(rng: np.random.Generator, functions: Functions) -> Iterator[Call]:
    """Draw (xt, a_prev, parameters) of every size."""
    for name, sizes in CASES.items():
        xt = sizes.array(rng, sizes.n_x, sizes.m)
        args = (xt, sizes.state(rng), rnn_parameters(rng, sizes))
        yield Call(name, args, sizes.shows)


def cell_forward_cases(rng: np.random.Generator, functions: Functions) -> Iterator[Call]:
    """Draw those, and other numbers of one size: no answer may be remembered by its shape."""
    yield from cell_cases(rng, functions)
    sizes = CASES[BASE]
    xt = sizes.array(rng, sizes.n_x, sizes.m)
    args = (xt, sizes.state(rng), rnn_parameters(rng, sizes))
    yield Call("other numbers", args, "with other numbers")


def sequence_cases(rng: np.random.Generator, functions: Functions) -> Iterator[Call]:
    """Draw (x, a0, parameters) of every size."""
    for name, sizes in CASES.items():
        args = (sizes.x(rng), sizes.state(rng), rnn_parameters(rng, sizes))
        yield Call(name, args, sizes.shows)


def cell_backward_cases(rng: np.random.Generator, functions: Functions) -> Iterator[Call]:
    """Draw (da_next, cache), the cache from a real forward pass."""
    for call in cell_cases(rng, functions):
        a_next, _, cache = functions.function("rnn_cell_forward")(*call.args)
        da_next = rng.standard_normal(a_next.shape).astype(a_next.dtype)
        yield Call(call.name, (da_next, cache), call.shows)


def backward_cases(rng: np.random.Generator, functions: Functions) -> Iterator[Call]:
    """Draw (da, caches), the caches from a real forward pass."""
    for call in sequence_cases(rng, functions):
        a, _, caches = functions.function("rnn_forward")(*call.args)
        da = rng.standard_normal(a.shape).astype(call.args[0].dtype)
        yield Call(call.name, (da, caches), call.shows)


RNN_CELL_FORWARD = Exercise(
    "rnn_cell_forward",
    lesson="01_rnn_forward",
    arguments=("xt", "a_prev", "parameters"),
    returns=(
        Array("a_next", "(n_a, m)", weight=2),
        Array("yt_pred", "(n_y, m)", weight=3),
        Cache("cache", CELL_ENTRIES),
    ),
    form="tuple",
    cases=cell_forward_cases,
    properties=(batch_columns_independent("a_next", "yt_pred"),),
)

RNN_FORWARD = Exercise(
    "rnn_forward",
    lesson="01_rnn_forward",
    arguments=("x", "a0", "parameters"),
    returns=(
        Array("a", "(n_a, m, T_x)", weight=3),
        Array("y_pred", "(n_y, m, T_x)", weight=3),
        Caches("caches", Cache("cache", CELL_ENTRIES), X, weight=2),
    ),
    form="tuple",
    cases=sequence_cases,
    properties=(
        causal("a", "y_pred"),
        initial_state_used("a"),
        batch_columns_independent("a", "y_pred"),
        carries_over("a", "y_pred"),
        one_step_is_the_cell("a", "y_pred"),
    ),
    helper="rnn_cell_forward",
)

RNN_CELL_BACKWARD = Exercise(
    "rnn_cell_backward",
    lesson="02_rnn_backward",
    arguments=("da_next", "cache"),
    returns=(
        Array("dxt", "(n_x, m)"),
        Array("da_prev", "(n_a, m)"),
        Array("dWax", "(n_a, n_x)"),
        Array("dWaa", "(n_a, n_a)"),
        Array("dba", "(n_a, 1)"),
    ),
    form="dict",
    cases=cell_backward_cases,
    properties=(
        linear_in(("da_next",), "dxt", "da_prev", "dWax", "dWaa", "dba"),
        batch_columns_independent("dxt", "da_prev"),
    ),
)

RNN_BACKWARD = Exercise(
    "rnn_backward",
    lesson="02_rnn_backward",
    arguments=("da", "caches"),
    returns=(
        Array("dx", "(n_x, m, T_x)", weight=2),
        Array("da0", "(n_a, m)", weight=2),
        Array("dWax", "(n_a, n_x)", weight=3),
        Array("dWaa", "(n_a, n_a)", weight=3),
        Array("dba", "(n_a, 1)", weight=2),
    ),
    form="dict",
    cases=backward_cases,
    properties=(
        linear_in(("da",), "dx", "da0", "dWax", "dWaa", "dba"),
        no_gradient_before_its_cause("dx"),
        batch_columns_independent("dx", "da0"),
    ),
    helper="rnn_cell_backward",
)

RNN = (RNN_CELL_FORWARD, RNN_FORWARD, RNN_CELL_BACKWARD, RNN_BACKWARD)
