"""Between a plan's content and its rows."""
