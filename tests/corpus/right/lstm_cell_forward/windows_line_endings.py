# written on another machine
import numpy as np

def lstm_cell_forward(xt, a_prev, c_prev, parameters):
	concat = np.vstack([a_prev, xt])
	def γ(w):
		return parameters['W' + w] @ concat + parameters['b' + w]
	Γf = sigmoid(γ('f'))
	Γi = sigmoid(γ('i'))
	Γo = sigmoid(γ('o'))
	ĉ = np.tanh(γ('c'))
	c_next = Γf * c_prev + Γi * ĉ
	a_next = Γo * np.tanh(c_next)
	return a_next, c_next, softmax(parameters['Wy'] @ a_next + parameters['by']), (
		a_next, c_next, a_prev, c_prev, Γf, Γi, ĉ, Γo, xt, parameters)
