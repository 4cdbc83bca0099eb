"""nbgrader's gradebook, and all that is known of its tables."""
