import json
import subprocess
import sys

import pytest
from answers import SOLUTIONS, STUBS, edited, file_of


def grader(*arguments, cwd=None):
    command = [sys.executable, "-m", "grader", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, check=False)


@pytest.fixture
def answer(tmp_path):
    def write(source):
        path = tmp_path / "answer.py"
        path.write_text(source)
        return path

    return write


def test_exit_code_0_when_all_is_right(answer):
    done = grader("check", answer(file_of(SOLUTIONS["rnn_cell_forward"])))
    assert (done.returncode, done.stderr) == (0, "")
    assert "6 / 6" in done.stdout
    assert "not a grade" in done.stdout


@pytest.mark.parametrize("source", [STUBS["softmax"], "def softmax(z):\n    return z\n"])
def test_exit_code_1_when_something_is_not(answer, source):
    done = grader("check", answer(file_of(source)))
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.parametrize("file", ["absent.py", "README.md", "."])
def test_exit_code_2_and_one_sentence_when_there_is_nothing_to_judge(file, tmp_path):
    done = grader("check", tmp_path / file)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1


PRESSED = """
import runpy, signal, sys

class Pressed:
    def find_spec(self, name, *_):
        if name == "numpy":
            try:
                signal.raise_signal(signal.SIGINT)
            except KeyboardInterrupt:  # so do parts of NumPy
                raise ImportError("no NumPy") from None

signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background has none
sys.meta_path.insert(0, Pressed())
runpy.run_module("grader", run_name="__main__")
"""


def test_ctrl_c_while_the_program_is_loaded_is_one_word():
    done = subprocess.run([sys.executable, "-c", PRESSED], capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "Stopped.\n")


@pytest.mark.skipif(sys.platform != "linux", reason="has no /dev/full")
def test_where_nothing_can_be_printed_one_line_says_so(answer):
    path = answer(file_of(SOLUTIONS["softmax"]))
    command = [sys.executable, "-m", "grader", "check", str(path)]
    with open("/dev/full", "w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert "No space left on device" in done.stderr
    assert done.stderr.count("\n") == 1


def test_an_unusable_file_is_json_too(tmp_path):
    done = grader("check", tmp_path / "absent.py", "--json")
    assert done.returncode == 2
    assert json.loads(done.stdout)["status"] == "unusable"


def test_json_has_the_agreed_keys(answer):
    wrong = edited("rnn_cell_forward", "softmax(Wya", "np.exp(Wya")
    done = grader("check", answer(file_of(wrong, STUBS["rnn_forward"])), "--json")
    report = json.loads(done.stdout)
    assert (report["kind"], report["status"]) == ("self-check", "judged")
    assert (report["points"], report["max_points"]) == (3.0, 14.0)
    cell = report["exercises"]["rnn_cell_forward"]
    assert (cell["status"], cell["points"], cell["max_points"]) == ("wrong", 3.0, 6.0)
    assert {name: output["status"] for name, output in cell["outputs"].items()} == {
        "a_next": "right",
        "yt_pred": "wrong",
        "cache": "right",
    }
    assert cell["outputs"]["yt_pred"]["error"] > 0.1
    for mistake in cell["mistakes"]:
        assert {"id", "title", "outputs", "hint"} <= mistake.keys()
    assert report["exercises"]["rnn_forward"]["status"] == "not_started"


def test_a_file_that_shadows_a_module_does_no_harm(tmp_path):
    (tmp_path / "numpy.py").write_text("raise SystemExit('shadowed')")
    path = tmp_path / "answer.py"
    path.write_text(file_of(SOLUTIONS["sigmoid"]))
    done = subprocess.run(
        [sys.executable, "-P", "-m", "grader", "check", "answer.py"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_without_solutions_there_is_one_sentence_and_what_to_do(answer, tmp_path, monkeypatch):
    hide = (
        "import sys; sys.modules['solutions'] = None; from grader.cli import main; sys.exit(main())"
    )
    path = answer(file_of(SOLUTIONS["sigmoid"]))
    done = subprocess.run(
        [sys.executable, "-c", hide, "check", str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "solutions" in done.stderr
    assert "make lab" in done.stderr
    assert "Traceback" not in done.stderr
