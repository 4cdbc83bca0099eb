"""Does every right answer, in whatever style, get exactly the maximum and no finding?

The corpus under tests/corpus/right/<exercise>/<style>.py is also held against the solutions
directly, on sizes that no plan has, so that what it calls right is right.
"""

import contextlib
import io
import warnings
from pathlib import Path

import numpy as np
import pytest

from grader.exercises import EXERCISES
from grader.judging import judge_code
from grader.reference import Live
from grader.runners import in_process, namespace
from grader.submission import GIVEN, read

RIGHT = Path(__file__).parents[1] / "corpus" / "right"
ANSWERS = sorted(RIGHT.glob("*/*.py"))
LIVE = Live()
FLOAT32_TOLERANCE = 1e-4
TOLERANCES = {"numerical_gradient": 1e-7}  # differences of another order round otherwise

every_answer = pytest.mark.parametrize(
    "path", ANSWERS, ids=[f"{path.parent.name}-{path.stem}" for path in ANSWERS]
)


@pytest.fixture(autouse=True)
def _numpy_as_it_was():
    """Some answers change how NumPy treats overflow; the next test starts afresh."""
    with np.errstate():
        yield


@every_answer
def test_a_right_answer_gets_full_marks(path):
    verdicts = {v.exercise: v for v in judge_code(read(path), LIVE, in_process.run)}
    assert path.parent.name in verdicts
    for verdict in verdicts.values():
        flagged = {
            output.name: [finding.message for finding in output.findings]
            for output in verdict.outputs
            if output.status != "right"
        }
        assert (verdict.status, verdict.message, flagged) == ("correct", "", {})
        assert verdict.points == verdict.max_points == EXERCISES[verdict.exercise].points


@every_answer
def test_a_right_answer_is_right_when_called_directly(path):
    name = path.parent.name
    tools = {} if EXERCISES[name].lesson.startswith("00") else {n: LIVE.function(n) for n in GIVEN}
    cells = {e.helper: LIVE.function(e.helper) for e in EXERCISES.values() if e.helper}
    code = read(path)
    function = namespace.build(code, tools | cells, {})[name]
    in_float32 = "float32" in path.read_text(encoding="utf-8")
    tolerance = FLOAT32_TOLERANCE if in_float32 else TOLERANCES.get(name, 1e-9)
    with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
        warnings.simplefilter("ignore")
        got = function(*fresh_arguments(name))
    with np.errstate(all="warn", under="ignore"):
        assert_alike(got, LIVE.function(name)(*fresh_arguments(name)), tolerance)


def test_numpy_set_to_raise_in_the_notebook_changes_nothing():
    """A learner who hunts nan with np.seterr gets the verdict that a grade would give."""
    for path in (RIGHT / "softmax" / "shifted.py", RIGHT / "sigmoid" / "overflow_warning_only.py"):
        with np.errstate(all="raise"):
            (verdict,) = judge_code(read(path), LIVE, in_process.run)
        assert (verdict.status, verdict.message) == ("correct", "")


def test_the_corpus_is_large_enough():
    styles = {name: len([p for p in ANSWERS if p.parent.name == name]) for name in EXERCISES}
    assert len(ANSWERS) >= 110
    for name, count in styles.items():
        assert count >= (5 if EXERCISES[name].lesson.startswith("00") else 9), name


def fresh_arguments(name):
    """Draw one case of sizes that no plan has."""
    rng = np.random.default_rng(len(name))
    n_x, n_a, n_y, m, T_x = 5, 7, 4, 3, 8
    tools = {
        "one_hot": (rng.integers(0, 5, (4, 3)), 5),
        "sigmoid": (3 * rng.standard_normal((2, 5)),),
        "softmax": (3 * rng.standard_normal((4, 2, 3)),),
        "numerical_gradient": (
            lambda v: float(np.sum(v**4 + np.cos(v))),
            rng.uniform(1, 2, (2, 5)),
        ),
        "relative_error": (rng.standard_normal((2, 6)), rng.standard_normal((2, 6))),
    }
    if name in tools:
        return tools[name]
    if name.startswith("rnn"):
        shapes = {"Wax": (n_a, n_x), "Waa": (n_a, n_a), "Wya": (n_y, n_a)}
        shapes |= {"ba": (n_a, 1), "by": (n_y, 1)}
        states = 1
    else:
        shapes = {f"W{gate}": (n_a, n_a + n_x) for gate in "fico"}
        shapes |= {f"b{gate}": (n_a, 1) for gate in "fico"} | {"Wy": (n_y, n_a), "by": (n_y, 1)}
        states = 2
    parameters = {key: rng.normal(0, 0.4, shape) for key, shape in shapes.items()}
    if "cell" in name:
        xt = rng.standard_normal((n_x, m))
        forward = (xt, *rng.normal(0, 0.5, (states, n_a, m)), parameters)
        upstream = rng.standard_normal((states, n_a, m))
    else:
        forward = (rng.standard_normal((n_x, m, T_x)), rng.normal(0, 0.5, (n_a, m)), parameters)
        upstream = rng.standard_normal((1, n_a, m, T_x))
    if name.endswith("forward"):
        return forward
    *_, cache = LIVE.function(name.replace("backward", "forward"))(*forward)
    return (*upstream, cache)


def assert_alike(got, right, tolerance, where=""):
    """Compare what came back with what the solution gives, entry by entry."""
    if isinstance(right, dict):
        for key in right:
            if key != "dc0":  # an addition of the solution
                assert_alike(got[key], right[key], tolerance, f"{where}[{key!r}]")
    elif isinstance(right, tuple | list):
        assert len(got) == len(right), where
        for index, pair in enumerate(zip(got, right, strict=True)):
            assert_alike(*pair, tolerance, f"{where}[{index}]")
    else:
        got = np.asarray(got, dtype=np.float64)
        if got.ndim or "[3]" not in where:  # a cached scalar c_prev stands for an array
            assert got.shape == np.shape(right), where
        assert np.abs(got - right).max() <= tolerance * max(np.abs(right).max(), 1e-6), where
