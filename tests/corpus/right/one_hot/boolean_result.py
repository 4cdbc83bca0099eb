import numpy as np

one_hot = lambda ids, n: np.arange(n)[:, None, None] == ids[None, ...]
