"""Training, placement, contracts. Empty until delivery is built."""
