"""The report of a class: which mistakes it makes, who is stuck where, what needs a look."""
