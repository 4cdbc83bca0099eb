"""Who grades: this process, others, a cluster."""
