"""Are arguments copied as they are, and is every change of them seen?"""

import numpy as np
import pytest

from grader.runners.plain import copied, same

W = np.arange(6.0).reshape(2, 3)


def arguments():
    parameters = {"W": W.copy(), "b": np.zeros((2, 1))}
    caches = [(np.ones((2, 4)), parameters), (np.ones((2, 4)), parameters)]
    return (np.asfortranarray(W), (caches, np.ones(3)), 2.5, "Σ x³")


def test_a_copy_is_equal_and_shares_nothing_with_its_original():
    was = arguments()
    now = copied(was)
    assert same(now, was)
    now[1][0][1][1]["W"][0, 0] = 7
    assert was[1][0][1][1]["W"][0, 0] == 0


def test_what_is_one_object_in_two_places_is_one_in_the_copy():
    now = copied(arguments())
    first, second = now[1][0]
    assert first[1] is second[1]
    assert first[0] is not second[0]


def test_the_order_in_memory_is_kept():
    assert copied(arguments())[0].flags.f_contiguous


@pytest.mark.parametrize(
    "change",
    [
        lambda args: args[0].__setitem__((1, 2), 9),
        lambda args: args[1][0][0][1].__setitem__("b", np.ones((2, 1))),
        lambda args: args[1][0][0][1].pop("b"),
        lambda args: args[1][0].append("more"),
        lambda args: args[1][0].__setitem__(0, None),
        lambda args: args[1][0][1][1].__setitem__("W", "no array"),
        lambda args: args[1][1].__iadd__(1e-3),
        lambda args: args[1][0][0][1].__setitem__("W", W.astype(object)),
    ],
)
def test_every_change_is_seen(change):
    was = arguments()
    now = copied(was)
    change(now)
    assert not same(now, was)


def test_what_was_put_back_up_to_rounding_is_no_change():
    was = arguments()
    now = copied(was)
    now[0][:] = now[0] * 3 / 3 + 1e-15
    now[1][0][0][1]["W"] = now[1][0][0][1]["W"].astype(np.float32)
    assert same(now, was)


def test_numbers_that_are_none_are_equal_to_themselves():
    was = (np.array([np.nan, 1]), float("nan"))
    assert same(copied(was), was)
