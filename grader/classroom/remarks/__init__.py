"""What an instructor says to all who make the same mistake."""
