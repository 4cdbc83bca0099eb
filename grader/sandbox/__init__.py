"""Where code runs that nobody has read: plans go in, answers come out, nothing else passes."""
