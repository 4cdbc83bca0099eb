import sys

from grader.runners.namespace import build
from grader.submission import Piece, from_pieces


def space_of(*sources, given=None, substitutes=None):
    pieces = [Piece(f"code cell {n}", source) for n, source in enumerate(sources, 1)]
    return build(from_pieces(pieces), given or {}, substitutes or {})


def test_values_and_modules_that_no_exercise_needs_are_not_touched():
    space = space_of(
        "import a_module_that_does_not_exist",
        "slow = 1 / 0",
        "EPS = 2",
        "def softmax(z):\n    return helper(z)",
        "def helper(z):\n    return EPS",
    )
    assert "__failed__" not in space
    assert "slow" not in space
    assert space["softmax"](0) == 2


def test_a_definition_that_fails_leaves_the_others_alone():
    space = space_of("def softmax(z, e=undefined):\n    return z", "def sigmoid(z):\n    return 1")
    assert space["sigmoid"](0) == 1
    assert "softmax" not in space
    assert isinstance(space["__failed__"]["softmax"], NameError)


def test_a_substitute_takes_the_place_of_the_learners_function_in_every_alias():
    space = space_of(
        "def rnn_cell_forward():\n    return 'mine'",
        "step = rnn_cell_forward",
        "def rnn_forward(f=rnn_cell_forward):\n    return f(), step(), rnn_cell_forward()",
        substitutes={"rnn_cell_forward": lambda: "right"},
    )
    assert space["rnn_forward"]() == ("right",) * 3


def test_a_dataclass_can_be_defined():
    source = "from dataclasses import dataclass\n\n@dataclass\nclass Gate:\n    f: 'float'\n"
    space = space_of(source + "\ndef softmax(z):\n    return Gate(z)")
    assert space["softmax"](1).f == 1


def test_building_leaves_the_main_module_alone():
    main = dict(vars(sys.modules["__main__"]))
    space_of("def softmax(z):\n    return z")
    assert vars(sys.modules["__main__"]).keys() == main.keys()


def test_a_definition_that_exits_does_not_end_the_notebook():
    space = space_of("import sys", "X = sys.exit(3)", "def softmax(z):\n    return X")
    assert isinstance(space["__failed__"]["X"], SystemExit)


def test_annotations_are_evaluated_as_in_a_notebook():
    assert "softmax" not in space_of("def softmax(z: Undefined):\n    return z")
    later = "from __future__ import annotations\n\ndef softmax(z: Undefined):\n    return z"
    assert "softmax" in space_of(later)


def test_a_constant_used_through_globals_is_there():
    space = space_of("EPS = 2", "def softmax(z):\n    return globals()['EPS']")
    assert space["softmax"](0) == 2
