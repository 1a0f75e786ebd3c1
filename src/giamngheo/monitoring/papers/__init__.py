"""Official papers composed of a report. docs/algorithms/monitoring.md "Reports as papers"."""
