"""Screens of the review's papers: looked at, fetched as files, whole rounds made in the background."""
