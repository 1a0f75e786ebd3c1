"""Households, people, membership over time. Empty until the register is built."""
