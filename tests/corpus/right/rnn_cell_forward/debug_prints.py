import logging
import pprint
import sys
import warnings

import numpy as np

DEBUG = True

def rnn_cell_forward(xt, a_prev, parameters):
    if DEBUG:
        print("xt", xt.shape, "a_prev", a_prev.shape)
        pprint.pprint(parameters)
        sys.stderr.write("still here\n")
        sys.stdout.flush()
        logging.warning("parameters %s", sorted(parameters))
        warnings.warn("check the shapes!")
    z = parameters["Wax"] @ xt + parameters["Waa"] @ a_prev + parameters["ba"]
    for row in z:
        for value in row:
            print(value, end=" ", flush=True)
        print()
    a_next = np.tanh(z)
    yt_pred = softmax(parameters["Wya"] @ a_next + parameters["by"])
    print(f"{yt_pred.sum(axis=0)=}", file=sys.stderr)
    return a_next, yt_pred, (a_next, a_prev, xt, parameters)
