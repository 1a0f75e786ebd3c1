"""Django to Parquet; the only part of analysis that may touch the database."""
