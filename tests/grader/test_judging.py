"""Is the verdict right where it is easy to get it wrong?"""

import numpy as np
import pytest
from answers import REFERENCE, SOLUTIONS, STUBS, edited, file_of, judged, outputs

from grader.exercise import make_plan
from grader.exercises import EXERCISES

WRONG_SOFTMAX = """
def softmax(z):
    e = np.exp(z - z.max())
    return e / e.sum(axis=1, keepdims=True)
"""


CACHE = "cache = (a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters)"


def test_the_reference_gets_exactly_the_maximum_everywhere():
    verdicts = judged(file_of(*SOLUTIONS.values()))
    assert [*verdicts] == [*EXERCISES]
    for name, verdict in verdicts.items():
        assert (verdict.status, verdict.points) == ("correct", EXERCISES[name].points)
        assert set(outputs(verdict).values()) == {"right"}
        assert verdict.notes == ()


def test_a_stub_is_not_started_and_gets_nothing():
    for verdict in judged(file_of(*STUBS.values())).values():
        assert (verdict.status, verdict.points) == ("not_started", 0)
        assert set(outputs(verdict).values()) == {"missing"}


@pytest.mark.parametrize("name", EXERCISES)
def test_all_points_of_an_exercise_are_on_its_outputs(name):
    exercise = EXERCISES[name]
    assert sum(exercise.weights().values()) == pytest.approx(exercise.points) or len(
        exercise.returns
    ) in (1, 5)


@pytest.mark.parametrize("cell", [n for n in EXERCISES if "cell" in n])
def test_a_wrong_cell_does_not_cost_the_sequence_function(cell):
    sequence = cell.replace("_cell", "")
    wrong = f"def {cell}(*args):\n    return None\n"
    verdicts = judged(file_of(wrong, SOLUTIONS[sequence]))
    assert verdicts[cell].points == 0
    assert verdicts[sequence].status == "correct"
    assert cell in verdicts[sequence].notes[0]


def test_a_wrong_sequence_function_does_not_cost_the_cell():
    wrong = "def rnn_forward(x, a0, parameters):\n    return 1\n"
    verdicts = judged(file_of(SOLUTIONS["rnn_cell_forward"], wrong))
    assert verdicts["rnn_cell_forward"].status == "correct"
    assert verdicts["rnn_forward"].points == 0


def test_an_alias_of_the_cell_is_judged_alone_too():
    wrong = "def rnn_cell_forward(*args):\n    return None\n\n\nstep = rnn_cell_forward\n"
    sequence = edited("rnn_forward", "rnn_cell_forward(x", "step(x")
    assert judged(file_of(wrong, sequence))["rnn_forward"].status == "correct"


def test_a_wrong_answer_to_lesson_00_does_not_cost_a_later_lesson():
    answers = file_of(SOLUTIONS["one_hot"], WRONG_SOFTMAX, SOLUTIONS["rnn_cell_forward"])
    verdicts = judged(answers)
    assert verdicts["softmax"].points == 0
    assert verdicts["rnn_cell_forward"].status == "correct"


def test_a_wrong_softmax_of_ones_own_costs_the_prediction():
    verdicts = judged(file_of(WRONG_SOFTMAX, SOLUTIONS["rnn_cell_forward"]))
    assert [*verdicts] == ["rnn_cell_forward"]
    assert outputs(verdicts["rnn_cell_forward"])["yt_pred"] == "wrong"
    assert verdicts["rnn_cell_forward"].points == 3


def test_an_exercise_cannot_lean_on_the_given_tool_of_its_own_name():
    verdicts = judged(file_of(SOLUTIONS["one_hot"], "softmax = softmax"))
    assert verdicts["softmax"].points == 0


def test_an_input_changed_in_place_costs_a_fifth():
    source = edited(
        "rnn_cell_backward",
        "dz = da_next *",
        "da_next *= 1; da_next += 1e-3; dz = (da_next - 1e-3) *",
    )
    verdict = judged(file_of(source))["rnn_cell_backward"]
    assert set(outputs(verdict).values()) == {"right"}
    assert (verdict.status, verdict.points) == ("wrong", 8)
    assert "da_next is changed in place" in verdict.message


