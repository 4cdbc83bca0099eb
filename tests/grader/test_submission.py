import json

import pytest

from grader.submission import Piece, Unusable, cells, from_file, from_pieces, read

CELL = "def rnn_cell_forward(xt, a_prev, parameters):\n    return 1\n"


def notebook(*sources, **metadata):
    cells = [
        {"cell_type": "code", "source": s, "metadata": metadata, "outputs": []} for s in sources
    ]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


def names(code):
    return [statement.name for _, tree in code.pieces for statement in tree.body]


def test_only_definitions_are_taken():
    code = from_file("a.py", f"import os\nx = 1\nprint(x)\nfor i in y: pass\n{CELL}\nz[0] = 2\n")
    kinds = [type(statement).__name__ for _, tree in code.pieces for statement in tree.body]
    assert kinds == ["Import", "Assign", "FunctionDef"]


def test_values_of_the_courses_cells_do_not_count_whatever_their_metadata():
    cells = ["# Setup: x\nWax = 1", "# Demo: y\nWaa = 2", "# Predict: z\nguess = 3", CELL]
    assert names(from_pieces([Piece("", source) for source in cells])) == ["rnn_cell_forward"]


def test_a_function_of_ones_own_in_a_cell_marked_like_the_courses_is_kept():
    helper = "# Setup of my helpers\ndef affine(W, x):\n    return W @ x"
    assert names(from_pieces([Piece("", helper), Piece("", CELL)])) == [
        "affine",
        "rnn_cell_forward",
    ]


@pytest.mark.parametrize(
    "source",
    [
        f"%%time\n{CELL}",
        f"\n%%capture out\n{CELL}",
        f"files = !ls\nhere = %pwd\n{CELL}",
        f"k = (7\n  % 4)\n%time 1\n{CELL}",
        f"text = '''\n! not a shell line\n'''\n!ls\n{CELL}",
        f"!pip install \\\n    nbgrader \\\n    numpy\n{CELL}",
        f"if True:\n    %matplotlib inline\n{CELL}",
    ],
)
def test_what_only_ipython_understands_does_not_cost_the_rest_of_a_cell(source):
    code = from_pieces([Piece("code cell 1", source)])
    assert code.defines("rnn_cell_forward")
    assert code.broken == {}


@pytest.mark.parametrize(
    "source",
    [
        f"if True:\n    {CELL.replace(chr(10), chr(10) + '    ')}\nelse:\n    pass",
        f"try:\n    {CELL.replace(chr(10), chr(10) + '    ')}\nexcept Exception:\n    raise",
        f"try:\n    import cupy as xp\nexcept ImportError:\n    xp = 1\n    print('none')\n{CELL}",
    ],
)
def test_branches_are_kept_with_their_definitions_alone(source):
    code = from_pieces([Piece("code cell 1", source)])
    assert code.defines("rnn_cell_forward")
    if "xp" in source:
        assert code.defines("xp")


def test_an_exercise_written_into_a_demo_cell_still_counts():
    assert from_pieces([Piece("", "# Demo: mine\n" + CELL)]).expected == ("rnn_cell_forward",)


def test_magics_and_shell_lines_are_dropped():
    source = f"%matplotlib inline\n!pip list\nnp.tanh?\n{CELL}"
    assert from_pieces([Piece("code cell 1", source)]).defines("rnn_cell_forward")


def test_a_percent_sign_inside_an_expression_is_no_magic():
    source = f"n = (7\n% 4)\n{CELL}"
    (_, tree), *_ = from_pieces([Piece("code cell 1", source)]).pieces
    assert len(tree.body) == 2


def test_a_broken_cell_does_not_hide_the_others_and_is_named():
    broken = "def rnn_forward(x, a0, parameters):\n    return (\n"
    code = from_pieces([Piece("code cell 1", broken), Piece("code cell 2", CELL)])
    assert code.defines("rnn_cell_forward")
    assert "code cell 1: line 2" in code.broken["rnn_forward"]


@pytest.mark.parametrize("mark", ["    ", ">>> ", "\ufeff", "    async "])
def test_a_broken_cell_is_named_also_where_its_definition_does_not_begin_the_line(mark):
    code = from_pieces([Piece("code cell 1", mark + CELL)], "01_rnn_forward")
    assert "code cell 1: line 1" in code.broken["rnn_cell_forward"]
    assert not code.defines("rnn_cell_forward")


def test_a_later_cell_that_parses_mends_a_broken_one():
    code = from_pieces([Piece("code cell 1", CELL + "  )"), Piece("code cell 2", CELL)])
    assert code.broken == {}


def test_the_last_definition_wins():
    code = from_pieces([Piece("", CELL), Piece("", CELL.replace("1", "2"))])
    assert code.function("rnn_cell_forward").body[0].value.value == 2


