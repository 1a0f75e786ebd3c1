"""Screens for the staff of communes and provinces: server-rendered pages, one sub-folder per domain."""
