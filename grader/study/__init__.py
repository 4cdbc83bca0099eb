"""For whoever studies alone: hints one at a time, solutions after an attempt, where one stands."""
