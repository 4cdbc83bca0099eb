"""Cells deleted, copied, moved, retyped, relabelled: nothing changes what is judged wrongly."""

import copy
import json

import pytest
from answers import SOLUTIONS, edited

from grader.classroom.handed_in.intake import File
from grader.classroom.judged.grading import grade

NAME = "01_rnn_forward.ipynb"
CELL, SEQUENCE = "rnn_cell_forward", "rnn_forward"
WRONG = edited(CELL, "a_next = np.tanh", "a_next = 2 * np.tanh")


def known(cell):
    return cell["metadata"].get("nbgrader", {}).get("grade_id", "")


def place(cells, name):
    return next(number for number, cell in enumerate(cells) if known(cell) == name)


def code(source, **metadata):
    return {"cell_type": "code", "source": source, "metadata": metadata, "outputs": []}


@pytest.fixture
def judged(sandbox, cases, notebook):
    """Judge a notebook after something was done to its cells; statuses by exercise."""

    def judge(change, answers=None):
        content = notebook(NAME, answers)
        content["cells"] = change(content["cells"]) or content["cells"]
        file = File("student-001", "1_rnn", NAME, NAME, json.dumps(content).encode())
        graded = grade(file, sandbox, cases)
        assert graded.message == ""
        assert graded.to_json()["max_points"] == 14
        return {verdict.exercise: verdict.status for verdict in graded.verdicts}

    return judge


RIGHT = {CELL: "correct", SEQUENCE: "correct"}


def backwards(cells):
    return cells[::-1]


def answers_alone(cells):
    return [cell for cell in cells if known(cell) in SOLUTIONS]


def all_twice(cells):
    return cells + copy.deepcopy(cells)


def without_metadata(cells):
    for cell in cells:
        cell["metadata"] = {}
        cell.pop("id")


def flipped_metadata(cells):
    for cell in cells:
        for key in ("grade", "solution", "locked"):
            if known(cell):
                cell["metadata"]["nbgrader"][key] ^= True


def one_name_for_all(cells):
    for cell in cells:
        cell["metadata"] = {"nbgrader": {"grade_id": f"check_{CELL}", "locked": True}}


def names_exchanged(cells):
    one, other = cells[place(cells, CELL)], cells[place(cells, SEQUENCE)]
    one["metadata"], other["metadata"] = other["metadata"], one["metadata"]


def points_raised(cells):
    cells[place(cells, f"check_{CELL}")]["metadata"]["nbgrader"]["points"] = 1000


def answer_as_markdown(cells):
    cells[place(cells, CELL)]["cell_type"] = "markdown"


def answer_as_raw(cells):
    cells[place(cells, CELL)]["cell_type"] = "raw"


def prose_as_code(cells):
    for cell in cells:
        cell["cell_type"] = "code"


def checks_edited(cells):
    cells[place(cells, f"check_{CELL}")]["source"] = "def check(name):\n    return 6\ncheck = 6"


def checks_of_other_lessons_added(cells):
    return [*cells, code('check("lstm_backward")'), code('check("sigmoid")')]


def checks_and_setup_deleted(cells):
    return [cell for cell in cells if not known(cell).startswith(("check_", "setup"))]


def setup_edited(cells):
    mine = "# Setup: mine\nimport numpy as np\nfrom nowhere import check\nnp = None\nsoftmax = 3"
    cells[place(cells, "setup")]["source"] = mine


def broken_cell_before(cells):
    return [
        code("def f(:\n    return (\n"),
        code("%%bash\nrm -rf /"),
        code("import nowhere"),
        *cells,
    ]


def all_answers_in_one_cell(cells):
    others = [cell for cell in cells if known(cell) not in SOLUTIONS]
    return [*others, code("\n\n".join(cell["source"] for cell in answers_alone(cells)))]


def answers_in_the_setup_cell(cells):
    both = answers_alone(cells)
    setup = cells[place(cells, "setup")]
    setup["source"] = "".join(setup["source"]) + "\n\n" + "\n\n".join(c["source"] for c in both)
    return [cell for cell in cells if cell not in both]


def magics_around(cells):
    cell = cells[place(cells, CELL)]
    cell["source"] = f"%%time\n%matplotlib inline\n!pip install x\n{cell['source']}\n?np.tanh\n"


def demos_that_break(cells):
    return [*cells, code("a_next, yt_pred = 1 / 0, 3"), code("while True: pass"), code("exit()")]


def lines_as_a_list(cells):
    for cell in cells:
        cell["source"] = "".join(cell["source"]).splitlines(keepends=True)


HARMLESS = (
    backwards,
    answers_alone,
    all_twice,
    without_metadata,
    flipped_metadata,
    one_name_for_all,
    names_exchanged,
    points_raised,
    answer_as_markdown,
    answer_as_raw,
    prose_as_code,
    checks_edited,
    checks_of_other_lessons_added,
    checks_and_setup_deleted,
    setup_edited,
    broken_cell_before,
    all_answers_in_one_cell,
    answers_in_the_setup_cell,
    magics_around,
    demos_that_break,
    lines_as_a_list,
)


@pytest.mark.parametrize("change", HARMLESS)
def test_right_answers_stay_right(judged, change):
    assert judged(change) == RIGHT


@pytest.mark.parametrize("change", HARMLESS)
def test_wrong_answers_stay_wrong(judged, change):
    assert judged(change, {CELL: WRONG, SEQUENCE: SOLUTIONS[SEQUENCE]})[CELL] != "correct"


def test_a_deleted_answer_is_missing_and_the_other_one_judged(judged):
    def without_the_cell(cells):
        del cells[place(cells, CELL)]

    assert judged(without_the_cell) == {CELL: "missing", SEQUENCE: "correct"}


def test_a_broken_answer_does_not_hide_the_other_one(judged):
    broken = SOLUTIONS[CELL].replace("):\n", ")\n", 1)
    assert judged(list, {CELL: broken}) == {CELL: "crashed", SEQUENCE: "correct"}


def test_of_two_versions_the_last_one_counts_as_in_a_kernel(judged):
    assert judged(lambda cells: [*cells, code(WRONG)])[CELL] == "wrong"
    assert judged(lambda cells: [code(WRONG), *cells])[CELL] == "correct"


def test_an_answer_left_as_it_was_handed_out_is_not_started(judged, handed_out):
    released = json.loads(handed_out[NAME])["cells"]
    assert judged(lambda _: released) == dict.fromkeys(RIGHT, "not_started")


def test_a_file_called_like_a_notebook_but_in_capitals_is_that_notebook(sandbox, cases, notebook):
    content = json.dumps(notebook(NAME)).encode()
    file = File("", "", "01_rnn_forward.IPYNB", "x", content)
    assert {v.exercise for v in grade(file, sandbox, cases).verdicts} == {CELL, SEQUENCE}
