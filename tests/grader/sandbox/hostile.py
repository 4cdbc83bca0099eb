"""Values of every kind that `wire.load` may give back."""

import numpy as np
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from grader.exercise import Opaque
from grader.sandbox import wire

WORDS = ("answers", "helper", "plain", "crashed", "timeout", "xt", "cache", "parameters", "a_next")
TEXT = st.sampled_from(WORDS) | st.text(max_size=8).map(wire.text)
ARRAYS = arrays.arrays(
    st.sampled_from(list(wire.KNOWN)), arrays.array_shapes(min_dims=0, min_side=0, max_side=4)
)
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-wire.LARGEST_INTEGER, wire.LARGEST_INTEGER),
    TEXT,
    ARRAYS,
    TEXT.map(Opaque),
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.lists(inner, max_size=3).map(tuple),
        st.dictionaries(TEXT, inner, max_size=3),
    ),
    max_leaves=8,
)

NASTY = (
    None,
    True,
    -1,
    wire.LARGEST_INTEGER,
    "",
    "a_next",
    Opaque("a thing"),
    [],
    (),
    {},
    [[[]]],
    [np.zeros(2), None],
    (1, "x", np.ones((1, 1))),
    {"a_next": np.ones(3), "dWax": None, "steps": np.ones(2), "": {}},
    *(np.ones((), kind) for kind in wire.KNOWN),
    np.zeros(0),
    np.zeros((0, 3)),
    np.zeros((3, 0, 2)),
    np.ones((1,) * 8),
    np.full((2, 3), np.nan),
    np.full(4, -np.inf),
    np.full((3, 3, 3), 1.7e308),
    np.full((2, 2), 2**63, np.uint64),
    np.full(3, 6e4, np.float16),
    np.ones((4, 2), complex),
    np.ones((2, 2), bool),
)


def spoiled(value, rng):
    """Give a value like this one, here and there with something nasty in it."""
    if rng.random() < 0.1:
        return rng.choice(NASTY)
    if isinstance(value, dict):
        return {key: spoiled(item, rng) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return type(value)(spoiled(item, rng) for item in value)
    if isinstance(value, np.ndarray) and rng.random() < 0.2:
        with np.errstate(all="ignore"):
            return rng.choice([value.T, value * 1e308, value[None], value + np.inf, -value])
    return value
