"""Hộ dân → Nhập danh sách: a list is sent, looked at, mapped, confirmed, followed, taken back."""
