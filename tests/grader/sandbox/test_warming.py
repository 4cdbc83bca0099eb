"""What the supervisor plays through before it forks: all of it works, and nothing of it stays."""

import gc
import linecache
import sys

import pytest

from grader.runners import namespace
from grader.sandbox import asking, guest, warming


class Heard(warming.Played):
    def __init__(self, said):
        super().__init__()
        self.said = said

    def write(self, value):
        super().write(value)
        self.said.append(value)


@pytest.fixture
def warmed():
    warming.warm_up(guest.answer_requests)
    yield
    gc.unfreeze()


def test_every_call_is_answered():
    said = []
    with pytest.raises(warming.Over):
        guest.answer_requests(Heard(said))
    description, *rest = said
    assert description["expected"] == [warming.CELL, warming.SEQUENCE]
    cell, *questions, sequence = rest
    assert {kind for kind, *_ in questions} == {asking.FIRST, asking.HELPER}
    for _, answers, chained in (cell, sequence):
        assert answers
        assert all(failure is None for _, (_, failure, _, _) in answers)
        assert not chained


def test_nothing_of_it_stays(warmed):
    assert "submission" not in sys.modules
    assert not any("code cell" in place for place in linecache.cache)
    assert namespace.compiled.cache_info().currsize == 0