def test_a_wrong_entry_that_is_handed_through_zeroes_the_cache_and_not_the_gates():
    source = edited("lstm_cell_forward", CACHE, CACHE.replace(" xt,", " 2 * xt,"))
    verdict = judged(file_of(source))["lstm_cell_forward"]
    wrong = {name for name, status in outputs(verdict).items() if status != "right"}
    assert wrong == {"cache"}
    assert verdict.points == 9


def test_a_wrong_gate_costs_its_own_share_of_the_cache():
    source = edited("lstm_cell_forward", CACHE, CACHE.replace("cct", "2 * cct"))
    verdict = judged(file_of(source))["lstm_cell_forward"]
    wrong = {name for name, status in outputs(verdict).items() if status != "right"}
    assert wrong == {"cache", "cache.cct"}
    assert 0 < verdict.points < verdict.max_points


def test_a_view_that_is_overwritten_later_is_found_in_the_caches():
    in_a_view = "a[:, :, 0] = a_next\n        a_next, yt_pred, cache ="
    source = edited("rnn_forward", "a_next, yt_pred, cache =", in_a_view)
    source = source.replace(
        "rnn_cell_forward(x[:, :, t], a_next", "rnn_cell_forward(x[:, :, t], a[:, :, 0]"
    )
    verdict = judged(file_of(source))["rnn_forward"]
    assert outputs(verdict)["caches"] == "wrong"
    assert outputs(verdict)["y_pred"] == "right"


@pytest.mark.parametrize("kind", ["float32", "list", "subclass", "fortran"])
def test_the_type_of_a_right_array_does_not_matter(kind):
    change = {
        "float32": "a_next.astype(np.float32)",
        "list": "*[a_next]",
        "subclass": "np.ma.masked_array(a_next)",
        "fortran": "np.asfortranarray(a_next)",
    }[kind]
    source = edited("rnn_cell_forward", "return a_next, yt_pred", f"return {change}, yt_pred")
    verdict = judged(file_of(source))["rnn_cell_forward"]
    assert verdict.status == "correct"


@pytest.mark.parametrize(
    ("old", "new", "spoiled"),
    [
        ("return a_next,", "return a_next.tolist(),", "a_next"),
        ("return a_next,", "return a_next[:, :1],", "a_next"),
        ("return a_next,", "return a_next + 0j,", "a_next"),
        ("return a_next,", "return a_next.astype(object),", "a_next"),
        ("return a_next,", "return None,", "a_next"),
        ("return a_next,", "return a_next * np.nan,", "a_next"),
        ("cache = (a_next, a_prev, xt, parameters)", "cache = (a_next, a_prev, xt)", "cache"),
        ("cache = (a_next, a_prev, xt, parameters)", "cache = {}", "cache"),
        ("cache = (a_next, a_prev, xt, parameters)", "cache = (a_next, a_prev, xt, {})", "cache"),
    ],
)
def test_what_is_not_the_right_array_is_wrong(old, new, spoiled):
    source = edited("rnn_cell_forward", old, new)
    verdict = judged(file_of(source))["rnn_cell_forward"]
    assert [name for name, status in outputs(verdict).items() if status != "right"] == [spoiled]
    assert all(output.findings for output in verdict.outputs if output.status != "right")


def test_no_array_is_shared_between_the_case_sets_of_different_exercises():
    seen = {}
    for name, exercise in EXERCISES.items():
        for call in make_plan(exercise, REFERENCE, 0).calls.values():
            for array in arrays_in(call.args):
                if array.size > 3 and np.abs(array).max() > 0 and array.dtype.kind == "f":
                    assert seen.setdefault(array.tobytes(), name) == name


def test_all_sizes_of_a_random_case_differ():
    from grader.exercises.draw import CASES

    for name, sizes in CASES.items():
        numbers = [sizes.n_x, sizes.n_a, sizes.n_y, sizes.m, sizes.T_x]
        assert len(set(numbers)) == 5
        assert sizes.T_x >= 4 or name == "one step"


