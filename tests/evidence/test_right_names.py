"""Does the count of right names see a wrong one?"""

import names
import pytest
from judged import Cases, judged

from solutions.mistakes import apply, of

CASES = Cases(21)
KNOWN = {mistake.id: mistake for mistake in of("rnn_cell_backward")}


def test_a_mistake_has_its_own_name():
    assert names.fate(KNOWN["square-missing"], CASES) == "own name"


def verdict_on(id):
    mistake = KNOWN[id]
    return judged(mistake.of, apply(mistake, CASES.source(mistake.of)), CASES)


@pytest.mark.parametrize(
    ("one", "other", "said", "kind"),
    [
        ("square-missing", "dba-averaged", "square-missing", "one"),
        ("dba-averaged", "dWaa-transposed", "square-missing", "another name"),
    ],
)
def test_a_pair_is_counted_by_what_is_said(one, other, said, kind):
    assert names.pair_fate(KNOWN[one], KNOWN[other], verdict_on(said)) == kind


def test_some_pairs_are_named():
    counts = names.pairs("rnn_cell_backward", CASES, 12)
    assert counts.total() == 12
    assert counts["both"] + counts["one"] > 0
