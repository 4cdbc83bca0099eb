import pytest

from grader.show import plotting, ready


@pytest.fixture(autouse=True)
def one_long_line(monkeypatch, request):
    """Let sentences stand on one line, so that tests need not know where they would break."""
    if "wraps" not in request.node.name:
        monkeypatch.setattr(ready, "LINE", 10_000)


@pytest.fixture
def shown(monkeypatch):
    """The figures that appeared, each with its alt text."""
    figures = []
    monkeypatch.setattr(plotting, "show", lambda fig, alt="": figures.append((fig, alt)))
    return figures
