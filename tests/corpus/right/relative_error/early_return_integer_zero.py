import numpy as np

def relative_error(a, b):
    if not a.any() and not b.any():
        return 0
    return abs(a - b).max() / max(abs(a).max(), abs(b).max())
