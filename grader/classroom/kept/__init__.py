"""What is kept of a grade, and when it still holds."""
