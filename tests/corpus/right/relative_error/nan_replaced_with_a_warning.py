import numpy as np

def relative_error(a, b):
    diff = np.abs(a - b).max()
    scale = np.maximum(np.abs(a), np.abs(b)).max()
    return np.nan_to_num(diff / scale)
