"""What opening the course does to a learner's folder."""

from grader import lab


def test_a_learners_notebook_is_never_overwritten(tmp_path):
    first = lab.copy_to(tmp_path)
    mine = tmp_path / "1_rnn" / "01_rnn_forward.ipynb"
    assert mine in first
    mine.write_text("mine")
    image = tmp_path / "1_rnn" / "images" / "rnn_cell.svg"
    image.unlink()
    again = lab.copy_to(tmp_path)
    assert mine.read_text() == "mine"
    assert image in again
