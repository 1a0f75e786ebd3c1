"""Commands over millions of rows; no Django."""
