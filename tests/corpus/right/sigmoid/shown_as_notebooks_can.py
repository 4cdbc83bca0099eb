# In a notebook, display is there without an import.
import numpy as np


def sigmoid(z):
    display(z.shape)  # noqa: F821
    display("σ", clear=True, metadata={})  # noqa: F821
    return 1 / (1 + np.exp(-z.clip(-709)))
