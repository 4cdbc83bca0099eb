"""A student release, written and unpacked once for all tests that look at it."""

import zipfile

import pytest

from grader import release


@pytest.fixture(scope="session")
def unpacked(tmp_path_factory):
    """Give the folder of a release, unpacked where nothing else of the course is."""
    folder = tmp_path_factory.mktemp("release")
    assert release.main(folder / "release.zip") == 0
    with zipfile.ZipFile(folder / "release.zip") as archive:
        archive.extractall(folder)
    return folder / release.NAME
