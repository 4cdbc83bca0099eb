"""Are wrong answers that were written without reading the bank still called what was read?"""

import json

import pytest
import unseen

READINGS = json.loads(unseen.READINGS.read_text("utf-8"))
ANSWERS = [one for batch in unseen.BATCHES for one in unseen.answers(batch)]


@pytest.fixture(scope="module")
def cases():
    return unseen.Cases(unseen.SEED)


@pytest.mark.parametrize(
    "one",
    [
        pytest.param(one, id=one.key, marks=[pytest.mark.long] if place % 6 else [])
        for place, one in enumerate(ANSWERS)
    ],
)
def test_a_wrong_answer_is_called_what_was_read(one, cases):
    verdict = unseen.judged(one.function, one.source, cases)
    assert unseen.kind(one, verdict, READINGS) in unseen.KINDS


def test_every_reading_is_of_an_answer():
    assert set(READINGS) <= {one.key for one in ANSWERS}


def test_a_reading_holds_for_its_names_only(cases):
    one = next(one for one in ANSWERS if READINGS[one.key]["names"])
    verdict = unseen.judged(one.function, one.source, cases)
    with pytest.raises(AssertionError, match="was not read with these names"):
        unseen.kind(one, verdict, {})
