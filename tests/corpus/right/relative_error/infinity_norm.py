import numpy as np
from numpy.linalg import norm

def relative_error(a, b):
    a, b = a.ravel(), b.ravel()
    size = max(norm(a, np.inf), norm(b, np.inf))
    return norm(a - b, np.inf) / size if size > 0 else 0.0
