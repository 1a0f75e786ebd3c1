"""Screens that watch: dashboards with charts, alerts, quality of data."""
