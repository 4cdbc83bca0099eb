"""`hint` in a running notebook: one step at a time, of the mistake that is there now."""

import inspect
import os
import subprocess
import sys

import pytest
from answers import SOLUTIONS, STUBS, edited, file_of, judged
from test_mistakes import HEADINGS

from grader import course, hint, progress, reveal
from grader.exercises import EXERCISES
from grader.study.ladder import ladder
from grader.study.stages import STAGES
from solutions.mistakes import apply, of

FUTURE = edited("rnn_backward", "da[:, :, t] + da_prevt", "da[:, :, t]")
OLD_STATE = edited("rnn_cell_backward", "dz @ a_prev.T", "dz @ a_next.T")
NO_MISTAKE_OF_THE_BANK = edited("rnn_cell_backward", "dz @ a_prev.T", "dz @ a_prev.T / 7")


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


def test_a_script_outside_a_notebook_gets_hints_too(tmp_path):
    script = tmp_path / "mine.py"
    script.write_text(file_of(FUTURE) + '\nfrom grader import hint\nprint(hint("rnn_backward"))\n')
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False)
    assert "gradient from the future" in done.stdout, done.stderr


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
