"""Screens of the surveys: the list, the draw, a wave, answers on a phone, the comparison and its papers."""
