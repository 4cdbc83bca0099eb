import numpy as np

def lstm_backward(da, caches):
    steps, x = caches
    p = steps[0][9]
    n_a, m, T_x = da.shape
    A0, C, A_prev, C_prev, F, I, CC, O = (np.stack([s[k] for s in steps], axis=-1) for k in range(8))
    TH = np.tanh(C)
    D = {g: np.zeros((n_a, m, T_x)) for g in "fico"}
    back_a, back_c = np.zeros((n_a, m)), np.zeros((n_a, m))
    for t in range(T_x)[::-1]:
        d = da[:, :, t] + back_a
        dc = back_c + d * O[..., t] * (1 - TH[..., t] ** 2)
        D["f"][..., t] = dc * C_prev[..., t] * F[..., t] * (1 - F[..., t])
        D["i"][..., t] = dc * CC[..., t] * I[..., t] * (1 - I[..., t])
        D["c"][..., t] = dc * I[..., t] * (1 - CC[..., t] ** 2)
        D["o"][..., t] = d * TH[..., t] * O[..., t] * (1 - O[..., t])
        back_c = dc * F[..., t]
        back_a = sum(p["W" + g][:, :n_a].T @ D[g][..., t] for g in "fico")
    V = np.concatenate((A_prev, x), axis=0)
    gradients = {"dx": sum(np.tensordot(p["W" + g][:, n_a:], D[g], axes=([0], [0])) for g in "fico"), "da0": back_a}
    for g in "fico":
        gradients["dW" + g] = np.einsum("amt,vmt->av", D[g], V)
        gradients["db" + g] = np.einsum("amt->a", D[g]).reshape(n_a, 1)
    return gradients