def test_another_seed_gives_other_inputs_and_the_same_seed_the_same():
    exercise = EXERCISES["rnn_forward"]
    one, same, other = (make_plan(exercise, REFERENCE, seed) for seed in (1, 1, 2))
    x, again, another = (plan.calls["plain"].args[0] for plan in (one, same, other))
    np.testing.assert_array_equal(x, again)
    assert not np.allclose(x, another)


def arrays_in(value):
    if isinstance(value, np.ndarray):
        yield value
    elif isinstance(value, dict):
        yield from arrays_in([*value.values()])
    elif isinstance(value, tuple | list):
        for item in value:
            yield from arrays_in(item)


def test_a_wrong_state_in_the_cache_leaves_the_gates_their_marks():
    source = edited("lstm_cell_forward", CACHE, CACHE.replace("(a_next", "(a_prev"))
    verdict = judged(file_of(source))["lstm_cell_forward"]
    assert [name for name, status in outputs(verdict).items() if status != "right"] == ["cache"]


def test_a_cache_that_cannot_be_read_costs_its_gates_too():
    source = edited("lstm_cell_forward", CACHE, "cache = (a_next, c_next)")
    verdict = judged(file_of(source))["lstm_cell_forward"]
    wrong = {name for name, status in outputs(verdict).items() if status != "right"}
    assert wrong == {"cache", "cache.ft", "cache.it", "cache.cct", "cache.ot"}


def test_a_right_tool_of_ones_own_keeps_its_signature():
    softmax = SOLUTIONS["softmax"].replace("softmax(z)", "softmax(z, axis=0)")
    cell = edited("rnn_cell_forward", "a_next + by)", "a_next + by, axis=0)")
    verdicts = judged(file_of(SOLUTIONS["one_hot"], softmax, cell))
    assert verdicts["rnn_cell_forward"].status == "correct"


def test_a_cell_with_other_arguments_than_the_notes_is_explained():
    cell = SOLUTIONS["rnn_cell_forward"].replace("(xt, a_prev, ", "(x_t, a_prev, ")
    cell = cell.replace("Wax @ xt", "Wax @ x_t").replace("a_prev, xt, p", "a_prev, x_t, p")
    sequence = edited("rnn_forward", "rnn_cell_forward(x[", "rnn_cell_forward(x_t=x[")
    sequence = sequence.replace(
        "t], a_next, parameters)", "t], a_prev=a_next, parameters=parameters)"
    )
    verdicts = judged(file_of(cell, sequence))
    assert verdicts["rnn_cell_forward"].status == "correct"
    assert verdicts["rnn_forward"].status == "crashed"
    assert "With your own rnn_cell_forward it runs" in verdicts["rnn_forward"].notes[0]


BLIND_AT_ZERO = """
def sigmoid(z):
    s = np.zeros(z.shape)
    s[z > 0] = 1 / (1 + np.exp(-z[z > 0]))
    s[z < 0] = 1 - 1 / (1 + np.exp(z[z < 0]))
    return s
"""
TURNS_A_COLUMN = """
def softmax(z):
    z = z.T if z.ndim == 2 and z.shape[1] == 1 else z
    e = np.exp(z - z.max(axis=0))
    return e / e.sum(axis=0)
"""


@pytest.mark.parametrize("source", [BLIND_AT_ZERO, TURNS_A_COLUMN])
def test_edges_of_the_tools_are_looked_at(source):
    (verdict,) = judged(file_of(source)).values()
    assert verdict.points == 0


def test_a_function_without_a_return_is_asked_for_one():
    source = edited("rnn_cell_forward", "return a_next", "print(a_next)  #")
    verdict = judged(file_of(source))["rnn_cell_forward"]
    assert {f.message for output in verdict.outputs for f in output.findings} == {
        "the function returns nothing: is there no `return`?"
    }
    assert set(outputs(verdict).values()) == {"missing"}


def test_an_exception_that_ends_python_when_it_is_printed_is_a_crash():
    source = """
class Bomb(Exception):
    def __str__(self):
        raise SystemExit

def sigmoid(z):
    raise Bomb
"""
    verdict = judged(source)["sigmoid"]
    assert verdict.status == "crashed"
    assert verdict.message.startswith("Bomb")
