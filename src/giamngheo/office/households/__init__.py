"""Screens of the register of households and people."""
