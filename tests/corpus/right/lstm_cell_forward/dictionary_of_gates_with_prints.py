import numpy as np

def lstm_cell_forward(xt, a_prev, c_prev, parameters):
    concat = np.hstack((a_prev.T, xt.T)).T
    print("concat shape:", concat.shape)
    activation = {"f": sigmoid, "i": sigmoid, "c": np.tanh, "o": sigmoid}
    gates = {}
    for name, function in activation.items():
        gates[name] = function(parameters[f"W{name}"] @ concat + parameters[f"b{name}"])
        print(name, gates[name])
    c_next = gates["f"] * c_prev + gates["i"] * gates["c"]
    a_next = gates["o"] * np.tanh(c_next)
    print(a_next, c_next)
    yt_pred = softmax(parameters["Wy"] @ a_next + parameters["by"])
    return a_next, c_next, yt_pred, (a_next, c_next, a_prev, c_prev, *gates.values(), xt, parameters)
