"""Screens of help: who is due what, entering what was handed over, the list, the household statement."""
