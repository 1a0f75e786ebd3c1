"""Extracts and measures for many communes at once. Empty until there are households to measure."""
