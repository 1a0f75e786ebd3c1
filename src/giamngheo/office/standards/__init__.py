"""Screens about the poverty standard itself: what a new one does to a commune."""
