# lost: crashed "it ended the Python process that ran it"
"""More names are asked for than there is memory to note them."""
# source: "\n".join(f"check('{n:x}')" for n in range(2_000_000))
