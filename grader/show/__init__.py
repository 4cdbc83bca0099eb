"""From verdicts and arrays to what a person sees."""
