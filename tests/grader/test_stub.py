import ast
import inspect

import pytest
from answers import REFERENCE, SOLUTIONS, STUBS

from grader import stub
from grader.exercises import EXERCISES


@pytest.mark.parametrize("name", EXERCISES)
def test_a_stub_has_the_signature_the_docstring_and_no_line_of_the_solution(name):
    function = ast.parse(STUBS[name]).body[0]
    assert [argument.arg for argument in function.args.args] == [*EXERCISES[name].arguments]
    assert ast.get_docstring(function)
    assert STUBS[name].count("YOUR CODE HERE") == 1
    assert "SOLUTION" not in STUBS[name]
    region = SOLUTIONS[name].split(stub.BEGIN)[1].split(stub.END)[0]
    lines = {line.strip() for line in region.split("\n") if len(line.strip()) > 8}
    assert not lines & {line.strip() for line in STUBS[name].split("\n")}


@pytest.mark.parametrize("name", EXERCISES)
def test_a_stub_returns_none_and_does_not_raise(name):
    from grader.exercise import make_plan

    space = {}
    exec(STUBS[name], space)
    for call in make_plan(EXERCISES[name], REFERENCE, 0).calls.values():
        assert space[name](*call.args) is None


@pytest.mark.parametrize("name", EXERCISES)
def test_an_instructors_source_is_the_stub_around_the_solution(name):
    before, solution = stub.full(SOLUTIONS[name]).split(stub.BEGIN)
    solution, after = solution.split(stub.END)
    assert before + stub.PLACE + after == STUBS[name]
    assert "return" in solution
    arguments = EXERCISES[name].arguments
    optional = {*inspect.signature(REFERENCE.function(name)).parameters} - {*arguments}
    assert not optional & {
        node.id
        for node in ast.walk(ast.parse(stub.full(SOLUTIONS[name])))
        if isinstance(node, ast.Name)
    }


@pytest.mark.parametrize("name", ["lstm_forward", "lstm_backward"])
def test_optional_arguments_of_a_solution_are_not_in_its_stub(name):
    assert len(inspect.signature(REFERENCE.function(name)).parameters) > len(
        EXERCISES[name].arguments
    )
    assert "optional" not in STUBS[name]
    assert "dc0" not in STUBS[name]


def untouched(source, name="rnn_backward"):
    return stub.is_untouched(ast.parse(source).body[0], STUBS[name])


def test_a_stub_is_untouched_with_or_without_its_comments_and_docstring():
    assert untouched(STUBS["rnn_backward"])
    assert untouched(STUBS["rnn_backward"].replace("# YOUR CODE HERE", "# todo"))
    assert untouched(
        "def rnn_backward(da, caches):\n    steps, x = caches\n    n_a, m, T_x = da.shape\n    ..."
    )


def test_a_stub_with_anything_added_is_touched():
    assert not untouched(STUBS["rnn_backward"].replace("...", "return None"))
    assert not untouched(STUBS["rnn_backward"].replace("...", "dx = 0"))
    assert not untouched(SOLUTIONS["rnn_backward"])


def test_a_solution_needs_exactly_one_region():
    with pytest.raises(ValueError, match="exactly one region"):
        stub.cut("def f():\n    return 1\n")


@pytest.mark.parametrize("name", EXERCISES)
def test_without_its_docstring_a_stub_is_still_recognised(name):
    given = STUBS[name]
    handed_out = ast.parse(given).body[0]
    changed = ast.parse(given.replace("...  # YOUR CODE HERE", "return 1")).body[0]
    for known in (given, stub.bare(given)):
        assert stub.is_untouched(handed_out, known)
        assert not stub.is_untouched(changed, known)
    assert '"""' not in stub.bare(given)
