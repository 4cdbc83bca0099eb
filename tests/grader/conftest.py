"""What several tests stand on: an unpacked release, and a notebook without a server."""

import builtins
import zipfile

import pytest
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

from grader import release
from grader.study.session import Session

SETUP = """# Setup: x
import numpy as np
from grader import check
from grader.given import sigmoid, softmax
"""


@pytest.fixture
def cell(monkeypatch):
    """Run a cell as a new kernel would, and give what it ends with."""
    kernel = Session()
    monkeypatch.setattr("grader.notebook.SESSION", kernel)
    monkeypatch.setattr("grader.study.hints.SESSION", kernel)
    InteractiveShell.clear_instance()
    config = Config({"HistoryManager": {"hist_file": ":memory:"}})
    shell = InteractiveShell.instance(config=config)
    monkeypatch.setattr(builtins, "get_ipython", lambda: shell, raising=False)

    def run(source):
        return shell.run_cell(source, store_history=True).result

    run(SETUP)
    yield run
    shell.history_manager.end_session()
    InteractiveShell.clear_instance()


@pytest.fixture(scope="session")
def unpacked(tmp_path_factory):
    """Give the folder of a release, unpacked where nothing else of the course is."""
    folder = tmp_path_factory.mktemp("release")
    assert release.main(folder / "release.zip") == 0
    with zipfile.ZipFile(folder / "release.zip") as archive:
        archive.extractall(folder)
    return folder / release.NAME
