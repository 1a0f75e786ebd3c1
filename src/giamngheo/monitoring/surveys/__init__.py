"""Surveys at the start, in the middle and at the end: a panel drawn once and asked again."""
