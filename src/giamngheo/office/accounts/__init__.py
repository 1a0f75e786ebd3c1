"""Signing in and out, language, and the unit and year one works in."""
