from collections import defaultdict

import numpy as np

def lstm_backward(da, caches):
    steps, x = caches
    total = defaultdict(int)
    carry_a = carry_c = np.zeros(da.shape[:2])
    dx = np.empty_like(x)
    for t, d, cache in list(zip(range(len(steps)), np.moveaxis(da, 2, 0), steps))[::-1]:
        for key, value in lstm_cell_backward(d + carry_a, carry_c, cache).items():
            if key == "da_prev":
                new_a = value
            elif key == "dc_prev":
                new_c = value
            elif key == "dxt":
                dx[:, :, t] = value
            else:
                total[key] = total[key] + value
        carry_a, carry_c = new_a, new_c
    total.update(dx=dx, da0=carry_a)
    return total
