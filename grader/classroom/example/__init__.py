"""A class that does not exist."""
