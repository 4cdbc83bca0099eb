import numpy as np

def relative_error(a, b):
    return np.max(np.abs(a - b)) / (max(np.max(np.abs(a)), np.max(np.abs(b))) or 1.0)
