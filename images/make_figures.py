"""Draw the figures of the lessons.

``python images/make_figures.py`` writes every figure beside this file;
``python images/make_figures.py --check`` names the files that differ from what would be drawn.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from drawing import Figure
from figures_brick import brick
from figures_cell import rnn_cell, rnn_cell_backward
from figures_lstm import lstm_cell
from figures_lstm_backward import lstm_cell_backward
from figures_lstm_gates import lstm_gates_backward
from figures_lstm_time import lstm_forward
from figures_readers import two_readers
from figures_tasks import seven_tasks
from figures_time import rnn_backward, rnn_forward

FOLDER = Path(__file__).resolve().parent
DRAW: tuple[Callable[[], Figure], ...] = (
    rnn_cell,
    rnn_forward,
    rnn_cell_backward,
    rnn_backward,
    two_readers,
    brick,
    seven_tasks,
    lstm_cell,
    lstm_forward,
    lstm_cell_backward,
    lstm_gates_backward,
)
FIGURES = {figure.name: figure for figure in (draw() for draw in DRAW)}

ALT = {name: figure.alt for name, figure in FIGURES.items()}
"""What each figure shows, in one sentence, by the file's name without ``.svg``."""


def differing(folder: Path = FOLDER) -> list[str]:
    """Name the files in `folder` that are missing or not what would be drawn."""
    return [
        f"{name}.svg"
        for name, figure in FIGURES.items()
        if not (path := folder / f"{name}.svg").is_file()
        or path.read_bytes() != figure.svg().encode()
    ]


def write(folder: Path = FOLDER) -> None:
    """Write every figure into `folder`."""
    for name, figure in FIGURES.items():
        (folder / f"{name}.svg").write_bytes(figure.svg().encode())


def main(arguments: list[str] | None = None) -> int:
    """Run the script; the exit code is 1 when ``--check`` finds a difference."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="compare, and write nothing")
    if not parser.parse_args(arguments).check:
        write()
        return 0
    stale = differing()
    for name in stale:
        print(f"{name} differs: run python images/make_figures.py", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
