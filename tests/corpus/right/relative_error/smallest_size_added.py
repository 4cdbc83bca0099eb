import sys
import numpy as np

TINY = sys.float_info.min

def relative_error(a, b):
    return np.linalg.norm((a - b).reshape(-1), ord=np.inf) / (TINY + np.abs(np.concatenate([a, b])).max())
