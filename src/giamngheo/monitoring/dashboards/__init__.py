"""What a dashboard shows: aggregates of the registers, each asked once. Prose: docs/algorithms/dashboards.md."""
