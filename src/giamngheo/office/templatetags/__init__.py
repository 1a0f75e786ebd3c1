"""Template tags of the office screens."""
