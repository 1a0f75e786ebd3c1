"""Screens of growth: who is due, a weighing day, one person, rates."""
