import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from answers import SOLUTIONS, STUBS, file_of


def run(path, *arguments, **environment):
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--submission", str(path)]
    return subprocess.run(
        [*command, *arguments],
        capture_output=True,
        text=True,
        cwd=path.parent,
        env=os.environ | environment,
        check=False,
    )


@pytest.fixture
def answer(tmp_path):
    path = tmp_path / "test_answer.py"

    def write(source):
        path.write_text(source)
        return path

    return write


def test_one_test_an_output(answer):
    done = run(answer(file_of(SOLUTIONS["rnn_cell_forward"], STUBS["softmax"])), "-v")
    assert done.returncode == 1
    assert "rnn_cell_forward[a_next] PASSED" in done.stdout
    assert "rnn_cell_forward[cache] PASSED" in done.stdout
    assert "rnn_cell_forward[inputs unchanged] PASSED" in done.stdout


def test_a_failure_shows_the_card_and_no_traceback(answer):
    done = run(answer(file_of("def softmax(z):\n    return z\n")))
    assert "softmax" in done.stdout
    assert "0 / 3" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert "NotRight" not in done.stdout


# pytest does not cut its summary with -vv, nor where the variable CI is set (pytest's manual,
# "CI pipelines"): the card must not stand there a second time.
@pytest.mark.parametrize(
    ("arguments", "environment"),
    [([], {"CI": ""}), (["-vv"], {"CI": ""}), ([], {"CI": "true"})],
    ids=["plain", "very verbose", "continuous integration"],
)
def test_the_card_of_an_exercise_is_shown_once_and_the_summary_says_what_is_wrong(
    answer, arguments, environment
):
    wrong = SOLUTIONS["rnn_cell_forward"].replace("np.tanh(", "np.sin(")
    assert wrong != SOLUTIONS["rnn_cell_forward"]
    written = answer(file_of(wrong))
    done = run(written, "-k", "rnn_cell_forward", *arguments, **environment)
    assert done.stdout.count("0 / 6") == 1
    summary = done.stdout.partition("short test summary")[2].splitlines()
    failed = [line for line in summary if line.startswith("FAILED")]
    assert len(failed) == 3
    assert all(" - wrong: " in line for line in failed)


def test_a_report_for_other_programs_says_what_is_wrong_and_holds_the_card(answer, tmp_path):
    report = tmp_path / "report.xml"
    run(answer(file_of("def softmax(z):\n    return z\n")), f"--junit-xml={report}")
    failures = list(ElementTree.parse(report).iter("failure"))
    assert failures[0].get("message", "").startswith("wrong: ")
    assert "0 / 3" in (failures[0].text or "")


def test_the_summary_says_which_error_stopped_a_function(answer):
    done = run(answer(file_of("def softmax(z):\n    return z / zz\n")))
    assert " - NameError: name 'zz'" in done.stdout.partition("short test summary")[2]


def test_the_file_is_never_imported_into_pytest(answer):
    source = file_of(SOLUTIONS["sigmoid"]) + "\n\nimport os\nos._exit(7)\n"
    assert run(answer(source)).returncode == 0


def test_a_file_that_is_not_there_is_a_usage_error(tmp_path):
    done = run(tmp_path / "absent.py")
    assert done.returncode == 4
    assert "there is no file" in done.stderr


def test_an_unusable_file_is_said_in_one_line(tmp_path):
    path = tmp_path / "broken.ipynb"
    path.write_text("no notebook")
    done = run(path)
    assert done.returncode == 2
    assert "not a Jupyter notebook" in done.stdout


def test_the_pytest_command_finds_the_grader_from_inside_the_repository(answer):
    """Here a folder of tests is called grader, too, and must not be taken for the package."""
    path = answer(file_of(SOLUTIONS["rnn_cell_forward"]))
    command = [str(Path(sys.executable).parent / "pytest"), "-p", "no:cacheprovider"]
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [*command, "--submission", str(path)], capture_output=True, text=True, cwd=root, check=False
    )
    assert done.returncode == 0, done.stdout
