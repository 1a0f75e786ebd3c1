"""Screens of communication: the list, entering an act, its questions, totals of the year."""
