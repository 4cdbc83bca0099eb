"""Run a plan where the learner's code is trusted: in this process, or in a child with a clock."""
