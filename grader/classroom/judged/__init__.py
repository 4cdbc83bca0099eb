"""One file judged, and what of it may be told."""
