"""Giảm Nghèo: the commune's system for the National Target Programme on Sustainable Poverty Reduction."""

__version__ = "0.1.0"
