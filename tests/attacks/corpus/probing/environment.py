# sigmoid: crashed 0 "environment ['BLIS_NUM_THREADS', 'HOME', 'LANG',"
"""Nothing of the grader's environment comes in."""


def sigmoid(z):
    known = {"HOME", "LANG", "LC_CTYPE", "PWD"}
    odd = [n for n in os.environ if n not in known and not n.endswith("_NUM_THREADS")]
    assert odd == [], odd
    assert os.environ["HOME"] == "/nonexistent"
    raise RuntimeError(f"environment {sorted(os.environ)}")
