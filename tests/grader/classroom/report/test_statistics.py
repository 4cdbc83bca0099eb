"""Are the numbers of the report what its notes say?"""

import numpy as np
import pytest

from grader.classroom.report.collecting import Answer, Class, Person
from grader.classroom.report.statistics import BINS, ENOUGH, bin_of, measured

FIRST, SECOND = "rnn_cell_forward", "rnn_forward"


def class_of(points):
    """Make a class from pairs of points, in the two exercises."""
    people = [Person(str(n), "", str(n)) for n in range(len(points))]
    answers = [
        Answer(person, name, "correct" if own == most else "wrong", own, most)
        for person, pair in zip(people, points, strict=True)
        for name, own, most in zip((FIRST, SECOND), pair, (6, 8), strict=True)
    ]
    return Class(tuple(people), (), tuple(answers))


@pytest.mark.parametrize(
    ("share", "bin"),
    [
        (0, "none"),
        (0.1, "under ¼"),
        (0.25, "¼ to ½"),
        (0.5, "½ to ¾"),
        (0.99, "from ¾"),
        (1, "all"),
    ],
)
def test_none_and_all_of_the_points_have_bins_of_their_own(share, bin):
    assert BINS[bin_of(share)] == bin


def test_bins_statuses_and_the_mean_count_every_answer():
    one = measured(class_of([(6, 8), (0, 8), (3, 0)]))[0]
    assert one.bins == (1, 0, 0, 1, 0, 1)
    assert one.statuses == {"correct": 1, "wrong": 2}
    assert one.answers == 3
    assert one.mean == pytest.approx(0.5)


def test_discrimination_is_the_correlation_with_the_other_exercises_alone():
    rng = np.random.default_rng(0)
    points = [(int(a), int(b)) for a, b in rng.integers(0, 7, (ENOUGH, 2))]
    one, other = measured(class_of(points))
    right = np.corrcoef(*np.transpose(points))[0, 1]
    assert one.discrimination == pytest.approx(right)
    assert other.discrimination == pytest.approx(right)


def test_nothing_is_said_of_a_small_class_or_where_all_are_equal():
    assert measured(class_of([(n % 7, n % 5) for n in range(ENOUGH - 1)]))[0].discrimination is None
    assert measured(class_of([(6, n % 5) for n in range(ENOUGH)]))[0].discrimination is None
    assert measured(class_of([(n % 7, n % 5) for n in range(ENOUGH)]))[0].discrimination is not None


def test_other_assignments_do_not_count_into_the_rest():
    about = class_of([(n % 7, n % 5) for n in range(ENOUGH)])
    more = tuple(
        Answer(person, "lstm_forward", "wrong", float(n), 6)
        for n, person in enumerate(about.people)
    )
    before = measured(about)[0].discrimination
    both = Class(about.people, (), about.answers + more)
    assert measured(both)[0].discrimination == pytest.approx(before)
    assert measured(both)[2].discrimination is None  # alone in its assignment


def test_what_does_not_count_has_a_share_all_the_same():
    person = Person("1", "", "1")
    assert Answer(person, FIRST, "correct", 0, 0).share == 1
    assert Answer(person, FIRST, "wrong", 0, 0).share == 0
