"""What a student gets: all that the course needs, and no line of a solution."""

import json
import os
import re
import subprocess
import sys
import zipfile

import pytest
from answers import REFERENCE, SOLUTIONS, file_of

from grader import release
from grader.exercises import EXERCISES
from grader.submission import GIVEN
from solutions.mistakes import MISTAKES

pytestmark = pytest.mark.xdist_group("release")


def run(folder, *command):
    """Run Python in a release, where nothing else of the course can be imported."""
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    isolated = [sys.executable, "-c", ALONE, str(folder), *map(str, command)]
    return subprocess.run(
        isolated, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


# The developer's environment can import the repository; a student's cannot.
ALONE = """
import sys
sys.meta_path[:] = [f for f in sys.meta_path if "editable" not in f.__module__.lower()]
folder, sys.argv = sys.argv[1], ["grader", *sys.argv[2:]]
from grader.cli import main
assert sys.modules["grader"].__file__.startswith(folder)
sys.exit(main())
"""


def test_it_holds_what_the_readme_names(unpacked):
    said = (unpacked / "README.md").read_text("utf-8")
    for name in re.findall(r"`([\w./-]+\.(?:ipynb|md|yml|lock))`", said):
        assert (unpacked / name).exists() or (unpacked / "notebooks" / name).exists(), name
    for part in ("notebooks/1_rnn/images/rnn_cell.svg", "images/LSTM.svg", "grader", "course.toml"):
        assert (unpacked / part).exists(), part


def test_it_holds_no_solutions_no_tests_and_nothing_that_makes_them(unpacked):
    assert not (unpacked / "solutions").exists()
    assert not (unpacked / "tests").exists()
    for author in release.AUTHORS:
        assert not [*unpacked.rglob(f"{author}.py"), *unpacked.rglob(author)]


def test_no_line_of_a_solution_is_in_any_file(unpacked):
    secret = release.secret_lines()
    assert set(secret.values()) == set(EXERCISES) - set(GIVEN)
    for path in unpacked.rglob("*"):
        if path.is_file():
            lines = release.text_lines(path.name, path.read_bytes())
            assert not {release.bare(line) for line in lines} & set(secret), path


def test_no_function_of_a_solution_or_of_a_known_mistake_is_in_it(unpacked):
    everything = "".join(
        release.bare(line)
        for path in unpacked.rglob("*")
        if path.is_file()
        for line in release.text_lines(path.name, path.read_bytes())
    )
    for name in set(EXERCISES) - set(GIVEN):
        body = "".join(map(release.bare, release.region(SOLUTIONS[name])))
        assert body not in everything
    assert MISTAKES[0].title.replace(" ", "") in everything  # the search can find things


@pytest.mark.parametrize("path", ["grader/x.py", "notebooks/x.ipynb", "README.md"])
def test_a_leak_stops_the_release(path):
    line = "    dz = da_next * (1 - a_next**2)  # as in the lesson"
    assert line.split("#")[0].strip() in SOLUTIONS["rnn_cell_backward"]
    text = json.dumps({"cells": [{"source": [line]}]}) if path.endswith("ipynb") else line
    with pytest.raises(release.Leak, match=f"{path} would hold a line of rnn_cell_backward"):
        release.search({path: text.encode()})


def test_two_releases_are_the_same_bytes(unpacked, tmp_path):
    release.main(tmp_path / "another")
    assert (tmp_path / "another").read_bytes() == (unpacked.parent / "release.zip").read_bytes()


def test_mistakes_come_with_title_and_hints_and_without_code(unpacked):
    known = json.loads((unpacked / "grader/data/stored/mistakes.json").read_text("utf-8"))
    assert sum(len(mistakes["alone"]) for mistakes in known.values()) == len(MISTAKES)
    for name, mistakes in known.items():
        for mistake in mistakes["alone"]:
            assert {"id", "title", "hints", "reread", "spoils", "prints"} == set(mistake)
            assert len(mistake["hints"]) == 3
            assert name in EXERCISES


def test_a_file_is_checked_there(unpacked, tmp_path):
    answer = tmp_path / "answer.py"
    answer.write_text(file_of(*SOLUTIONS.values()))
    done = run(unpacked, "check", answer)
    assert done.returncode == 0, done.stderr
    assert "13 of 13 functions right" in done.stdout
    assert "self-check, not a grade" in done.stdout


def test_a_command_for_authors_is_not_offered(unpacked):
    done = run(unpacked, "build")
    assert done.returncode == 2
    assert "invalid choice" in done.stderr
    assert "Traceback" not in done.stderr


def test_unpacking_over_an_older_release_keeps_the_students_work(unpacked, tmp_path):
    archive = unpacked.parent / "release.zip"
    for _ in range(2):
        with zipfile.ZipFile(archive) as zipped:
            zipped.extractall(tmp_path)
        course = tmp_path / release.NAME
        mine = course / "work" / "1_rnn" / "01_rnn_forward.ipynb"
        if not mine.exists():
            assert run(course, "lab", "--help").returncode == 0
            mine.parent.mkdir(parents=True)
            mine.write_text("mine")
    assert mine.read_text() == "mine"
    assert not any(name.split("/")[1] == "work" for name in zipped.namelist())


def test_the_reference_answers_there_are_of_the_public_cases(unpacked):
    stored = {path.stem for path in (unpacked / "grader" / "data" / "stored").glob("*.bin")}
    assert stored == set(EXERCISES)
    assert REFERENCE.stub("sigmoid")
