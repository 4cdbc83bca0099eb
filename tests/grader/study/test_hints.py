"""`hint` and `reveal` in a running notebook: one step at a time, and the solution last."""

import ast
import inspect
import os
import subprocess
import sys

import pytest
from answers import SOLUTIONS, STUBS, edited, file_of, judged
from test_mistakes import HEADINGS

from grader import course, hint, progress, reveal
from grader.crashes import MEANINGS, UNKNOWN, meaning
from grader.exercises import EXERCISES
from grader.reference import NoReference
from grader.study.ladder import ladder
from grader.study.stages import STAGES
from solutions.mistakes import apply, of

FUTURE = edited("rnn_backward", "da[:, :, t] + da_prevt", "da[:, :, t]")
OLD_STATE = edited("rnn_cell_backward", "dz @ a_prev.T", "dz @ a_next.T")
NO_MISTAKE_OF_THE_BANK = edited("rnn_cell_backward", "dz @ a_prev.T", "dz @ a_prev.T / 7")


@pytest.fixture
def no_solutions(monkeypatch):
    def absent():
        raise NoReference("The package `solutions` is not here.")

    monkeypatch.setattr("grader.reference.Live", absent)


def labels(given):
    return [label for label, _ in given.rungs]


def test_the_same_mistake_gets_a_question_a_place_the_formula_and_then_no_more(cell):
    cell(FUTURE)
    first, second, third, fourth = (hint("rnn_backward") for _ in range(4))
    known = next(m for m in of("rnn_backward") if m.title in first.ladder.title)
    assert [said for _, said in first.rungs] == list(known.hints[:1])
    assert known.hints[1] not in str(first) + first._repr_html_()
    assert [said for _, said in second.rungs] == list(known.hints[:2])
    assert [said for _, said in third.rungs] == list(known.hints)
    assert "again for the next" in second.after
    assert "again for the next" not in third.after
    assert "no more hints" in fourth.after
    assert 'reveal("rnn_backward")' in fourth.after
    assert known.reread in str(fourth)


def test_an_edit_that_leaves_the_mistake_does_not_begin_anew(cell):
    cell(FUTURE)
    hint("rnn_backward")
    cell(FUTURE.replace("da_prevt", "from_the_future"))
    assert len(hint("rnn_backward").rungs) == 2


def test_another_mistake_begins_with_a_question_and_says_that_the_first_is_gone(cell):
    cell(OLD_STATE)
    hint("rnn_cell_backward")
    hint("rnn_cell_backward")
    cell(edited("rnn_cell_backward", "1 - a_next**2", "1 - a_next"))
    changed = hint("rnn_cell_backward")
    assert labels(changed) == ["A question"]
    assert "gone" in changed.lead


def test_a_repaired_function_says_so_once(cell):
    cell(FUTURE)
    hint("rnn_backward")
    cell(SOLUTIONS["rnn_backward"])
    assert "Repaired" in str(hint("rnn_backward"))
    again = hint("rnn_backward")
    assert "Repaired" not in str(again)
    assert again.rungs == ()
    cell(FUTURE)
    assert labels(hint("rnn_backward")) == ["A question"]


def test_each_exercise_has_hints_of_its_own(cell):
    cell(FUTURE)
    cell(OLD_STATE)
    assert len(hint("rnn_backward").rungs) == 1
    assert len(hint("rnn_cell_backward").rungs) == 1
    assert len(hint("rnn_backward").rungs) == 2


def test_the_function_itself_is_as_good_as_its_name(cell):
    cell(FUTURE)
    assert "future" in str(cell("from grader import hint\nhint(rnn_backward)"))
    assert len(cell('hint("rnn_backward")').rungs) == 2


@pytest.mark.parametrize("asked", ["", "rnn", None, 3, print, ["rnn_forward"]])
def test_an_unknown_name_gets_the_list_of_names(cell, asked):
    for answer in (hint(asked), reveal(asked)):
        assert all(name in str(answer) for name in EXERCISES)
        assert "<section" in answer._repr_html_()


def test_the_earliest_of_two_mistakes_comes_first(cell):
    cell(OLD_STATE.replace('parameters["Waa"].T @', 'parameters["Waa"] @'))
    given = hint("rnn_cell_backward")
    assert [known["outputs"] for known in given.verdict.mistakes] == [["dWaa"], ["da_prev"]]
    assert "(`dWaa`). Your numbers show one more" in given.ladder.title


