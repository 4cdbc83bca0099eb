"""Does what is packed come back as it was, down to which objects are one and the same?"""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from grader.exercises import EXERCISES
from grader.exercises.tools import NamedFunction
from grader.packing import pack, unpack
from grader.reference import Live
from grader.runners.plain import plain, same

leaves = (
    st.none()
    | st.booleans()
    | st.integers(-(2**40), 2**40)
    | st.floats(allow_nan=False)
    | st.text(max_size=5)
    | arrays.arrays(np.float64, arrays.array_shapes(min_dims=0, max_dims=3, min_side=0))
    | arrays.arrays(np.float32, arrays.array_shapes(max_dims=2))
)
nested = st.recursive(
    leaves,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=8,
)


def identical(a, b):
    if isinstance(a, np.ndarray):
        return a.dtype == b.dtype and a.shape == b.shape and a.tobytes() == b.tobytes()
    if isinstance(a, dict):
        return list(a) == list(b) and all(identical(a[key], b[key]) for key in a)
    if isinstance(a, tuple | list):
        return type(a) is type(b) and len(a) == len(b) and all(map(identical, a, b))
    return type(a) is type(b) and a == b


@given(nested)
def test_what_is_packed_comes_back(value):
    assert identical(unpack(pack(value)), value)


def test_memory_order_survives():
    array = np.asarray(np.arange(6.0).reshape(2, 3), order="F")
    again = unpack(pack([array, array.T.copy()]))
    assert again[0].flags.f_contiguous
    assert not again[0].flags.c_contiguous
    assert again[1].flags.c_contiguous


def test_what_stood_in_two_places_is_one_object_again():
    shared = {"W": np.ones(2)}
    one, other = unpack(pack([(1, shared), (2, shared)]))
    assert one[1] is other[1]


def test_arrays_can_be_written_to():
    again = unpack(pack(np.zeros(3)))
    again[0] = 1
    assert again[0] == 1


def test_a_named_function_comes_back_as_a_function():
    assert unpack(pack(NamedFunction("Σ x³")))(np.array([2.0])) == 8


@pytest.mark.parametrize("value", [object(), {1, 2}, b"bytes", np.float64(1.0)])
def test_anything_else_is_refused(value):
    with pytest.raises(TypeError, match="cannot be packed"):
        pack([value])


@pytest.mark.parametrize("name", EXERCISES)
def test_every_plan_of_the_course_can_be_packed(name):
    plan = Live().plan(EXERCISES[name])
    args = [list(call.args) for call in plan.calls.values()]
    again = unpack(pack(args))
    if name != "numerical_gradient":  # its first argument is a function
        assert same(plain(again), plain(args))
