"""Do the lock files, pyproject.toml and environment.yml agree?"""

import re
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.version import Version

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]


def locked(file: str) -> dict[str, str]:
    return dict(re.findall(r"^([\w.-]+)==([\w.]+)", (ROOT / file).read_text(), re.M))


def test_environment_yml_names_every_dependency_with_the_locked_version():
    environment = yaml.safe_load((ROOT / "environment.yml").read_text())
    *conda, by_pip = environment["dependencies"]
    pins = (pin.split(" ;")[0] for pin in [*conda, *by_pip["pip"]])
    found = dict(pin.split(" ==") for pin in pins if " ==" in pin)
    names = {Requirement(dependency).name for dependency in PROJECT["dependencies"]}
    lock = locked("requirements.lock")
    assert found == {name: lock[name] for name in names}


def test_environment_yml_asks_for_the_python_of_pyproject():
    environment = yaml.safe_load((ROOT / "environment.yml").read_text())
    assert f"python {PROJECT['requires-python']}" in environment["dependencies"]


@pytest.mark.parametrize("file", ["requirements.lock", "requirements-dev.lock"])
def test_locked_versions_satisfy_pyproject(file):
    lock = locked(file)
    wanted = PROJECT["dependencies"]
    if "dev" in file:
        extras = PROJECT["optional-dependencies"]
        wanted = [*wanted, *extras["scale"], *extras["dev"]]
        wanted.remove("rnn-lstm-numpy[scale]")
    for requirement in map(Requirement, wanted):
        assert Version(lock[requirement.name]) in requirement.specifier


def test_the_lock_for_tests_adds_to_the_lock_for_learners_and_changes_nothing():
    assert locked("requirements.lock").items() <= locked("requirements-dev.lock").items()


@pytest.mark.parametrize("file", ["requirements.lock", "requirements-dev.lock"])
def test_lock_files_name_no_host(file):
    assert "://" not in (ROOT / file).read_text()
