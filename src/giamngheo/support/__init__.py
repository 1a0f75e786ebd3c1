"""Help delivered to households. Empty until delivery is built."""
