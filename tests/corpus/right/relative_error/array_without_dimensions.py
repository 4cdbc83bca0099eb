import numpy as np

def relative_error(a, b):
    num = np.array(np.abs(np.subtract(a, b)).max())
    den = np.array(np.maximum.reduce([np.abs(a).max(), np.abs(b).max()]))
    return np.divide(num, den, out=np.zeros(()), where=den != 0)
