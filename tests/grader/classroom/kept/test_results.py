"""Is everything kept that a report needs, and does a key change exactly when a grade may?"""

import json
from dataclasses import replace

import pytest
from answers import STUBS, edited
from report_class import LESSON, NAMES, ROUND, graded, keep

from grader.classroom.handed_in.intake import File
from grader.classroom.judged.grading import counting
from grader.classroom.judged.round import Round
from grader.classroom.kept import key as keys
from grader.classroom.kept import results
from grader.classroom.kept.key import key
from grader.classroom.kept.signs import LONGEST, function_in, signs
from grader.submission import Piece

UNKNOWN = edited("rnn_cell_forward", "np.tanh(", "0.7 * np.arctan(")
WHO = "student-001"


def kept(course, assignment="1_rnn"):
    return results.read(results.place(course, WHO, assignment))


def test_verdicts_code_round_and_key_are_kept(tmp_path):
    keep(tmp_path, replace(graded(WHO, {"rnn_forward": STUBS["rnn_forward"]}), key="k"), late=60.0)
    found = kept(tmp_path)
    notebook = found["notebooks"][LESSON]
    assert (found["student"], found["assignment"], found["late"]) == (WHO, "1_rnn", 60.0)
    assert (notebook["round"], notebook["key"]) == ("1_rnn-1", "k")
    assert notebook["checks"] == keys.checks()
    states = {name: notebook["exercises"][name]["status"] for name in NAMES}
    assert states == {"rnn_cell_forward": "correct", "rnn_forward": "not_started"}
    assert notebook["exercises"]["rnn_cell_forward"]["source"].startswith("def rnn_cell_forward(")
    assert {"sandbox", "seconds", "numpy"} <= set(found["run"])


def test_prints_are_kept_of_what_has_no_name_and_of_nothing_else(tmp_path):
    keep(tmp_path, graded(WHO, {"rnn_cell_forward": UNKNOWN}))
    answers = kept(tmp_path)["notebooks"][LESSON]["exercises"]
    assert set(answers["rnn_cell_forward"]["prints"]) == {"a_next", "yt_pred", "cache"}
    assert "goes wrong first" in answers["rnn_cell_forward"]["first"]["title"]
    assert answers["rnn_forward"]["prints"] == {}
    assert answers["rnn_forward"]["first"] is None


def test_a_named_mistake_is_kept_with_all_its_hints_and_without_prints(tmp_path):
    named = edited("rnn_cell_forward", "np.tanh(", "(")
    keep(tmp_path, graded(WHO, {"rnn_cell_forward": named}))
    one = kept(tmp_path)["notebooks"][LESSON]["exercises"]["rnn_cell_forward"]
    assert one["prints"] == {}
    assert [len(mistake["more"]) for mistake in one["mistakes"]] == [2]


def test_a_notebook_that_was_not_looked_at_again_keeps_its_results(tmp_path):
    before = graded(WHO, lesson="00_sequences_and_tools")
    keep(tmp_path, before, graded(WHO))
    keep(tmp_path, graded(WHO, STUBS), whole=False)
    assert [*kept(tmp_path)["notebooks"]] == ["00_sequences_and_tools", LESSON]
    keep(tmp_path, graded(WHO), whole=True)
    assert [*kept(tmp_path)["notebooks"]] == [LESSON]


def test_a_file_that_cannot_be_used_is_kept_with_its_reason(tmp_path):
    keep(tmp_path, graded(WHO), graded(WHO, message="It is no notebook."))
    ones = kept(tmp_path)
    assert ones["notebooks"][LESSON]["message"] == ""
    assert [other["message"] for other in ones["others"]] == ["It is no notebook."]


def test_results_of_another_form_and_half_a_file_are_passed_over(tmp_path):
    keep(tmp_path, graded(WHO))
    path = results.place(tmp_path, WHO, "1_rnn")
    text = path.read_text("utf-8")
    assert len(list(results.all_of(tmp_path))) == 1
    for broken in (text[:100], "[]", json.dumps({"format": 99})):
        path.write_text(broken, "utf-8")
        assert list(results.all_of(tmp_path)) == []