def test_without_a_named_mistake_the_first_wrong_part_leads(cell):
    cell(NO_MISTAKE_OF_THE_BANK)
    given = [hint("rnn_cell_backward") for _ in range(3)][-1]
    stage = next(s for s in STAGES["rnn_cell_backward"] if s.outputs == ("dWaa",))
    assert given.verdict.mistakes == ()
    assert "`dWaa` goes wrong first" in given.ladder.title
    assert "`dWax`" in given.ladder.title
    assert "off by" in given.rungs[1][1]
    assert stage.formula in given.rungs[2][1]
    assert "(n_a, n_a)" in given.rungs[2][1]
    assert stage.reread in str(given)


@pytest.mark.parametrize("name", EXERCISES)
def test_a_function_that_is_not_started_gets_the_section_that_explains_it(cell, name):
    cell(STUBS[name])
    given = hint(name)
    assert set(given.ladder.reread.split("; ")) <= HEADINGS
    assert STAGES[name][0].reread in given.rungs[0][1]
    assert "not started" in given.state


@pytest.mark.parametrize("name", EXERCISES)
def test_every_exercise_has_three_hints_whatever_is_wrong(name):
    broken = [
        apply(of(name)[0], SOLUTIONS[name]),
        SOLUTIONS[name].replace("    # BEGIN SOLUTION\n", "    return 7\n"),
        SOLUTIONS[name].replace("    # BEGIN SOLUTION\n", "    raise ValueError('x')\n"),
    ]
    for source in broken:
        found = ladder(judged(file_of(source))[name])
        assert len(found.rungs) == 3, source
        assert found.trouble
        assert set(found.reread.split("; ")) <= HEADINGS


CRASHES = {
    "not valid Python": "    x = (",
    "matmul|not aligned": "    np.ones((2, 3)) @ np.ones((2, 3))",
    "broadcast|operands could not|must match exactly": "    np.ones((2, 3)) + np.ones((3, 2))",
    "unpack": "    a, b = 1, 2, 3",
    "KeyError": "    {}['Wx']",
    "UnboundLocalError|not associated with a value": "    y = y + 1",
    "NameError": "    return q",
    "NoneType|ellipsis": "    return ids + None",
    "positional argument|keyword argument|required argument": "    return one_hot()",
    "not callable|not subscriptable|indices must be|AttributeError": "    return ids.max(axis=0)()",
    "IndexError|AxisError": "    return ids[99, 99, 99]",
    "far more often than T_x": "    raise RuntimeError('called far more often than T_x times')",
    "ZeroDivisionError|FloatingPointError|invalid value|overflow": "    return 1 / 0",
    "RecursionError": "    return one_hot(ids, n)",
    "MemoryError|Unable to allocate": "    return np.ones(2**45)",
}


def test_every_meaning_of_an_error_is_tried():
    assert list(CRASHES) == [known.pattern for known in MEANINGS]


@pytest.mark.parametrize("pattern", CRASHES)
def test_a_crash_gets_its_line_and_what_to_look_at(cell, pattern):
    cell(f"def one_hot(ids, n):\n{CRASHES[pattern]}")
    given = [hint("one_hot") for _ in range(3)][-1]
    known = next(known for known in MEANINGS if known.pattern == pattern)
    assert given.verdict.status == "crashed"
    assert [given.rungs[0][1], given.rungs[1][1]] == [known.says, known.look]
    if pattern != "not valid Python":
        assert f"line 2: `{CRASHES[pattern].strip()}`" in given.ladder.title
        assert 'failing_case("one_hot")' in given.rungs[2][1]
    else:
        assert "line 2" in given.ladder.title


def test_an_error_that_nobody_knows_gets_a_general_hint():
    assert meaning("OddError: never seen") is UNKNOWN


def test_a_function_that_writes_into_its_input_hears_which_one(cell):
    cell("def softmax(z):\n    z -= z.max(axis=0)\n    e = np.exp(z)\n    return e / e.sum(axis=0)")
    assert "`z`" in hint("softmax").ladder.title
    assert hint("softmax").ladder.reread in HEADINGS


def test_a_function_without_return_is_sent_to_its_last_line(cell):
    cell("def rnn_forward(x, a0, parameters):\n    a = 1")
    hint("rnn_forward")
    said = str(hint("rnn_forward"))
    assert "returns nothing" in said
    assert "?." not in said
    assert "a, y_pred, caches" in str(hint("rnn_forward"))


def test_an_endless_loop_gets_hints_about_loops(cell, monkeypatch):
    monkeypatch.setattr("grader.runners.in_process.run.__defaults__", (0.3,))
    cell("def softmax(z):\n    while True:\n        pass")
    assert "loop" in str(hint("softmax"))


