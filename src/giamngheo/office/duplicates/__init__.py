"""Hộ dân → Người trùng: who may be entered twice, side by side, made one, said to be two, taken back."""
