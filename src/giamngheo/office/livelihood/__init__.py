"""Screens of livelihood projects: the list, a project and its steps, what is due to be looked at."""
