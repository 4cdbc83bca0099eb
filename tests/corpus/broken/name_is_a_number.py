# expect: missing, softmax
softmax = 3
