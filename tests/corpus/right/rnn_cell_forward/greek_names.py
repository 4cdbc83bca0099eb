import numpy as np

σ_max = softmax
τ = np.tanh

def rnn_cell_forward(xt, a_prev, parameters):
    θ = parameters
    ζ = θ["Wax"] @ xt + θ["Waa"] @ a_prev + θ["ba"]
    α = τ(ζ)
    ŷ = σ_max(θ["Wya"] @ α + θ["by"])
    return α, ŷ, (α, a_prev, xt, θ)
