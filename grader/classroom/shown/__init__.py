"""What people open after grading: notebooks and pages."""
