"""nbgrader's tables come without the rest of nbgrader, and the rest comes when it is asked for."""

import subprocess
import sys

LOADED = "print('nbgrader.apps' in sys.modules)"


def said(program):
    whole = (
        f"import os, sys, tempfile, zipfile\nfrom grader.classroom.gradebook import lean\n{program}"
    )
    line = [sys.executable, "-c", whole]
    return subprocess.run(line, capture_output=True, text=True, check=True).stdout.split()


def test_the_tables_do_not_bring_the_programs():
    assert said(f"lean.tables().Gradebook\n{LOADED}") == ["False"]


PROGRAMS = (
    "import nbgrader\nprint(nbgrader.__version__)",
    "from nbgrader import apps\nprint(apps)",
    "import nbgrader\nprint(nbgrader.apps)",
    "print(nbgrader._jupyter_server_extension_points())",
    "import nbgrader.utils as u\nfrom nbformat.notebooknode import NotebookNode as N\nprint(N)",
    "with tempfile.TemporaryDirectory() as d:\n"
    "    with zipfile.ZipFile(f'{d}/one.zip', 'w') as z:\n"
    "        z.writestr('inner.txt', 'x')\n"
    "    u.unzip(f'{d}/one.zip', d)\n"
    "    print(sorted(os.listdir(d)))",
    "from nbgrader.preprocessors import AssignLatePenalties as found\nprint(found)",
)


def test_the_rest_comes_when_it_is_asked_for():
    asked = "\n".join(PROGRAMS)
    assert said(f"tables = lean.tables()\n{asked}") == said(f"import nbgrader.apps\n{asked}")


def test_the_tables_are_the_same_for_everybody():
    program = "tables = lean.tables()\nimport nbgrader.apps.api\nimport nbgrader.api"
    assert said(f"{program}\nprint(nbgrader.api is tables is lean.tables())") == ["True"]


def test_what_is_not_there_is_an_ordinary_error():
    program = "lean.tables()\nimport nbgrader\nprint(hasattr(nbgrader, 'no_such_thing'))"
    assert said(program) == ["False"]
