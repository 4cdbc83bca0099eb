"""Is a map of wrong entries told in words, and is there a mark for each entry?"""

import pytest

from grader.error_map import ErrorMap
from grader.show.error_map import caption, picture, spoken

HALVES = ErrorMap("dWf", "wrong in one half", ((1.0, 0.0, 0.0), (1.0, 1.0, 0.0)), "n_a + n_x", 2)
STEPS = ErrorMap("dx", "", ((0.5, 0.0), (1.0, 0.0)), "T_x")


def test_every_entry_has_a_square_and_every_wrong_one_a_mark():
    drawn = picture(HALVES)
    assert drawn.count('class="ok"') == 6
    assert drawn.count('class="no"') == drawn.count('class="cross"') == 3


def test_an_entry_that_is_wrong_for_some_examples_is_filled_in_part():
    drawn = picture(STEPS)
    assert drawn.count('class="no"') == 2
    assert drawn.count('class="cross"') == 1


def test_it_is_told_to_whoever_cannot_see_it():
    assert spoken(HALVES) == "Map of dWf, 2 rows, 3 columns: 3 places are wrong; wrong in one half"
    assert f'role="img" aria-label="{spoken(HALVES)}"' in picture(HALVES)
    assert "2 rows, 2 steps" in spoken(STEPS)


def test_the_two_halves_stand_apart_and_are_named():
    assert "left the columns of a⟨t-1⟩, right those of x⟨t⟩" in caption(HALVES)
    assert 'width="53"' in picture(HALVES)
    assert 'width="32"' in picture(STEPS)


@pytest.mark.parametrize("shape", [(25, 3), (3, 25)])
def test_a_map_too_large_to_read_is_not_drawn(shape):
    rows, columns = shape
    assert picture(ErrorMap("dWf", "", ((1.0,) * columns,) * rows, "n_a")) == ""
