"""Every attack gets what it deserves, and does no harm to anyone else."""

import os

import catalogue
import pytest

from grader.sandbox.fork import Lost

ATTACKS = catalogue.of(but="sharing")


@pytest.mark.attack
@pytest.mark.parametrize("attack", catalogue.marked(ATTACKS))
def test_attack(world, attack):
    before = len(os.listdir("/proc/self/fd"))
    if catalogue.LOST in attack.expected:
        expected = attack.expected[catalogue.LOST]
        with pytest.raises(Lost, match=expected.words) as caught:
            world.judge(attack.source, **attack.limits)
        assert caught.value.kind == expected.status
    else:
        verdicts = world.judge(attack.source, **attack.limits)
        assert {name: (verdict.status, verdict.points) for name, verdict in verdicts.items()} == {
            name: (e.status, e.points) for name, e in attack.expected.items()
        }
        for name, expected in attack.expected.items():
            assert expected.words in verdicts[name].message
            assert len(verdicts[name].message) <= attack.options.get("longest", 1000)
    world.check_unharmed()
    assert len(os.listdir("/proc/self/fd")) == before
