"""DuckDB here, Spark there; no Django."""
