"""Screens of work: the register, entry by village, vacancies and who suits them, placements, follow-up."""