def test_what_a_function_says_cannot_become_html(cell):
    cell("def softmax(z):\n    raise ValueError('<script>alert(1)</script>')")
    shown = hint("softmax")._repr_html_()
    assert "<script" not in shown
    assert "&lt;script&gt;" in shown


def test_a_script_outside_a_notebook_gets_hints_too(tmp_path):
    script = tmp_path / "mine.py"
    script.write_text(file_of(FUTURE) + '\nfrom grader import hint\nprint(hint("rnn_backward"))\n')
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False)
    assert "gradient from the future" in done.stdout, done.stderr


def test_the_solution_waits_for_an_attempt(cell):
    assert "First write softmax yourself" in str(reveal("softmax"))
    cell(STUBS["softmax"])
    cell('check("softmax")')
    assert reveal("softmax").source == ""
    cell("def softmax(z):\n    return z")
    assert reveal("softmax").source == ""
    cell('check("softmax")')
    assert "def softmax(z):" in reveal("softmax").source
    assert reveal("sigmoid").source == ""


@pytest.mark.parametrize("name", EXERCISES)
def test_what_is_revealed_is_the_whole_solution_without_its_marks(cell, name):
    cell(f"def {name}(*args):\n    return 7")
    cell(f'check("{name}")')
    shown = reveal(name).source
    assert "SOLUTION" not in shown
    assert ast.dump(ast.parse(shown)) == ast.dump(ast.parse(SOLUTIONS[name]))


@pytest.mark.parametrize("source", ["", "def softmax(z):\n    ...  # YOUR CODE HERE\n"])
def test_where_the_solutions_are_not_at_hand_reveal_says_what_to_do(cell, monkeypatch, source):
    cell("def softmax(z):\n    return z")
    cell('check("softmax")')
    monkeypatch.setattr("grader.reference.Live.source", lambda *_: source)
    assert reveal("softmax").source == ""
    assert "not in this copy" in str(reveal("softmax"))


def test_without_a_reference_there_is_a_sentence_and_no_traceback(cell, no_solutions):
    cell("def softmax(z):\n    return z")
    assert "not here" in str(hint("softmax"))
    assert "not in this copy" in str(reveal("softmax"))


def test_a_repr_is_the_text_so_that_a_console_shows_it(cell):
    cell(FUTURE)
    for shown in (hint("rnn_backward"), reveal("rnn_backward"), hint("x")):
        assert repr(shown) == str(shown)
        assert "\033" not in str(shown)


def test_the_names_are_found_at_the_grader_itself():
    assert inspect.isfunction(hint)
    assert inspect.isfunction(reveal)


@pytest.fixture
def course_says(monkeypatch, tmp_path):
    """Put a course.toml of the test's own in the place of the course's."""

    def write(text):
        path = tmp_path / "course.toml"
        path.write_text(text)
        monkeypatch.setattr(course, "DEFAULT", path)

    return write


def test_an_exercise_for_practice_gets_hints_like_any_other(cell, course_says):
    course_says("[points]\nsoftmax = 3\n")
    cell(FUTURE)
    assert len(hint("rnn_backward").rungs) == 1
    assert len(hint("rnn_backward").rungs) == 2


def test_a_slip_in_course_toml_is_a_sentence_in_every_card(cell, course_says):
    course_says("[points]\nsoft_max = 3\n")
    cell(FUTURE)
    assert "soft_max" in str(hint("rnn_backward"))
    assert "soft_max" in str(progress())


def test_in_a_release_there_are_hints_and_progress_but_no_solution(unpacked, tmp_path):
    script = tmp_path / "mine.py"
    asked = (
        'print(*[hint("rnn_backward") for _ in range(3)], reveal("rnn_backward"), progress("x"))'
    )
    source = f"{file_of(FUTURE)}\nfrom grader import hint, progress, reveal\n{asked}\n"
    script.write_text(source)
    command = [sys.executable, "-P", str(script)]
    environment = {**os.environ, "PYTHONPATH": str(unpacked)}
    done = subprocess.run(
        command, capture_output=True, text=True, cwd=unpacked, env=environment, check=False
    )
    assert done.stderr == ""
    said = " ".join(done.stdout.split())
    known = next(m for m in of("rnn_backward") if "future" in m.title)
    assert all(hint in said for hint in known.hints)
    assert "not in this copy" in said
    assert "return {" not in said
    assert "None of the course's notebooks can be read" in said