# Keys.


FILE = File(WHO, "1_rnn", "01_rnn_forward.ipynb", "x", b"one")
PIECES = (Piece("code cell 1", "x = 1"),)
CHANGES = {
    "code": (FILE, (Piece("code cell 1", "x = 2"),), ROUND),
    "place": (FILE, (Piece("code cell 2", "x = 1"),), ROUND),
    "name": (replace(FILE, name="02_rnn_backward.ipynb"), PIECES, ROUND),
    "round": (FILE, PIECES, Round(ROUND.secret, 2)),
    "secret": (FILE, PIECES, Round(bytes(32), 1)),
    "unusable": (FILE, (), ROUND),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_key_changes_with_what_a_grade_follows_from(change):
    assert key(*CHANGES[change]) != key(FILE, PIECES, ROUND)


def test_a_key_does_not_change_with_outputs_or_whose_the_file_is():
    other = replace(FILE, student="student-002", label="y", content=b"two")
    assert key(other, PIECES, Round(ROUND.secret, 1)) == key(FILE, PIECES, ROUND)
    assert key(replace(FILE, content=b"two"), (), ROUND) != key(FILE, (), ROUND)


def test_a_key_changes_with_the_checks(monkeypatch):
    before = key(FILE, PIECES, ROUND)
    monkeypatch.setattr(keys, "checks", lambda: "others")
    assert key(FILE, PIECES, ROUND) != before


def test_the_version_of_the_checks_covers_all_but_the_report(tmp_path, monkeypatch):
    monkeypatch.setattr(keys, "ROOT", tmp_path)
    seen = set()
    for name in ("course.toml", "solutions/rnn.py", "grader/checks/values.py", "grader/a.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("1")
        seen.add(keys.checks.__wrapped__())
    assert len(seen) == 4
    report = tmp_path / "grader/classroom/report/page.py"
    report.parent.mkdir(parents=True)
    report.write_text("1")
    assert keys.checks.__wrapped__() in seen


def test_a_key_says_nothing_about_the_secret():
    assert ROUND.secret.hex()[:16] not in keys.cases(ROUND)
    assert len(keys.cases(ROUND)) == 16


# What is seen in the code without parsing it.


def test_the_last_definition_of_a_function_is_cut_out_whole():
    text = 'def f(x):\n    """Doc\nof column 0.\n    """\n    return x\n\n\n# after\nx = 1\n'
    sources = ["def f():\n    return 0\n", text, "def g():\n    pass"]
    assert function_in(sources, "f") == text[: text.index("\n\n\n#")]
    assert function_in(sources, "h") == ""
    assert function_in(["def f():\n" + "    x = 1\n" * LONGEST], "f") == ""


def test_arguments_over_several_lines_belong_to_the_function():
    text = "def f(\n    x,\n):\n    return x"
    assert function_in([text + "\ny = 2"], "f") == text


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("import os", "imports os"),
        ("from solutions.rnn import rnn_forward", "imports solutions"),
        ("from grader.reference import find", "imports grader.reference"),
        ("x = open('f')", "calls open"),
        ("().__class__.__base__.__subclasses__()", "uses __subclasses__"),
        ("np.allclose = lambda *a: True", "replaces np.allclose"),
        ("p = '../gradebook.db'", "speaks of the gradebook"),
    ],
)
def test_code_that_reaches_outside_is_noticed(source, said):
    assert said in signs([source])


def test_answers_and_cells_of_the_course_show_no_signs(handed_out):
    cells = [
        "".join(cell["source"])
        for content in handed_out.values()
        for cell in json.loads(content)["cells"]
        if cell["cell_type"] == "code"
    ]
    assert signs(cells) == []
    assert signs(["# import os\ny = np.x == 1\nre.compile('a')"]) == []


def test_a_file_is_kept_once_for_the_notebook_that_it_answers(tmp_path):
    ones = [graded(WHO), graded(WHO, STUBS)]
    assert counting(ones)[LESSON] is ones[0]
    keep(tmp_path, *ones)
    assert len(kept(tmp_path)["others"]) == 1
