import numpy as np
import pytest
from answers import REFERENCE, SOLUTIONS, STUBS

from grader import lab
from grader.given import StandIn, earlier, example, sigmoid, softmax


@pytest.fixture
def part(tmp_path, monkeypatch):
    """Stand in a learner's folder of the first part, notebooks as they are handed out."""
    lab.copy_to(tmp_path)
    monkeypatch.chdir(tmp_path / "1_rnn")
    return tmp_path / "1_rnn"


def write(notebook, name, source):
    """Put a function into a notebook in place of its stub."""
    import json

    content = json.loads(notebook.read_text("utf-8"))
    for cell in content["cells"]:
        if cell["id"] == name:
            cell["source"] = source
    notebook.write_text(json.dumps(content), "utf-8")


def test_the_given_tools_are_those_of_the_solutions():
    z = np.array([[-800.0, 0.0, 3.0], [800.0, 1.0, -2.0]])
    np.testing.assert_array_equal(sigmoid(z), REFERENCE.function("sigmoid")(z))
    np.testing.assert_array_equal(softmax(z), REFERENCE.function("softmax")(z))


def test_an_own_function_comes_from_the_earlier_notebook(part, capsys):
    write(
        part / "01_rnn_forward.ipynb",
        "rnn_forward",
        "def rnn_forward(x, a0, parameters):\n    return 'mine'",
    )
    assert earlier("rnn_forward")(1, 2, 3) == "mine"
    assert capsys.readouterr().out == "rnn_forward: yours, from 01_rnn_forward.ipynb.\n"


def test_an_own_sequence_function_brings_its_own_cell(part):
    write(part / "01_rnn_forward.ipynb", "rnn_cell_forward", SOLUTIONS["rnn_cell_forward"])
    write(part / "01_rnn_forward.ipynb", "rnn_forward", SOLUTIONS["rnn_forward"])
    x, a0, parameters = example("rnn")
    a, _, _ = earlier("rnn_forward")(2 * x, a0, parameters)
    np.testing.assert_allclose(a, REFERENCE.function("rnn_forward")(2 * x, a0, parameters)[0])


@pytest.mark.parametrize("source", [STUBS["rnn_forward"], "def rnn_forward(:"])
def test_an_unwritten_function_is_a_stand_in_for_the_example_alone(part, capsys, source):
    write(part / "01_rnn_forward.ipynb", "rnn_forward", source)
    function = earlier("rnn_forward")
    assert isinstance(function, StandIn)
    assert "stored results" in capsys.readouterr().out
    x, a0, parameters = example("rnn")
    a, _, _ = function(x, a0, parameters)
    np.testing.assert_array_equal(a, REFERENCE.function("rnn_forward")(x, a0, parameters)[0])
    assert function(x + 1, a0, parameters) is None


def test_a_missing_notebook_and_a_broken_one_are_said_in_one_line(part, capsys):
    notebook = part / "01_rnn_forward.ipynb"
    notebook.write_text("broken")
    assert isinstance(earlier("rnn_forward"), StandIn)
    notebook.unlink()
    assert isinstance(earlier("rnn_forward"), StandIn)
    said = capsys.readouterr().out.splitlines()
    assert len(said) == 2
    assert "not a Jupyter notebook" in said[0]
    assert "is not here" in said[1]


def test_a_notebook_of_the_other_part_is_found(part, monkeypatch, capsys):
    (part.parent / "2_lstm").mkdir(exist_ok=True)
    write(part / "01_rnn_forward.ipynb", "rnn_cell_forward", SOLUTIONS["rnn_cell_forward"])
    monkeypatch.chdir(part.parent / "2_lstm")
    earlier("rnn_cell_forward")
    assert "yours" in capsys.readouterr().out


@pytest.mark.parametrize("kind", ["rnn", "lstm"])
def test_the_example_has_the_shapes_it_promises(kind):
    x, a0, parameters = example(kind)
    assert (x.shape, a0.shape) == ((3, 4, 8), (5, 4))
    forward = REFERENCE.function(f"{kind}_forward")
    assert forward(x, a0, parameters)[0].shape == (5, 4, 8)
