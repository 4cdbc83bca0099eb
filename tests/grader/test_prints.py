"""Are the stored prints those of the known mistakes as they are now?"""

import json
from dataclasses import replace

import pytest
from answers import REFERENCE

from grader import prints
from grader.checks.values import TOLERANCE
from grader.exercises import EXERCISES


def test_they_are_up_to_date():
    assert prints.fresh(prints.FILE) is not None, "run `make build`"


@pytest.mark.parametrize("name", EXERCISES)
def test_they_are_what_the_mistakes_leave(name):
    exercise = EXERCISES[name]
    stored = {m.id: p for m, p in REFERENCE.bank(REFERENCE.plan(exercise)).known}
    every = REFERENCE.bank(replace(REFERENCE.plan(exercise), seed=None)).known
    for mistake, live in every[:: max(1, len(every) // 12)]:
        for output in mistake.spoils:
            one, other = stored[mistake.id].whole(output), live.whole(output)
            assert (one is None) == (other is None)
            assert one is None or one.is_like(other, TOLERANCE)


def test_a_file_of_other_mistakes_is_not_used(tmp_path):
    other = json.loads(prints.FILE.read_text("utf-8")) | {"key": "of other mistakes"}
    file = tmp_path / "prints.json"
    file.write_text(json.dumps(other))
    assert prints.fresh(file) is None
    file.write_text("{")
    assert prints.fresh(file) is None
    assert prints.fresh(tmp_path / "nothing.json") is None
