"""Two submissions have nothing in common: nothing is left for the next, nor passed to a neighbour.

Each attack looks for what another one has left, then leaves it. It says what it found.
"""

from concurrent.futures import ThreadPoolExecutor

import catalogue
import pytest

from grader.sandbox.host import Sandbox

ATTACKS = catalogue.of("sharing")


@pytest.fixture(scope="session")
def neighbour():
    with Sandbox() as sandbox:
        yield sandbox


def check(attack, verdict):
    expected = attack.expected["sigmoid"]
    assert (verdict.status, verdict.points) == (expected.status, expected.points)
    assert expected.words in verdict.message


@pytest.mark.attack
@pytest.mark.parametrize("attack", catalogue.marked(ATTACKS))
def test_one_after_the_other(world, attack):
    for _ in range(2):
        check(attack, world.judge(attack.source + catalogue.MESSAGE)["sigmoid"])
    world.check_unharmed()


@pytest.mark.attack
@pytest.mark.parametrize("attack", catalogue.marked(ATTACKS))
def test_both_at_once(world, neighbour, attack):
    source = attack.source + catalogue.MESSAGE
    with ThreadPoolExecutor(2) as pool, world.opened(source) as here:
        with world.opened(source, neighbour) as there:
            for verdicts in pool.map(lambda judged: judged(), (here, there)):
                check(attack, verdicts["sigmoid"])
        with world.opened(source, neighbour) as later:  # what the first has left is still there
            check(attack, later()["sigmoid"])
    world.check_unharmed()
