"""What students hand in: found, and read without trusting it."""