def test_a_notebook_without_any_metadata_is_known_by_its_names(tmp_path):
    path = tmp_path / "something.ipynb"
    path.write_text(notebook(CELL))
    assert read(path).expected == ("rnn_cell_forward",)


def cells_of(*listed):
    return [piece.source for piece in cells("a.ipynb", json.dumps({"cells": listed}).encode())]


def test_an_answer_that_became_markdown_by_a_slip_is_read_and_prose_is_not():
    known = {"nbgrader": {"grade_id": "rnn_cell_forward"}}
    answer = {"cell_type": "markdown", "source": CELL, "metadata": known}
    prose = {"cell_type": "markdown", "source": "# Text", "metadata": {}}
    raw = {"cell_type": "raw", "source": "x", "metadata": {"nbgrader": {"grade_id": "setup"}}}
    assert cells_of(prose, answer, raw) == [CELL]


@pytest.mark.parametrize(
    "damaged",
    [
        {"cell_type": "code"},
        {"cell_type": "code", "source": 5},
        {"cell_type": "code", "source": ["a", 5]},
        {"cell_type": "markdown", "source": "x", "metadata": 5},
        {"source": "x", "metadata": {"nbgrader": 5}},
        {"source": "x", "metadata": {"nbgrader": {"grade_id": ["rnn_forward"]}}},
        5,
        None,
        ["code"],
    ],
)
def test_a_damaged_cell_does_not_cost_the_others(damaged):
    assert CELL in cells_of(damaged, {"cell_type": "code", "source": CELL})


def test_half_a_character_does_not_cost_a_notebook():
    content = b'{"cells": [{"cell_type": "code", "source": "x = \'\\ud800\'"}]}'
    assert cells("a.ipynb", content)[0].source == "x = '?'"


def test_json_of_millions_of_parts_is_not_read():
    content = b'{"cells": [' + b"{}," * 1_000_000 + b"{}]}"
    with pytest.raises(Unusable, match="too large to be read"):
        cells("a.ipynb", content)


def test_masses_of_code_are_not_read():
    huge = {"cell_type": "code", "source": "x = 1\n" * 800_000}
    for listed in ([huge], [{"cell_type": "code", "source": "x"}] * 6000):
        with pytest.raises(Unusable, match="far more code than a person writes"):
            cells_of(*listed)
    with pytest.raises(Unusable, match="far more code than a person writes"):
        cells("a.py", b"x = 1\n" * 800_000)


def test_an_exercise_whose_cell_was_deleted_is_still_expected(tmp_path):
    path = tmp_path / "01_rnn_forward.ipynb"
    path.write_text(notebook(CELL))
    assert read(path).expected == ("rnn_cell_forward", "rnn_forward")


def test_a_check_cell_says_what_is_expected():
    assert from_pieces([Piece("", 'check("rnn_backward")')]).expected == ("rnn_backward",)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.txt", b"x", "neither a notebook"),
        ("a.ipynb", b"not json", "not a Jupyter notebook"),
        ("a.ipynb", b'{"cells": 3}', "not a Jupyter notebook"),
        ("a.ipynb", b"[1, 2]", "not a Jupyter notebook"),
        ("a.ipynb", b'{"cells": {"a": 1}}', "not a Jupyter notebook"),
        ("a.ipynb", b'{"cells": "code"}', "not a Jupyter notebook"),
        ("a.ipynb", b'{"cells": [], "n": 1' + b"0" * 5000 + b"}", "not a Jupyter notebook"),
        ("a.ipynb", b'{"cells": [{"cell_type": "code", "source": "\0"}]}', "not a Jupyter"),
        ("a.ipynb", b"[" * 100_000, "not a Jupyter notebook"),
        ("a.ipynb", b'{"cells": []}', "none of the course's exercises"),
        ("a.py", b"def f(:", "not valid Python: line 1"),
        ("a.py", b"x = 1\0", "not valid Python"),
        ("a.py", b"\xff\xfe", "not UTF-8"),
        ("a.py", b"x = 1", "none of the course's functions"),
        ("a.py", b"", "none of the course's functions"),
    ],
)
def test_what_cannot_be_used_gets_one_sentence(tmp_path, name, content, said):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(Unusable) as error:
        read(path)
    assert said in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("what", ["absent.py", "."])
def test_no_file_is_no_traceback(tmp_path, what):
    with pytest.raises(Unusable):
        read(tmp_path / what)


def test_what_is_put_into_ones_own_objects_counts_and_into_modules_does_not():
    source = f"import numpy as np\nTABLE = {{}}\nTABLE['x'] = 1\nnp.tanh = abs\nother.x = 2\n{CELL}"
    (_, tree), *_ = from_file("a.py", source).pieces
    assert len(tree.body) == 4
