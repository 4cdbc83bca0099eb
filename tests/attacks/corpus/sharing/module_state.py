# sigmoid: crashed 0 "found nothing"
"""What a submission does to the modules of its fork, the next fork must not see."""
import grader
import sys


def leave():
    np.note = grader.note = sys.note = "answer"
    os.environ["NOTE"] = "answer"
    sys.modules["note"] = np


def look():
    return getattr(np, "note", "") or os.environ.get("NOTE", "")
