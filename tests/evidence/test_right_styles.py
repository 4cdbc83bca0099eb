"""Does the count of false alarms see one?"""

from pathlib import Path

import right_styles
from judged import Cases

CASES = Cases(31)


def test_a_right_answer_is_quiet_and_a_wrong_one_is_not(tmp_path):
    right = next(path for path in right_styles.answers() if path.parent.name == "rnn_cell_forward")
    assert right_styles.is_quiet(right_styles.judged(right, CASES))
    wrong = tmp_path / "rnn_cell_forward" / "wrong.py"
    wrong.parent.mkdir()
    wrong.write_text("def rnn_cell_forward(xt, a_prev, parameters):\n    return a_prev, xt, ()\n")
    assert not right_styles.is_quiet(right_styles.judged(Path(wrong), CASES))


def test_the_sample_of_the_section_counts_what_there_is():
    page = right_styles.section(quick=True)
    count = len(right_styles.answers()[::10])
    assert f"| all | {count} | {count} |" in page
